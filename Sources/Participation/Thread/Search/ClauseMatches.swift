// SPDX-License-Identifier: EUPL-1.2

import Insight

/// What one part of a query finds: lists of places, each with what a mention there is worth against the word itself.
struct ClauseMatches: Sendable {
    struct Group: Sendable {
        let weight: Double
        let places: PlaceList
        /// How many documents have it.
        let documents: Int

        /// What is worth less merely resembles the word: it moves up what is found, but finds nothing itself.
        static let leastFinding = 0.3
        var isFinding: Bool { weight >= Self.leastFinding }

        init(weight: Double, places: PlaceList) {
            self.weight = weight
            self.places = places
            documents = places.documentCount
        }
    }

    let groups: [Group]

    /// How many documents contain what was asked for itself, relatives left out.
    var exactDocuments: Int { groups.first { $0.weight == 1 }?.documents ?? 0 }
}

/// The words of the index that a query needs, read in two statements.
struct QueryWords {
    /// By stem, all words of it joined.
    private var stems: [String: PlaceList] = [:]
    private var beginnings: [(word: String, places: PlaceList)] = []
    private var relatives: [String: [Vocabulary.Relative]] = [:]
    /// By stem, one way in which it is written.
    private var written: [String: String] = [:]

    init(_ query: SearchQuery, _ queries: SearchQueries, _ vocabulary: Vocabulary) throws {
        let clauses = query.wanted + query.unwanted
        var wanted: [String] = []
        for clause in clauses {
            switch clause {
            case .word(let stem, _):
                wanted.append(stem)
                let close = vocabulary.relatives(of: stem)
                relatives[stem] = close
                wanted += close.map(\.stem)
            case .phrase(let stems): wanted += stems
            case .prefix: break
            }
        }
        var lists: [String: [PlaceList]] = [:]
        for posting in try queries.postings(ofStems: Set(wanted).sorted()) {
            lists[posting.stem, default: []].append(posting.places)
            if written[posting.stem] == nil { written[posting.stem] = posting.written }
        }
        stems = lists.mapValues(PlaceList.joined)
        let starts = clauses.compactMap { clause -> String? in
            if case .prefix(let beginning) = clause { beginning } else { nil }
        }
        // One letter would stand for nearly everything.
        beginnings = try queries.postings(ofBeginnings: starts.filter { $0.count > 1 }).map { ($0.word, $0.places) }
    }

    /// - Parameter exactly: leaves relatives out, as for words that must not occur.
    func matches(of clause: SearchQuery.Clause, exactly: Bool = false) -> ClauseMatches {
        switch clause {
        case .word(let stem, _):
            let close = exactly ? [] : relatives[stem, default: []]
            let groups = [(stem, 1.0)] + close.map { ($0.stem, $0.weight) }
            return ClauseMatches(
                groups: groups.compactMap { stem, weight in
                    stems[stem].map { ClauseMatches.Group(weight: weight, places: $0) }
                })
        case .prefix(let beginning):
            let lists = beginnings.filter { $0.word.hasPrefix(beginning) }.map(\.places)
            return ClauseMatches(groups: [.init(weight: 1, places: .joined(lists))])
        case .phrase(let parts):
            return ClauseMatches(groups: [.init(weight: 1, places: phrase(parts))])
        }
    }

    /// The places where words follow each other: where each of them stands, moved back to where the first would be.
    private func phrase(_ parts: [String]) -> PlaceList {
        guard let first = parts.first, var places = stems[first]?.places else { return PlaceList() }
        for (offset, part) in parts.enumerated().dropFirst() {
            guard let others = stems[part]?.places else { return PlaceList() }
            places = Self.common(places, others, offset: UInt64(offset))
        }
        return PlaceList(places)
    }

    /// Those of the first list that the second one has so many places further on. Both are sorted.
    private static func common(_ places: [UInt64], _ others: [UInt64], offset: UInt64) -> [UInt64] {
        var found: [UInt64] = []
        var index = 0
        for place in places {
            while index < others.count, others[index] < place + offset { index += 1 }
            guard index < others.count else { break }
            if others[index] == place + offset { found.append(place) }
        }
        return found
    }

    /// What the relatives that were found look like, to be marked in excerpts; the nearest first.
    func writtenRelatives(of query: SearchQuery) -> [String] {
        query.wanted.flatMap { clause -> [String] in
            guard case .word(let stem, _) = clause else { return [] }
            return relatives[stem, default: []].prefix(6).filter { $0.weight >= ClauseMatches.Group.leastFinding }
                .compactMap { written[$0.stem] }
        }
    }
}
