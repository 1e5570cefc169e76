// SPDX-License-Identifier: EUPL-1.2

import Storage

extension EventParent {
    /// The public forums and consultations of a programme, forums first, each by number.
    public static func list(in programme: String, _ db: Connection) throws -> [EventParent] {
        try db.rows(
            selection(in: programme) + " ORDER BY CASE WHEN m.kind = 'forum' THEN 0 ELSE 1 END, m.number"
        ).map { try EventParent(row: $0, programme: programme) }
    }

    public static func find(_ id: String, in programme: String, _ db: Connection) throws -> EventParent? {
        try db.row(selection(in: programme) + " AND m.id = \(id)").map {
            try EventParent(row: $0, programme: programme)
        }
    }

    private static func selection(in programme: String) -> SQL {
        """
        SELECT m.id, m.kind, m.number, COALESCE(f.title, f.topic, c.title) AS title FROM public_matter m
        LEFT JOIN forum f ON f.id = m.id LEFT JOIN consultation c ON c.id = m.id
        WHERE m.programme_id = \(programme) AND m.kind IN ('forum', 'consultation')
        """
    }

    private init(row: Row, programme: String) throws {
        self.init(
            id: try row.get("id"), kind: try row.get("kind"), programme: programme, title: try row.get("title"),
            number: try row.get("number"))
    }
}

extension Event {
    /// Where a gathering online takes place; nil where nobody has said.
    public static func access(to event: String, in db: Connection) throws -> String? {
        try db.value("SELECT link FROM event_access WHERE event_id = \(event)")
    }

    static func keepAccess(_ link: String?, to event: String, in db: Connection) throws {
        try db.execute("DELETE FROM event_access WHERE event_id = \(event)")
        guard let link else { return }
        try db.execute("INSERT INTO event_access (event_id, link) VALUES (\(event), \(link))")
    }
}
