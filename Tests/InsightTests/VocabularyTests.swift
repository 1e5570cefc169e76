// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Insight

@Suite struct VocabularyTests {
    static let vocabulary = Vocabulary([
        "radweg", "fahrradweg", "radwegenetz", "weg", "wegweis", "gefahr", "gefahrlich", "gefahrd", "schul", "herne",
        "ampel",
    ])

    @Test func `words made with a word are its relatives, the nearest first`() {
        let relatives = Self.vocabulary.relatives(of: "radweg")

        #expect(relatives.map(\.stem).prefix(2) == ["fahrradweg", "radwegenetz"])
        #expect(relatives.allSatisfy { 0 < $0.weight && $0.weight < 1 })
    }

    @Test func `derived words are relatives, strange ones are not`() {
        let relatives = Self.vocabulary.relatives(of: "gefahr").map(\.stem)

        #expect(Set(relatives) == ["gefahrlich", "gefahrd"])
    }

    @Test func `a word that is in no text has relatives`() {
        #expect(Self.vocabulary.relatives(of: "radwegabzweig").map(\.stem).contains("radweg"))
    }

    @Test func `short words and numbers have none`() {
        #expect(Self.vocabulary.relatives(of: "weg").isEmpty)
        #expect(Vocabulary(["2019", "20190"]).relatives(of: "2019").isEmpty)
    }

    @Test func `the answer does not depend on the order of the words`() {
        let words = ["radweg", "radwege", "radwegs", "radwegen", "radwegs"]

        #expect(Vocabulary(words).relatives(of: "radweg") == Vocabulary(words.reversed()).relatives(of: "radweg"))
    }
}
