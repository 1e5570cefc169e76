// SPDX-License-Identifier: EUPL-1.2

/// Swift source taken apart: the code alone, with comments and texts blanked out line by line, and the texts alone.
struct SwiftText: Sendable {
    struct Literal: Equatable, Sendable {
        let line: Int
        let text: String
    }

    let code: String
    let literals: [Literal]

    var codeLines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }

    init(_ source: String) {
        var scanner = SwiftScanner(source)
        scanner.scanCode(untilClosingParenthesis: false)
        code = String(decoding: scanner.code, as: UTF8.self)
        literals = scanner.literals
    }
}

/// Walks through the bytes once; knows comments, plain, raw and long string literals, interpolations and regexes.
private struct SwiftScanner {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private(set) var code: [UInt8] = []
    private(set) var literals: [SwiftText.Literal] = []

    init(_ source: String) {
        bytes = Array(source.utf8)
        code.reserveCapacity(bytes.count)
    }

    mutating func scanCode(untilClosingParenthesis: Bool) {
        var depth = 0
        while position < bytes.count {
            if skipComment() || scanLiteral() { continue }
            if bytes[position] == UInt8(ascii: "(") { depth += 1 }
            if bytes[position] == UInt8(ascii: ")") {
                if untilClosingParenthesis, depth == 0 { return }
                depth -= 1
            }
            keep()
        }
    }

    private mutating func skipComment() -> Bool {
        if sees("//") {
            while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { blank() }
            return true
        }
        guard sees("/*") else { return false }
        var depth = 0
        repeat {
            if sees("/*") {
                depth += 1
                blank(2)
            } else if sees("*/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && position < bytes.count
        return true
    }

    private mutating func scanLiteral() -> Bool {
        if bytes[position] == UInt8(ascii: "`") { return keepQuotedName() }
        var hashes = 0
        while position + hashes < bytes.count, bytes[position + hashes] == UInt8(ascii: "#") { hashes += 1 }
        let fence = String(repeating: "#", count: hashes)
        if sees(fence + "\"") {
            scanString(fence: fence)
            return true
        }
        guard sees(fence + "/"), hashes > 0 || opensPlainRegex else { return false }
        scanRegex(fence: fence)
        return true
    }

    private mutating func keepQuotedName() -> Bool {
        repeat { keep() } while position < bytes.count && bytes[position] != UInt8(ascii: "`")
        if position < bytes.count { keep() }
        return true
    }

    private mutating func scanString(fence: String) {
        let quote = sees(fence + "\"\"\"") ? "\"\"\"" : "\""
        let start = line
        var text: [UInt8] = []
        blank(fence.utf8.count + quote.utf8.count)
        while position < bytes.count, !sees(quote + fence) {
            if sees("\\" + fence + "(") {
                blank(2 + fence.utf8.count)
                scanCode(untilClosingParenthesis: true)
                text += Array("\\()".utf8)
                blank()
            } else {
                let escapes = sees("\\" + fence)
                let length = escapes ? 2 + fence.utf8.count : 1
                text += bytes[position..<min(position + length, bytes.count)]
                blank(length)
            }
        }
        blank(quote.utf8.count + fence.utf8.count)
        literals.append(SwiftText.Literal(line: start, text: String(decoding: text, as: UTF8.self)))
    }

    private mutating func scanRegex(fence: String) {
        blank(fence.utf8.count + 1)
        while position < bytes.count, !sees("/" + fence) { blank(sees("\\") ? 2 : 1) }
        blank(1 + fence.utf8.count)
    }

    /// A slash begins a regex where an operand is due and the line also has its end.
    private var opensPlainRegex: Bool {
        guard position + 1 < bytes.count, !Array(" /*=)".utf8).contains(bytes[position + 1]) else { return false }
        guard let before = code.last(where: { $0 != UInt8(ascii: " ") }) else { return false }
        let rest = bytes[(position + 1)...].prefix { $0 != UInt8(ascii: "\n") }
        return Array("(,=[:{".utf8).contains(before) && rest.contains(UInt8(ascii: "/"))
    }

    private func sees(_ text: String) -> Bool {
        bytes[min(position, bytes.count)...].starts(with: text.utf8)
    }

    private mutating func keep() {
        if bytes[position] == UInt8(ascii: "\n") { line += 1 }
        code.append(bytes[position])
        position += 1
    }

    private mutating func blank(_ count: Int = 1) {
        for _ in 0..<count where position < bytes.count {
            let isNewline = bytes[position] == UInt8(ascii: "\n")
            if isNewline { line += 1 }
            code.append(isNewline ? bytes[position] : UInt8(ascii: " "))
            position += 1
        }
    }
}
