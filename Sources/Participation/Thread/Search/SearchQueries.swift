// SPDX-License-Identifier: EUPL-1.2

import Insight
import Storage

/// Reads the search index to answer a query. Each method is one statement.
struct SearchQueries {
    let db: Connection
    let index: SearchIndex

    /// Rows that a query with `*` looks at; a beginning that more words have is cut off in the order of the alphabet.
    static let mostPrefixRows: Int64 = 4000

    func stems() throws -> [String] {
        try db.rows("SELECT DISTINCT stem FROM search_posting WHERE index_number = \(index.number)").map {
            try $0.get("stem")
        }
    }

    func words() throws -> [Suggestions.Word] {
        try db.rows(
            """
            SELECT word, MIN(written) AS written, CAST(SUM(documents) AS BIGINT) AS documents FROM search_posting
            WHERE index_number = \(index.number) GROUP BY word ORDER BY word
            """
        ).map { row in
            Suggestions.Word(
                word: try row.get("word"), written: try row.get("written"), count: try row.get("documents"))
        }
    }

    func postings(ofStems stems: [String]) throws -> [SearchPosting] {
        guard !stems.isEmpty else { return [] }
        return try db.rows(
            """
            SELECT word, block, stem, written, places FROM search_posting
            WHERE index_number = \(index.number) AND stem IN \(list: stems) ORDER BY word, block
            """
        ).map(SearchPosting.init)
    }

    func postings(ofBeginnings beginnings: [String]) throws -> [SearchPosting] {
        guard !beginnings.isEmpty else { return [] }
        let ranges = beginnings.map { beginning -> SQL in
            "(word >= \(beginning) AND word < \(beginning + "\u{10FFFF}"))"
        }
        return try db.rows(
            """
            SELECT word, block, stem, written, places FROM search_posting
            WHERE index_number = \(index.number) AND (\(SQL.joined(ranges, separator: " OR ")))
            ORDER BY word, block LIMIT \(Self.mostPrefixRows)
            """
        ).map(SearchPosting.init)
    }

    /// The packed attributes of these blocks, by their numbers.
    func blocks(_ numbers: [Int]) throws -> [(number: Int, bytes: [UInt8])] {
        try db.rows(
            """
            SELECT number, attributes FROM search_block
            WHERE index_number = \(index.number) AND number IN \(list: numbers) ORDER BY number
            """
        ).map { (try $0.get("number"), try $0.get("attributes")) }
    }

    /// The documents of public matters by kind and key; what is not public has none.
    func documents(of references: [MatterReference], in programme: String) throws -> [MatterReference: Int] {
        guard !references.isEmpty else { return [:] }
        let choices = references.map { reference -> SQL in
            "(m.kind = \(reference.kind) AND m.key = \(reference.key))"
        }
        var numbers: [MatterReference: Int] = [:]
        try db.forEach(
            """
            SELECT m.kind, m.key, d.number FROM public_matter m JOIN search_document d ON d.matter_id = m.id
            WHERE m.programme_id = \(programme) AND d.index_number = \(index.number)
                AND (\(SQL.joined(choices, separator: " OR ")))
            """
        ) { row in
            numbers[MatterReference(try row.get("kind"), try row.get("key"))] = try row.get("number")
        }
        return numbers
    }

    /// The public matters behind documents, with their public owners, by number.
    func matters(_ documents: [Int], in programme: String) throws -> [Int: (id: String, owner: String?)] {
        var matters: [Int: (id: String, owner: String?)] = [:]
        try db.forEach(
            """
            SELECT d.number, m.id, o.id AS owner FROM search_document d JOIN public_matter m ON m.id = d.matter_id
            LEFT JOIN public_matter o ON o.id = d.owner_id
            WHERE d.index_number = \(index.number) AND m.programme_id = \(programme)
                AND d.number IN \(list: documents)
            """
        ) { row in
            matters[try row.get("number")] = (try row.get("id"), try row.get("owner"))
        }
        return matters
    }

    /// Where the paragraphs of documents begin, without their texts; titles and names left out.
    func passages(of documents: [Int]) throws -> [Int: [Int]] {
        var positions: [Int: [Int]] = [:]
        try db.forEach(
            """
            SELECT document, position FROM search_passage
            WHERE index_number = \(index.number) AND position >= \(SearchPassage.bodyStart)
                AND document IN \(list: documents) ORDER BY document, position
            """
        ) { row in positions[try row.get("document"), default: []].append(try row.get("position")) }
        return positions
    }

    /// The texts of one paragraph each, by document.
    func texts(_ places: [(document: Int, position: Int)]) throws -> [Int: SearchPassage] {
        guard !places.isEmpty else { return [:] }
        let choices = places.map { place -> SQL in
            "(document = \(place.document) AND position = \(place.position))"
        }
        var texts: [Int: SearchPassage] = [:]
        try db.forEach(
            """
            SELECT document, position, language, text FROM search_passage
            WHERE index_number = \(index.number) AND (\(SQL.joined(choices, separator: " OR ")))
            """
        ) { row in
            texts[try row.get("document")] = SearchPassage(
                position: try row.get("position"), language: try row.get("language"), text: try row.get("text"))
        }
        return texts
    }
}
