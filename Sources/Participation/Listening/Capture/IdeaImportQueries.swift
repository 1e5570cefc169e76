// SPDX-License-Identifier: EUPL-1.2

import Storage

extension IdeaImport {
    /// The tables of a programme, the newest first.
    public static func list(in programme: String, _ db: Connection) throws -> [IdeaImport] {
        try db.rows(
            "SELECT \(columns) FROM idea_import i WHERE i.programme_id = \(programme) ORDER BY i.created_at DESC, i.id"
        ).map(IdeaImport.init)
    }

    public static func find(_ id: String, in programme: String, _ db: Connection) throws -> IdeaImport? {
        try db.row(
            "SELECT \(columns) FROM idea_import i WHERE i.id = \(id) AND i.programme_id = \(programme)"
        ).map(IdeaImport.init)
    }

    private static let columns: SQL = """
        i.id, i.file_name, i.columns, i.mapping, i.created_at, i.done_at, i.undone_at,
        (SELECT COUNT(*) FROM idea_import_row r WHERE r.idea_import_id = i.id) AS row_count
        """

    private init(row: Row) throws {
        id = try row.get("id")
        fileName = try row.get("file_name")
        columns = ImportRow.unpacked(try row.get("columns"))
        mapping = try ImportMapping(stored: row.get("mapping"))
        rowCount = try row.get("row_count")
        createdAt = try row.get("created_at")
        doneAt = try row.get("done_at")
        undoneAt = try row.get("undone_at")
    }

    func insert(in programme: String, by person: String, _ rows: [ImportRow], _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO idea_import (id, programme_id, person_id, file_name, columns, mapping, created_at)
            VALUES (\(id), \(programme), \(person), \(fileName), \(ImportRow(number: 0, cells: columns).packed),
                \(mapping.stored), \(createdAt))
            """)
        for (index, row) in rows.enumerated() {
            try db.execute(
                """
                INSERT INTO idea_import_row (idea_import_id, position, row_number, cells)
                VALUES (\(id), \(Int64(index + 1)), \(row.number), \(row.packed))
                """)
        }
    }

    static func store(_ mapping: ImportMapping, of id: String, _ db: Connection) throws {
        try db.execute("UPDATE idea_import SET mapping = \(mapping.stored) WHERE id = \(id)")
    }

    func rows(_ db: Connection) throws -> [ImportRow] {
        try db.rows(
            "SELECT row_number, cells FROM idea_import_row WHERE idea_import_id = \(id) ORDER BY position"
        ).map { ImportRow(number: try $0.get("row_number"), cells: ImportRow.unpacked(try $0.get("cells"))) }
    }

    func note(_ idea: String, of row: ImportRow, _ db: Connection) throws {
        try db.execute(
            """
            UPDATE idea_import_row SET idea_id = \(idea) WHERE idea_import_id = \(id) AND row_number = \(row.number)
            """)
    }

    func noteDone(at now: Moment, _ db: Connection) throws {
        try db.execute("UPDATE idea_import SET done_at = \(now.text) WHERE id = \(id)")
    }

    func noteUndone(at now: Moment, _ db: Connection) throws {
        try db.execute("UPDATE idea_import SET undone_at = \(now.text) WHERE id = \(id)")
    }

    /// The ideas that came of the table, each with its open duty and whether anything has happened to it.
    func ideas(_ db: Connection) throws -> [(idea: String, duty: String?, isTouched: Bool)] {
        try db.rows(
            """
            SELECT i.id, d.id AS duty_id,
                CASE WHEN i.state = 'idea.received' AND i.outcome IS NULL AND NOT EXISTS (
                    SELECT 1 FROM idea o WHERE o.merged_into_id = i.id) THEN 0 ELSE 1 END AS is_touched
            FROM idea_import_row r JOIN idea i ON i.id = r.idea_id
            LEFT JOIN duty d ON d.matter_id = i.id AND d.kind = 'reply' AND d.state = 'duty.open'
            WHERE r.idea_import_id = \(id) ORDER BY r.position
            """
        ).map { (try $0.get("id"), try $0.get("duty_id"), try $0.get("is_touched")) }
    }

    /// The marks of ideas of a programme that bear one of these titles; see `ReadImport.mark`.
    static func marks(ofTitles titles: [String], in programme: String, _ db: Connection) throws -> Set<String> {
        var marks: Set<String> = []
        for start in stride(from: 0, to: titles.count, by: 400) {
            let keys = titles[start..<min(start + 400, titles.count)].map(SortKey.make)
            let rows = try db.rows(
                """
                SELECT i.title, i.summary FROM idea i JOIN public_matter m ON m.id = i.id
                WHERE i.programme_id = \(programme) AND i.sort_key IN \(list: Array(keys))
                """)
            for row in rows { marks.insert(ReadImport.mark(try row.get("title"), try row.get("summary"))) }
        }
        return marks
    }
}
