// SPDX-License-Identifier: EUPL-1.2

import Storage

extension NoticeRecipient {
    /// Those for whom something is due, in the order of their ids, so that one can go on after each.
    static func due(
        _ times: DigestTimes, after last: NoticeRecipient?, limit: Int64, in db: Connection
    ) throws -> [NoticeRecipient] {
        let (person, programme) = (last?.person ?? "", last?.programme ?? "")
        return try db.rows(
            """
            SELECT n.person_id, n.programme_id FROM notice n
            LEFT JOIN notice_setting s ON s.person_id = n.person_id
            WHERE n.awaits_mail = 1 AND n.person_id >= \(person)
                AND (n.person_id > \(person) OR n.programme_id > \(programme))
                AND n.occurred_at <= CASE COALESCE(s.delivery, 'at_once')
                    WHEN 'daily' THEN \(times.daily.text) WHEN 'weekly' THEN \(times.weekly.text)
                    ELSE \(times.atOnce.text) END
            GROUP BY n.person_id, n.programme_id ORDER BY n.person_id, n.programme_id LIMIT \(limit)
            """
        ).map { NoticeRecipient(person: try $0.get("person_id"), programme: try $0.get("programme_id")) }
    }

    /// What was told up to a moment, or need not be told, waits no more.
    func mark(until end: Moment, in db: Connection) throws {
        try db.execute(
            """
            UPDATE notice SET awaits_mail = 0
            WHERE person_id = \(person) AND programme_id = \(programme) AND awaits_mail = 1
                AND occurred_at <= \(end.text)
            """)
    }
}

extension NoticeStop {
    static func find(of person: String, in db: Connection) throws -> Secret? {
        try db.value("SELECT token FROM notice_stop WHERE person_id = \(person)", as: String.self)
            .flatMap(Secret.init)
    }

    static func insert(_ token: Secret, for person: String, in db: Connection) throws {
        try db.execute("INSERT INTO notice_stop (person_id, token) VALUES (\(person), \(token.text))")
    }

    /// Whose mails a token ends.
    public static func person(_ token: Secret, in db: Connection) throws -> String? {
        try db.value("SELECT person_id FROM notice_stop WHERE token = \(token.text)")
    }

    static func forget(_ person: String, in db: Connection) throws {
        try db.execute("DELETE FROM notice_stop WHERE person_id = \(person)")
    }
}
