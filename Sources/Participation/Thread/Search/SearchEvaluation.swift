// SPDX-License-Identifier: EUPL-1.2

import Insight

/// Which documents answer a query, how well, and how many each filter would leave. Plain arithmetic on the lists of the
/// index, the same for both engines.
struct SearchEvaluation {
    struct Found {
        let document: Int
        let worth: Double
        let day: Int
    }

    /// Fewer documents with every word than these, and those with some of the words are shown as well.
    static let enough = 10

    private let clauses: [ClauseMatches]
    private let ranking: Ranking
    private var attributes: [AttributeBlock?]
    private var worth: [Double]
    private var clauseCount: [UInt8]
    /// The documents with any of the words and none of the unwanted ones.
    private let touched: [Int]
    private let isTouched: [Bool]
    private(set) var found: [Found] = []
    /// How many of those found have every word.
    private(set) var complete = 0
    private(set) var tally = FacetTally()

    init(_ clauses: [ClauseMatches], without unwanted: [ClauseMatches], in index: SearchIndex) {
        self.clauses = clauses
        ranking = Ranking(
            texts: index.documents, meanLength: Double(index.words) / Double(max(index.documents, 1)))
        worth = Array(repeating: 0, count: index.nextDocument)
        clauseCount = Array(repeating: 0, count: index.nextDocument)
        attributes = Array(repeating: nil, count: AttributeBlock.block(of: index.nextDocument) + 1)
        let named = Self.documents(of: clauses, in: index)
        let refused = Self.documents(of: unwanted, in: index)
        isTouched = zip(named, refused).map { $0 && !$1 }
        touched = isTouched.indices.filter { [isTouched] in isTouched[$0] }
    }

    private static func documents(of clauses: [ClauseMatches], in index: SearchIndex) -> [Bool] {
        var isNamed = Array(repeating: false, count: index.nextDocument)
        for clause in clauses {
            for group in clause.groups where group.isFinding {
                for place in group.places.places { isNamed[PlaceList.document(of: place)] = true }
            }
        }
        return isNamed
    }

    /// The blocks whose attributes are needed.
    var blocks: [Int] { Set(touched.map(AttributeBlock.block)).sorted() }

    mutating func add(block number: Int, bytes: [UInt8]) throws {
        let start = number * AttributeBlock.size
        let read = AttributeBlock(bytes: bytes) { [isTouched] place in
            start + place < isTouched.count && isTouched[start + place]
        }
        guard let read, number < attributes.count else { throw DamagedSearchIndex() }
        attributes[number] = read
    }

    mutating func run(_ filter: SearchEvaluation.Filter, order: SearchRequest.Order) {
        for clause in clauses { weigh(clause) }
        collect(filter, needed: clauses.count)
        complete = found.count
        if complete < Self.enough, clauses.count > 1 { collect(filter, needed: 1) }
        switch order {
        case .relevance: found.sort { ($1.worth, $0.document) < ($0.worth, $1.document) }
        case .newest: found.sort { ($1.day, $1.worth, $0.document) < ($0.day, $0.worth, $1.document) }
        }
    }

    private func attributes(of document: Int) -> SearchAttributes? {
        attributes[AttributeBlock.block(of: document)]?[document]
    }
}

extension SearchEvaluation {
    /// Adds what a part of the query is worth in each document: the best of the word and its relatives.
    private mutating func weigh(_ clause: ClauseMatches) {
        var best = Array(repeating: 0.0, count: worth.count)
        var isFound = Array(repeating: false, count: worth.count)
        for group in clause.groups {
            Self.forEachDocument(in: group.places) { document, mentions in
                guard isTouched[document], let words = attributes(of: document)?.words else { return }
                let worth =
                    group.weight
                    * ranking.worth(mentions: mentions, length: words, textsWithWord: group.documents)
                if worth > best[document] { best[document] = worth }
                if group.isFinding { isFound[document] = true }
            }
        }
        for document in touched {
            worth[document] += best[document]
            if isFound[document] { clauseCount[document] += 1 }
        }
    }

    /// Each document of a list with its mentions; those in the title count more.
    private static func forEachDocument(in places: PlaceList, _ body: (Int, Double) -> Void) {
        var (document, mentions) = (-1, 0.0)
        for place in places.places {
            if PlaceList.document(of: place) != document {
                if mentions > 0 { body(document, mentions) }
                (document, mentions) = (PlaceList.document(of: place), 0)
            }
            mentions += PlaceList.position(of: place) < SearchPassage.namesStart ? Ranking.titleWeight : 1
        }
        if mentions > 0 { body(document, mentions) }
    }

    private mutating func collect(_ filter: Filter, needed: Int) {
        found = []
        tally = FacetTally()
        for document in touched where clauseCount[document] >= needed {
            guard let attributes = attributes(of: document) else { continue }
            let verdict = filter.verdict(on: attributes)
            tally.add(attributes, verdict)
            guard verdict.isHit else { continue }
            found.append(Found(document: document, worth: worth[document], day: attributes.day))
        }
        tally.keep(filter)
    }

    /// Where in the document most parts of the query stand close together; nil without one in its texts.
    func bestPosition(in document: Int) -> Int? {
        var counts: [(position: Int, clause: Int)] = []
        for (number, clause) in clauses.enumerated() {
            for group in clause.groups where group.isFinding {
                for place in group.places.places(in: document) where place >= SearchPassage.bodyStart {
                    counts.append((place, number))
                }
            }
        }
        counts.sort { $0.position < $1.position }
        var best: (position: Int, parts: Int)?
        for (index, start) in counts.enumerated() {
            let near = counts[index...].prefix { $0.position < start.position + Self.nearness }
            let parts = Set(near.map(\.clause)).count
            if parts > best?.parts ?? 0 { best = (start.position, parts) }
        }
        return best?.position
    }

    /// Words that fit into an excerpt.
    private static let nearness = 30
}
