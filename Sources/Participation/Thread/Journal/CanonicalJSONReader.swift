// SPDX-License-Identifier: EUPL-1.2

/// Reads canonical JSON back, as the journal holds it. Only what `CanonicalJSON` writes is understood: no white
/// space, no fractions, no exponents.
struct CanonicalJSONReader {
    private let bytes: [UInt8]
    private var place = 0

    private init(_ text: String) {
        bytes = Array(text.utf8)
    }

    static func value(_ text: String) throws(ValueFault) -> PlainValue {
        var reader = CanonicalJSONReader(text)
        let value = try reader.value()
        guard reader.place == reader.bytes.count else { throw ValueFault("more follows after the value") }
        return value
    }

    private mutating func value() throws(ValueFault) -> PlainValue {
        switch try next() {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try list()
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "n"): return try word("ull", .null)
        case UInt8(ascii: "t"): return try word("rue", .flag(true))
        case UInt8(ascii: "f"): return try word("alse", .flag(false))
        default: return try number()
        }
    }

    private mutating func next() throws(ValueFault) -> UInt8 {
        guard place < bytes.count else { throw ValueFault("the text ends too early") }
        place += 1
        return bytes[place - 1]
    }

    private mutating func word(_ rest: StaticString, _ value: PlainValue) throws(ValueFault) -> PlainValue {
        for byte in String(describing: rest).utf8 where try next() != byte {
            throw ValueFault("an unknown word")
        }
        return value
    }

    private mutating func number() throws(ValueFault) -> PlainValue {
        let start = place - 1
        while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
        guard let number = Int64(String(decoding: bytes[start..<place], as: UTF8.self)) else {
            throw ValueFault("a number expected")
        }
        return .integer(number)
    }

    private mutating func list() throws(ValueFault) -> PlainValue {
        var elements: [PlainValue] = []
        if place < bytes.count, bytes[place] == UInt8(ascii: "]") {
            place += 1
            return .list([])
        }
        while true {
            elements.append(try value())
            let byte = try next()
            if byte == UInt8(ascii: "]") { return .list(elements) }
            guard byte == UInt8(ascii: ",") else { throw ValueFault("a comma expected") }
        }
    }

    private mutating func object() throws(ValueFault) -> PlainValue {
        var members: [PlainValue.Member] = []
        if place < bytes.count, bytes[place] == UInt8(ascii: "}") {
            place += 1
            return .object([])
        }
        while true {
            guard try next() == UInt8(ascii: "\"") else { throw ValueFault("a key expected") }
            let key = try text()
            guard try next() == UInt8(ascii: ":") else { throw ValueFault("a colon expected") }
            members.append(.init(key, try value()))
            let byte = try next()
            if byte == UInt8(ascii: "}") { return .object(members) }
            guard byte == UInt8(ascii: ",") else { throw ValueFault("a comma expected") }
        }
    }

    /// The rest of a text whose first quotation mark has been read.
    private mutating func text() throws(ValueFault) -> String {
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "\\") { place += 1 }
        var collected = Array(bytes[start..<place])
        while true {
            let byte = try next()
            if byte == UInt8(ascii: "\"") { return String(decoding: collected, as: UTF8.self) }
            if byte == UInt8(ascii: "\\") {
                collected.append(contentsOf: try escaped())
            } else {
                collected.append(byte)
            }
        }
    }

    private mutating func escaped() throws(ValueFault) -> [UInt8] {
        switch try next() {
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "u"):
            guard place + 4 <= bytes.count,
                let code = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code)
            else { throw ValueFault("an unknown escape") }
            place += 4
            return Array(String(Character(scalar)).utf8)
        case let byte: return [byte]
        }
    }
}
