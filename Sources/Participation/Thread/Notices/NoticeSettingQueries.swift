// SPDX-License-Identifier: EUPL-1.2

import Storage

extension NoticeDelivery {
    /// How a person wants to be told; at once, unless something else was chosen.
    public static func of(_ person: String, in db: Connection) throws -> NoticeDelivery {
        try db.value("SELECT delivery FROM notice_setting WHERE person_id = \(person)", as: String.self)
            .flatMap(NoticeDelivery.init) ?? .atOnce
    }

    /// Whoever wants no more mails gets none of what still waits, either.
    func set(for person: String, at now: Moment, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO notice_setting (person_id, delivery, changed_at)
            VALUES (\(person), \(self), \(now.text))
            ON CONFLICT (person_id) DO UPDATE SET delivery = excluded.delivery, changed_at = excluded.changed_at
            """)
        guard self == .none else { return }
        try db.execute("UPDATE notice SET awaits_mail = 0 WHERE person_id = \(person) AND awaits_mail = 1")
    }
}
