// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<Figure>>

extension OpenList {
    /// All figures of `/zahlen`: what is documented here beside what was officially stated last.
    static let figures = OpenList(
        "figures", at: "/zahlen", columns: columns,
        whole: { reading in
            try reading.entries(try FigureRegister.all(of: reading.programme, in: reading.db)) { _ in [] }
        })

    private static let columns = [
        Column("key", text: { $0.key }),
        Column("title", text: { FigureView($0.subject, in: $0.context).label }),
        Column("definition", text: { FigureView($0.subject, in: $0.context).definition }),
        Column("unit", text: { $0.unit.rawValue }),
        Column("counted", number: { $0.counted }),
        Column("official_value", number: { $0.newestCited?.value }),
        Column("official_qualifier", text: { $0.newestCited?.qualifier }),
        Column("official_as_of", date: { $0.newestCited?.asOf }),
        Column("official_source", text: { $0.newestCited?.label }),
        Column("official_source_address", text: { $0.newestCited?.sourceURL }),
        Column("address", text: { $0.address("/zahlen/\($0.key)") }),
    ]
}
