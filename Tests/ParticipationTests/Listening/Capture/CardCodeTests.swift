// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct CardCodeTests {
    private static let secret: [UInt8] = Array(1...32)

    @Test func `the code of an idea is always the same and differs from all others`() {
        let codes = (1...500).map { CardCode(of: "idea-\($0)", secret: Self.secret).text }

        #expect(codes[0] == CardCode(of: "idea-1", secret: Self.secret).text)
        #expect(Set(codes).count == 500)
        #expect(CardCode(of: "idea-1", secret: [1]).text != codes[0])
        #expect(codes.allSatisfy { $0.wholeMatch(of: /[1-9A-HJKMNP-TV-Z]{4}(-[1-9A-HJKMNP-TV-Z]{4}){2}/) != nil })
    }

    @Test func `it is read however it is typed`() {
        let code = CardCode(of: "idea-1", secret: Self.secret)
        let plain = code.text.filter { $0 != "-" }

        #expect(CardCode(typed: " " + plain.lowercased() + " ") == code)
        #expect(CardCode(typed: code.text.replacing("-", with: " – ")) == code)
        #expect(CardCode(typed: code.text.replacing("1", with: "l")) == code)
    }

    @Test func `a wrong sign and two that changed places are noticed`() {
        let signs = Array("123456789ABCDEFGHJKMNPQRSTVWXYZ")
        let plain = Array(CardCode(of: "idea-7", secret: Self.secret).text.filter { $0 != "-" })
        var accepted: [String] = []
        for place in plain.indices {
            for sign in signs where sign != plain[place] {
                var wrong = plain
                wrong[place] = sign
                if CardCode(typed: String(wrong)) != nil { accepted.append(String(wrong)) }
            }
            guard place + 1 < plain.count, plain[place] != plain[place + 1] else { continue }
            var swapped = plain
            swapped.swapAt(place, place + 1)
            if CardCode(typed: String(swapped)) != nil { accepted.append(String(swapped)) }
        }

        #expect(accepted == [])
    }

    @Test(arguments: ["", "K7QF", "K7QF-3MXR-9TB", "O0O0-0000-0000", "ÄÖÜß-ÄÖÜß-ÄÖÜß", "K7QF-3MXR-9TBH-K7QF"])
    func `what is no code is none`(typed: String) {
        #expect(CardCode(typed: typed) == nil)
    }
}
