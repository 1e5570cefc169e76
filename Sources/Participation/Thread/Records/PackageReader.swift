// SPDX-License-Identifier: EUPL-1.2

/// One fault of a package: where, and what is wrong.
public struct RecordFault: Equatable, Sendable, CustomStringConvertible {
    public let file: String
    public let path: String
    public let reason: String

    public init(file: String, path: String, reason: String) {
        self.file = file
        self.path = path
        self.reason = reason
    }

    public var description: String { "\(file)\(path): \(reason)" }
}

/// Reads a record from an object of a package and collects every fault instead of stopping at the first.
struct PackageReader: RecordVisitor {
    private let file: String
    private let path: String
    private let members: [PlainValue.Member]
    private var known: [String] = []
    private var laterKeys: [String] = []
    /// Whether values that follow from others are there; the journal leaves them out.
    private let holdsDerived: Bool
    private(set) var faults: [RecordFault] = []

    init(_ value: PlainValue, file: String, path: String, holdsDerived: Bool = true) {
        self.file = file
        self.holdsDerived = holdsDerived
        self.path = path
        if case .object(let members) = value {
            self.members = members
        } else {
            members = []
            faults.append(RecordFault(file: file, path: path, reason: "an object expected, found \(value.typeName)"))
        }
    }

    /// Reads the whole record and adds a fault for each key it does not know.
    mutating func read<Record: MatterRecord>(_ type: Record.Type) -> Record {
        var record = Record()
        laterKeys = Record.laterKeys
        record.visit(&self)
        refuseUnknownKeys()
        return record
    }

    private mutating func refuseUnknownKeys() {
        let known = Set(self.known)
        for member in members where !known.contains(member.key) {
            fault(member.key, "unknown key")
        }
    }

    private mutating func fault(_ key: String, _ reason: String) {
        faults.append(RecordFault(file: file, path: "\(path).\(key)", reason: reason))
    }

    private mutating func value(_ key: String) -> PlainValue? {
        known.append(key)
        guard let member = members.first(where: { $0.key == key }) else {
            if !laterKeys.contains(key) { fault(key, "missing; write null for unknown") }
            return nil
        }
        return member.value
    }

    /// The elements of a list, or none and a fault.
    private mutating func list(_ key: String) -> [PlainValue] {
        guard let value = value(key) else { return [] }
        guard case .list(let elements) = value else {
            fault(key, "a list expected, found \(value.typeName)")
            return []
        }
        return elements
    }

    private mutating func parsed<Result>(_ key: String, _ body: () throws(ValueFault) -> Result) -> Result? {
        do {
            return try body()
        } catch {
            fault(key, error.reason)
            return nil
        }
    }

    mutating func field<Value: RecordValue>(_ key: String, _ value: inout Value, column: String?) {
        guard let plain = self.value(key) else { return }
        let result = parsed(key) { () throws(ValueFault) in try Value(plain: plain) }
        if let result { value = result }
    }

    mutating func newerField<Value: RecordValue>(_ key: String, _ value: inout Value?) {
        guard has(key) else { return known.append(key) }
        field(key, &value, column: nil)
    }

    mutating func newerReference(_ key: String, _ value: inout String?, to kind: MatterKind) {
        guard has(key) else { return known.append(key) }
        reference(key, &value, to: kind, column: nil)
    }

    mutating func newerChildren<Child: ChildRecord>(_ key: String, _ values: inout [Child]) {
        guard has(key) else { return known.append(key) }
        children(key, &values)
    }

    private func has(_ key: String) -> Bool { members.contains { $0.key == key } }

    mutating func reference(_ key: String, _ value: inout String?, to kind: MatterKind, column: String?) {
        guard let plain = self.value(key), plain != .null else { return }
        value = parsed(key) { () throws(ValueFault) in try ReferenceForm.key(plain, kind) }
    }

    mutating func anyReference(_ key: String, _ value: inout MatterReference?, column: String?) {
        guard let plain = self.value(key), plain != .null else { return }
        value = parsed(key) { () throws(ValueFault) in
            guard let reference = MatterReference(text: try String(plain: plain)) else {
                throw ValueFault("a matter is written kind/key, such as project/hebammenzentralen")
            }
            return reference
        }
    }

    mutating func references(_ key: String, _ values: inout [String], to kind: MatterKind, in table: ChildTable) {
        for (index, element) in list(key).enumerated() {
            let read = parsed("\(key)[\(index)]") { () throws(ValueFault) in try ReferenceForm.key(element, kind) }
            if let read { values.append(read) }
        }
    }

    mutating func texts(_ key: String, _ values: inout [String], in table: ChildTable) {
        for (index, element) in list(key).enumerated() {
            let read = parsed("\(key)[\(index)]") { () throws(ValueFault) in try String(plain: element) }
            if let read { values.append(read) }
        }
    }

    mutating func entries(_ key: String, _ values: inout [NamedEntry], in table: ChildTable) {
        guard let plain = value(key) else { return }
        guard case .object(let members) = plain else {
            fault(key, "an object expected, found \(plain.typeName)")
            return
        }
        for member in members {
            switch member.value {
            case .integer(let number): values.append(NamedEntry(name: member.key, number: number, text: nil))
            case .text(let text): values.append(NamedEntry(name: member.key, number: nil, text: text))
            default: fault("\(key).\(member.key)", "a whole number or a text expected, found \(member.value.typeName)")
            }
        }
    }

    mutating func period(_ key: String, _ value: inout Period?) {
        guard let plain = self.value(key), plain != .null else { return }
        value = parsed(key) { () throws(ValueFault) in try Period(plain: plain) }
    }

    mutating func children<Child: ChildRecord>(_ key: String, _ values: inout [Child]) {
        for (index, element) in list(key).enumerated() {
            var reader = PackageReader(
                element, file: file, path: "\(path).\(key)[\(index)]", holdsDerived: holdsDerived)
            var child = Child()
            child.visit(&reader)
            reader.refuseUnknownKeys()
            faults += reader.faults
            values.append(child)
        }
    }

    mutating func matters<Child: NestedMatterRecord>(_ key: String, _ values: inout [Child]) {
        for (index, element) in list(key).enumerated() {
            var reader = PackageReader(
                element, file: file, path: "\(path).\(key)[\(index)]", holdsDerived: holdsDerived)
            values.append(reader.read(Child.self))
            faults += reader.faults
        }
    }

    mutating func derived(_ key: String, _ value: PlainValue) {
        if holdsDerived { _ = self.value(key) }
    }

    mutating func stored(_ column: String, _ value: String) {}
}

/// How a reference to one kind stands in a package: forums by their number, all others by their key.
enum ReferenceForm {
    static func key(_ plain: PlainValue, _ kind: MatterKind) throws(ValueFault) -> String {
        kind == .forum ? String(try Int64(plain: plain)) : try String(plain: plain)
    }

    static func plain(_ key: String, _ kind: MatterKind) -> PlainValue {
        guard kind == .forum, let number = Int64(key) else { return .text(key) }
        return .integer(number)
    }
}
