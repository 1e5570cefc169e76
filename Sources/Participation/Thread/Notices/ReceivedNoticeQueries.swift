// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ReceivedNotice {
    /// The notices of a person in a programme, the latest first; four statements. A matter that is not public is named
    /// to those alone who handed it in; of any other nothing is told while it is hidden.
    public static func list(
        of person: String, in programme: String, _ page: ListPage, _ db: Connection
    ) throws -> Listed<ReceivedNotice> {
        let total: Int64? = try db.value("SELECT COUNT(*) \(readable(by: person, in: programme))")
        let rows = try db.rows(
            """
            SELECT n.event_id, e.kind, e.matter_id, n.followed_id, n.occurred_at, n.read_at
            \(readable(by: person, in: programme))
            ORDER BY n.occurred_at DESC, n.event_id LIMIT \(page.size) OFFSET \(page.offset)
            """)
        return Listed(rows: try notices(of: person, rows, in: programme, db), total: total ?? 0)
    }

    /// What waits to be told by mail and has not been read meanwhile, what happened first on top; four statements.
    static func waiting(
        for person: String, in programme: String, until end: Moment, limit: Int64, _ db: Connection
    ) throws -> Listed<ReceivedNotice> {
        let waiting: SQL = """
            \(readable(by: person, in: programme)) AND n.awaits_mail = 1 AND n.read_at IS NULL
                AND n.occurred_at <= \(end.text)
            """
        let rows = try db.rows(
            """
            SELECT n.event_id, e.kind, e.matter_id, n.followed_id, n.occurred_at, n.read_at
            \(waiting) ORDER BY n.occurred_at, n.event_id LIMIT \(limit)
            """)
        let total: Int64? =
            Int64(rows.count) < limit ? Int64(rows.count) : try db.value("SELECT COUNT(*) \(waiting)")
        return Listed(rows: try notices(of: person, rows, in: programme, db), total: total ?? 0)
    }

    public static func unread(by person: String, in programme: String, _ db: Connection) throws -> Int64 {
        try db.value("SELECT COUNT(*) \(readable(by: person, in: programme)) AND n.read_at IS NULL") ?? 0
    }

    /// What a person has read up to a moment: what came since is still new.
    static func markRead(
        by person: String, in programme: String, until then: Moment, at now: Moment, _ db: Connection
    ) throws {
        try db.execute(
            """
            UPDATE notice SET read_at = \(now.text)
            WHERE person_id = \(person) AND programme_id = \(programme) AND read_at IS NULL
                AND occurred_at <= \(then.text)
            """)
    }

    private static func readable(by person: String, in programme: String) -> SQL {
        """
        FROM notice n JOIN notice_event e ON e.id = n.event_id
        LEFT JOIN public_matter m ON m.id = e.matter_id LEFT JOIN public_matter f ON f.id = n.followed_id
        WHERE n.person_id = \(person) AND n.programme_id = \(programme)
            AND (m.id IS NOT NULL OR EXISTS (SELECT 1 FROM contribution_author a
                WHERE a.matter_id = e.matter_id AND a.person_id = n.person_id))
            AND (f.id IS NOT NULL OR EXISTS (SELECT 1 FROM contribution_author a
                WHERE a.matter_id = n.followed_id AND a.person_id = n.person_id))
        """
    }

    /// Rows with the matters they speak of; two statements.
    static func notices(
        of person: String, _ rows: [Row], in programme: String, _ db: Connection
    ) throws -> [ReceivedNotice] {
        let ids = try rows.flatMap { [try $0.get("matter_id", as: String.self), try $0.get("followed_id")] }
        let unique = Set(ids).sorted()
        let matters =
            try MatterSummary.list(unique, in: programme, db)
            + MatterSummary.hidden(unique, handedInBy: person, in: programme, db)
        let known = Dictionary(matters.map { ($0.id, $0) }) { first, _ in first }
        return try rows.compactMap { row in
            guard let matter = known[try row.get("matter_id")], let followed = known[try row.get("followed_id")] else {
                return nil
            }
            return ReceivedNotice(
                event: try row.get("event_id"), kind: try row.get("kind"), matter: matter, followed: followed,
                occurredAt: try row.get("occurred_at"), isRead: try row.get("read_at", as: String?.self) != nil)
        }
    }

    static func removeAll(of person: String, in db: Connection) throws {
        try db.execute("DELETE FROM notice WHERE person_id = \(person)")
        try db.execute("DELETE FROM notice_setting WHERE person_id = \(person)")
        try NoticeStop.forget(person, in: db)
    }
}

extension MatterSummary {
    /// What a person handed in and the public does not see.
    static func hidden(
        _ ids: [String], handedInBy person: String, in programme: String, _ db: Connection
    ) throws -> [MatterSummary] {
        try inFewLengths(ids) { ids in
            try db.rows(
                """
                SELECT m.id, m.kind, m.key, m.number, t.title, t.state, t.outcome, t.dated_on
                FROM contribution_author a JOIN matter m ON m.id = a.matter_id JOIN matter_title t ON t.id = m.id
                WHERE a.person_id = \(person) AND m.programme_id = \(programme) AND m.visible_from IS NULL
                    AND m.id IN \(list: ids) AND t.id IN \(list: ids)
                """
            ).map(MatterSummary.init)
        }
    }
}
