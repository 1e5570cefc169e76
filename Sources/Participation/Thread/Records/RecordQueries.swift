// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The dependent rows of one programme or of one matter, each table read once and then handed out by parent.
final class ChildRows {
    private(set) var directory: MatterDirectory
    let programme: String
    private let db: Connection
    private var matters: [String: MatterRow]
    /// Whether all matters are known from the beginning, so that one that is not among them does not exist.
    private let knowsAll: Bool
    private var tables: [String: [String: [Row]]] = [:]

    init(of programme: String, matters: [MatterRow], in db: Connection) {
        self.programme = programme
        self.db = db
        var directory = MatterDirectory()
        var byID: [String: MatterRow] = [:]
        for matter in matters {
            directory.add(matter.reference, id: matter.id)
            byID[matter.id] = matter
        }
        self.directory = directory
        self.matters = byID
        knowsAll = true
    }

    /// For the reading of a single matter: others are looked up when they are named.
    init(of programme: String, in db: Connection) {
        self.programme = programme
        self.db = db
        directory = MatterDirectory()
        matters = [:]
        knowsAll = false
    }

    func matter(_ id: String) throws -> MatterRow? {
        if let known = matters[id] { return known }
        guard !knowsAll, let found = try MatterRow.find(id, of: programme, in: db) else { return nil }
        matters[id] = found
        directory.add(found.reference, id: id)
        return found
    }

    /// Which matter of the programme an id stands for.
    func reference(of id: String) throws -> MatterReference? { try matter(id)?.reference }

    /// What was found wrong while reading, with the matter it is about; `verify` reports it.
    private(set) var findings: [(matter: String, reason: String)] = []

    func note(_ reason: String, about matter: String) {
        findings.append((matter, reason))
    }

    func rows(of table: String, parentColumn: String, parent: String, scope: SQL) throws -> [Row] {
        if let loaded = tables[table] { return loaded[parent] ?? [] }
        var byParent: [String: [Row]] = [:]
        let query: SQL = """
            SELECT * FROM \(identifier: table) WHERE \(identifier: parentColumn) IN (\(scope))
            ORDER BY \(identifier: parentColumn), position
            """
        try db.forEach(query) { row in
            byParent[try row.get(parentColumn), default: []].append(row)
        }
        tables[table] = byParent
        try checkNumbering(of: byParent, in: table)
        return byParent[parent] ?? []
    }

    /// The ids of all rows of a dependent table, as the scope of what depends on them in turn.
    static func scope<Child: ChildRecord>(of type: Child.Type, in scope: SQL) -> SQL {
        "SELECT id FROM \(identifier: Child.table) WHERE \(identifier: Child.parentColumn) IN (\(scope))"
    }

    /// The rows of one parent are numbered 1, 2, 3 …
    private func checkNumbering(of byParent: [String: [Row]], in table: String) throws {
        for (parent, rows) in byParent.sorted(by: { $0.key < $1.key }) {
            let positions: [Int64] = try rows.map { try $0.get("position") }
            guard positions != (1...Int64(rows.count)).map({ $0 }) else { continue }
            note("the rows of \(table) are not numbered through", about: String(parent.prefix { $0 != "/" }))
        }
    }

    /// When each state of a matter was recorded, in the order of its history.
    func historyRecordedAt(_ id: String, scope: SQL? = nil) throws -> [String] {
        let scope = scope ?? "SELECT id FROM matter WHERE programme_id = \(programme)"
        return try rows(of: "state_change", parentColumn: "matter_id", parent: id, scope: scope).map {
            try $0.get("recorded_at")
        }
    }
}

extension MatterRecord {
    /// The row of one matter in the table of its kind.
    static func row(_ id: String, of programme: String, in db: Connection) throws -> Row? {
        try db.row("SELECT * FROM \(identifier: table) WHERE id = \(id) AND programme_id = \(programme)")
    }

    /// The ids of a matter and of the matters inside it, as the scope of what depends on them.
    static func scope(ofOne id: String) -> SQL {
        var blank = Self()
        var probe = RowWriter(id: "", key: "", directory: MatterDirectory())
        blank.visit(&probe)
        let inside = probe.nestedCounts.map { nested -> SQL in
            "SELECT id FROM \(identifier: nested.table) WHERE \(identifier: nested.parentColumn) = \(id)"
        }
        return SQL.joined(["SELECT id FROM matter WHERE id = \(id)"] + inside, separator: " UNION ALL ")
    }

    /// All records of this kind with their matters, in package order.
    ///
    /// - Parameter toleratesFaults: whether a row that cannot be read is noted in `tables` instead of ending the
    ///   reading.
    static func all(
        of programme: String, tables: ChildRows, toleratesFaults: Bool, in db: Connection
    ) throws -> [(MatterRow, Self)] {
        let scope: SQL = "SELECT id FROM matter WHERE programme_id = \(programme)"
        var found: [(MatterRow, Self)] = []
        for row in try db.rows("SELECT * FROM \(identifier: table) WHERE programme_id = \(programme)") {
            guard let matter = try tables.matter(row.get("id")) else { continue }
            do {
                found.append((matter, try read(row, tables: tables, scope: scope)))
            } catch  where toleratesFaults {
                tables.note("the row cannot be read: \(error)", about: matter.id)
            }
        }
        return found.sorted { ($0.0.position, $0.0.id) < ($1.0.position, $1.0.id) }
    }
}

