// SPDX-License-Identifier: EUPL-1.2

import Storage

extension OrganisationListing {
    /// The kinds that occur in a programme, in their own order.
    public static func kinds(in programme: String, _ db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT k.key, k.position FROM organisation x JOIN public_matter m ON m.id = x.id
            JOIN organisation_kind k ON k.key = x.kind
            WHERE m.programme_id = \(programme) GROUP BY k.key, k.position ORDER BY k.position
            """
        ).map { try $0.get("key") }
    }

    public static func list(
        in programme: String, kind: String?, _ order: Order = .name, page: ListPage, _ db: Connection
    ) throws -> [OrganisationListing] {
        let first: SQL = order == .projects ? "projects DESC, " : ""
        return try db.rows(
            """
            SELECT x.id, m.number, x.name, x.kind, x.abbreviation, y.name AS place,
                (SELECT COUNT(DISTINCT l.project_id) FROM project_partner l
                    JOIN public_matter p ON p.id = l.project_id
                    WHERE l.name = x.name AND p.programme_id = x.programme_id) AS projects
            FROM organisation x JOIN public_matter m ON m.id = x.id LEFT JOIN municipality y ON y.id = x.municipality_id
            WHERE \(condition(programme, kind))
            ORDER BY \(first)x.sort_key, x.id
            LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map { row in
            OrganisationListing(
                id: try row.get("id"), number: try row.get("number"), name: try row.get("name"),
                kind: try row.get("kind"), abbreviation: try row.get("abbreviation"), place: try row.get("place"),
                projects: try row.get("projects"))
        }
    }

    public static func count(in programme: String, kind: String?, _ db: Connection) throws -> Int64 {
        try db.value(
            """
            SELECT COUNT(*) FROM organisation x JOIN public_matter m ON m.id = x.id WHERE \(condition(programme, kind))
            """) ?? 0
    }

    private static func condition(_ programme: String, _ kind: String?) -> SQL {
        let all: SQL = "m.programme_id = \(programme)"
        return kind.map { all + " AND x.kind = \($0)" } ?? all
    }
}

extension Organisation {
    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> Organisation? {
        let row = try db.row(
            """
            SELECT x.id, m.number, x.name, x.kind, x.abbreviation, x.description, x.website, x.starts_on, x.ends_on,
                y.ags AS place_ags, y.name AS place_name
            FROM organisation x JOIN public_matter m ON m.id = x.id LEFT JOIN municipality y ON y.id = x.municipality_id
            WHERE m.programme_id = \(programme) AND m.number = \(number)
            """)
        guard let row else { return nil }
        let id: String = try row.get("id")
        let name: String = try row.get("name")
        let placeName: String? = try row.get("place_name")
        let placeKey: String? = try row.get("place_ags")
        return Organisation(
            id: id, number: number, name: name, kind: try row.get("kind"), abbreviation: try row.get("abbreviation"),
            description: try row.get("description"), website: try row.get("website"),
            startsOn: try row.date("starts_on"), endsOn: try row.date("ends_on"),
            place: placeKey.flatMap { key in placeName.map { Place(ags: key, name: $0) } },
            predecessors: try predecessors(of: id, in: programme, db),
            successors: try MatterSummary.organisations(
                where: """
                    x.id IN (SELECT s.organisation_id FROM organisation_succession s WHERE s.predecessor = \(name))
                    """, in: programme, db),
            memberships: try memberships(of: id, in: programme, db))
    }

    /// The public projects that name the organisation as a partner, by title.
    public func projects(in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try MatterSummary.projects(
            where: "x.id IN (SELECT l.project_id FROM project_partner l WHERE l.name = \(name))", in: programme, db)
    }

    public func statements(in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try MatterSummary.statements(where: "x.organisation_id = \(id)", in: programme, db)
    }

    private static func predecessors(
        of id: String, in programme: String, _ db: Connection
    ) throws -> [Succession] {
        try db.rows(
            """
            SELECT s.predecessor, s.effective_on, s.note, m.number FROM organisation_succession s
            LEFT JOIN organisation x ON x.name = s.predecessor AND x.programme_id = \(programme)
            LEFT JOIN public_matter m ON m.id = x.id
            WHERE s.organisation_id = \(id) ORDER BY s.position
            """
        ).map {
            Succession(
                name: try $0.get("predecessor"), effectiveOn: try $0.date("effective_on"), note: try $0.get("note"),
                number: try $0.get("number"))
        }
    }

    private static func memberships(
        of id: String, in programme: String, _ db: Connection
    ) throws -> [Membership] {
        try db.rows(
            """
            SELECT m.id, m.kind, m.key, m.number, COALESCE(x.title, x.topic) AS title, NULL AS state, NULL AS outcome,
                NULL AS dated_on, l.function
            FROM forum_member l JOIN forum x ON x.id = l.forum_id JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) AND l.organisation_id = \(id) ORDER BY m.number, l.position
            """
        ).map { Membership(forum: try MatterSummary(row: $0), function: try $0.get("function")) }
    }
}
