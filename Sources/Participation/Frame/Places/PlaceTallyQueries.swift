// SPDX-License-Identifier: EUPL-1.2

import Storage

extension PlaceTally {
    /// Four statements, however many places there are.
    /// - Parameter towns: all municipalities of the programme
    public static func load(
        for towns: [MappedMunicipality], in programme: String, _ db: Connection
    ) throws -> PlaceTally {
        try db.counted("places", in: programme) { try read(for: towns, in: programme, db) }
    }

    private static func read(
        for towns: [MappedMunicipality], in programme: String, _ db: Connection
    ) throws -> PlaceTally {
        let ideas = try db.rows(
            """
            SELECT x.municipality_id AS place, COUNT(*) AS ideas FROM idea x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) GROUP BY x.municipality_id
            """
        ).map { (place: try $0.get("place", as: String?.self), number: try $0.get("ideas", as: Int64.self)) }
        let events = try db.rows(
            """
            SELECT x.place, COUNT(*) AS events FROM event x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) AND x.state <> 'event.cancelled' GROUP BY x.place ORDER BY x.place
            """
        ).map { (place: try $0.get("place", as: String?.self), number: try $0.get("events", as: Int64.self)) }
        let names = Dictionary(towns.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
        return PlaceTally(
            ideas: Dictionary(
                ideas.compactMap { row in row.place.map { ($0, row.number) } }, uniquingKeysWith: +),
            events: Self.events(
                events.compactMap { row in row.place.map { ($0, row.number) } }, names: names),
            fundsCents: try funds(in: programme, db), allIdeas: ideas.map(\.number).reduce(0, +),
            allEvents: events.map(\.number).reduce(0, +),
            allFundsCents: try db.value(
                """
                SELECT CAST(SUM(f.amount_cents) AS BIGINT) FROM funding f JOIN public_matter m ON m.id = f.id
                JOIN public_matter p ON p.id = f.project_id
                WHERE m.programme_id = \(programme) AND f.kind = 'approved' AND f.basis = 'state_share'
                """))
    }

    /// Money for several municipalities or the whole region cannot be divided and is left out.
    private static func funds(in programme: String, _ db: Connection) throws -> [String: Int64] {
        let rows = try db.rows(
            """
            SELECT l.municipality_id AS place, CAST(SUM(f.amount_cents) AS BIGINT) AS cents
            FROM funding f JOIN public_matter m ON m.id = f.id
            JOIN project x ON x.id = f.project_id JOIN public_matter p ON p.id = x.id
            JOIN project_municipality l ON l.project_id = x.id
            WHERE m.programme_id = \(programme) AND f.kind = 'approved' AND f.basis = 'state_share'
                AND x.is_region_wide = 0
                AND (SELECT COUNT(*) FROM project_municipality o WHERE o.project_id = x.id) = 1
            GROUP BY l.municipality_id ORDER BY l.municipality_id
            """)
        return Dictionary(
            try rows.map { (try $0.get("place", as: String.self), try $0.get("cents", as: Int64.self)) },
            uniquingKeysWith: +)
    }
}
