// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Insight

@Suite struct TextIndexTests {
    static let texts: [TextIndex.Text] = [
        .init(key: "1", title: "Radweg an der Ruhr", body: "Der Weg soll breiter werden."),
        .init(key: "2", title: "Beleuchtung", body: "Am Radweg in Herne fehlt Licht, am Radweg in Bochum auch."),
        .init(key: "3", title: "Schulen", body: "Die Schule braucht mehr Räume."),
        .init(key: "4", title: "Fahrradwegenetz", body: "Ein Netz für die ganze Region."),
    ]
    static let index = TextIndex(texts)

    @Test func `the title counts more than the text`() {
        #expect(Self.index.texts(for: SearchQuery("radwege"), most: 10).map(\.key).prefix(2) == ["1", "2"])
    }

    @Test func `words made with the word are found behind it`() {
        #expect(Self.index.texts(for: SearchQuery("radwege"), most: 10).map(\.key) == ["1", "2", "4"])
    }

    @Test func `a text that has more of the words comes first`() {
        #expect(Self.index.texts(for: SearchQuery("Radweg Herne"), most: 10).first?.key == "2")
    }

    @Test func `nothing is found for nothing`() {
        #expect(Self.index.texts(for: SearchQuery("der die das"), most: 10).isEmpty)
        #expect(Self.index.texts(for: SearchQuery("Tiefsee"), most: 10).isEmpty)
        #expect(TextIndex([]).texts(for: SearchQuery("Radweg"), most: 10).isEmpty)
    }

    @Test func `a text is most like itself, then like what shares its words`() {
        let like = Self.index.texts(like: Self.texts[1], most: 2)

        #expect(like.map(\.key) == ["2", "1"])
    }
}
