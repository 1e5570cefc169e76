// SPDX-License-Identifier: EUPL-1.2

import Storage

extension AttachmentDraft {
    /// The files of a form, in the order in which they were chosen.
    public static func list(
        on shelf: AttachmentShelf?, in programme: String, _ db: Connection
    ) throws -> [AttachmentDraft] {
        guard let shelf else { return [] }
        return try db.rows(
            """
            SELECT a.id, a.file_name, a.description, f.digest, f.media_type, f.size, f.width, f.height
            FROM attachment_draft a JOIN stored_file f ON f.digest = a.digest
            WHERE a.shelf = \(shelf.text) AND a.programme_id = \(programme) ORDER BY a.position, a.id
            """
        ).map { row in
            AttachmentDraft(
                id: try row.get("id"), file: try StoredFile(row: row), name: try row.get("file_name"),
                description: try row.get("description"))
        }
    }

    static func insert(
        _ file: StoredFile, name: String, description: String?, on shelf: AttachmentShelf, of person: String?,
        in programme: String, at now: Moment, _ db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO attachment_draft (id, programme_id, shelf, position, person_id, digest, file_name, description,
                created_at, expires_at)
            VALUES (\(Digest.random(bytes: 8)), \(programme), \(shelf.text),
                (SELECT COALESCE(MAX(position), 0) + 1 FROM attachment_draft WHERE shelf = \(shelf.text)),
                \(person), \(file.digest), \(name), \(description), \(now.text),
                \(now.later(bySeconds: AttachmentShelf.seconds).text))
            """)
    }

    func describe(as description: String?, _ db: Connection) throws {
        try db.execute("UPDATE attachment_draft SET description = \(description) WHERE id = \(id)")
    }

    func delete(_ db: Connection) throws {
        try db.execute("DELETE FROM attachment_draft WHERE id = \(id)")
        try StoredFile.deleteUnused(in: db)
    }

    /// Lets the files of a shelf wait longer: for a click in a mail, or as part of a draft.
    static func keep(_ shelf: AttachmentShelf?, until end: Moment, _ db: Connection) throws {
        guard let shelf else { return }
        try db.execute("UPDATE attachment_draft SET expires_at = \(end.text) WHERE shelf = \(shelf.text)")
    }

    /// The files of one shelf go to another, as after two people have worked on the same form.
    static func move(from shelf: AttachmentShelf, to other: AttachmentShelf, _ db: Connection) throws {
        try db.execute("UPDATE attachment_draft SET shelf = \(other.text) WHERE shelf = \(shelf.text)")
    }

    static func deleteExpired(at now: Moment, _ db: Connection) throws {
        let expired: Int64? = try db.value("SELECT 1 FROM attachment_draft WHERE expires_at <= \(now.text) LIMIT 1")
        guard expired != nil else { return }
        try db.execute("DELETE FROM attachment_draft WHERE expires_at <= \(now.text)")
        try StoredFile.deleteUnused(in: db)
    }

    static func deleteAll(on shelf: AttachmentShelf, _ db: Connection) throws {
        try db.execute("DELETE FROM attachment_draft WHERE shelf = \(shelf.text)")
    }

    static func deleteAll(of person: String, _ db: Connection) throws {
        try db.execute("DELETE FROM attachment_draft WHERE person_id = \(person)")
        try StoredFile.deleteUnused(in: db)
    }
}
