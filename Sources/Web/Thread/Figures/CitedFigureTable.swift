// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<CitedNumber>>

/// An official number with the figure it speaks of.
private struct CitedNumber: Sendable {
    let figure: Figure
    let cited: OfficialFigure
}

extension OpenList {
    /// Every official number of every figure, also those that contradict each other.
    static let citedFigures = OpenList(
        "cited-figures", at: "/zahlen/angaben", shownAt: "/zahlen", columns: columns,
        whole: { reading in
            let numbers = try FigureRegister.all(of: reading.programme, in: reading.db).flatMap { figure in
                figure.cited.map { CitedNumber(figure: figure, cited: $0) }
            }
            return try reading.entries(numbers) { _ in [] }
        })

    private static let columns = [
        Column("key", text: { $0.figure.key }),
        Column("title", text: { FigureView($0.figure, in: $0.context).label }),
        Column("unit", text: { $0.figure.unit.rawValue }),
        Column("official_value", number: { $0.cited.value }),
        Column("official_qualifier", text: { $0.cited.qualifier }),
        Column("official_as_of", date: { $0.cited.asOf }),
        Column("official_source", text: { $0.cited.label }),
        Column("official_source_address", text: { $0.cited.sourceURL }),
        Column("address", text: { $0.address("/zahlen/\($0.figure.key)") }),
    ]
}
