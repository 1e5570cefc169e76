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

    /// What was decided is open again.
    static func reopen(decidedBy decision: String, in db: Connection) throws {
        try db.execute("UPDATE flag SET decision_id = NULL WHERE decision_id = \(decision)")
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
        _ db: Connection, round: String? = nil
    ) throws -> String {
        let id = Digest.random(bytes: 16)
        try db.execute(
            """
            INSERT INTO moderation_decision (id, programme_id, matter_id, held_id, verdict, rule, reason, decided_by,
                decided_at, round)
            VALUES (\(id), \(programme), \(matter), \(held), \(verdict), \(rule), \(reason), \(person), \(now.text),
                \(round))
            """)
        return id
    }
}
