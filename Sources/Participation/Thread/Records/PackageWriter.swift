// SPDX-License-Identifier: EUPL-1.2

/// Writes a record as the object of a package, in the order of its fields. The same object is the journal's content.
struct PackageWriter: RecordVisitor {
    /// Whether values that follow from other records are written too.
    let includesDerived: Bool
    private(set) var members: [PlainValue.Member] = []

    init(includesDerived: Bool) {
        self.includesDerived = includesDerived
    }

    private mutating func add(_ key: String, _ value: PlainValue) {
        members.append(PlainValue.Member(key, value))
    }

    mutating func field<Value: RecordValue>(_ key: String, _ value: inout Value, column: String?) {
        add(key, value.plain)
    }

    mutating func newerField<Value: RecordValue>(_ key: String, _ value: inout Value?) {
        if value != nil { field(key, &value, column: nil) }
    }

    mutating func newerReference(_ key: String, _ value: inout String?, to kind: MatterKind) {
        if value != nil { reference(key, &value, to: kind, column: nil) }
    }

    mutating func newerChildren<Child: ChildRecord>(_ key: String, _ values: inout [Child]) {
        if !values.isEmpty { children(key, &values) }
    }

    mutating func reference(_ key: String, _ value: inout String?, to kind: MatterKind, column: String?) {
        add(key, value.map { ReferenceForm.plain($0, kind) } ?? .null)
    }

    mutating func anyReference(_ key: String, _ value: inout MatterReference?, column: String?) {
        add(key, value.map { .text($0.text) } ?? .null)
    }

    mutating func references(_ key: String, _ values: inout [String], to kind: MatterKind, in table: ChildTable) {
        add(key, .list(values.map { ReferenceForm.plain($0, kind) }))
    }

    mutating func texts(_ key: String, _ values: inout [String], in table: ChildTable) {
        add(key, .list(values.map { .text($0) }))
    }

    mutating func entries(_ key: String, _ values: inout [NamedEntry], in table: ChildTable) {
        let members = values.map { entry in
            PlainValue.Member(entry.name, entry.number.map { .integer($0) } ?? .text(entry.text ?? ""))
        }
        add(key, .object(members))
    }

    mutating func period(_ key: String, _ value: inout Period?) {
        add(key, value?.plain ?? .null)
    }

    mutating func children<Child: ChildRecord>(_ key: String, _ values: inout [Child]) {
        let objects = values.map { child in
            var child = child
            var writer = PackageWriter(includesDerived: includesDerived)
            child.visit(&writer)
            return PlainValue.object(writer.members)
        }
        add(key, .list(objects))
    }

    mutating func matters<Child: NestedMatterRecord>(_ key: String, _ values: inout [Child]) {
        let includesDerived = includesDerived
        add(key, .list(values.map { $0.plain(includesDerived: includesDerived) }))
    }

    mutating func derived(_ key: String, _ value: PlainValue) {
        if includesDerived { add(key, value) }
    }

    mutating func stored(_ column: String, _ value: String) {}
}

extension MatterRecord {
    /// The record as the object of a package.
    public var plain: PlainValue { plain(includesDerived: true) }

    func plain(includesDerived: Bool) -> PlainValue {
        var record = self
        var writer = PackageWriter(includesDerived: includesDerived)
        record.visit(&writer)
        return .object(writer.members.filter { !Self.laterKeys.contains($0.key) || !$0.value.isNothing })
    }
}

extension PlainValue {
    /// What a field holds that nothing was written into.
    fileprivate var isNothing: Bool { self == .null || self == .flag(false) || self == .list([]) }
}
