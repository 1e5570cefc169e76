// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What the search index knows of some words and of the ideas they stand in.
struct SimilarIdeaQueries {
    let db: Connection
    let index: SearchIndex

    /// In how many documents each of these words stands; words that stand nowhere are left out.
    func frequencies(of stems: [String]) throws -> [(stem: String, documents: Int64)] {
        guard !stems.isEmpty else { return [] }
        return try db.rows(
            """
            SELECT stem, CAST(SUM(documents) AS BIGINT) AS documents FROM search_posting
            WHERE index_number = \(index.number) AND stem IN \(list: stems) GROUP BY stem ORDER BY stem
            """
        ).map { (stem: try $0.get("stem"), documents: try $0.get("documents")) }
    }

    /// The documents that each of these words stands in.
    func documents(of stems: [String]) throws -> [String: Set<Int>] {
        var documents: [String: Set<Int>] = [:]
        let rows = try db.rows(
            """
            SELECT word, block, stem, written, places FROM search_posting
            WHERE index_number = \(index.number) AND stem IN \(list: stems)
            """)
        for posting in try rows.map(SearchPosting.init) {
            documents[posting.stem, default: []].formUnion(posting.places.places.map(PlaceList.document))
        }
        return documents
    }

    /// The ids of those of these documents that are public ideas.
    func ideas(in documents: [Int], of programme: String) throws -> [Int: String] {
        guard !documents.isEmpty else { return [:] }
        var ideas: [Int: String] = [:]
        let rows = try db.rows(
            """
            SELECT d.number, d.matter_id FROM search_document d JOIN public_matter m ON m.id = d.matter_id
            WHERE d.index_number = \(index.number) AND d.number IN \(list: documents)
                AND m.programme_id = \(programme) AND m.kind = 'idea'
            """)
        for row in rows { ideas[try row.get("number")] = try row.get("matter_id", as: String.self) }
        return ideas
    }
}
