// SPDX-License-Identifier: EUPL-1.2

/// One row of an answer. Values are read by the name of their column and arrive as the type that is asked for, or not
/// at all: text is never taken for a number, nor null for an empty text.
public struct Row: Sendable {
    /// What the rows of one answer have in common.
    final class Header: Sendable {
        let columns: [String]
        let statement: String

        init(columns: [String], statement: String) {
            self.columns = columns
            self.statement = statement
        }
    }

    let header: Header
    let values: [StoredValue]

    /// The names of the columns, from left to right.
    public var columns: [String] { header.columns }

    public func has(_ column: String) -> Bool {
        header.columns.contains(column)
    }

    public func get<Value: ColumnValue>(_ column: String, as type: Value.Type = Value.self) throws -> Value {
        guard let index = header.columns.firstIndex(of: column) else {
            throw StorageError.missingColumn(column: column, table: RenderedStatement.firstTable(in: header.statement))
        }
        return try value(at: index)
    }

    /// Reads a text as one of the cases it stands for.
    @_disfavoredOverload
    public func get<Value: RawRepresentable>(_ column: String, as type: Value.Type = Value.self) throws -> Value
    where Value.RawValue == String {
        let raw: String = try get(column)
        guard let value = Value(rawValue: raw) else { throw unknown(column, expected: "\(Value.self)") }
        return value
    }

    /// Reads a text that may be missing as one of the cases it stands for.
    @_disfavoredOverload
    public func get<Value: RawRepresentable>(_ column: String, as type: Value?.Type = Value?.self) throws -> Value?
    where Value.RawValue == String {
        guard let raw: String = try get(column) else { return nil }
        guard let value = Value(rawValue: raw) else { throw unknown(column, expected: "\(Value.self)") }
        return value
    }

    /// The value of a column as it lies in the database, for code that does not know its tables beforehand.
    public func stored(_ column: String) throws -> StoredValue {
        guard let index = header.columns.firstIndex(of: column) else {
            throw StorageError.missingColumn(column: column, table: RenderedStatement.firstTable(in: header.statement))
        }
        return values[index]
    }

    func value<Value: ColumnValue>(at index: Int) throws -> Value {
        guard let value = Value.decoded(from: values[index]) else {
            throw StorageError.decoding(
                column: header.columns[index], table: RenderedStatement.firstTable(in: header.statement),
                expected: Value.typeName, found: values[index].typeName)
        }
        return value
    }

    private func unknown(_ column: String, expected: String) -> StorageError {
        StorageError.decoding(
            column: column, table: RenderedStatement.firstTable(in: header.statement), expected: expected,
            found: "a text it does not know")
    }
}
