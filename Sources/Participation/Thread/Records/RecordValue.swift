// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What is wrong with a value of a package, in words for the person who edits it.
public struct ValueFault: Error, Equatable, Sendable {
    public let reason: String

    init(_ reason: String) {
        self.reason = reason
    }

    static func expected(_ what: String, _ found: PlainValue) -> ValueFault {
        ValueFault("\(what) expected, found \(found.typeName)")
    }
}

/// A single value of a record: how it stands in a package and in its columns.
public protocol RecordValue: Equatable, Sendable {
    init(plain: PlainValue) throws(ValueFault)
    var plain: PlainValue { get }
    /// What its columns hold; a null needs its type too.
    static var columnType: RecordColumnType { get }
    init(row: Row, column: String) throws
    func columns(_ column: String) -> [ColumnBinding]
}

/// The types of columns that records use.
public enum RecordColumnType: Sendable {
    case text, integer
}

/// One column with the value to write.
public struct ColumnBinding: Sendable {
    let column: String
    let value: SQL

    init(_ column: String, _ value: some ColumnValue) {
        self.column = column
        self.value = "\(value)"
    }
}

extension String: RecordValue {
    public init(plain: PlainValue) throws(ValueFault) {
        guard case .text(let text) = plain else { throw .expected("a text", plain) }
        guard !text.isEmpty else { throw ValueFault("an empty text is not allowed; write null for unknown") }
        guard text.utf8.count <= 400_000 else { throw ValueFault("longer than 400,000 bytes") }
        guard !text.utf8.contains(0) else { throw ValueFault("contains a NUL character") }
        self = text
    }

    public var plain: PlainValue { .text(self) }

    public init(row: Row, column: String) throws {
        self = try row.get(column)
    }

    public func columns(_ column: String) -> [ColumnBinding] { [ColumnBinding(column, self)] }
}

extension Int64: RecordValue {
    public static var columnType: RecordColumnType { .integer }

    public init(plain: PlainValue) throws(ValueFault) {
        guard case .integer(let number) = plain else { throw .expected("a whole number", plain) }
        self = number
    }

    public var plain: PlainValue { .integer(self) }

    public init(row: Row, column: String) throws {
        self = try row.get(column)
    }

    public func columns(_ column: String) -> [ColumnBinding] { [ColumnBinding(column, self)] }
}

extension Bool: RecordValue {
    public static var columnType: RecordColumnType { .integer }

    public init(plain: PlainValue) throws(ValueFault) {
        guard case .flag(let flag) = plain else { throw .expected("true or false", plain) }
        self = flag
    }

    public var plain: PlainValue { .flag(self) }

    public init(row: Row, column: String) throws {
        self = try row.get(column)
    }

    public func columns(_ column: String) -> [ColumnBinding] { [ColumnBinding(column, self)] }
}

extension Optional: RecordValue where Wrapped: RecordValue {
    public init(plain: PlainValue) throws(ValueFault) {
        self = plain == .null ? nil : try Wrapped(plain: plain)
    }

    public var plain: PlainValue { self?.plain ?? .null }

    public init(row: Row, column: String) throws {
        let isAbsent = try Wrapped.isAbsent(row: row, column: column)
        self = isAbsent ? nil : try Wrapped(row: row, column: column)
    }

    public func columns(_ column: String) -> [ColumnBinding] {
        guard let value = self else { return Wrapped.absentColumns(column) }
        return value.columns(column)
    }
}

extension RecordValue {
    public static var columnType: RecordColumnType { .text }

    /// The names of the columns that hold the value; one unless the type says otherwise.
    static func columnNames(_ column: String) -> [String] {
        (Self.self as? any MultiColumnValue.Type)?.names(column) ?? [column]
    }

    static func isAbsent(row: Row, column: String) throws -> Bool {
        let first = columnNames(column)[0]
        return try row.stored(first) == .null
    }

    static func absentColumns(_ column: String) -> [ColumnBinding] {
        columnNames(column).map { name in
            switch columnType {
            case .text: ColumnBinding(name, String?.none)
            case .integer: ColumnBinding(name, Int64?.none)
            }
        }
    }
}

/// A value that needs more than one column.
protocol MultiColumnValue {
    static func names(_ column: String) -> [String]
}

/// A word of a package that stands for a key of a small table, such as `laufend` for `project.running`.
public protocol Choice: RecordValue, RawRepresentable, CaseIterable where RawValue == String {
    /// The word in packages; the raw value is the key in the database.
    var word: String { get }
}

extension Choice {
    public var word: String { rawValue }

    public init(plain: PlainValue) throws(ValueFault) {
        guard case .text(let word) = plain else { throw .expected("a text", plain) }
        guard let match = Self.allCases.first(where: { $0.word == word }) else {
            let known = Self.allCases.map(\.word).joined(separator: ", ")
            throw ValueFault("unknown word “\(word.prefix(80))”; one of: \(known)")
        }
        self = match
    }

    public var plain: PlainValue { .text(word) }

    public init(row: Row, column: String) throws {
        let key: String = try row.get(column)
        guard let match = Self(rawValue: key) else {
            throw ValueFault("column \(column): unknown key “\(key)”")
        }
        self = match
    }

    public func columns(_ column: String) -> [ColumnBinding] { [ColumnBinding(column, rawValue)] }
}

/// How sure a statement is: said officially or twice, once, or assigned by the editors.
public enum Confidence: String, Choice {
    case high, medium, low
}
