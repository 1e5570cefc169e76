// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<OrganisationListing>>

extension OpenList {
    /// `/organisationen` as it is narrowed and ordered.
    static let organisations = OpenList("organisations", at: "/organisationen", columns: columns) { reading in
        let kinds = try OrganisationListing.kinds(in: reading.programme, reading.db)
        let kind = try reading.context.query.choice("art", among: kinds)
        let order = try reading.context.query.choice("sortierung", as: OrganisationListing.Order.self) ?? .name
        return { page in
            let organisations = try OrganisationListing.list(
                in: reading.programme, kind: kind, order, page: page, reading.db)
            return try reading.entries(organisations) { [$0.id] }
        }
    }

    private static let columns = [
        Column("number", number: { $0.number }),
        Column("name", text: { $0.wording("name", of: $0.id, or: $0.name) }),
        Column("abbreviation", text: { $0.abbreviation }),
        Column("kind", text: { $0.word(.organisationKind, $0.kind) }),
        Column("kind_key", text: { $0.kind }),
        Column("municipality", text: { $0.place }),
        Column("projects", number: { $0.projects }),
        Column("address", text: { $0.address("/organisationen/\($0.number)") }),
    ]
}
