// SPDX-License-Identifier: EUPL-1.2

/// A word of a text as an index keeps it. Two texts meet where their stems are equal.
public struct Term: Equatable, Sendable {
    /// The word in small letters with umlauts and ß spelled plainly (“Größe” is `grosse`); for prefixes and
    /// suggestions.
    public let word: String
    /// The word without its endings (“Größe” is `gross`); for everything else.
    public let stem: String
    /// The number of words before it in the text; every word counts.
    public let position: Int
    /// Where the word stands in the text as it was written.
    public let range: Range<String.Index>
    /// Whether it is one of the words that stand in every text (der, und, mit …).
    public let isStopWord: Bool
}
