// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Takes a record apart into the rows of its tables. It writes nothing itself: `RecordQueries` does.
struct RowWriter: RecordVisitor {
    /// The rows of one dependent table under one parent.
    struct Children {
        let table: String
        let parentColumn: String
        let isRecorded: Bool
        var rows: [[ColumnBinding]] = []
        var grandchildren: [(table: String, parentColumn: String)] = []
        var dependents: [(parent: String, children: Children)] = []
    }

    /// A matter inside the record, taken apart in the same way.
    struct Nested {
        let kind: MatterKind
        let table: String
        let id: String
        let key: String
        let number: Int64?
        let position: Int64
        let rows: RowWriter
    }

    /// How many nested matters of one table the record has, to notice when an update would lose one.
    struct NestedCount {
        let table: String
        let parentColumn: String
        let count: Int
    }

    let id: String
    let key: String
    let directory: MatterDirectory
    private(set) var columns: [ColumnBinding] = []
    private(set) var children: [Children] = []
    private(set) var nested: [Nested] = []
    private(set) var nestedCounts: [NestedCount] = []
    private(set) var missing: [MatterReference] = []

    init(id: String, key: String, directory: MatterDirectory) {
        self.id = id
        self.key = key
        self.directory = directory
    }

    private mutating func identifier(of reference: MatterReference?) -> String? {
        guard let reference else { return nil }
        guard let id = directory.id(of: reference) else {
            missing.append(reference)
            return nil
        }
        return id
    }

    mutating func field<Value: RecordValue>(_ key: String, _ value: inout Value, column: String?) {
        guard column != "" else { return }
        columns += value.columns(column ?? ColumnName.make(key))
    }

    mutating func reference(_ key: String, _ value: inout String?, to kind: MatterKind, column: String?) {
        let id = identifier(of: value.map { MatterReference(kind, $0) })
        columns.append(ColumnBinding(column ?? "\(key)_id", id))
    }

    mutating func anyReference(_ key: String, _ value: inout MatterReference?, column: String?) {
        columns.append(ColumnBinding(column ?? "\(key)_id", identifier(of: value)))
    }

    mutating func references(_ key: String, _ values: inout [String], to kind: MatterKind, in table: ChildTable) {
        let ids = values.map { identifier(of: MatterReference(kind, $0)) }
        addList(ids.map { [ColumnBinding(table.column, $0)] }, in: table)
    }

    mutating func texts(_ key: String, _ values: inout [String], in table: ChildTable) {
        addList(values.map { [ColumnBinding(table.column, $0)] }, in: table)
    }

    mutating func entries(_ key: String, _ values: inout [NamedEntry], in table: ChildTable) {
        let rows = values.map { entry in
            [
                ColumnBinding("name", entry.name), ColumnBinding("number", entry.number),
                ColumnBinding("text", entry.text),
            ]
        }
        addList(rows, in: table)
    }

    private mutating func addList(_ rows: [[ColumnBinding]], in table: ChildTable) {
        children.append(
            Children(table: table.name, parentColumn: table.parent, isRecorded: false, rows: numbered(rows)))
    }

    private func numbered(_ rows: [[ColumnBinding]]) -> [[ColumnBinding]] {
        rows.enumerated().map { index, row in [ColumnBinding("position", Int64(index + 1))] + row }
    }

    mutating func period(_ key: String, _ value: inout Period?) {
        columns.append(ColumnBinding("starts_on", value?.start?.text))
        columns.append(ColumnBinding("ends_on", value?.end?.text))
    }

    mutating func children<Child: ChildRecord>(_ key: String, _ values: inout [Child]) {
        var result = Children(table: Child.table, parentColumn: Child.parentColumn, isRecorded: Child.isRecorded)
        if Child.hasIdentity {
            var blank = Child()
            var probe = RowWriter(id: "", key: "", directory: directory)
            blank.visit(&probe)
            result.grandchildren = probe.children.map { ($0.table, $0.parentColumn) }
        }
        for (index, value) in values.enumerated() {
            var value = value
            let childID = "\(id)/\(Child.table)/\(index + 1)"
            var writer = RowWriter(id: childID, key: "", directory: directory)
            value.visit(&writer)
            var row = [ColumnBinding("position", Int64(index + 1))] + writer.columns
            if Child.hasIdentity { row.append(ColumnBinding("id", childID)) }
            result.rows.append(row)
            result.dependents += writer.children.map { (childID, $0) }
            missing += writer.missing
        }
        children.append(result)
    }

    mutating func matters<Child: NestedMatterRecord>(_ key: String, _ values: inout [Child]) {
        nestedCounts.append(
            NestedCount(table: Child.table, parentColumn: Child.parentColumn, count: values.count))
        for (index, value) in values.enumerated() {
            var value = value
            let childKey = NestedKey.make(parent: self.key, local: value.localKey, index: index)
            guard let childID = identifier(of: MatterReference(Child.kind, childKey)) else { continue }
            var writer = RowWriter(id: childID, key: childKey, directory: directory)
            value.visit(&writer)
            missing += writer.missing
            writer.columns.append(ColumnBinding(Child.parentColumn, id))
            writer.columns.append(ColumnBinding("position", Int64(index + 1)))
            nested.append(
                Nested(
                    kind: Child.kind, table: Child.table, id: childID, key: childKey, number: value.number,
                    position: Int64(index + 1), rows: writer))
        }
    }

    mutating func derived(_ key: String, _ value: PlainValue) {}

    mutating func stored(_ column: String, _ value: String) {
        columns.append(ColumnBinding(column, value))
    }
}

/// The column of a package key: the key without the mark of its language.
enum ColumnName {
    static func make(_ key: String) -> String {
        key.hasSuffix("_de") ? String(key.dropLast(3)) : key
    }
}

/// Which id belongs to which key, for all matters of one programme.
struct MatterDirectory: Sendable {
    private var ids: [MatterReference: String] = [:]
    private var references: [String: MatterReference] = [:]

    func id(of reference: MatterReference) -> String? { ids[reference] }

    func reference(of id: String) -> MatterReference? { references[id] }

    mutating func add(_ reference: MatterReference, id: String) {
        ids[reference] = id
        references[id] = reference
    }
}
