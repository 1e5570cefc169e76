// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<Ministry>>

extension OpenList {
    /// All ministries of `/ressorts`.
    static let ministries = OpenList(
        "ministries", at: "/ressorts", columns: columns,
        whole: { reading in
            try reading.entries(try Ministry.list(in: reading.programme, reading.db)) { [$0.id] }
        })

    private static let columns = [
        Column("ministry_key", text: { $0.key }),
        Column("abbreviation", text: { $0.abbreviation }),
        Column("name", text: { $0.wording("name", of: $0.id, or: $0.name) }),
        Column("role", text: { $0.wording("role_in_programme", of: $0.id, or: $0.role) }),
        Column("starts_on", date: { $0.startsOn }),
        Column("ends_on", date: { $0.endsOn }),
        Column("successor", text: { $0.successor }),
        Column("projects", number: { $0.projects }),
        Column("confidence", text: { $0.confidence?.rawValue }),
        Column("address", text: { $0.address(MinistryPaths.show($0.key)) }),
    ]
}
