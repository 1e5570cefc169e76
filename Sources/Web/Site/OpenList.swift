// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// A list that can be taken away: where it stands, what its columns hold, and how its rows are read. It is described
/// once; page, CSV, JSON and the catalogue of open data rest on the same description.
struct OpenList: Sendable {
    /// Names the list in texts: `opendata.list.KEY`.
    let key: String
    /// The path of the page that shows the list, as it is registered; the formats stand at `PATH.csv` and `PATH.json`.
    let path: String
    /// Where people read the same; the path itself for most lists.
    let page: String
    let fields: [OpenField]
    /// How many rows there have to be, counted apart from the reading; nil for lists that are read at once.
    private(set) var expectedCount: (@Sendable (OpenReading) throws -> Int64)?
    private let batches: @Sendable (OpenReading) throws -> (ListPage) throws -> [[OpenValue]]

    /// A list read in batches: the outer closure looks at the address once, the inner one reads a batch.
    init<Entry>(
        _ key: String, at path: String, shownAt page: String? = nil, columns: [OpenColumn<Entry>],
        batches: @escaping @Sendable (OpenReading) throws -> (ListPage) throws -> [Entry]
    ) {
        self.key = key
        self.path = path
        self.page = page ?? path
        self.fields = columns.map(\.field)
        self.batches = { reading in
            let batch = try batches(reading)
            return { page in try batch(page).map { entry in columns.map { $0.value(entry) } } }
        }
    }

    /// A list that is always read as a whole, since it is short.
    init<Entry>(
        _ key: String, at path: String, shownAt page: String? = nil, columns: [OpenColumn<Entry>],
        whole: @escaping @Sendable (OpenReading) throws -> [Entry]
    ) {
        self.init(key, at: path, shownAt: page, columns: columns) { reading in
            let entries = try whole(reading)
            return { page in page.number == 1 ? entries : [] }
        }
    }

    /// A long list: first the keys of all its rows are read in their order, then the rows by ranges of keys. So the
    /// last rows cost no more than the first, whatever the order.
    init<Key, Entry>(
        _ key: String, at path: String, shownAt page: String? = nil, columns: [OpenColumn<Entry>],
        keys: @escaping @Sendable (OpenReading) throws -> [Key],
        rows: @escaping @Sendable (ArraySlice<Key>, OpenReading) throws -> [Entry]
    ) {
        self.init(key, at: path, shownAt: page, columns: columns) { reading in
            let all = try keys(reading)
            return { page in
                let range = all.dropFirst(Int((page.number - 1) * page.size)).prefix(Int(page.size))
                return range.isEmpty ? [] : try rows(range, reading)
            }
        }
    }

    /// The same list, whose rows are counted apart: a download with more or fewer rows has failed.
    func counted(_ count: @escaping @Sendable (OpenReading) throws -> Int64) -> OpenList {
        var list = self
        list.expectedCount = count
        return list
    }

    /// Hands over the rows as the address narrows and orders them, over all pages, batch by batch.
    ///
    /// - Throws: `ExportFault.rowsMissing` where rows were counted apart and the number is another
    func forEachBatch(_ reading: OpenReading, size: Int64 = 1000, _ body: ([[OpenValue]]) throws -> Void) throws {
        let batch = try batches(reading)
        var page: Int64 = 1
        var count: Int64 = 0
        while true {
            let rows = try batch(ListPage(page, size: size))
            if !rows.isEmpty { try body(rows) }
            count += Int64(rows.count)
            guard Int64(rows.count) == size else { break }
            page += 1
        }
        if let expectedCount, try expectedCount(reading) != count { throw ExportFault.rowsMissing }
    }

    /// "Projekte"
    func title(in context: SiteContext) -> String { context.text("opendata.list.\(key).title") }

    func table(_ reading: OpenReading) throws -> OpenTable {
        var rows: [[OpenValue]] = []
        try forEachBatch(reading) { rows += $0 }
        return OpenTable(columns: fields.map(\.name), rows: rows)
    }
}

/// One look at the database for an open list.
struct OpenReading {
    let programme: String
    /// Its query narrows and orders the list; its links are absolute.
    let context: SiteContext
    let today: PartialDate
    let db: Connection

    /// Things as rows, with the names of the matters they mention; two statements however many there are.
    func entries<Subject>(
        _ subjects: [Subject], naming ids: (Subject) -> [String?]
    ) throws -> [OpenEntry<Subject>] {
        let mentions = try Mentions.load(subjects.flatMap(ids), programme, context, db)
        return subjects.map { OpenEntry(subject: $0, mentions: mentions, context: context) }
    }
}

/// A thing as a row of an open list, in the reader's language.
@dynamicMemberLookup
struct OpenEntry<Subject> {
    let subject: Subject
    let mentions: Mentions
    let context: SiteContext

    subscript<Value>(dynamicMember path: KeyPath<Subject, Value>) -> Value {
        subject[keyPath: path]
    }

    // The names of these leave `title`, `number`, `key` and `text` to the subject's own properties.

    func wording(_ field: String, of id: String, or original: String?) -> String? {
        mentions.texts.text(field, of: id, or: original)?.text
    }

    /// What a public matter is called.
    func titleOf(_ id: String?) -> String? { mentions.title(id)?.text }

    func numberOf(_ id: String?) -> Int64? { mentions.matter(id)?.number }

    func keyOf(_ id: String?) -> String? { mentions.matter(id)?.key }

    func word(state key: String?) -> String? { key.map { context.word(state: $0) } }

    func word(_ set: WordSet, _ key: String?) -> String? { key.map { context.word(set, $0) } }

    func address(_ path: String) -> String { context.links.absolute(path) }
}
