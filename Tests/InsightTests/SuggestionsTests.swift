// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Insight

@Suite struct SuggestionsTests {
    static let suggestions = Suggestions([
        .init(word: "fahrrad", written: "Fahrrad", count: 90), .init(word: "fahrt", written: "Fahrt", count: 40),
        .init(word: "strasse", written: "Straße", count: 70), .init(word: "strassen", written: "Straßen", count: 30),
        .init(word: "regierung", written: "Regierung", count: 20),
        .init(word: "regelung", written: "Regelung", count: 5),
        .init(word: "mobilitat", written: "Mobilität", count: 50), .init(word: "ruhr", written: "Ruhr", count: 99),
        .init(word: "rohr", written: "Rohr", count: 3), .init(word: "uhr", written: "Uhr", count: 60),
    ])

    @Test(arguments: [
        ("fahrad", "Fahrrad"), ("fharrad", "Fahrrad"), ("strase", "Straße"), ("strsase", "Straße"),
        ("regirung", "Regierung"), ("mobilitet", "Mobilität"), ("mobiltiät", "Mobilität"), ("fahrrrad", "Fahrrad"),
        ("Fahrrsd", "Fahrrad"), ("ruhrr", "Ruhr"),
    ])
    func `a slip leads to the word that was meant`(_ typed: String, _ meant: String) {
        let word = GermanText.terms(of: typed)[0].word

        #expect(Self.suggestions.near(word).first?.written == meant)
    }

    @Test func `a word is not its own suggestion and far words are none`() {
        #expect(!Self.suggestions.near("strasse").map(\.word).contains("strasse"))
        #expect(Self.suggestions.near("konferenz").isEmpty)
        #expect(Self.suggestions.near("uhr").isEmpty)
    }

    @Test func `short words allow one slip only`() {
        #expect(Self.suggestions.near("fahtr").map(\.word) == ["fahrt"])
        #expect(Self.suggestions.near("fxhxt").isEmpty)
    }

    @Test func `of two words equally near the more common one comes first`() {
        let both = Suggestions([
            .init(word: "haus", written: "Haus", count: 2), .init(word: "maus", written: "Maus", count: 9),
        ])

        #expect(both.near("kaus").map(\.written) == ["Maus", "Haus"])
    }

    @Test func `without words there is nothing to suggest`() {
        #expect(Suggestions([]).near("strase").isEmpty)
    }
}
