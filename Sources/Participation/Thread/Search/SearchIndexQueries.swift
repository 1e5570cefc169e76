// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Reads and writes the rows of the search index.
struct SearchIndexQueries {
    let db: Connection

    func index(of programme: String) throws -> SearchIndex? {
        try db.row(
            """
            SELECT number, identity, form, changes, next_document, documents, words FROM search_index
            WHERE programme_id = \(programme)
            """
        ).map { row in
            SearchIndex(
                number: try row.get("number"), identity: try row.get("identity"), form: try row.get("form"),
                changes: try row.get("changes"), nextDocument: try row.get("next_document"),
                documents: try row.get("documents"), words: try row.get("words"))
        }
    }

    func create(for programme: String) throws -> SearchIndex {
        let last: Int64? = try db.value("SELECT MAX(number) FROM search_index")
        let index = SearchIndex(
            number: (last ?? 0) + 1, identity: Digest.random(bytes: 16), form: SearchIndex.currentForm, changes: 0,
            nextDocument: 1, documents: 0, words: 0)
        try db.execute(
            """
            INSERT INTO search_index (number, programme_id, identity, form, changes, next_document, documents, words)
            VALUES (\(index.number), \(programme), \(index.identity), \(index.form), 0, 1, 0, 0)
            """)
        return index
    }

    func update(_ index: SearchIndex) throws {
        try db.execute(
            """
            UPDATE search_index SET changes = \(index.changes + 1), next_document = \(index.nextDocument),
                documents = \(index.documents), words = \(index.words) WHERE number = \(index.number)
            """)
    }

    /// Takes the whole index of a programme away.
    func remove(programme: String) throws {
        let own: SQL = "index_number IN (SELECT number FROM search_index WHERE programme_id = \(programme))"
        try db.execute("DELETE FROM search_posting WHERE \(own)")
        try db.execute("DELETE FROM search_passage WHERE \(own)")
        try db.execute("DELETE FROM search_document WHERE \(own)")
        try db.execute("DELETE FROM search_block WHERE \(own)")
        try db.execute("DELETE FROM search_index WHERE programme_id = \(programme)")
    }

    /// The programmes whose index is missing or was made in another form.
    func outdatedProgrammes() throws -> [String] {
        try db.rows(
            """
            SELECT p.id FROM programme p LEFT JOIN search_index x ON x.programme_id = p.id
            WHERE x.form IS NULL OR x.form <> \(SearchIndex.currentForm) ORDER BY p.slug
            """
        ).map { try $0.get("id") }
    }

    /// The documents of an index with the digest of each, by the ids of their matters.
    func documents(in index: SearchIndex) throws -> [String: (number: Int, digest: String)] {
        var documents: [String: (number: Int, digest: String)] = [:]
        try db.forEach(
            "SELECT matter_id, number, digest FROM search_document WHERE index_number = \(index.number)"
        ) { row in
            documents[try row.get("matter_id")] = (try row.get("number"), try row.get("digest"))
        }
        return documents
    }

    /// The documents of these matters with the digest of each, by the ids of the matters.
    func documents(of matters: [String], in index: SearchIndex) throws -> [String: (number: Int, digest: String)] {
        var documents: [String: (number: Int, digest: String)] = [:]
        for chunk in matters.chunks(of: 500) {
            try db.forEach(
                """
                SELECT matter_id, number, digest FROM search_document
                WHERE index_number = \(index.number) AND matter_id IN \(list: chunk)
                """
            ) { row in
                documents[try row.get("matter_id")] = (try row.get("number"), try row.get("digest"))
            }
        }
        return documents
    }

    /// The ids of a matter's texts in other languages.
    func versions(of matter: String) throws -> [String] {
        try db.rows("SELECT id FROM text_version WHERE matter_id = \(matter) ORDER BY id").map { try $0.get("id") }
    }
}

extension SearchIndexQueries {
    /// Several rows go into one statement, few enough that the statement is kept prepared.
    private func insert(_ beginning: SQL, _ rows: [SQL], atOnce: Int) throws {
        for chunk in rows.chunks(of: atOnce) {
            try db.execute(beginning + SQL.joined(chunk, separator: ", "))
        }
    }

