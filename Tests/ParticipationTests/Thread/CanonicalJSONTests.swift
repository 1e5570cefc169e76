// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct CanonicalJSONTests {
    @Test func `keys follow their UTF-16 code units, as in RFC 8785, section 3.2.3`() {
        let value = PlainValue.object([
            .init("\u{20ac}", .text("Euro Sign")), .init("\r", .text("Carriage Return")),
            .init("\u{fb33}", .text("Hebrew Letter Dalet With Dagesh")), .init("1", .text("One")),
            .init("\u{1f600}", .text("Emoji: Grinning Face")), .init("\u{80}", .text("Control")),
            .init("\u{f6}", .text("Latin Small Letter O With Diaeresis")),
        ])

        let text = CanonicalJSON.text(value)

        #expect(
            text == """
                {"\\r":"Carriage Return","1":"One","\u{80}":"Control","ö":"Latin Small Letter O With Diaeresis",\
                "€":"Euro Sign","😀":"Emoji: Grinning Face","\u{fb33}":"Hebrew Letter Dalet With Dagesh"}
                """)
    }

    @Test func `texts are escaped as in RFC 8785, section 3.2.2`() {
        let value = PlainValue.object([
            .init("string", .text("\u{20ac}$\u{0f}\nA'\u{42}\u{22}\u{5c}\\\"/")),
            .init("literals", .list([.null, .flag(true), .flag(false)])), .init("number", .integer(-56)),
        ])

        let text = CanonicalJSON.text(value)

        #expect(text == #"{"literals":[null,true,false],"number":-56,"string":"€$\u000f\nA'B\"\\\\\"/"}"#)
    }

    @Test func `a decimal is the text of its digits`() {
        let text = CanonicalJSON.text(.list([.decimal("232.80"), .decimal("-0.5")]))

        #expect(text == #"["232.80","-0.5"]"#)
    }
}
