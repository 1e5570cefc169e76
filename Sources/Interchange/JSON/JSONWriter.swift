// SPDX-License-Identifier: EUPL-1.2

/// Fills one buffer with a document, laid out as Python's `json.dumps(…, indent=2, ensure_ascii=False)` does, so that
/// a package edited by a script and one written here differ only where their content does.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []

    mutating func writeDocument(_ value: JSONValue) {
        write(value, level: 0)
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func write(_ value: JSONValue, level: Int) {
        switch value {
        case .null: write(plain: "null")
        case .bool(let flag): write(plain: flag ? "true" : "false")
        case .integer(let number): write(plain: String(number))
        case .decimal(let spelling): write(plain: spelling)
        case .text(let text): write(text: text)
        case .list(let values): write(values, level: level)
        case .object(let members): write(members, level: level)
        }
    }

    private mutating func write(_ values: [JSONValue], level: Int) {
        guard !values.isEmpty else { return write(plain: "[]") }
        bytes.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            beginLine(level: level + 1, isFirst: index == 0)
            write(value, level: level + 1)
        }
        endLines(level: level)
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ members: [JSONValue.Member], level: Int) {
        guard !members.isEmpty else { return write(plain: "{}") }
        bytes.append(UInt8(ascii: "{"))
        for (index, member) in members.enumerated() {
            beginLine(level: level + 1, isFirst: index == 0)
            write(text: member.key)
            write(plain: ": ")
            write(member.value, level: level + 1)
        }
        endLines(level: level)
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func beginLine(level: Int, isFirst: Bool) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        endLines(level: level)
    }

    private mutating func endLines(level: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
    }

    private mutating func write(plain text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write(text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { characters in
            var start = 0
            for (place, byte) in characters.enumerated() where byte.needsEscape {
                bytes.append(contentsOf: characters[start..<place])
                writeEscape(of: byte)
                start = place + 1
            }
            bytes.append(contentsOf: characters[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func writeEscape(of byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): write(plain: "\\\"")
        case UInt8(ascii: "\\"): write(plain: "\\\\")
        case 0x08: write(plain: "\\b")
        case 0x09: write(plain: "\\t")
        case 0x0A: write(plain: "\\n")
        case 0x0C: write(plain: "\\f")
        case 0x0D: write(plain: "\\r")
        default: write(plain: (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
        }
    }
}

extension UInt8 {
    fileprivate var needsEscape: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
    }
}
