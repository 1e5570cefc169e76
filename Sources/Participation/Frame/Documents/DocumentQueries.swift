// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Document {
    /// The public documents of these matters, the newest first.
    public static func list(of matters: [String], in programme: String, _ db: Connection) throws -> [Document] {
        try db.rows(
            """
            SELECT \(columns) FROM document x JOIN public_matter m ON m.id = x.id
            LEFT JOIN stored_file f ON f.digest = x.file_digest
            WHERE m.programme_id = \(programme) AND x.matter_id IN \(list: matters)
            ORDER BY COALESCE(x.dated_on, '') DESC, m.number, x.id
            """
        ).map(Document.init)
    }

    /// A document that everyone may read now: it is public, and so is what it belongs to.
    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> Document? {
        try db.row(
            """
            SELECT \(columns) FROM document x JOIN public_matter m ON m.id = x.id
            JOIN public_matter owner ON owner.id = x.matter_id
            LEFT JOIN stored_file f ON f.digest = x.file_digest
            WHERE m.programme_id = \(programme) AND m.kind = 'document' AND m.number = \(number)
            """
        ).map(Document.init)
    }

    /// All documents of a matter, for those who may read it whether it is public or not.
    public static func listForOffice(of matter: String, in programme: String, _ db: Connection) throws -> [Document] {
        try db.rows(
            """
            SELECT \(columns) FROM document x JOIN matter m ON m.id = x.id
            LEFT JOIN stored_file f ON f.digest = x.file_digest
            WHERE m.programme_id = \(programme) AND x.matter_id = \(matter) ORDER BY m.number, x.id
            """
        ).map(Document.init)
    }

    /// The ids of what may become public with a matter.
    static func meantForEveryone(of matter: String, _ db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT id FROM document WHERE matter_id = \(matter) AND publication_rule = \(PublicationRule.everyone)
            ORDER BY id
            """
        ).map { try $0.get("id") }
    }

    private static let columns: SQL = """
        x.id, m.number, x.title, x.url, x.rights, x.alt, x.file_number, x.dated_on, x.matter_id, x.file_name,
        x.publication_rule, x.copy_of_id, x.media_type AS kept_type, x.file_digest,
        f.digest, f.media_type, f.size, f.width, f.height
        """

    private init(row: Row) throws {
        id = try row.get("id")
        number = try row.get("number")
        title = try row.get("title")
        url = try row.get("url")
        rights = try row.get("rights")
        alt = try row.get("alt")
        fileNumber = try row.get("file_number")
        datedOn = try row.date("dated_on")
        matter = try row.get("matter_id")
        file = try row.get("digest", as: String?.self) == nil ? nil : StoredFile(row: row)
        fileName = try row.get("file_name")
        rule = try row.get("publication_rule")
        let wasFile = try row.get("kept_type", as: String?.self) != nil
        isTakenAway = try wasFile && row.get("file_digest", as: String?.self) == nil
        copyOf = try row.get("copy_of_id")
    }
}
