// SPDX-License-Identifier: EUPL-1.2

/// Why a JSON document was refused, and where: for the people who have to find the place in an editor.
public struct JSONFault: Error, Equatable, Sendable {
    /// Counted from one.
    public let line: Int
    /// Counted from one, in characters as editors count them.
    public let column: Int
    public let reason: Reason
    private var steps = ""

    init(_ reason: Reason, at offset: Int, of bytes: [UInt8]) {
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        line = before.count { $0 == UInt8(ascii: "\n") } + 1
        column = before[lineStart...].count { $0 & 0b1100_0000 != 0b1000_0000 } + 1
        self.reason = reason
    }

    /// The way from the top to the place, as in `[3].milestones[0].date`; empty at the top.
    public var path: String {
        steps.hasPrefix(".") ? String(steps.dropFirst()) : steps
    }

    func inside(index: Int) -> JSONFault {
        inside(step: "[\(index)]")
    }

    func inside(key: String) -> JSONFault {
        let isPlain = !key.isEmpty && key.utf8.allSatisfy(\.isPlainKeyByte)
        guard !isPlain else { return inside(step: ".\(key)") }
        var quoted = JSONWriter()
        quoted.write(text: key)
        return inside(step: "[\(String(decoding: quoted.bytes, as: UTF8.self))]")
    }

    private func inside(step: String) -> JSONFault {
        var fault = self
        fault.steps = step + steps
        return fault
    }
}

extension JSONFault: CustomStringConvertible {
    public var description: String {
        let place = path.isEmpty ? "" : ", at \(path)"
        return "line \(line), column \(column)\(place): \(reason)"
    }
}

extension JSONFault {
    /// What is wrong, as a closed list, so that a page can say it in the reader's language.
    public enum Reason: Equatable, Sendable {
        case byteOrderMark
        case invalidUTF8
        case unexpectedEnd
        case unexpected(String, expected: String)
        case unclosedText
        case controlCharacter(UInt8)
        case unknownEscape
        case loneSurrogate
        case malformedNumber
        case duplicateKey(String)
        case tooDeep(limit: Int)
        case trailingContent
    }
}

extension JSONFault.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .byteOrderMark:
            "the file begins with a byte order mark; save it as UTF-8 without one"
        case .invalidUTF8:
            "these bytes are not UTF-8; save the file as UTF-8"
        case .unexpectedEnd:
            "the file ends too early"
        case .unexpected(let found, let expected):
            "found \(found) where \(expected) is expected"
        case .unclosedText:
            "the closing quotation mark of this text is missing"
        case .controlCharacter(let code):
            "a text must not hold the control character \(code) itself; write it as an escape such as \\n"
        case .unknownEscape:
            "JSON does not know this escape"
        case .loneSurrogate:
            "this escape is half of a surrogate pair"
        case .malformedNumber:
            "JSON does not spell numbers this way"
        case .duplicateKey(let key):
            "the key \"\(key)\" appears twice in the same object"
        case .tooDeep(let limit):
            "the document is nested deeper than \(limit) levels"
        case .trailingContent:
            "there is something after the end of the document"
        }
    }
}

extension UInt8 {
    fileprivate var isPlainKeyByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