/// What is needed to write a matter besides its record.
struct MatterStamp {
    let programme: String
    let position: Int64
    /// Null for what is not public.
    let visibleFrom: String?
    let recordedAt: String
    let importedDigest: String?
}

/// Writes the rows of a record; the same statements serve the first import and every update.
struct RecordWriting {
    let db: Connection
    let stamp: MatterStamp

    func store(_ rows: RowWriter, kind: MatterKind, table: String, number: Int64?) throws {
        if let absent = rows.missing.first {
            throw ValueFault("\(rows.key) names \(absent.text), which does not exist")
        }
        try storeMatter(rows.id, kind: kind, key: rows.key, number: number, position: stamp.position)
        try upsert(table, rows.columns, id: rows.id)
        for children in rows.children { try replace(children, parent: rows.id) }
        try refuseRemoval(of: rows.nestedCounts, parent: rows.id)
        for nested in rows.nested {
            try storeMatter(
                nested.id, kind: nested.kind, key: nested.key, number: nested.number, position: nested.position)
            try upsert(nested.table, nested.rows.columns, id: nested.id)
            for children in nested.rows.children { try replace(children, parent: nested.id) }
        }
    }

    private func storeMatter(
        _ id: String, kind: MatterKind, key: String, number: Int64?, position: Int64
    ) throws {
        try db.execute(
            """
            INSERT INTO matter
                (id, programme_id, kind, key, number, position, visible_from, recorded_at, imported_digest)
            VALUES (\(id), \(stamp.programme), \(kind), \(key), \(number), \(position), \(stamp.visibleFrom),
                \(stamp.recordedAt), \(stamp.importedDigest))
            ON CONFLICT (id) DO UPDATE SET number = excluded.number, position = excluded.position,
                visible_from = excluded.visible_from, imported_digest = excluded.imported_digest
            """)
    }

    private func upsert(_ table: String, _ columns: [ColumnBinding], id: String) throws {
        let all = [ColumnBinding("id", id), ColumnBinding("programme_id", stamp.programme)] + columns
        let updates = all.dropFirst().map { binding -> SQL in
            "\(identifier: binding.column) = excluded.\(identifier: binding.column)"
        }
        try db.execute(
            insertion(table, all) + " ON CONFLICT (id) DO UPDATE SET " + SQL.joined(updates, separator: ", "))
    }

    private func insertion(_ table: String, _ columns: [ColumnBinding]) -> SQL {
        let names = SQL.joined(columns.map { "\(identifier: $0.column)" }, separator: ", ")
        let values = SQL.joined(columns.map(\.value), separator: ", ")
        return "INSERT INTO \(identifier: table) (\(names)) VALUES (\(values))"
    }

    private func replace(_ children: RowWriter.Children, parent: String) throws {
        if children.isRecorded { return try append(children, parent: parent) }
        let own: SQL = "\(identifier: children.parentColumn) = \(parent)"
        for grandchild in children.grandchildren {
            try db.execute(
                """
                DELETE FROM \(identifier: grandchild.table) WHERE \(identifier: grandchild.parentColumn) IN
                    (SELECT id FROM \(identifier: children.table) WHERE \(own))
                """)
        }
        try db.execute("DELETE FROM \(identifier: children.table) WHERE \(own)")
        for row in children.rows {
            try db.execute(insertion(children.table, [ColumnBinding(children.parentColumn, parent)] + row))
        }
        for dependent in children.dependents { try replace(dependent.children, parent: dependent.parent) }
    }

    /// Rows that keep when they were recorded are only added to; a changed one is corrected in place.
    private func append(_ children: RowWriter.Children, parent: String) throws {
        let key = SQL.joined(["\(identifier: children.parentColumn)", "position"], separator: ", ")
        for row in children.rows {
            let all =
                [ColumnBinding(children.parentColumn, parent), ColumnBinding("recorded_at", stamp.recordedAt)] + row
            let updates = row.map { binding -> SQL in
                "\(identifier: binding.column) = excluded.\(identifier: binding.column)"
            }
            try db.execute(
                insertion(children.table, all) + " ON CONFLICT (\(key)) DO UPDATE SET "
                    + SQL.joined(updates, separator: ", "))
        }
        let count: Int64? = try db.value(
            """
            SELECT COUNT(*) FROM \(identifier: children.table) WHERE \(identifier: children.parentColumn) = \(parent)
            """)
        guard count == Int64(children.rows.count) else {
            throw ValueFault("an update never deletes: the history of a matter would lose an entry")
        }
    }

    private func refuseRemoval(of counts: [RowWriter.NestedCount], parent: String) throws {
        for nested in counts {
            let count: Int64? = try db.value(
                """
                SELECT COUNT(*) FROM \(identifier: nested.table)
                WHERE \(identifier: nested.parentColumn) = \(parent)
                """)
            guard (count ?? 0) <= Int64(nested.count) else {
                throw ValueFault(
                    "an update never deletes: \(count ?? 0) rows of \(nested.table) here, \(nested.count) new")
            }
        }
    }
}
