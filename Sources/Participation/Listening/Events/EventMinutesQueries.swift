// SPDX-License-Identifier: EUPL-1.2

import Storage

extension MinutesDraft {
    public static func find(of event: String, in db: Connection) throws -> MinutesDraft? {
        try db.row(
            """
            SELECT d.text, d.revision, d.saved_at, p.display_name FROM minutes_draft d
            LEFT JOIN person p ON p.id = d.person_id WHERE d.event_id = \(event)
            """
        ).map { row in
            MinutesDraft(
                text: try row.get("text"), revision: try row.get("revision"), savedAt: try row.get("saved_at"),
                savedBy: try row.get("display_name"))
        }
    }

    static func save(
        _ text: String, of event: String, revision: Int64, by person: String, at now: Moment, in db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO minutes_draft (event_id, text, revision, person_id, saved_at)
            VALUES (\(event), \(text), \(revision), \(person), \(now.text))
            ON CONFLICT (event_id) DO UPDATE SET text = excluded.text, revision = excluded.revision,
                person_id = excluded.person_id, saved_at = excluded.saved_at
            """)
    }
}
