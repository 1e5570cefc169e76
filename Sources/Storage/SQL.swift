// SPDX-License-Identifier: EUPL-1.2

/// A statement or a piece of one, in which the values are kept apart from the text.
///
/// Write it as text and interpolate: `"SELECT title FROM project WHERE id = \(id)"`. A value can never become part of
/// the text; each engine draws its own placeholder for it.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    enum Part: Sendable {
        case text(String)
        case parameter(Parameter)
    }

    /// A value on its way in, with the type that PostgreSQL must know even when the value is null.
    struct Parameter: Hashable, Sendable {
        let value: StoredValue
        let type: ColumnType
    }

    var parts: [Part]

    public static let empty = SQL(parts: [])

    init(parts: [Part]) {
        self.parts = parts
    }

    public init(stringLiteral text: String) {
        parts = [.text(text)]
    }

    public init(stringInterpolation: Interpolation) {
        parts = stringInterpolation.parts
    }

    public static func + (left: SQL, right: SQL) -> SQL {
        SQL(parts: left.parts + right.parts)
    }

    public static func += (left: inout SQL, right: SQL) {
        left.parts += right.parts
    }

    /// The pieces in a row, with the separator between each two of them.
    public static func joined(_ pieces: [SQL], separator: SQL) -> SQL {
        var parts: [Part] = []
        for (index, piece) in pieces.enumerated() {
            if index > 0 { parts += separator.parts }
            parts += piece.parts
        }
        return SQL(parts: parts)
    }
}

extension Sequence where Element == SQL {
    /// The pieces in a row, with the separator between each two of them.
    public func joined(separator: SQL) -> SQL {
        SQL.joined(Array(self), separator: separator)
    }
}

extension SQL {
    /// Collects the text and the values of an interpolated statement.
    public struct Interpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(2 * interpolationCount + 1)
        }

        public mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { parts.append(.text(text)) }
        }

        public mutating func appendInterpolation<Value: ColumnValue>(_ value: Value) {
            parts.append(.parameter(Parameter(value: value.storedValue, type: Value.columnType)))
        }

        public mutating func appendInterpolation<Value: ColumnValue>(_ value: Value?) {
            parts.append(.parameter(Parameter(value: value.storedValue, type: Value.columnType)))
        }

        @_disfavoredOverload
        public mutating func appendInterpolation<Value: RawRepresentable>(_ value: Value)
        where Value.RawValue == String {
            appendInterpolation(value.rawValue)
        }

        @_disfavoredOverload
        public mutating func appendInterpolation<Value: RawRepresentable>(_ value: Value?)
        where Value.RawValue == String {
            appendInterpolation(value?.rawValue)
        }

        public mutating func appendInterpolation(_ fragment: SQL) {
            parts += fragment.parts
        }

        /// A list in parentheses for `IN`. An empty list matches nothing, and with `NOT IN` everything.
        public mutating func appendInterpolation<Value: ColumnValue>(list values: [Value]) {
            guard !values.isEmpty else {
                parts.append(.text("(SELECT "))
                parts.append(.parameter(Parameter(value: .null, type: Value.columnType)))
                parts.append(.text(" WHERE 1 = 0)"))
                return
            }
            for (index, value) in values.enumerated() {
                parts.append(.text(index == 0 ? "(" : ", "))
                appendInterpolation(value)
            }
            parts.append(.text(")"))
        }

        @_disfavoredOverload
        public mutating func appendInterpolation<Value: RawRepresentable>(list values: [Value])
        where Value.RawValue == String {
            appendInterpolation(list: values.map(\.rawValue))
        }

        /// The name of a table or column, quoted. Only for code that does not know its tables beforehand.
        public mutating func appendInterpolation(identifier name: String) {
            parts.append(.text(SQL.quoted(identifier: name)))
        }
    }

    static func quoted(identifier name: String) -> String {
        "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