    func insert(_ documents: [SearchDocument], in index: SearchIndex) throws {
        try insert(
            "INSERT INTO search_document (index_number, number, matter_id, owner_id, digest) VALUES ",
            documents.map { "(\(index.number), \($0.number), \($0.id), \($0.owner), \($0.digest))" }, atOnce: 20)
        try insert(
            "INSERT INTO search_passage (index_number, document, position, language, text) VALUES ",
            documents.flatMap { document in
                document.passages.map {
                    "(\(index.number), \(document.number), \($0.position), \($0.language), \($0.text))"
                }
            }, atOnce: 20)
    }

    func insert(_ postings: [SearchPosting], in index: SearchIndex) throws {
        try insert(
            "INSERT INTO search_posting (index_number, word, block, stem, written, documents, places) VALUES ",
            postings.map { posting in
                """
                (\(index.number), \(posting.word), \(posting.block), \(posting.stem), \(posting.written),
                \(posting.places.documentCount), \(posting.places.bytes))
                """
            }, atOnce: 14)
    }

    /// Writes what a word's row has become; a word that stands nowhere any more has none.
    func replace(_ posting: SearchPosting, in index: SearchIndex) throws {
        let own: SQL = "index_number = \(index.number) AND word = \(posting.word) AND block = \(posting.block)"
        guard !posting.places.places.isEmpty else {
            try db.execute("DELETE FROM search_posting WHERE \(own)")
            return
        }
        try db.execute(
            """
            UPDATE search_posting SET documents = \(posting.places.documentCount), places = \(posting.places.bytes)
            WHERE \(own)
            """)
    }

    func store(_ block: AttributeBlock, number: Int, in index: SearchIndex) throws {
        try db.execute(
            """
            INSERT INTO search_block (index_number, number, attributes)
            VALUES (\(index.number), \(number), \(block.bytes))
            ON CONFLICT (index_number, number) DO UPDATE SET attributes = excluded.attributes
            """)
    }

    func block(_ number: Int, in index: SearchIndex) throws -> AttributeBlock {
        let bytes: [UInt8]? = try db.value(
            "SELECT attributes FROM search_block WHERE index_number = \(index.number) AND number = \(number)")
        guard let bytes else { return AttributeBlock() }
        guard let block = AttributeBlock(bytes: bytes) else { throw DamagedSearchIndex() }
        return block
    }

    /// The rows of these words in a block.
    func postings(of words: [String], block: Int, in index: SearchIndex) throws -> [SearchPosting] {
        try words.chunks(of: 500).flatMap { chunk in
            try db.rows(
                """
                SELECT word, block, stem, written, places FROM search_posting
                WHERE index_number = \(index.number) AND block = \(block) AND word IN \(list: chunk)
                """
            ).map(SearchPosting.init)
        }
    }

    func passages(of document: Int, in index: SearchIndex) throws -> [SearchPassage] {
        try db.rows(
            """
            SELECT position, language, text FROM search_passage
            WHERE index_number = \(index.number) AND document = \(document) ORDER BY position
            """
        ).map { row in
            SearchPassage(
                position: try row.get("position"), language: try row.get("language"), text: try row.get("text"))
        }
    }

    func remove(document: Int, in index: SearchIndex) throws {
        try db.execute(
            "DELETE FROM search_passage WHERE index_number = \(index.number) AND document = \(document)")
        try db.execute("DELETE FROM search_document WHERE index_number = \(index.number) AND number = \(document)")
    }
}

extension SearchPosting {
    init(row: Row) throws {
        word = try row.get("word")
        block = try row.get("block")
        stem = try row.get("stem")
        written = try row.get("written")
        guard let list = PlaceList(bytes: try row.get("places")) else { throw DamagedSearchIndex() }
        places = list
    }
}

/// A packed list of the index that cannot be read; `dreiklang search rebuild` makes the index anew.
public struct DamagedSearchIndex: Error, CustomStringConvertible {
    public var description: String {
        "The search index cannot be read; make it anew with “dreiklang search rebuild”."
    }
}

extension Array {
    /// The elements in their order, so many at a time.
    func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
