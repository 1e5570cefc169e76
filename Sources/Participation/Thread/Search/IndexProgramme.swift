// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Keeps what search finds of a programme equal to what its public matters say, within the transaction that changes
/// them.
struct IndexProgramme {
    private let programme: String
    private let queries: SearchIndexQueries

    init(_ programme: String, in db: Connection) {
        self.programme = programme
        queries = SearchIndexQueries(db: db)
    }

    /// Brings the index up to date: what is new or says something else is indexed, what is gone or not public any more
    /// leaves no word.
    func follow(_ contents: ProgrammeContents) throws {
        guard var index = try queries.index(of: programme), index.form == SearchIndex.currentForm else {
            return try rebuild(from: contents)
        }
        var known = try queries.documents(in: index)
        var numbers = known.mapValues(\.number)
        let matters = SearchableProgramme(contents).matters
        for matter in matters where numbers[matter.id] == nil {
            numbers[matter.id] = index.nextDocument
            index.nextDocument += 1
        }
        var change = IndexChange()
        for matter in matters.lazy.map({ NumberedMatter($0, numbers: numbers) }) {
            let old = known.removeValue(forKey: matter.matter.id)
            guard old?.digest != matter.digest else { continue }
            if let old { change.removed.append(old.number) }
            change.added.append(matter)
        }
        change.removed += known.values.map(\.number)
        // Changing most rows one by one takes longer than writing all of them anew.
        guard change.count <= max(500, matters.count / 5) else { return try rebuild(from: contents) }
        var apply = ApplyIndexChange(index: index, queries: queries)
        try apply.run(change)
    }

    /// Makes the whole index anew.
    ///
    /// - Parameter progress: told how many documents are done and how many there are.
    func rebuild(from contents: ProgrammeContents, progress: (Int, Int) -> Void = { _, _ in }) throws {
        try queries.remove(programme: programme)
        var index = try queries.create(for: programme)
        let matters = SearchableProgramme(contents).matters
        var numbers: [String: Int] = [:]
        for (offset, matter) in matters.enumerated() { numbers[matter.id] = offset + 1 }
        // The first document has the number 1, so that the first block has room for one less.
        var start = 0
        while start < matters.count {
            let end = min(matters.count, (AttributeBlock.block(of: start + 1) + 1) * AttributeBlock.size - 1)
            try store(matters[start..<end].map { SearchDocument(NumberedMatter($0, numbers: numbers)) }, in: &index)
            start = end
            progress(start, matters.count)
        }
        index.nextDocument = matters.count + 1
        try queries.update(index)
    }

    /// Takes the whole index away, as the programme goes.
    func remove() throws {
        try queries.remove(programme: programme)
    }

    /// Documents of one block that has no row yet.
    private func store(_ documents: [SearchDocument], in index: inout SearchIndex) throws {
        guard let first = documents.first else { return }
        let number = AttributeBlock.block(of: first.number)
        var block = AttributeBlock()
        var collector = PostingCollector()
        for document in documents {
            block[document.number] = document.attributes
            collector.add(document)
            index.add(document.attributes)
        }
        try queries.insert(documents, in: index)
        try queries.insert(collector.postings(block: number), in: index)
        try queries.store(block, number: number, in: index)
    }
}
