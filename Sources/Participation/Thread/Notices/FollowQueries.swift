// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Follow {
    /// Once, however often it is asked for.
    public static func begin(person: String, matter: String, at now: Moment, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO follow (person_id, matter_id, since) VALUES (\(person), \(matter), \(now.text))
            ON CONFLICT (person_id, matter_id) DO NOTHING
            """)
    }

    public static func end(person: String, matter: String, in db: Connection) throws {
        try db.execute("DELETE FROM follow WHERE person_id = \(person) AND matter_id = \(matter)")
    }

    public static func isFollowing(person: String, matter: String, in db: Connection) throws -> Bool {
        let count: Int64? = try db.value(
            "SELECT COUNT(*) FROM follow WHERE person_id = \(person) AND matter_id = \(matter)")
        return (count ?? 0) > 0
    }

    /// The public matters of a programme that a person follows, the latest first; three statements.
    public static func list(
        of person: String, in programme: String, _ page: ListPage, _ db: Connection
    ) throws -> Listed<Follow> {
        let total: Int64? = try db.value(
            """
            SELECT COUNT(*) FROM follow f JOIN public_matter m ON m.id = f.matter_id
            WHERE f.person_id = \(person) AND m.programme_id = \(programme)
            """)
        let rows = try db.rows(
            """
            SELECT f.matter_id, f.since, CAST(CASE WHEN a.person_id IS NULL THEN 0 ELSE 1 END AS BIGINT) AS is_own
            FROM follow f JOIN public_matter m ON m.id = f.matter_id
            LEFT JOIN contribution_author a ON a.matter_id = f.matter_id AND a.person_id = f.person_id
            WHERE f.person_id = \(person) AND m.programme_id = \(programme)
            ORDER BY f.since DESC, f.matter_id LIMIT \(page.size) OFFSET \(page.offset)
            """)
        let matters = try MatterSummary.list(rows.map { try $0.get("matter_id") }, in: programme, db)
        let known = Dictionary(matters.map { ($0.id, $0) }) { first, _ in first }
        let follows = try rows.compactMap { row -> Follow? in
            guard let matter = known[try row.get("matter_id")] else { return nil }
            return Follow(matter: matter, since: try row.get("since"), isOwn: try row.get("is_own"))
        }
        return Listed(rows: follows, total: total ?? 0)
    }

    static func endAll(of person: String, in db: Connection) throws {
        try db.execute("DELETE FROM follow WHERE person_id = \(person)")
    }
}
