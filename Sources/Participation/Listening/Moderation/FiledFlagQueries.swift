// SPDX-License-Identifier: EUPL-1.2

import Storage

extension FiledFlag {
    func insert(in programme: String, _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO flag (id, programme_id, matter_id, reason, text, person_id, email, language, created_at)
            VALUES (\(id), \(programme), \(matter), \(reason), \(text), \(person), \(email), \(language), \(createdAt))
            """)
    }

    /// What was reported and not decided, the oldest first.
    public static func open(in programme: String, _ page: ListPage, _ db: Connection) throws -> Listed<FiledFlag> {
        let total: Int64? = try db.value(
            "SELECT COUNT(*) FROM flag WHERE programme_id = \(programme) AND decision_id IS NULL")
        let rows = try db.rows(
            """
            SELECT \(columns) FROM flag WHERE programme_id = \(programme) AND decision_id IS NULL
            ORDER BY created_at, id LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(FiledFlag.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    public static func open(about matter: String, in programme: String, _ db: Connection) throws -> [FiledFlag] {
        try db.rows(
            """
            SELECT \(columns) FROM flag
            WHERE programme_id = \(programme) AND matter_id = \(matter) AND decision_id IS NULL ORDER BY created_at, id
            """
        ).map(FiledFlag.init)
    }

    static func close(_ flags: [String], by decision: String, in db: Connection) throws {
        try db.execute("UPDATE flag SET decision_id = \(decision) WHERE id IN \(list: flags)")
    }

    /// The duties in a state that a matter has begun.
    static func duties(
        of matter: String, _ state: DutyState, in programme: String, _ db: Connection
    ) throws -> [String] {
        try db.rows(
            """
            SELECT id FROM duty WHERE programme_id = \(programme) AND matter_id = \(matter) AND state = \(state)
            ORDER BY id
            """
        ).map { try $0.get("id") }
    }

    /// What was reported stays as part of the file, without the person.
    static func forget(_ person: String, in db: Connection) throws {
        try db.execute("UPDATE flag SET person_id = NULL, email = NULL WHERE person_id = \(person)")
    }

    private static let columns: SQL = """
        id, matter_id, reason, text, person_id, email, language, created_at
        """

    private init(row: Row) throws {
        id = try row.get("id")
        matter = try row.get("matter_id")
        reason = try row.get("reason")
        text = try row.get("text")
        person = try row.get("person_id")
        email = try row.get("email")
        language = try row.get("language")
        createdAt = try row.get("created_at")
    }
}

extension ModerationDecision.Draft {
    func insert(
        about matter: String?, held: String?, by person: String, in programme: String, at now: Moment,
        _ db: Connection
    ) throws -> String {
        let id = Digest.random(bytes: 16)
        try db.execute(
            """
            INSERT INTO moderation_decision (id, programme_id, matter_id, held_id, verdict, rule, reason, decided_by,
                decided_at)
            VALUES (\(id), \(programme), \(matter), \(held), \(verdict), \(rule), \(reason), \(person), \(now.text))
            """)
        return id
    }
}

/// What moderation did in one year, for everybody to read.
public struct ModerationYear: Equatable, Sendable {
    public let year: Int64
    public let flags: Int64
    public let hidden: Int64
    public let kept: Int64
    public let released: Int64
    public let rejected: Int64
    public let objections: Int64
    public let restored: Int64

    /// The latest year first.
    public static func list(in programme: String, _ db: Connection) throws -> [ModerationYear] {
        try db.rows(
            """
            SELECT CAST(x.year AS BIGINT) AS year, COUNT(CASE WHEN x.what = 'flag' THEN 1 END) AS flags,
                COUNT(CASE WHEN x.what = 'hidden' THEN 1 END) AS hidden,
                COUNT(CASE WHEN x.what = 'kept' THEN 1 END) AS kept,
                COUNT(CASE WHEN x.what = 'released' THEN 1 END) AS released,
                COUNT(CASE WHEN x.what = 'rejected' THEN 1 END) AS rejected,
                COUNT(CASE WHEN x.what = 'objection' THEN 1 END) AS objections,
                COUNT(CASE WHEN x.what = 'restored' THEN 1 END) AS restored
            FROM (SELECT substr(created_at, 1, 4) AS year, 'flag' AS what FROM flag WHERE programme_id = \(programme)
                UNION ALL
                SELECT substr(objected_at, 1, 4), 'objection' FROM objection
                WHERE programme_id = \(programme) AND objected_at IS NOT NULL
                UNION ALL
                SELECT substr(decided_at, 1, 4), verdict FROM moderation_decision WHERE programme_id = \(programme)) x
            GROUP BY x.year ORDER BY x.year DESC
            """
        ).map { row in
            ModerationYear(
                year: try row.get("year"), flags: try row.get("flags"), hidden: try row.get("hidden"),
                kept: try row.get("kept"), released: try row.get("released"), rejected: try row.get("rejected"),
                objections: try row.get("objections"), restored: try row.get("restored"))
        }
    }
}
