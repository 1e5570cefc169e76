// SPDX-License-Identifier: EUPL-1.2

import Insight
import Storage

/// Finds the ideas that sound like one that is being written, by the rare words they share. It asks the search index
/// for those words alone, so that its cost hardly grows with the number of ideas; five statements.
public struct SimilarIdeas: Sendable {
    /// More words than these do not make a likeness clearer.
    private static let tellingWords = 12
    /// Words of a long text beyond these are not looked at.
    private static let longestText = 400
    /// An idea is similar when it shares so much of what sets the new one apart.
    private static let leastShare = 0.3
    private static let mostCandidates = 200

    private let weights: [String: Double]

    public init(title: String, text: String) {
        var weights: [String: Double] = [:]
        for term in GermanText.terms(of: text).prefix(Self.longestText) where !term.isStopWord {
            weights[term.stem] = 1
        }
        for term in GermanText.terms(of: title) where !term.isStopWord {
            weights[term.stem] = 2
        }
        self.weights = weights
    }

    /// The most similar first; at most so many.
    public func find(most: Int = 5, in programme: String, _ db: Connection) throws -> [Idea] {
        guard let index = try SearchIndexQueries(db: db).index(of: programme) else { return [] }
        let queries = SimilarIdeaQueries(db: db, index: index)
        let words = telling(try queries.frequencies(of: weights.keys.sorted()), among: Int(index.documents))
        guard words.count > 1 else { return [] }
        let worths = Self.worths(words, try queries.documents(of: words.map(\.stem)))
        let ideas = try queries.ideas(in: worths.map(\.document), of: programme)
        let best = worths.compactMap { ideas[$0.document] }.prefix(most)
        let found = try Idea.list(ids: Array(best), in: programme, db)
        return best.compactMap { id in found.first { $0.id == id } }
    }

    /// The words that set the text apart, with what each is worth; the rarest first.
    private func telling(
        _ frequencies: [(stem: String, documents: Int64)], among all: Int
    ) -> [(stem: String, worth: Double)] {
        let ranking = Ranking(texts: all, meanLength: 1)
        var words: [(stem: String, worth: Double)] = []
        for (stem, documents) in frequencies {
            let worth = ranking.rarity(textsWithWord: Int(documents)) * (weights[stem] ?? 0)
            words.append((stem: stem, worth: worth))
        }
        words.sort { one, other in one.worth == other.worth ? one.stem < other.stem : one.worth > other.worth }
        return Array(words.prefix(Self.tellingWords))
    }

    /// The documents that share at least two of the words and enough of their worth, the best first.
    private static func worths(
        _ words: [(stem: String, worth: Double)], _ documents: [String: Set<Int>]
    ) -> [(document: Int, worth: Double)] {
        var found: [Int: (worth: Double, words: Int)] = [:]
        for word in words {
            for document in documents[word.stem, default: []] {
                let before = found[document] ?? (0, 0)
                found[document] = (before.worth + word.worth, before.words + 1)
            }
        }
        let whole: Double = words.reduce(0.0) { sum, word in sum + word.worth }
        var similar: [(document: Int, worth: Double)] = []
        for (document, shared) in found where shared.words > 1 && shared.worth >= whole * leastShare {
            similar.append((document: document, worth: shared.worth))
        }
        similar.sort { one, other in
            one.worth == other.worth ? one.document < other.document : one.worth > other.worth
        }
        return Array(similar.prefix(mostCandidates))
    }
}
