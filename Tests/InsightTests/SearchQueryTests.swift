// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Insight

@Suite struct SearchQueryTests {
    @Test func `words, phrases, beginnings and a minus are told apart`() {
        let query = SearchQuery("Fahrräder „der schnelle Weg“ mobil* -Autos -\"alte Häuser\"")

        #expect(
            query.wanted == [
                .word(stem: "fahrrad", word: "fahrrader"), .phrase(["der", "schnell", "weg"]), .prefix("mobil"),
            ])
        #expect(query.unwanted == [.word(stem: "autos", word: "autos"), .phrase(["alt", "haus"])])
        #expect(query.ignored.isEmpty)
    }

    @Test func `stop words outside a phrase are ignored and named as typed`() {
        let query = SearchQuery("Die Zukunft der Stadt")

        #expect(query.wanted == [.word(stem: "zukunft", word: "zukunft"), .word(stem: "stadt", word: "stadt")])
        #expect(query.ignored == [.init(text: "Die", reason: .stopWord), .init(text: "der", reason: .stopWord)])
    }

    @Test func `only stop words leave nothing to look for`() {
        let query = SearchQuery("und das oder die")

        #expect(query.isEmpty)
        #expect(query.ignored.map(\.text) == ["und", "das", "oder", "die"])
    }

    @Test func `while typing the last word is a beginning`() {
        #expect(
            SearchQuery("Herne mobi", whileTyping: true).wanted
                == [.word(stem: "hern", word: "herne"), .prefix("mobi")])
        #expect(SearchQuery("Herne mobi ", whileTyping: true).wanted.last == .word(stem: "mobi", word: "mobi"))
        #expect(SearchQuery("der", whileTyping: true).wanted == [.prefix("der")])
    }

    @Test func `what is said twice counts once`() {
        #expect(SearchQuery("Straße Straßen strasse").wanted == [.word(stem: "strass", word: "strasse")])
    }

    @Test(arguments: [
        "", " ", "\"", "\"\"", "*", "(", "-", "--", "- \" -\"", "😀", "'; DROP TABLE matter; --", "\u{0}\u{FFFF}", "-*",
        "“„", "AND OR NOT NEAR(a b)", "a\"b\"c\"", "\u{301}", "%_%", String(repeating: "(", count: 5_000),
    ])
    func `whatever is typed gives a query`(_ text: String) {
        let query = SearchQuery(text, whileTyping: true)
        let words = query.stems

        #expect(
            words.allSatisfy {
                !$0.isEmpty && $0.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.isASCII }
            })
        #expect(words.allSatisfy { !$0.contains(where: { "\"'*();-% \u{0}".contains($0) }) })
    }

    @Test func `words beyond the most are ignored and named`() {
        let text = (1...30).map { "wort\($0)" }.joined(separator: " ")
        let query = SearchQuery(text)

        #expect(query.wanted.count == SearchQuery.mostWords)
        #expect(query.ignored.first == .init(text: "wort25", reason: .tooMany))
        #expect(query.ignored.count == 6)
    }

    @Test func `a phrase that is too long is ignored as a whole`() {
        let phrase = (1...30).map { "wort\($0)" }.joined(separator: " ")
        let query = SearchQuery("\"\(phrase)\" Herne")

        #expect(query.wanted == [.word(stem: "hern", word: "herne")])
        #expect(query.ignored.map(\.reason) == [.tooMany])
    }

    @Test func `a quotation mark without its partner means nothing`() {
        #expect(
            SearchQuery("\"Herne Essen").wanted
                == [.word(stem: "hern", word: "herne"), .word(stem: "ess", word: "essen")])
    }

    @Test func `a hyphen inside a word is no minus`() {
        let query = SearchQuery("Ruhr-Konferenz")

        #expect(query.stems == ["ruhr", "konferenz"])
        #expect(query.unwanted.isEmpty)
    }
}
