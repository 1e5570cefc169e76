// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Words in the head of a mail (RFC 2047): as they are where ASCII will do, else encoded.
enum MailHeader {
    /// A text of several words, such as a subject.
    static func words(_ text: String) -> String {
        let line = oneLine(text)
        return isPlain(line) ? line : encoded(line)
    }

    /// The name before an address.
    static func name(_ text: String) -> String {
        let line = oneLine(text)
        guard isPlain(line) else { return encoded(line) }
        return "\"" + line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static func oneLine(_ text: String) -> String {
        String(
            text.unicodeScalars.reduce(into: String.UnicodeScalarView()) { line, scalar in
                let ends = [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
                line.append(ends ? " " : scalar)
            })
    }

    /// Short enough for one line with its name, and nothing that would be read as encoded.
    private static func isPlain(_ line: String) -> Bool {
        line.utf8.count <= 60 && line.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !line.contains("=?")
    }

    /// Words of at most 75 characters on lines of their own; no character is torn apart.
    private static func encoded(_ line: String) -> String {
        var pieces: [String] = []
        var piece = ""
        for scalar in line.unicodeScalars {
            if piece.utf8.count + scalar.utf8.count > 45 {
                pieces.append(piece)
                piece = ""
            }
            piece.unicodeScalars.append(scalar)
        }
        pieces.append(piece)
        return pieces.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }
}

/// Text in the form that passes every mail server (RFC 2045, 6.7): lines of at most 76 visible ASCII characters.
enum QuotedPrintable {
    static func lines(of text: String) -> [String] {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrapped($0) }
    }

    private static func wrapped(_ line: Substring) -> [String] {
        let bytes = Array(line.utf8)
        var lines: [String] = []
        var current = ""
        for (index, byte) in bytes.enumerated() {
            let next = token(byte, isLast: index == bytes.count - 1)
            if current.utf8.count + next.utf8.count > 75 {
                lines.append(current + "=")
                current = ""
            }
            current += next
        }
        return lines + [current]
    }

    /// A blank at the end of a line would be lost on the way.
    private static func token(_ byte: UInt8, isLast: Bool) -> String {
        let isBlank = byte == 0x20 || byte == 0x09
        if isBlank ? !isLast : (0x21...0x7E).contains(byte) && byte != 0x3D {
            return String(UnicodeScalar(byte))
        }
        let digits = String(byte, radix: 16, uppercase: true)
        return "=" + (digits.count == 1 ? "0" : "") + digits
    }
}
