// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ReplySetting {
    public static func load(of programme: String, _ db: Connection) throws -> ReplySetting {
        try db.row("SELECT needs_release FROM reply_setting WHERE programme_id = \(programme)").map {
            ReplySetting(needsRelease: try $0.get("needs_release"))
        } ?? .usual
    }

    func save(of programme: String, _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO reply_setting (programme_id, needs_release) VALUES (\(programme), \(needsRelease))
            ON CONFLICT (programme_id) DO UPDATE SET needs_release = excluded.needs_release
            """)
    }
}

extension ReplyTemplate {
    /// By title.
    public static func list(in programme: String, _ db: Connection) throws -> [ReplyTemplate] {
        try db.rows(
            "SELECT id, title, text FROM reply_template WHERE programme_id = \(programme) ORDER BY sort_key, id"
        ).map { ReplyTemplate(id: try $0.get("id"), title: try $0.get("title"), text: try $0.get("text")) }
    }

    func insert(in programme: String, _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO reply_template (id, programme_id, title, text, sort_key)
            VALUES (\(id), \(programme), \(title), \(text), \(SortKey.make(title)))
            """)
    }

    static func delete(_ id: String, in programme: String, _ db: Connection) throws {
        try db.execute("DELETE FROM reply_template WHERE id = \(id) AND programme_id = \(programme)")
    }
}
