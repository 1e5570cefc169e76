// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Insight

@Suite struct RankingTests {
    static let ranking = Ranking(texts: 1_000, meanLength: 50)

    @Test func `a rare word is worth more than a common one`() {
        let rare = Self.ranking.worth(mentions: 1, length: 50, textsWithWord: 3)
        let common = Self.ranking.worth(mentions: 1, length: 50, textsWithWord: 700)

        #expect(rare > common)
        #expect(common > 0)
    }

    @Test func `more mentions are worth more, but ever less`() {
        let worths = (0...4).map { Self.ranking.worth(mentions: Double($0), length: 50, textsWithWord: 3) }
        let gains = zip(worths.dropFirst(), worths).map { $0 - $1 }

        #expect(worths[0] == 0)
        #expect(gains.allSatisfy { $0 > 0 })
        #expect(zip(gains.dropFirst(), gains).allSatisfy { $0 < $1 })
    }

    @Test func `a word says more in a short text than in a long one`() {
        #expect(
            Self.ranking.worth(mentions: 1, length: 10, textsWithWord: 3)
                > Self.ranking.worth(mentions: 1, length: 500, textsWithWord: 3))
    }

    @Test func `a word of a text of mean length weighs as much as it is rare`() {
        let worth = Self.ranking.worth(mentions: 1, length: 50, textsWithWord: 3)

        #expect(abs(worth - Self.ranking.rarity(textsWithWord: 3)) < 1e-9)
    }

    @Test func `an index without texts ranks nothing above nothing`() {
        let empty = Ranking(texts: 0, meanLength: 0)

        #expect(empty.worth(mentions: 1, length: 1, textsWithWord: 5).isFinite)
        #expect(empty.rarity(textsWithWord: 5) >= 0)
    }
}
