// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Testing

@Suite struct JSONFaultTests {
    @Test func `a fault names line, column and the way to the place`() throws {
        let document = """
            [
              {},
              {"milestones": [{"title": "Übergabe", "date": 2019-11}]}
            ]
            """

        let found = fault(in: document)
        let fault = try #require(found)

        #expect(fault.line == 3)
        #expect(fault.column == 53)
        #expect(fault.path == "[1].milestones[0]")
        #expect(fault.reason == .unexpected("\"-\"", expected: "a comma or }"))
        #expect(
            fault.description
                == "line 3, column 53, at [1].milestones[0]: found \"-\" where a comma or } is expected")
    }

    @Test func `the way shows keys as they would be written in code`() {
        #expect(fault(in: #"{"a": {"b-1": [0, {"c d": x}]}}"#)?.path == #"a.b-1[1]["c d"]"#)
        #expect(fault(in: #"{"": [x]}"#)?.path == #"[""][0]"#)
        #expect(fault(in: "x")?.path == "")
    }

    @Test(arguments: [
        (#"{"a": 1, "b": 2, "a": 3}"#, JSONFault.Reason.duplicateKey("a")),
        (#"{"\u0061": 1, "a": 3}"#, .duplicateKey("a")),
        ("\u{FEFF}[]", .byteOrderMark),
        ("[1] 2", .trailingContent),
        ("[]]", .trailingContent),
        ("", .unexpectedEnd),
        ("  \n", .unexpectedEnd),
        ("[1", .unexpectedEnd),
        (#"{"a""#, .unexpectedEnd),
        (#""abc"#, .unclosedText),
        (#""\u12"#, .unexpectedEnd),
        (#""\u12G4""#, .unknownEscape),
        (#""\x41""#, .unknownEscape),
        (#""\uD83D""#, .loneSurrogate),
        (#""\uDEB2""#, .loneSurrogate),
        (#""\uD83D\uD83D""#, .loneSurrogate),
        (#""\uD83D\n""#, .loneSurrogate),
        ("\"a\nb\"", .controlCharacter(10)),
        ("\"\u{0}\"", .controlCharacter(0)),
        ("01", .malformedNumber),
        ("-", .malformedNumber),
        ("1.", .malformedNumber),
        ("[1.e5]", .malformedNumber),
        ("1e+", .malformedNumber),
        ("-x", .malformedNumber),
        ("[1,]", .unexpected("\"]\"", expected: "a value")),
        (#"{"a":1,}"#, .unexpected("\"}\"", expected: "a key in quotation marks")),
        ("{a:1}", .unexpected("\"a\"", expected: "a key in quotation marks")),
        (#"{"a" 1}"#, .unexpected("\"1\"", expected: "a colon")),
        ("[1 2]", .unexpected("\"2\"", expected: "a comma or ]")),
        ("'a'", .unexpected("\"'\"", expected: "a value")),
        ("nul", .unexpected("\"n\"", expected: "a value")),
        ("NaN", .unexpected("\"N\"", expected: "a value")),
        ("+1", .unexpected("\"+\"", expected: "a value")),
        (".5", .unexpected("\".\"", expected: "a value")),
        ("[ü]", .unexpected("\"ü\"", expected: "a value")),
        ("\u{1}", .unexpected("the control character 1", expected: "a value")),
        ("[1] // note", .trailingContent),
        ("\u{A0}1", .unexpected("\"\u{A0}\"", expected: "a value")),
    ])
    func `a document that is not strict JSON is refused`(document: String, reason: JSONFault.Reason) {
        #expect(fault(in: document)?.reason == reason)
    }

    @Test(
        arguments: [
            [0x22, 0xE4, 0x22],  // Latin-1
            [0x22, 0xC0, 0xAF, 0x22],  // overlong
            [0x22, 0xED, 0xA0, 0x80, 0x22],  // a surrogate
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],  // beyond Unicode
            [0x22, 0xC3, 0x22],  // cut off
            [0xFF, 0xFE, 0x5B, 0x00],  // UTF-16
        ] as [[UInt8]])
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
        #expect(throws: JSONFault.self) { try JSONValue.parse(bytes) }
        let fault = fault(in: bytes)
        #expect(fault?.reason == .invalidUTF8)
        #expect(fault?.column == (bytes[0] == 0x22 ? 2 : 1))
    }

    @Test func `sixty-four levels are read and one more is refused`() throws {
        let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)

        #expect(throws: Never.self) { try JSONValue.parse(Array(deepest.utf8)) }
        #expect(fault(in: "[" + deepest + "]")?.reason == .tooDeep(limit: 64))
    }

    @Test func `ten million opening brackets are refused without a crash`() {
        let brackets = [UInt8](repeating: UInt8(ascii: "["), count: 10_000_000)

        #expect(fault(in: brackets)?.reason == .tooDeep(limit: 64))
    }

    @Test func `a key that comes twice is found among many`() {
        let members = (0..<1_000).map { "\"k\($0)\": 0" } + ["\"k17\": 1"]

        let fault = fault(in: "{" + members.joined(separator: ", ") + "}")

        #expect(fault?.reason == .duplicateKey("k17"))
        #expect(fault?.path == "k17")
    }

    @Test func `two spellings of the same letter are two keys`() throws {
        let value = try JSONValue.parse(Array("{\"\u{E4}\": 1, \"a\u{308}\": 2}".utf8))

        #expect(value == .object([.init("\u{E4}", .integer(1)), .init("a\u{308}", .integer(2))]))
    }

    private func fault(in document: String) -> JSONFault? {
        fault(in: Array(document.utf8))
    }

    private func fault(in bytes: [UInt8]) -> JSONFault? {
        do throws(JSONFault) {
            _ = try JSONValue.parse(bytes)
            return nil
        } catch {
            return error
        }
    }
}
