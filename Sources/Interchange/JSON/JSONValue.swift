// SPDX-License-Identifier: EUPL-1.2

/// A JSON document as it was written: objects keep the order of their keys and numbers keep their digits, so what is
/// read and written again comes out byte for byte.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A number with fraction or exponent, or beyond 64 bits: its digits exactly as they were written.
    case decimal(String)
    case text(String)
    case list([JSONValue])
    case object([Member])

    /// One key of an object with its value.
    public struct Member: Sendable {
        public let key: String
        public let value: JSONValue

        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// Reads one strict RFC 8259 document in UTF-8. Refuses what other readers let pass in different ways: a key that
    /// appears twice, half a surrogate pair, a byte order mark, more than 64 levels.
    public static func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        var parser = JSONParser(bytes)
        return try parser.document()
    }

    /// The number as it is spelled, or nothing when JSON does not spell a number this way.
    public init?(number spelling: String) {
        var parser = JSONParser(Array(spelling.utf8))
        guard let value = parser.numberIfAny(), parser.position == spelling.utf8.count else { return nil }
        self = value
    }

    /// The value of a key of this object; nothing when it has no such key or is no object.
    public subscript(_ key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key.hasSameBytes(as: key) }?.value
    }

    /// The document as people and version control read it: two spaces a level, one final newline, nothing escaped that
    /// need not be.
    public func text() -> String {
        String(decoding: bytes(), as: UTF8.self)
    }

    /// The same as ``text()``, ready for a file or an answer.
    public func bytes() -> [UInt8] {
        var writer = JSONWriter()
        writer.writeDocument(self)
        return writer.bytes
    }
}

// Swift compares text by meaning ("ä" equals "a" with a combining mark); a record is the same only byte for byte.
extension JSONValue: Equatable {
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.decimal(let left), .decimal(let right)): left.hasSameBytes(as: right)
        case (.text(let left), .text(let right)): left.hasSameBytes(as: right)
        case (.list(let left), .list(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }
}

extension JSONValue.Member: Equatable {
    public static func == (left: Self, right: Self) -> Bool {
        left.key.hasSameBytes(as: right.key) && left.value == right.value
    }
}

extension String {
    func hasSameBytes(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}
