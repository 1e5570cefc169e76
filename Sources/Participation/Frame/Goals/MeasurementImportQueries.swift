// SPDX-License-Identifier: EUPL-1.2

import Storage

extension MeasurementImport {
    /// The lists of a programme, the newest first.
    public static func list(in programme: String, _ db: Connection) throws -> [MeasurementImport] {
        try db.rows(
            """
            SELECT \(columns) FROM indicator_import i WHERE i.programme_id = \(programme)
            ORDER BY i.created_at DESC, i.id LIMIT 100
            """
        ).map(MeasurementImport.init)
    }

    public static func find(_ id: String, in programme: String, _ db: Connection) throws -> MeasurementImport? {
        try db.row(
            "SELECT \(columns) FROM indicator_import i WHERE i.id = \(id) AND i.programme_id = \(programme)"
        ).map(MeasurementImport.init)
    }

    private static let columns: SQL =
        "i.id, i.file_name, i.columns, i.mapping, i.row_count, i.created_at, i.done_at, i.undone_at"

    private init(row: Row) throws {
        id = try row.get("id")
        fileName = try row.get("file_name")
        columns = ImportRow.unpacked(try row.get("columns"))
        mapping = MeasurementMapping(stored: try row.get("mapping"))
        rowCount = try row.get("row_count")
        createdAt = try row.get("created_at")
        doneAt = try row.get("done_at")
        undoneAt = try row.get("undone_at")
    }

    func insert(in programme: String, by person: String, _ rows: [ImportRow], _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO indicator_import
                (id, programme_id, person_id, file_name, columns, mapping, row_count, cells, created_at)
            VALUES (\(id), \(programme), \(person), \(fileName), \(ImportRow(number: 0, cells: columns).packed),
                \(mapping.stored), \(rowCount), \(ImportRow.packed(rows)), \(createdAt))
            """)
    }

    static func store(_ mapping: MeasurementMapping, of id: String, _ db: Connection) throws {
        try db.execute("UPDATE indicator_import SET mapping = \(mapping.stored) WHERE id = \(id)")
    }

    func rows(_ db: Connection) throws -> [ImportRow] {
        let cells: String? = try db.value("SELECT cells FROM indicator_import WHERE id = \(id)")
        return ImportRow.rows(packed: cells ?? "")
    }

    /// Notes that a value came of a row.
    func note(_ row: Int64, _ indicator: String, place: Int, _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO indicator_import_value (indicator_import_id, row_number, indicator_id, place)
            VALUES (\(id), \(row), \(indicator), \(Int64(place)))
            """)
    }

    /// Which rows of which series came of the list, the last one first.
    func values(_ db: Connection) throws -> [(indicator: String, place: Int)] {
        try db.rows(
            """
            SELECT indicator_id, place FROM indicator_import_value WHERE indicator_import_id = \(id)
            ORDER BY indicator_id, place DESC
            """
        ).map { (try $0.get("indicator_id"), Int(try $0.get("place", as: Int64.self))) }
    }

    public func valueCount(_ db: Connection) throws -> Int64 {
        try db.value("SELECT COUNT(*) FROM indicator_import_value WHERE indicator_import_id = \(id)") ?? 0
    }

    func noteDone(at now: Moment, _ db: Connection) throws {
        try db.execute("UPDATE indicator_import SET done_at = \(now.text) WHERE id = \(id)")
    }

    func noteUndone(at now: Moment, _ db: Connection) throws {
        try db.execute("UPDATE indicator_import SET undone_at = \(now.text) WHERE id = \(id)")
    }

    static func deleteValues(of programme: String, in db: Connection) throws {
        try db.execute(
            """
            DELETE FROM indicator_import_value WHERE indicator_import_id IN
                (SELECT id FROM indicator_import WHERE programme_id = \(programme))
            """)
    }
}
