// SPDX-License-Identifier: EUPL-1.2

import Insight

/// Which documents of an index are taken out, by number, and which are put in. What has changed stands in both.
struct IndexChange {
    var removed: [Int] = []
    var added: [NumberedMatter] = []

    var count: Int { removed.count + added.count }
}

/// Changes single documents of an index: the rows of their words are read, changed and written, block by block.
struct ApplyIndexChange {
    private var index: SearchIndex
    private let queries: SearchIndexQueries

    init(index: SearchIndex, queries: SearchIndexQueries) {
        self.index = index
        self.queries = queries
    }

    mutating func run(_ change: IndexChange) throws {
        var removed: [Int: [Int]] = [:]
        for number in change.removed { removed[AttributeBlock.block(of: number), default: []].append(number) }
        var added: [Int: [NumberedMatter]] = [:]
        for matter in change.added { added[AttributeBlock.block(of: matter.number), default: []].append(matter) }
        for block in Set(removed.keys).union(added.keys).sorted() {
            try run(removed[block, default: []].sorted(), added[block, default: []], block: block)
        }
        try queries.update(index)
    }

    private mutating func run(_ removed: [Int], _ added: [NumberedMatter], block number: Int) throws {
        var block = try queries.block(number, in: index)
        var words: Set<String> = []
        for document in removed {
            for passage in try queries.passages(of: document, in: index) {
                words.formUnion(passage.words.map(\.term.word))
            }
            if let attributes = block[document] { index.remove(attributes) }
            block[document] = nil
            try queries.remove(document: document, in: index)
        }
        let documents = added.sorted { $0.number < $1.number }.map(SearchDocument.init)
        var collector = PostingCollector()
        for document in documents {
            collector.add(document)
            index.add(document.attributes)
            block[document.number] = document.attributes
        }
        try queries.insert(documents, in: index)
        try change(words, without: Set(removed), adding: collector.postings(block: number), block: number)
        try queries.store(block, number: number, in: index)
    }

    private func change(
        _ words: Set<String>, without removed: Set<Int>, adding postings: [SearchPosting], block: Int
    ) throws {
        let touched = words.union(postings.map(\.word)).sorted()
        var present: [String: SearchPosting] = [:]
        for posting in try queries.postings(of: touched, block: block, in: index) { present[posting.word] = posting }
        for word in words.sorted() { present[word]?.places.remove(documents: removed) }
        var new: [SearchPosting] = []
        for posting in postings {
            if present[posting.word] == nil {
                new.append(posting)
            } else {
                present[posting.word]?.places.join(posting.places)
            }
        }
        try queries.insert(new, in: index)
        for word in touched {
            if let posting = present[word] { try queries.replace(posting, in: index) }
        }
    }
}
