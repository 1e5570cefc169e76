// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Testing

@Suite struct JSONValueTests {
    @Test func `a document keeps the order of its keys and the digits of its numbers`() throws {
        let document = #"{"z": 1.50, "a": [1E+2, 12345678901234567890, -0, -7], "m": null, "t": true}"#

        let value = try JSONValue.parse(Array(document.utf8))

        #expect(
            value
                == .object([
                    .init("z", .decimal("1.50")),
                    .init(
                        "a", .list([.decimal("1E+2"), .decimal("12345678901234567890"), .decimal("-0"), .integer(-7)])),
                    .init("m", .null),
                    .init("t", .bool(true)),
                ]))
    }

    @Test func `a document is written in the layout of Python's json module`() {
        let value = JSONValue.object([
            .init("Ort", .text("Köln/Mülheim 🚲")), .init("leer", .list([])), .init("nichts", .object([])),
            .init("liste", .list([.integer(1), .object([.init("x", .decimal("2.50"))])])),
            .init("zeichen", .text("\"\\\u{8}\u{C}\n\r\t\u{1}\u{1F}\u{7F}\u{2028}")),
        ])

        #expect(
            value.text() == """
                {
                  "Ort": "Köln/Mülheim 🚲",
                  "leer": [],
                  "nichts": {},
                  "liste": [
                    1,
                    {
                      "x": 2.50
                    }
                  ],
                  "zeichen": "\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\u{7F}\u{2028}"
                }

                """)
    }

    @Test(arguments: ["null", "true", "false", "0", "-1", "9223372036854775807", "1.0", "1e5", "\"\"", "[]", "{}"])
    func `a single value is a document`(document: String) throws {
        let value = try JSONValue.parse(Array(document.utf8))

        #expect(value.text() == document + "\n")
    }

    @Test func `escapes are understood and written back as plain characters`() throws {
        let value = try JSONValue.parse(Array(#""\u00fc\uD83D\uDEB2\/\b\f\n\r\t\"\\\u0000""#.utf8))

        #expect(value == .text("ü🚲/\u{8}\u{C}\n\r\t\"\\\u{0}"))
    }

    @Test func `the same letter in two spellings is not the same text`() {
        #expect(JSONValue.text("\u{E4}") != .text("a\u{308}"))
        #expect(JSONValue.object([.init("\u{E4}", .null)]) != .object([.init("a\u{308}", .null)]))
        #expect(JSONValue.object([.init("\u{E4}", .null)])["a\u{308}"] == nil)
    }

    @Test func `a key finds its value`() throws {
        let value = try JSONValue.parse(Array(#"{"title": "Emscher", "year": 2019}"#.utf8))

        #expect(value["year"] == .integer(2019))
        #expect(value["month"] == nil)
        #expect(JSONValue.list([])["year"] == nil)
    }

    @Test func `only what JSON spells as a number becomes one`() {
        #expect(JSONValue(number: "51.45") == .decimal("51.45"))
        #expect(JSONValue(number: "12") == .integer(12))
        for spelling in ["", "-", "01", "1.", ".5", "+1", "1e", "NaN", "1 ", "0x1", "1,5"] {
            #expect(JSONValue(number: spelling) == nil, "\(spelling)")
        }
    }

    @Test(arguments: 1...200)
    func `what is written is read again the same`(seed: UInt64) throws {
        var source = JSONSource(seed: seed)
        let value = source.value(level: 0)

        let again = try JSONValue.parse(value.bytes())

        #expect(again == value)
        #expect(again.bytes() == value.bytes())
    }
}

/// Makes documents from a number, the same ones for the same number.
private struct JSONSource {
    private static let texts = [
        "", "Duisburg", "a\u{308}", "\u{E4}", "\"\\/", "\n\r\t\u{0}\u{1F}", "🚲👩‍👩‍👧", "\u{FFFF}", "\u{10FFFF}",
    ]
    private static let numbers = ["0.0", "-0", "-1.5e-300", "1E400", "99999999999999999999", "0.10"]
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15
    }

    mutating func value(level: Int) -> JSONValue {
        switch next(level < 5 ? 8 : 6) {
        case 0: .null
        case 1: .bool(next(2) == 0)
        case 2: .integer([Int64.min, -1, 0, 7, Int64.max][next(5)])
        case 3: .decimal(Self.numbers[next(Self.numbers.count)])
        case 4, 5: .text(Self.texts[next(Self.texts.count)])
        case 6: .list((0..<next(6)).map { _ in value(level: level + 1) })
        default:
            .object(
                (0..<next(40)).map { number in
                    .init(Self.texts[next(Self.texts.count)] + "\(number)", value(level: level + 3))
                })
        }
    }

    private mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }
}
