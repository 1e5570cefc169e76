// SPDX-License-Identifier: EUPL-1.2

/// An index in memory: finds the texts that have to do with a query or with another text. For trials, and for sets of
/// texts that can be read at once.
public struct TextIndex: Sendable {
    /// A text and the name by which it is known.
    public struct Text: Sendable {
        public let key: String
        public let title: String
        public let body: String

        public init(key: String, title: String = "", body: String) {
            self.key = key
            self.title = title
            self.body = body
        }
    }

    /// A text that was found, and how much it has to do with what was asked; worths compare within one answer only.
    public struct Hit: Equatable, Sendable {
        public let key: String
        public let worth: Double
    }

    private struct Posting {
        let text: Int32
        let mentions: Float
    }

    private let keys: [String]
    private let lengths: [Int]
    private let ranking: Ranking
    private let vocabulary: Vocabulary
    private let postings: [String: [Posting]]

    public init(_ texts: [Text]) {
        var postings: [String: [Posting]] = [:]
        var lengths: [Int] = []
        for (number, text) in texts.enumerated() {
            let mentions = WordMentions(title: text.title, body: text.body)
            lengths.append(mentions.length)
            for (stem, count) in mentions.counts {
                postings[stem, default: []].append(Posting(text: Int32(number), mentions: Float(count)))
            }
        }
        keys = texts.map(\.key)
        self.lengths = lengths
        self.postings = postings
        ranking = Ranking(texts: texts.count, meanLength: Double(lengths.reduce(0, +)) / Double(max(texts.count, 1)))
        vocabulary = Vocabulary(postings.keys)
    }

    /// The texts that have any word of the query or a relative of it, the best first; equals in the order of the texts.
    /// Minus, phrase and prefix are read as words: they narrow a search, they do not rank it.
    public func texts(for query: SearchQuery, most: Int) -> [Hit] {
        var worths = [Double](repeating: 0, count: keys.count)
        for stem in query.stems {
            var best: [Int32: Double] = [:]
            add(stem, weight: 1, to: &best)
            for relative in vocabulary.relatives(of: stem) {
                add(relative.stem, weight: relative.weight, to: &best)
            }
            for (text, worth) in best { worths[Int(text)] += worth }
        }
        return hits(worths, most: most)
    }

    /// The texts that share most of what sets this one apart; a text of the index finds itself first.
    public func texts(like text: Text, most: Int) -> [Hit] {
        let mentions = WordMentions(title: text.title, body: text.body)
        let words = mentions.counts.compactMap { stem, count -> (stem: String, weight: Double)? in
            guard let found = postings[stem] else { return nil }
            return (stem, ranking.rarity(textsWithWord: found.count) * count / (count + 1))
        }
        let telling = words.sorted { $0.weight == $1.weight ? $0.stem < $1.stem : $0.weight > $1.weight }
        var worths = [Double](repeating: 0, count: keys.count)
        for word in telling.prefix(Self.tellingWords) {
            var found: [Int32: Double] = [:]
            add(word.stem, weight: word.weight, to: &found)
            for (text, worth) in found { worths[Int(text)] += worth }
        }
        return hits(worths, most: most)
    }
}

extension TextIndex {
    /// More words of a text than these do not make its likeness clearer.
    private static let tellingWords = 40

    private func add(_ stem: String, weight: Double, to best: inout [Int32: Double]) {
        let found = postings[stem, default: []]
        for posting in found {
            let worth =
                weight
                * ranking.worth(
                    mentions: Double(posting.mentions), length: lengths[Int(posting.text)], textsWithWord: found.count)
            best[posting.text] = max(best[posting.text, default: 0], worth)
        }
    }

    private func hits(_ worths: [Double], most: Int) -> [Hit] {
        worths.indices.filter { worths[$0] > 0 }
            .sorted { worths[$0] == worths[$1] ? $0 < $1 : worths[$0] > worths[$1] }
            .prefix(most)
            .map { Hit(key: keys[$0], worth: worths[$0]) }
    }
}
