// SPDX-License-Identifier: EUPL-1.2

/// What a column can hold in the one dialect that both engines share.
public enum ColumnType: String, Hashable, Sendable {
    case integer
    case text
    case blob
}

/// One value as it lies in the database.
public enum StoredValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])
    /// A type outside the dialect, such as a floating point number: it can be selected but never read.
    case unsupported(type: String)

    var typeName: String {
        switch self {
        case .null: "null"
        case .integer: ColumnType.integer.rawValue
        case .text: ColumnType.text.rawValue
        case .blob: ColumnType.blob.rawValue
        case .unsupported(let type): type
        }
    }
}

/// A Swift value that can be stored in a column and read back unchanged.
public protocol ColumnValue: Sendable {
    static var columnType: ColumnType { get }
    /// What a message calls the type when a column holds something else.
    static var typeName: String { get }
    var storedValue: StoredValue { get }
    /// The value that was stored, or nil where the column holds something else.
    static func decoded(from stored: StoredValue) -> Self?
}

extension ColumnValue {
    public static var typeName: String { "\(Self.self)" }
}

extension String: ColumnValue {
    public static var columnType: ColumnType { .text }
    public var storedValue: StoredValue { .text(self) }

    public static func decoded(from stored: StoredValue) -> String? {
        guard case .text(let text) = stored else { return nil }
        return text
    }
}

extension Int64: ColumnValue {
    public static var columnType: ColumnType { .integer }
    public var storedValue: StoredValue { .integer(self) }

    public static func decoded(from stored: StoredValue) -> Int64? {
        guard case .integer(let integer) = stored else { return nil }
        return integer
    }
}

extension Int: ColumnValue {
    public static var columnType: ColumnType { .integer }
    public var storedValue: StoredValue { .integer(Int64(self)) }

    public static func decoded(from stored: StoredValue) -> Int? {
        guard case .integer(let integer) = stored else { return nil }
        return Int(exactly: integer)
    }
}

extension Bool: ColumnValue {
    public static var columnType: ColumnType { .integer }
    public var storedValue: StoredValue { .integer(self ? 1 : 0) }

    public static func decoded(from stored: StoredValue) -> Bool? {
        switch stored {
        case .integer(0): false
        case .integer(1): true
        default: nil
        }
    }
}

extension Array: ColumnValue where Element == UInt8 {
    public static var columnType: ColumnType { .blob }
    public var storedValue: StoredValue { .blob(self) }

    public static func decoded(from stored: StoredValue) -> [UInt8]? {
        guard case .blob(let bytes) = stored else { return nil }
        return bytes
    }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
    public static var columnType: ColumnType { Wrapped.columnType }
    public static var typeName: String { Wrapped.typeName }
    public var storedValue: StoredValue { self?.storedValue ?? .null }

    public static func decoded(from stored: StoredValue) -> Wrapped?? {
        guard stored != .null else { return .some(.none) }
        return Wrapped.decoded(from: stored).map(Optional.some)
    }
}
