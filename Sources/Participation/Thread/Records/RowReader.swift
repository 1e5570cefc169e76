// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Puts a record together from its rows; the inverse of `RowWriter`. The first failure is kept and ends the reading.
struct RowReader: RecordVisitor {
    private let row: Row
    private let id: String
    private let key: String
    private let number: Int64?
    private let tables: ChildRows
    private let scope: SQL
    private(set) var failure: (any Error)?

    /// - Parameter scope: a query for the ids of all parents of this kind of row, so that a dependent table is read
    ///   once.
    init(_ row: Row, id: String, key: String, number: Int64?, tables: ChildRows, scope: SQL) {
        self.row = row
        self.id = id
        self.key = key
        self.number = number
        self.tables = tables
        self.scope = scope
    }

    private mutating func attempt<Result>(_ body: (RowReader) throws -> Result) -> Result? {
        guard failure == nil else { return nil }
        do {
            return try body(self)
        } catch {
            failure = error
            return nil
        }
    }

    private func rows(of table: ChildTable) throws -> [Row] {
        try tables.rows(of: table.name, parentColumn: table.parent, parent: id, scope: scope)
    }

    private func key(of id: String?) throws -> String? {
        guard let id else { return nil }
        guard let reference = try tables.reference(of: id) else {
            throw ValueFault("the row of \(key) names a matter of another programme or none: \(id)")
        }
        return reference.key
    }

    mutating func field<Value: RecordValue>(_ key: String, _ value: inout Value, column: String?) {
        let read = attempt { reader throws -> Value in
            guard column == "" else { return try Value(row: reader.row, column: column ?? ColumnName.make(key)) }
            let own: PlainValue = Value.self == Int64.self ? reader.number.plain : .text(reader.key)
            return try Value(plain: own)
        }
        if let read { value = read }
    }

    mutating func reference(_ key: String, _ value: inout String?, to kind: MatterKind, column: String?) {
        value = attempt { reader in try reader.key(of: reader.row.get(column ?? "\(key)_id")) } ?? nil
    }

    mutating func anyReference(_ key: String, _ value: inout MatterReference?, column: String?) {
        let read = attempt { reader throws -> MatterReference? in
            guard let id: String = try reader.row.get(column ?? "\(key)_id") else { return nil }
            return try reader.tables.reference(of: id)
        }
        value = read ?? nil
    }

    mutating func references(_ key: String, _ values: inout [String], to kind: MatterKind, in table: ChildTable) {
        let read = attempt { reader in
            try reader.rows(of: table).compactMap {
                try reader.key(of: $0.get(table.column))
            }
        }
        values = read ?? []
    }

    mutating func texts(_ key: String, _ values: inout [String], in table: ChildTable) {
        let read = attempt { reader throws -> [String] in
            try reader.rows(of: table).map {
                try $0.get(table.column)
            }
        }
        values = read ?? []
    }

    mutating func entries(_ key: String, _ values: inout [NamedEntry], in table: ChildTable) {
        let read = attempt { reader in
            try reader.rows(of: table).map {
                NamedEntry(name: try $0.get("name"), number: try $0.get("number"), text: try $0.get("text"))
            }
        }
        values = read ?? []
    }

    mutating func period(_ key: String, _ value: inout Period?) {
        let read = attempt { reader throws -> Period? in
            let start = try PartialDate?(row: reader.row, column: "starts_on")
            let end = try PartialDate?(row: reader.row, column: "ends_on")
            return start == nil && end == nil ? nil : Period(start: start, end: end)
        }
        value = read ?? nil
    }

    mutating func children<Child: ChildRecord>(_ key: String, _ values: inout [Child]) {
        let read = attempt { parent throws -> [Child] in
            let ids = ChildRows.scope(of: Child.self, in: parent.scope)
            return try parent.tables.rows(
                of: Child.table, parentColumn: Child.parentColumn, parent: parent.id, scope: parent.scope
            ).map {
                let childID: String = Child.hasIdentity ? try $0.get("id") : ""
                var reader = RowReader($0, id: childID, key: parent.key, number: nil, tables: parent.tables, scope: ids)
                var child = Child()
                child.visit(&reader)
                if let failure = reader.failure { throw failure }
                return child
            }
        }
        values = read ?? []
    }

    mutating func matters<Child: NestedMatterRecord>(_ key: String, _ values: inout [Child]) {
        let read = attempt { reader in
            try reader.tables.rows(
                of: Child.table, parentColumn: Child.parentColumn, parent: reader.id, scope: reader.scope
            ).enumerated().map { index, row in
                let child = try Child.read(row, tables: reader.tables, scope: reader.scope)
                try reader.checkPlace(of: row, local: child.localKey, index: index)
                return child
            }
        }
        values = read ?? []
    }

    /// A nested row belongs to its parent's programme and bears the key that its place gives it.
    private func checkPlace(of row: Row, local: String?, index: Int) throws {
        let expected = NestedKey.make(parent: key, local: local, index: index)
        let isInPlace =
            try row.get("programme_id") == tables.programme && (try tables.matter(row.get("id")))?.key == expected
        if !isInPlace { tables.note("what should be \(expected) is out of place", about: id) }
    }

    mutating func derived(_ key: String, _ value: PlainValue) {}

    mutating func stored(_ column: String, _ value: String) {
        let found = attempt { reader throws -> String in try reader.row.get(column) }
        if let found, found != value { tables.note("\(column) does not follow from the rest of the row", about: id) }
    }
}

extension MatterRecord {
    /// The record of one row, with everything that depends on it.
    static func read(_ row: Row, tables: ChildRows, scope: SQL) throws -> Self {
        let id: String = try row.get("id")
        let matter = try tables.matter(id)
        var reader = RowReader(
            row, id: id, key: matter?.key ?? "", number: matter?.number, tables: tables, scope: scope)
        var record = Self()
        record.visit(&reader)
        if let failure = reader.failure { throw failure }
        return record
    }
}
