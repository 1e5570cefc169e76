// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ListeningRule {
    /// The rule of a programme; the usual one where it has none of its own.
    public static func find(in programme: String, _ db: Connection) throws -> ListeningRule {
        let days: Int64? = try db.value("SELECT reply_days FROM listening_rule WHERE programme_id = \(programme)")
        return days.map { ListeningRule(replyDays: $0) } ?? .usual
    }

    public func store(in programme: String, _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO listening_rule (programme_id, reply_days) VALUES (\(programme), \(replyDays))
            ON CONFLICT (programme_id) DO UPDATE SET reply_days = excluded.reply_days
            """)
    }
}
