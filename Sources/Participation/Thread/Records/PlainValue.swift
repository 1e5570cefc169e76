// SPDX-License-Identifier: EUPL-1.2

/// A value as packages and the journal hold it: the shape of JSON with its order and digits kept, free of any format.
public enum PlainValue: Equatable, Sendable {
    case null
    case flag(Bool)
    case integer(Int64)
    /// A number with a fraction, digits as written.
    case decimal(String)
    case text(String)
    case list([PlainValue])
    case object([Member])

    /// One key of an object with its value.
    public struct Member: Equatable, Sendable {
        public let key: String
        public let value: PlainValue

        public init(_ key: String, _ value: PlainValue) {
            self.key = key
            self.value = value
        }
    }
}

extension PlainValue {
    /// The value of a key, or null where there is none.
    subscript(key: String) -> PlainValue {
        guard case .object(let members) = self else { return .null }
        return members.first { $0.key == key }?.value ?? .null
    }

    /// What the value is, in the words a fault uses.
    var typeName: String {
        switch self {
        case .null: "null"
        case .flag: "true or false"
        case .integer: "a whole number"
        case .decimal: "a number with a fraction"
        case .text: "a text"
        case .list: "a list"
        case .object: "an object"
        }
    }
}
