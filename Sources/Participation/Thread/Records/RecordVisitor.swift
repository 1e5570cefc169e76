// SPDX-License-Identifier: EUPL-1.2

/// Walks the fields of a record in package order.
///
/// Each record names its fields once, in `visit`; reading and writing packages, reading and writing rows, the journal's
/// content and `verify` are visitors over that one list, so they cannot disagree.
public protocol RecordVisitor {
    /// A single value. `column` defaults to the key without its language ending (`title_de` → `title`).
    mutating func field<Value: RecordValue>(_ key: String, _ value: inout Value, column: String?)
    /// The key of another matter of the programme, or null.
    mutating func reference(_ key: String, _ value: inout String?, to kind: MatterKind, column: String?)
    /// A matter of any kind, written `kind/key`.
    mutating func anyReference(_ key: String, _ value: inout MatterReference?, column: String?)
    /// An ordered list of keys of other matters, kept in a table of its own.
    mutating func references(_ key: String, _ values: inout [String], to kind: MatterKind, in table: ChildTable)
    /// An ordered list of texts, kept in a table of its own.
    mutating func texts(_ key: String, _ values: inout [String], in table: ChildTable)
    /// An object of named whole numbers or texts, order kept.
    mutating func entries(_ key: String, _ values: inout [NamedEntry], in table: ChildTable)
    /// A value that older packages and journal entries do not have: it is written only where it is known, so that
    /// they stay what they were.
    mutating func newerField<Value: RecordValue>(_ key: String, _ value: inout Value?)
    /// The same for the key of another matter.
    mutating func newerReference(_ key: String, _ value: inout String?, to kind: MatterKind)
    /// The same for a list of dependent records, which is written only where it has any.
    mutating func newerChildren<Child: ChildRecord>(_ key: String, _ values: inout [Child])
    /// `start/end`, open where one side is missing, null where nothing is known.
    mutating func period(_ key: String, _ value: inout Period?)
    /// An ordered list of dependent records.
    mutating func children<Child: ChildRecord>(_ key: String, _ values: inout [Child])
    /// An ordered list of dependent records that are matters themselves.
    mutating func matters<Child: NestedMatterRecord>(_ key: String, _ values: inout [Child])
    /// A value of the package that follows from others: written, compared, but not stored.
    mutating func derived(_ key: String, _ value: PlainValue)
    /// A value that is stored but follows from others, such as a sort key: it is not in the package.
    mutating func stored(_ column: String, _ value: String)
}

extension RecordVisitor {
    mutating func field<Value: RecordValue>(_ key: String, _ value: inout Value) {
        field(key, &value, column: nil)
    }

    mutating func reference(_ key: String, _ value: inout String?, to kind: MatterKind) {
        reference(key, &value, to: kind, column: nil)
    }

    mutating func anyReference(_ key: String, _ value: inout MatterReference?) {
        anyReference(key, &value, column: nil)
    }

    mutating func newerField<Value: RecordValue>(_ key: String, _ value: inout Value?) {
        field(key, &value, column: nil)
    }

    mutating func newerReference(_ key: String, _ value: inout String?, to kind: MatterKind) {
        reference(key, &value, to: kind, column: nil)
    }

    mutating func newerChildren<Child: ChildRecord>(_ key: String, _ values: inout [Child]) {
        children(key, &values)
    }

    mutating func sources(_ values: inout [String]) {
        texts("source_urls", &values, in: .source)
    }
}

/// Where a list of simple values is kept: the table, the column of its parent and the column of the value.
public struct ChildTable: Sendable {
    let name: String
    let parent: String
    let column: String

    static let source = ChildTable(name: "source", parent: "matter_id", column: "url")

    static func texts(_ name: String, of parent: String) -> ChildTable {
        ChildTable(name: name, parent: parent, column: "text")
    }
}

/// A named whole number or text.
public struct NamedEntry: Equatable, Sendable {
    public let name: String
    public let number: Int64?
    public let text: String?

    public init(name: String, number: Int64?, text: String?) {
        self.name = name
        self.number = number
        self.text = text
    }
}

/// A record that is one matter: the object of a package file, of the journal and of `verify`.
public protocol MatterRecord: Sendable, Equatable {
    static var kind: MatterKind { get }
    /// The file of the package, without its ending.
    static var file: String { get }
    /// The table of the kind; its primary key is the matter's id.
    static var table: String { get }

    /// Keys that came after packages and journals had been written without them. They may be missing in a package, and
    /// are left out where they hold nothing, so that what was written before still reads the same.
    static var laterKeys: [String] { get }

    /// Whether an object of the file is of this kind; a file may hold two kinds.
    static func claims(_ object: PlainValue) -> Bool

    init()
    /// Stable within programme and kind.
    var key: String { get }
    /// The public number, where the kind has one.
    var number: Int64? { get }
    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor)
    /// Fills in what follows from other records, after reading rows.
    mutating func complete(with programme: ProgrammeContext)
    /// The record as its rows keep it, without what follows from other records.
    var stored: Self { get }
    /// Whether it may never be shown to the public as it stands, such as a draft.
    var isNeverPublic: Bool { get }
    /// The record without what the public may not read yet.
    var publicForm: Self { get }
    /// What contradicts other records of the package.
    func contradictions(in programme: ProgrammeContext) -> [String]
}

extension MatterRecord {
    public static var table: String { kind.rawValue }
    public static var laterKeys: [String] { [] }
    public static func claims(_ object: PlainValue) -> Bool { true }
    public var number: Int64? { nil }
    public mutating func complete(with programme: ProgrammeContext) {}
    public var stored: Self { self }
    public var isNeverPublic: Bool { false }
    public var publicForm: Self { self }
    public func contradictions(in programme: ProgrammeContext) -> [String] { [] }
}

/// A matter that lives inside its parent's object, such as a milestone in its project.
public protocol NestedMatterRecord: MatterRecord {
    /// The column that names the parent.
    static var parentColumn: String { get }
    /// A key of its own, or null to be counted through from 1.
    var localKey: String? { get }
}

extension NestedMatterRecord {
    public static var file: String { "" }
    public var key: String { localKey ?? "" }
    public var localKey: String? { nil }
}

/// A dependent record without an address of its own.
public protocol ChildRecord: Sendable, Equatable {
    static var table: String { get }
    static var parentColumn: String { get }
    /// Whether it has an id because records of its own depend on it.
    static var hasIdentity: Bool { get }
    /// Whether its row keeps when it was first recorded (such rows are never rewritten).
    static var isRecorded: Bool { get }

    init()
    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor)
}

extension ChildRecord {
    public static var hasIdentity: Bool { false }
    public static var isRecorded: Bool { false }
}
