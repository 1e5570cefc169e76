// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<FieldOfAction>>

extension OpenList {
    /// All fields of action of `/handlungsfelder`.
    static let fields = OpenList(
        "fields", at: "/handlungsfelder", columns: columns,
        whole: { reading in
            try reading.entries(try FieldOfAction.list(in: reading.programme, reading.db)) { [$0.id] }
        })

    private static let columns = [
        Column("number", number: { $0.number }),
        Column("key", text: { $0.key }),
        Column("name", text: { $0.wording("name", of: $0.id, or: $0.name) }),
        Column("description", text: { $0.wording("description", of: $0.id, or: $0.description) }),
        Column("decided_on", date: { $0.ruledOn }),
        Column("ministry_keys", text: { $0.ministries.map(\.key).joined(separator: ", ").ifNotEmpty }),
        Column("confidence", text: { $0.confidence?.rawValue }),
        Column("address", text: { $0.address("/handlungsfelder/\($0.number)") }),
    ]
}
