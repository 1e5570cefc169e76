// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Visitor {
    /// To bring in whole tables of ideas.
    public func mayImportIdeas(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        let mayImport = holds(anyOf: [.programmeOffice, .administrator], in: programme)
        return mayImport ? .allowed : .refused("import-only-by-programme-office")
    }
}

/// A table has been read and waits to be looked at. Nothing of it is public yet.
public struct BeginImport: Sendable {
    private let fileName: String
    private let columns: [String]
    private let rows: [ImportRow]
    private let programme: String

    public init(_ fileName: String, columns: [String], rows: [ImportRow], in programme: String) {
        self.fileName = fileName
        self.columns = columns
        self.rows = rows
        self.programme = programme
    }

    /// - Returns: the id of the import
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> String {
        let person = try visitor.person(if: visitor.mayImportIdeas(in: programme))
        guard !rows.isEmpty else { throw InvalidForm([.init("datei", "table-empty")]) }
        guard rows.count <= IdeaImport.mostRows else {
            throw InvalidForm([.init("datei", "table-too-long", limit: IdeaImport.mostRows)])
        }
        let table = IdeaImport(
            id: Digest.random(bytes: 16), fileName: String(fileName.prefix(200)), columns: columns,
            mapping: ImportMapping.guess(columns, on: now.day), rowCount: Int64(rows.count), createdAt: now.text,
            doneAt: nil, undoneAt: nil)
        try table.insert(in: programme, by: person.id, rows, db)
        return table.id
    }
}

/// What a table would become, row by row, by what its columns are said to mean.
public struct PreviewImport: Sendable {
    public let table: IdeaImport
    public let rows: [ReadRow]

    public static func read(
        _ id: String, as visitor: Visitor, in programme: String, today: PartialDate, _ db: Connection
    ) throws -> PreviewImport? {
        guard let table = try IdeaImport.find(id, in: programme, db) else { return nil }
        let choices = try IdeaChoices.load(for: visitor, in: programme, db)
        let reading = ReadImport(table.mapping, choices, today: today)
        let rows = try table.rows(db)
        let titles = reading.read(rows) { _ in false }.compactMap { row -> String? in
            if case .idea(let draft) = row.result { draft.title } else { nil }
        }
        let known = try IdeaImport.marks(ofTitles: titles, in: programme, db)
        return PreviewImport(
            table: table, rows: reading.read(rows) { known.contains(ReadImport.mark($0.title, $0.text)) })
    }

    public var ideas: [(row: ImportRow, draft: IdeaDraft)] {
        rows.compactMap { row in if case .idea(let draft) = row.result { (row.row, draft) } else { nil } }
    }

    public var faulty: [(row: ImportRow, faults: [InvalidForm.Fault])] {
        rows.compactMap { row in if case .faulty(let faults) = row.result { (row.row, faults) } else { nil } }
    }

    public var duplicates: [ImportRow] {
        rows.compactMap { row in if case .duplicate = row.result { row.row } else { nil } }
    }
}

/// Somebody says what the columns mean.
public struct MapImport: Sendable {
    private let id: String
    private let mapping: ImportMapping
    private let programme: String

    public init(_ id: String, _ mapping: ImportMapping, in programme: String) {
        self.id = id
        self.mapping = mapping
        self.programme = programme
    }

    public func run(as visitor: Visitor, in db: Connection) throws {
        try visitor.mayImportIdeas(in: programme).check()
        guard let table = try IdeaImport.find(id, in: programme, db), table.doneAt == nil else {
            throw Refusal("import-is-done")
        }
        guard mapping.columns.values.allSatisfy(table.columns.indices.contains),
            Set(mapping.columns.values).count == mapping.columns.count
        else { throw InvalidForm([.init(ImportMapping.Part.text.rawValue, "column-twice")]) }
        try IdeaImport.store(mapping, of: id, db)
    }
}

/// All good rows of a table become ideas, or none; each with its number, its duty and its entry in the journal.
public struct RunImport: Sendable {
    private let id: String
    private let leavesOutFaulty: Bool
    private let programme: String

    /// - Parameter leavesOutFaulty: whether rows with faults may stay behind
    public init(_ id: String, leavesOutFaulty: Bool, in programme: String) {
        self.id = id
        self.leavesOutFaulty = leavesOutFaulty
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayImportIdeas(in: programme))
        guard
            let preview = try PreviewImport.read(id, as: visitor, in: programme, today: now.day, db),
            preview.table.doneAt == nil
        else { throw Refusal("import-is-done") }
        guard leavesOutFaulty || preview.faulty.isEmpty else {
            throw InvalidForm([.init("auslassen", "import-has-faults", limit: preview.faulty.count)])
        }
        guard !preview.ideas.isEmpty else { throw InvalidForm([.init("auslassen", "import-has-no-rows")]) }
        for (row, draft) in preview.ideas {
            let received = try ReceiveIdea(
                draft, channel: preview.table.mapping.channel, author: .unknown, in: programme
            ).run(by: person.actor, at: now, in: db)
            try preview.table.note(received.id, of: row, db)
        }
        try preview.table.noteDone(at: now, db)
    }
}

/// A whole table is taken back, as long as nobody has begun to work with any of its ideas. Their numbers are not given
/// again, and the journal keeps what happened.
public struct UndoImport: Sendable {
    private let id: String
    private let programme: String

    public init(_ id: String, in programme: String) {
        self.id = id
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayImportIdeas(in: programme))
        guard let table = try IdeaImport.find(id, in: programme, db), table.doneAt != nil, table.undoneAt == nil else {
            throw Refusal("import-not-done")
        }
        let ideas = try table.ideas(db)
        guard !ideas.contains(where: \.isTouched) else { throw Refusal("import-is-in-use") }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        for (idea, duty, _) in ideas {
            if let duty {
                try writing.change(DutyRecord.self, duty, visibility: .concealed) { $0.state = .lapsed }
            }
            try writing.change(IdeaRecord.self, idea, visibility: .concealed) { _ in }
        }
        try table.noteUndone(at: now, db)
    }
}
