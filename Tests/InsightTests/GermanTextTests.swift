// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Insight

@Suite struct GermanTextTests {
    @Test(arguments: [
        ["Größe", "Groesse", "GRÖSSE", "grosse", "Gro\u{308}ße"],
        ["Straße", "Strasse", "Straßen", "STRASSE", "Straẞe"],
        ["Café", "Cafe", "CAFÉ", "Cafe\u{301}"], ["Mobilität", "Mobilitaet", "mobilitat"],
        ["Bürger*innen", "Bürgerinnen"],
        ["Radfahrer:innen", "RadfahrerInnen", "Radfahrer/-innen", "Radfahrer_in", "Radfahrer"],
        ["Stadt\u{AD}park", "Stadtpark", "Stadtparks"],
    ])
    func `spellings of one word meet`(_ spellings: [String]) {
        let stems = spellings.map { GermanText.terms(of: $0).map(\.stem) }

        #expect(stems.allSatisfy { $0 == stems[0] && $0.count == 1 }, "\(stems)")
    }

    @Test func `words that only look alike keep apart`() {
        let words = GermanText.terms(of: "Quelle neue Bauer Poesie Ober über aber Eber").map(\.stem)

        #expect(Set(words).count == 8)
    }

    @Test func `what is neither letter nor digit parts words`() {
        let words = GermanText.terms(of: "Haus-Bau, info@ruhr.nrw https://a.de/b?c=1 (12.05.2019) 3,5 € – 🚲").map(
            \.word)

        #expect(
            words == [
                "haus", "bau", "info", "ruhr", "nrw", "https", "a", "de", "b", "c", "1", "12", "05", "2019", "3", "5",
            ])
    }

    @Test func `a term knows its place in the text`() throws {
        let text = "Für die Straße"
        let terms = GermanText.terms(of: text)

        #expect(terms.map(\.position) == [0, 1, 2])
        #expect(terms.map { String(text[$0.range]) } == ["Für", "die", "Straße"])
        #expect(terms.map(\.isStopWord) == [true, true, false])
        #expect(terms.map(\.word) == ["fur", "die", "strasse"])
        #expect(terms.map(\.stem) == ["fur", "die", "strass"])
    }

    @Test func `an ending after a colon is part of the word only when it is one`() {
        #expect(GermanText.terms(of: "Ort:innen").map(\.word) == ["ortinnen"])
        #expect(
            GermanText.terms(of: "Ort:inhalt und/oder Bochum: in Essen").map(\.word)
                == ["ort", "inhalt", "und", "oder", "bochum", "in", "essen"])
    }

    @Test func `letters of other alphabets are letters`() {
        let words = GermanText.terms(of: "Łódź Şişli Ærø МОСКВА İstanbul").map(\.word)

        #expect(words == ["lodz", "sisli", "aro", "москва", "istanbul"])
    }

    @Test func `a word without end is cut and reading goes on behind it`() throws {
        let terms = GermanText.terms(of: String(repeating: "x", count: 5_000) + " Herne")

        #expect(terms.map(\.word.count) == [GermanText.longestWord, 5])
    }

    @Test func `the beginning of a word has the plain spelling of its beginning`() {
        let words = ["mobilität", "größe", "steuer", "aktuelle", "zuerst", "quelle", "neubau", "bäuerin", "straße"]
        for word in words {
            let whole = GermanText.terms(of: word)[0].word
            for length in 1...word.count {
                let beginning = GermanText.terms(of: String(word.prefix(length)))[0].word
                #expect(whole.hasPrefix(beginning), "\(beginning) of \(word)")
            }
        }
    }
}
