// SPDX-License-Identifier: EUPL-1.2

/// Reads XML as office programs write it, mark by mark. There is no document type and so no entity that could grow or
/// reach for another file; a text that has one is refused.
struct XMLScanner {
    enum Mark: Equatable {
        /// Names are without their prefix. An element that closes at once is followed by its end.
        case start(String, [String: String])
        case end(String)
        case text(String)
    }

    private let bytes: [UInt8]
    private var place = 0
    /// The end of an element that closed at once.
    private var pendingEnd: String?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    /// The next mark; nil at the end of the text.
    mutating func next() throws(SheetFault) -> Mark? {
        if let name = pendingEnd {
            pendingEnd = nil
            return .end(name)
        }
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else { return try text() }
            if starts(with: "<?") {
                try skip(past: "?>")
            } else if starts(with: "<!--") {
                try skip(past: "-->")
            } else if starts(with: "<![CDATA[") {
                let start = place + 9
                try skip(past: "]]>")
                return .text(try string(bytes[start..<(place - 3)]))
            } else if starts(with: "<!") {
                throw .damaged
            } else {
                return try element()
            }
        }
        return nil
    }

    private mutating func text() throws(SheetFault) -> Mark {
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
        return .text(try unescaped(bytes[start..<place]))
    }

    private mutating func element() throws(SheetFault) -> Mark {
        place += 1
        if peek == UInt8(ascii: "/") {
            place += 1
            let name = try name()
            try skip(past: ">")
            return .end(name)
        }
        let name = try name()
        var attributes: [String: String] = [:]
        while true {
            skipSpace()
            guard let byte = peek else { throw .damaged }
            if byte == UInt8(ascii: ">") {
                place += 1
                return .start(name, attributes)
            }
            if byte == UInt8(ascii: "/") {
                try skip(past: ">")
                pendingEnd = name
                return .start(name, attributes)
            }
            let attribute = try self.name()
            skipSpace()
            guard peek == UInt8(ascii: "=") else { throw .damaged }
            place += 1
            skipSpace()
            attributes[attribute] = try value()
        }
    }

    private mutating func value() throws(SheetFault) -> String {
        guard let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .damaged }
        place += 1
        let start = place
        while let byte = peek, byte != quote { place += 1 }
        guard peek != nil else { throw .damaged }
        place += 1
        return try unescaped(bytes[start..<(place - 1)])
    }

    /// A name without its prefix.
    private mutating func name() throws(SheetFault) -> String {
        var start = place
        while let byte = peek, !Self.endsName(byte) {
            place += 1
            if byte == UInt8(ascii: ":") { start = place }
        }
        guard place > start else { throw .damaged }
        return try string(bytes[start..<place])
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
            || byte == UInt8(ascii: "<")
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[place...].starts(with: $0) }
    }

    private mutating func skipSpace() {
        while let byte = peek, byte <= 0x20 { place += 1 }
    }

    private mutating func skip(past text: StaticString) throws(SheetFault) {
        while place < bytes.count {
            if starts(with: text) {
                place += text.utf8CodeUnitCount
                return
            }
            place += 1
        }
        throw .damaged
    }

    private func string(_ piece: ArraySlice<UInt8>) throws(SheetFault) -> String {
        guard let text = String(validating: piece, as: UTF8.self) else { throw .damaged }
        return text
    }

    private func unescaped(_ piece: ArraySlice<UInt8>) throws(SheetFault) -> String {
        let text = try string(piece)
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            guard let end = rest[start...].firstIndex(of: ";"),
                let character = Self.character(rest[rest.index(after: start)..<end])
            else { throw .damaged }
            result.unicodeScalars.append(character)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    /// What an escape stands for: one of the five that XML knows, or a number.
    private static func character(_ name: Substring) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return nil }
            let digits = name.dropFirst()
            let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return number.flatMap(Unicode.Scalar.init)
        }
    }
}
