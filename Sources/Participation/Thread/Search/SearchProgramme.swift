// SPDX-License-Identifier: EUPL-1.2

import Insight
import Storage

/// Looks through everything public of a programme. The number of statements does not depend on how much is found.
public struct SearchProgramme: Sendable {
    private let programme: String
    private let vocabularies: SearchVocabularies

    public init(_ programme: String, _ vocabularies: SearchVocabularies) {
        self.programme = programme
        self.vocabularies = vocabularies
    }

    /// The answer; nil where the filter names a field or municipality that is not public here.
    public func run(_ request: SearchRequest, in db: Connection) throws -> SearchAnswer? {
        let query = SearchQuery(request.text)
        var answer = SearchAnswer(query: query, marking: query)
        // A programme in which nothing is public yet may have no index.
        guard let index = try SearchIndexQueries(db: db).index(of: programme) else { return answer }
        let queries = SearchQueries(db: db, index: index)
        guard let filter = try filter(request.filter, queries) else { return nil }
        guard !query.isEmpty else { return answer }
        let words = try QueryWords(query, queries, try vocabularies.relatives(of: index, queries))
        let matches = query.wanted.map { words.matches(of: $0) }
        var evaluation = SearchEvaluation(
            matches, without: query.unwanted.map { words.matches(of: $0, exactly: true) }, in: index)
        for block in try queries.blocks(evaluation.blocks) {
            try evaluation.add(block: block.number, bytes: block.bytes)
        }
        evaluation.run(filter, order: request.order)
        answer.total = Int64(evaluation.found.count)
        answer.complete = Int64(evaluation.complete)
        answer.marking = SearchQuery(
            ([request.text] + words.writtenRelatives(of: query)).joined(separator: " "))
        try fill(&answer, from: evaluation, page: request.page, queries)
        answer.suggestions = try suggestions(for: request.text, matches, query, index, queries)
        return answer
    }

    private func filter(_ filter: SearchFilter, _ queries: SearchQueries) throws -> SearchEvaluation.Filter? {
        let field = filter.field.map { MatterReference(.field, $0) }
        let municipality = filter.municipality.map { MatterReference(.municipality, $0) }
        let named = [field, municipality].compactMap { $0 }
        let numbers = try queries.documents(of: named, in: programme)
        guard named.allSatisfy({ numbers[$0] != nil }) else { return nil }
        return SearchEvaluation.Filter(
            kind: filter.kind, field: field.flatMap { numbers[$0] },
            municipality: municipality.flatMap { numbers[$0] }, year: filter.year)
    }

    private func fill(
        _ answer: inout SearchAnswer, from evaluation: SearchEvaluation, page: ListPage, _ queries: SearchQueries
    ) throws {
        let shown = evaluation.found.dropFirst(Int(page.offset)).prefix(Int(page.size)).map(\.document)
        let choices = evaluation.tally.fields.keys.sorted() + evaluation.tally.municipalities.keys.sorted()
        let matters = try queries.matters(shown + choices, in: programme)
        answer.facets = SearchFacets(evaluation.tally, ids: matters.mapValues(\.id))
        let passages = try passages(of: shown, evaluation, queries)
        answer.hits = shown.compactMap { document in
            matters[document].map { matter in
                SearchHit(
                    id: matter.id, owner: matter.owner, passage: passages[document]?.text,
                    language: passages[document]?.language)
            }
        }
    }

    /// The paragraph of each document in which most of the words stand, else its first one.
    private func passages(
        of documents: [Int], _ evaluation: SearchEvaluation, _ queries: SearchQueries
    ) throws -> [Int: SearchPassage] {
        let starts = try queries.passages(of: documents)
        return try queries.texts(
            documents.compactMap { document in
                guard let positions = starts[document] else { return nil }
                let best = evaluation.bestPosition(in: document)
                let start = best.flatMap { best in positions.last { $0 <= best } } ?? positions.first
                return start.map { (document, $0) }
            })
    }

    /// The text with the likeliest word in place of each that stands nowhere.
    private func suggestions(
        for text: String, _ matches: [ClauseMatches], _ query: SearchQuery, _ index: SearchIndex,
        _ queries: SearchQueries
    ) throws -> [String] {
        let unknown = zip(query.wanted, matches).compactMap { clause, found -> String? in
            guard found.exactDocuments == 0, case .word(_, let word) = clause else { return nil }
            return word
        }
        guard !unknown.isEmpty else { return [] }
        let suggestions = try vocabularies.suggestions(of: index, queries)
        return Respelling(text).texts(replacing: unknown) { suggestions.near($0) }
    }
}
