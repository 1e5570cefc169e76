// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Insight

@Suite struct SnippetTests {
    static let text = """
        Der Radweg an der Ruhr ist beliebt. Am Wochenende wird es dort eng. Zwischen Hattingen und Bochum fehlt auf \
        zwei Kilometern jede Beleuchtung, und der Belag ist an vielen Stellen aufgebrochen.
        Wir schlagen vor, den Weg bis 2025 zu verbreitern. Für Familien mit Kindern wäre auch ein Geländer wichtig. \
        Die Städte an der Ruhr sollten sich die Kosten teilen; das Land könnte helfen.
        """

    @Test func `the words are marked in all their forms`() {
        let snippet = Snippet(of: Self.text, for: SearchQuery("stadt kosten"))

        #expect(Self.marked(snippet) == ["Städte", "Kosten"])
    }

    @Test func `an excerpt begins with a sentence and says that the text goes on`() {
        let snippet = Snippet(of: Self.text, for: SearchQuery("beleuchtung"), length: 140)

        #expect(Self.whole(snippet).hasPrefix("Zwischen Hattingen"))
        #expect(snippet.isCutBefore)
        #expect(snippet.isCutAfter)
        #expect(Self.whole(snippet).count <= 140)
    }

    @Test func `the place with most of the words wins over the first place`() {
        let snippet = Snippet(of: Self.text, for: SearchQuery("ruhr städte kosten land"), length: 120)

        #expect(Self.marked(snippet) == ["Städte", "Ruhr", "Kosten", "Land"])
        #expect(!snippet.isCutAfter)
    }

    @Test func `a phrase is marked as one and only where it stands`() {
        let snippet = Snippet(of: Self.text, for: SearchQuery("\"an der Ruhr\""), length: 400)

        #expect(Self.marked(snippet) == ["an der Ruhr", "an der Ruhr"])
    }

    @Test func `a beginning marks the words that begin so`() {
        let snippet = Snippet(whole: "Mobilität, Mobil, Automobil, Möbel", for: SearchQuery("mobil*"))

        #expect(Self.marked(snippet) == ["Mobilität", "Mobil"])
        #expect(Self.whole(snippet) == "Mobilität, Mobil, Automobil, Möbel")
    }

    @Test func `without any of the words the beginning of the text is shown`() {
        let snippet = Snippet(of: Self.text, for: SearchQuery("Tiefseehafen"), length: 60)

        #expect(Self.whole(snippet).hasPrefix("Der Radweg an der Ruhr ist beliebt."))
        #expect(Self.marked(snippet).isEmpty)
        #expect(!snippet.isCutBefore)
        #expect(snippet.isCutAfter)
    }

    @Test func `words found in the place of others are marked too`() {
        let snippet = Snippet(whole: "Der Radweg ist ein Weg.", for: SearchQuery("Weg"), relatives: ["radweg"])

        #expect(Self.marked(snippet) == ["Radweg", "Weg"])
    }

    @Test(arguments: ["", "   ", "\n", "a", "🚲🚲🚲", String(repeating: "x", count: 3_000)])
    func `any text gives an excerpt`(_ text: String) {
        let snippet = Snippet(of: text, for: SearchQuery("x 🚲 a"))

        #expect(Self.whole(snippet).count <= 220)
        #expect(text.filter { !$0.isWhitespace }.isEmpty == snippet.pieces.isEmpty)
    }

    @Test func `dates and abbreviations do not end a sentence`() {
        let text =
            "Am 3. Mai in Essen, z. B. an der Zeche, sprachen wir darüber. Danach gab es Kaffee für alle im Saal."
        let snippet = Snippet(of: text, for: SearchQuery("Zeche"), length: 70)

        #expect(Self.whole(snippet) == "Am 3. Mai in Essen, z. B. an der Zeche, sprachen wir darüber.")
    }

    private static func marked(_ snippet: Snippet) -> [String] {
        snippet.pieces.filter(\.isMarked).map(\.text)
    }

    private static func whole(_ snippet: Snippet) -> String {
        snippet.pieces.map(\.text).joined()
    }
}
