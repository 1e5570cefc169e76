// SPDX-License-Identifier: EUPL-1.2

/// Lists the matters a record refers to, with the path of each, so that dangling references are found before writing.
struct ReferenceCollector: RecordVisitor {
    /// A reference as it stands in the package.
    struct Found {
        let path: String
        let target: MatterReference
    }

    private let path: String
    private(set) var found: [Found] = []
    /// The nested matters with their references, in order.
    private(set) var nested: [(kind: MatterKind, key: String, number: Int64?)] = []
    private let parentKey: String

    init(path: String, parentKey: String) {
        self.path = path
        self.parentKey = parentKey
    }

    mutating func field<Value: RecordValue>(_ key: String, _ value: inout Value, column: String?) {}

    mutating func reference(_ key: String, _ value: inout String?, to kind: MatterKind, column: String?) {
        guard let value else { return }
        found.append(Found(path: "\(path).\(key)", target: MatterReference(kind, value)))
    }

    mutating func anyReference(_ key: String, _ value: inout MatterReference?, column: String?) {
        guard let value else { return }
        found.append(Found(path: "\(path).\(key)", target: value))
    }

    mutating func references(_ key: String, _ values: inout [String], to kind: MatterKind, in table: ChildTable) {
        for (index, value) in values.enumerated() {
            found.append(Found(path: "\(path).\(key)[\(index)]", target: MatterReference(kind, value)))
        }
    }

    mutating func texts(_ key: String, _ values: inout [String], in table: ChildTable) {}
    mutating func entries(_ key: String, _ values: inout [NamedEntry], in table: ChildTable) {}
    mutating func period(_ key: String, _ value: inout Period?) {}

    mutating func children<Child: ChildRecord>(_ key: String, _ values: inout [Child]) {
        for (index, value) in values.enumerated() {
            var value = value
            var collector = ReferenceCollector(path: "\(path).\(key)[\(index)]", parentKey: parentKey)
            value.visit(&collector)
            found += collector.found
        }
    }

    mutating func matters<Child: NestedMatterRecord>(_ key: String, _ values: inout [Child]) {
        for (index, value) in values.enumerated() {
            var value = value
            let childKey = NestedKey.make(parent: parentKey, local: value.localKey, index: index)
            nested.append((Child.kind, childKey, value.number))
            var collector = ReferenceCollector(path: "\(path).\(key)[\(index)]", parentKey: childKey)
            value.visit(&collector)
            found += collector.found
            nested += collector.nested
        }
    }

    mutating func derived(_ key: String, _ value: PlainValue) {}
    mutating func stored(_ column: String, _ value: String) {}
}

extension MatterRecord {
    /// The matters inside the record, in order.
    var nestedReferences: [MatterReference] { collected.nested.map { MatterReference($0.kind, $0.key) } }

    /// The matters that the record names.
    var namedReferences: [MatterReference] { collected.found.map(\.target) }

    private var collected: ReferenceCollector {
        var record = self
        var collector = ReferenceCollector(path: "", parentKey: key)
        record.visit(&collector)
        return collector
    }
}

/// The key of a matter that lives inside another: the parent's key and a number counted through from 1.
enum NestedKey {
    static func make(parent: String, local: String?, index: Int) -> String {
        "\(parent)/\(local ?? String(index + 1))"
    }
}
