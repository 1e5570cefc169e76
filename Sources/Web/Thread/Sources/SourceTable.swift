// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<CitedSource>>

extension OpenList {
    /// All sources of `/quellen`.
    static let sources = OpenList("sources", at: "/quellen", columns: columns) { reading in
        let order = try CitedSource.Order(reading.context.query)
        return { page in
            let sources = try CitedSource.list(by: order, in: reading.programme, page: page, reading.db)
            return try reading.entries(sources) { _ in [] }
        }
    }

    private static let columns = [
        Column("source_address", text: { $0.url }),
        Column("host", text: { SourceAddress($0.url).host }),
        Column("citations", number: { $0.citations }),
        Column(
            "matters",
            text: { entry in
                entry.matters.map { entry.context.quotation(of: $0) }.joined(separator: "; ").ifNotEmpty
            }),
    ]
}
