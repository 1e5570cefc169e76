// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// How much a text has to do with a query (BM25, Robertson and Zaragoza 2009): a rare word says more than a common one,
/// the tenth mention says less than the first, and in a long text a word says less than in a short one. A text's worth
/// is the sum over the parts of the query; where several words stand for one part, the best of them counts.
public struct Ranking: Equatable, Sendable {
    /// How much a mention in the title counts against one in the text.
    public static let titleWeight = 3.0

    /// How soon further mentions stop to count.
    private static let saturation = 0.9
    /// How much the length of a text counts, from 0 to 1.
    private static let lengthShare = 0.4

    /// The number of texts that are searched.
    public let texts: Int
    /// Their mean length, in the measure of `worth`.
    public let meanLength: Double

    public init(texts: Int, meanLength: Double) {
        self.texts = texts
        self.meanLength = max(meanLength, 1)
    }

    /// What one word adds to the worth of a text.
    /// - Parameters:
    ///   - mentions: how often the text has the word; mentions in the title count `titleWeight` times.
    ///   - length: the number of words of the text, stop words left out.
    ///   - textsWithWord: how many of the texts have the word.
    public func worth(mentions: Double, length: Int, textsWithWord: Int) -> Double {
        guard mentions > 0 else { return 0 }
        let share = 1 - Self.lengthShare + Self.lengthShare * Double(length) / meanLength
        return rarity(textsWithWord: textsWithWord) * mentions * (Self.saturation + 1)
            / (mentions + Self.saturation * share)
    }

    /// The part of `worth` that is the same in all texts; never negative.
    public func rarity(textsWithWord: Int) -> Double {
        let with = Double(min(max(textsWithWord, 0), texts))
        return log(1 + (Double(texts) - with + 0.5) / (with + 0.5))
    }
}
