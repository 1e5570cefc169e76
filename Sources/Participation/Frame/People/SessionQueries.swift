// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Session {
    /// A session that has neither ended nor been left alone for too long.
    static func find(tokenDigest: String, at now: Moment, in db: Connection) throws -> Session? {
        try db.row(
            """
            SELECT \(columns) FROM session WHERE token_digest = \(tokenDigest)
                AND ends_at > \(now.text) AND seen_at > \(now.later(bySeconds: -idleSeconds).text)
            """
        ).map(Session.init)
    }

    /// The sessions of a person that are still open, the latest first.
    public static func list(of person: String, at now: Moment, in db: Connection) throws -> [Session] {
        try db.rows(
            """
            SELECT \(columns) FROM session WHERE person_id = \(person)
                AND ends_at > \(now.text) AND seen_at > \(now.later(bySeconds: -idleSeconds).text)
            ORDER BY seen_at DESC, id
            """
        ).map(Session.init)
    }

    func insert(tokenDigest: String, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO session (id, token_digest, person_id, agent, is_demo, created_at, seen_at, ends_at)
            VALUES (\(id), \(tokenDigest), \(person), \(agent), \(isDemo), \(createdAt), \(seenAt), \(endsAt))
            """)
    }

    static func note(_ id: String, at now: Moment, in db: Connection) throws {
        try db.execute("UPDATE session SET seen_at = \(now.text) WHERE id = \(id) AND seen_at < \(now.text)")
    }

    static func delete(_ id: String, of person: String, in db: Connection) throws {
        try db.execute("DELETE FROM session WHERE id = \(id) AND person_id = \(person)")
    }

    static func deleteOthers(than id: String, of person: String, in db: Connection) throws {
        try db.execute("DELETE FROM session WHERE id <> \(id) AND person_id = \(person)")
    }

    static func deleteAll(of person: String, in db: Connection) throws {
        try db.execute("DELETE FROM session WHERE person_id = \(person)")
    }

    static func deleteEnded(at now: Moment, in db: Connection) throws {
        try db.execute("DELETE FROM session WHERE ends_at <= \(now.text)")
    }

    private static let columns: SQL = "id, person_id, agent, is_demo, created_at, seen_at, ends_at"

    init(row: Row) throws {
        self.init(
            id: try row.get("id"), person: try row.get("person_id"), agent: try row.get("agent"),
            isDemo: try row.get("is_demo"), createdAt: try row.get("created_at"), seenAt: try row.get("seen_at"),
            endsAt: try row.get("ends_at"))
    }
}
