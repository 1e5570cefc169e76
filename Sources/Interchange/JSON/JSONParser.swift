// SPDX-License-Identifier: EUPL-1.2

/// Walks over the bytes of one document, once, from left to right. Texts and numbers have files of their own.
struct JSONParser {
    static let deepestLevel = 64

    let bytes: [UInt8]
    var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func document() throws(JSONFault) -> JSONValue {
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw fault(.byteOrderMark) }
        skipSpace()
        let value = try value(level: 1)
        skipSpace()
        guard position == bytes.count else { throw fault(.trailingContent) }
        return value
    }

    private mutating func value(level: Int) throws(JSONFault) -> JSONValue {
        switch next {
        case UInt8(ascii: "\""):
            return .text(try text())
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard level <= Self.deepestLevel else { throw fault(.tooDeep(limit: Self.deepestLevel)) }
            return next == UInt8(ascii: "{") ? try object(level: level) : try list(level: level)
        case UInt8(ascii: "-"):
            return try number()
        case .some where isDigit:
            return try number()
        default:
            return try word()
        }
    }

    private mutating func word() throws(JSONFault) -> JSONValue {
        if take("null") { return .null }
        if take("true") { return .bool(true) }
        if take("false") { return .bool(false) }
        throw unexpected(expected: "a value")
    }

    private mutating func list(level: Int) throws(JSONFault) -> JSONValue {
        position += 1
        skipSpace()
        if take("]") { return .list([]) }
        var values: [JSONValue] = []
        while true {
            do throws(JSONFault) {
                values.append(try value(level: level + 1))
            } catch {
                throw error.inside(index: values.count)
            }
            skipSpace()
            if take("]") { return .list(values) }
            guard take(",") else { throw unexpected(expected: "a comma or ]") }
            skipSpace()
        }
    }

    private mutating func object(level: Int) throws(JSONFault) -> JSONValue {
        position += 1
        skipSpace()
        if take("}") { return .object([]) }
        var members = ObjectMembers()
        while true {
            let key = try freshKey(beside: &members)
            do throws(JSONFault) {
                members.list.append(JSONValue.Member(key, try value(level: level + 1)))
            } catch {
                throw error.inside(key: key)
            }
            skipSpace()
            if take("}") { return .object(members.list) }
            guard take(",") else { throw unexpected(expected: "a comma or }") }
            skipSpace()
        }
    }

    private mutating func freshKey(beside members: inout ObjectMembers) throws(JSONFault) -> String {
        let start = position
        guard next == UInt8(ascii: "\"") else { throw unexpected(expected: "a key in quotation marks") }
        let key = try text()
        guard members.isFresh(key) else { throw fault(.duplicateKey(key), at: start).inside(key: key) }
        skipSpace()
        guard take(":") else { throw unexpected(expected: "a colon").inside(key: key) }
        skipSpace()
        return key
    }
}

extension JSONParser {
    var next: UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    mutating func take(_ word: StaticString) -> Bool {
        guard bytes.count - position >= word.utf8CodeUnitCount else { return false }
        let isHere = word.withUTF8Buffer { bytes[position..<(position + $0.count)].elementsEqual($0) }
        if isHere { position += word.utf8CodeUnitCount }
        return isHere
    }

    mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    func fault(_ reason: JSONFault.Reason, at offset: Int? = nil) -> JSONFault {
        JSONFault(reason, at: offset ?? position, of: bytes)
    }

    func unexpected(expected: String) -> JSONFault {
        guard let byte = next else { return fault(.unexpectedEnd) }
        guard let length = bytes.lengthOfUTF8Character(at: position) else { return fault(.invalidUTF8) }
        let isPrintable = byte > 0x20 && byte != 0x7F
        let found =
            isPrintable
            ? "\"" + String(decoding: bytes[position..<(position + length)], as: UTF8.self) + "\""
            : "the control character \(byte)"
        return fault(.unexpected(found, expected: expected))
    }
}

/// The members of the object being read. Few keys are compared one by one; many go into a set, so that an object of a
/// million keys takes no longer than it should.
private struct ObjectMembers {
    private static let few = 16

    var list: [JSONValue.Member] = []
    private var keys: Set<[UInt8]> = []

    mutating func isFresh(_ key: String) -> Bool {
        guard list.count >= Self.few else { return !list.contains { $0.key.hasSameBytes(as: key) } }
        if keys.isEmpty { keys = Set(list.map { Array($0.key.utf8) }) }
        return keys.insert(Array(key.utf8)).inserted
    }
}
