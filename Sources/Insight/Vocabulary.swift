// SPDX-License-Identifier: EUPL-1.2

/// The stems of an index, and which of them are related in spelling: German joins words (Radweg, Radwegenetz,
/// Fahrradweg) and derives them (Gefahr, gefährlich), so a text may well answer without the word itself.
public struct Vocabulary: Sendable {
    /// A stem that may stand for another one.
    public struct Relative: Equatable, Sendable {
        public let stem: String
        /// What a mention of it is worth against one of the word itself, between 0 and 1.
        public let weight: Double
    }

    private let stems: [String]
    private let trigrams: TrigramIndex

    /// The stems may come in any order; the answers do not depend on it.
    public init(_ stems: some Sequence<String>) {
        self.stems = Set(stems).sorted()
        trigrams = TrigramIndex(self.stems)
    }

    /// The stems nearest to this one, the nearest first; never the stem itself. Numbers and words of up to three
    /// letters have none.
    public func relatives(of stem: String, most: Int = 40) -> [Relative] {
        let letters = Array(stem.unicodeScalars)
        guard letters.count > 3, letters.contains(where: \.properties.isAlphabetic) else { return [] }
        let own = TrigramIndex.trigrams(of: letters)
        var found: [Relative] = []
        for (number, shared) in trigrams.shared(with: own) where shared > 1 && stems[number] != stem {
            let likeness = 2 * Double(shared) / Double(own.count + Int(trigrams.sizes[number]))
            let weight = max(Self.weight(likeness: likeness), Self.weight(ofPart: letters, in: stems[number]))
            if weight >= Self.leastWeight { found.append(Relative(stem: stems[number], weight: weight)) }
        }
        found.sort { $0.weight == $1.weight ? $0.stem < $1.stem : $0.weight > $1.weight }
        return Array(found.prefix(most))
    }
}

extension Vocabulary {
    private static let leastWeight = 0.1

    /// By Dice's measure over the trigrams of both; steep, so that chance resemblance weighs little.
    private static func weight(likeness: Double) -> Double {
        0.8 * likeness * likeness
    }

    /// One is a part of the other: the more of it, the better.
    private static func weight(ofPart letters: [Unicode.Scalar], in other: String) -> Double {
        let scalars = Array(other.unicodeScalars)
        let (short, long) = scalars.count < letters.count ? (scalars, letters) : (letters, scalars)
        guard short.count > 3, contains(long, short) else { return 0 }
        return 0.6 * Double(short.count) / Double(long.count)
    }

    private static func contains(_ long: [Unicode.Scalar], _ short: [Unicode.Scalar]) -> Bool {
        (0...(long.count - short.count)).contains { start in
            long[start..<(start + short.count)].elementsEqual(short)
        }
    }
}
