// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A list has been read and waits to be looked at. Nothing of it is booked yet.
public struct BeginFundingImport: Sendable {
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
        let person = try visitor.person(if: visitor.mayRunLedger(in: programme))
        guard !rows.isEmpty else { throw InvalidForm([.init("datei", "table-empty")]) }
        guard rows.count <= FundingImport.mostRows else {
            throw InvalidForm([.init("datei", "table-too-long", limit: FundingImport.mostRows)])
        }
        let list = FundingImport(
            id: Digest.random(bytes: 16), fileName: String(fileName.prefix(200)), columns: columns,
            mapping: FundingMapping.guess(columns, on: now.day), rowCount: Int64(rows.count), createdAt: now.text,
            doneAt: nil, undoneAt: nil)
        try list.insert(in: programme, by: person.id, rows, db)
        return list.id
    }
}

/// What a list would book, row by row, by what its columns are said to mean, and whether its sums come out even.
public struct PreviewFundingImport: Sendable {
    public let list: FundingImport
    public let rows: [ReadFundingRow]
    public let reconciliation: FundingReconciliation
    /// What stands in the ledger because of the list: entries and their counter-entries; nil before it is booked.
    public let booked: BookedSum?
    /// What the list calls projects that are called otherwise here.
    public var strangeProjects: [StrangeProject] = []
    /// All projects that they can be assigned to, by number.
    public var projects: [LedgerProject] = []

    /// A name of the list that no project bears.
    public struct StrangeProject: Equatable, Sendable {
        public let name: String
        public let rows: Int
        /// The number of the project that it was said to be.
        public let assigned: Int64?
    }

    /// Sums of the ledger itself.
    public struct BookedSum: Equatable, Sendable {
        public let entries: Int64
        public let cents: Int64
        /// What counter-entries have taken back, below nought.
        public let reversedCents: Int64
    }

    public static func read(
        _ id: String, in programme: String, today: PartialDate, _ db: Connection
    ) throws -> PreviewFundingImport? {
        guard let list = try FundingImport.find(id, in: programme, db) else { return nil }
        if list.doneAt != nil { return try afterwards(list, db) }
        let rows = try list.rows(db)
        let ledger = try ReadFundingImport.Ledger.load(for: list.mapping, in: programme, db)
        var reading = ReadFundingImport(list.mapping, ledger, today: today)
        let read = reading.read(rows)
        return PreviewFundingImport(
            list: list, rows: read,
            reconciliation: FundingReconciliation(read, amounts: reading.amounts(rows)), booked: nil,
            strangeProjects: reading.strangeProjects(rows), projects: ledger.projects)
    }

    /// Afterwards the ledger alone says what was booked; the list is not read again.
    private static func afterwards(_ list: FundingImport, _ db: Connection) throws -> PreviewFundingImport {
        PreviewFundingImport(
            list: list, rows: [], reconciliation: FundingReconciliation([], amounts: [:]),
            booked: try list.bookedSum(db))
    }

    public var entries: [(number: Int64, entry: ImportedEntry)] {
        rows.compactMap { row in if case .entry(let entry) = row.result { (row.number, entry) } else { nil } }
    }

    public var duplicates: [(number: Int64, entry: ImportedEntry)] {
        rows.compactMap { row in if case .duplicate(let entry) = row.result { (row.number, entry) } else { nil } }
    }

    public var faulty: [(number: Int64, faults: [InvalidForm.Fault])] {
        rows.compactMap { row in if case .faulty(let faults) = row.result { (row.number, faults) } else { nil } }
    }

    public var subtotals: Int { rows.count { $0.result == .subtotal } }
}

/// Somebody says what the columns mean.
public struct MapFundingImport: Sendable {
    private let id: String
    private let mapping: FundingMapping
    private let programme: String

    public init(_ id: String, _ mapping: FundingMapping, in programme: String) {
        self.id = id
        self.mapping = mapping
        self.programme = programme
    }

    public func run(as visitor: Visitor, in db: Connection) throws {
        try visitor.mayRunLedger(in: programme).check()
        guard let list = try FundingImport.find(id, in: programme, db), list.doneAt == nil else {
            throw Refusal("list-is-booked")
        }
        guard mapping.columns.values.allSatisfy(list.columns.indices.contains),
            Set(mapping.columns.values).count == mapping.columns.count
        else { throw InvalidForm([.init("spalte-projekt", "column-twice")]) }
        var mapping = mapping
        mapping.assigned = list.mapping.assigned
        try FundingImport.store(mapping, of: id, db)
    }
}

/// All good rows of a list are booked, or none, and the ledger must say the same sum as the list to the cent.
public struct RunFundingImport: Sendable {
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
        let person = try visitor.person(if: visitor.mayRunLedger(in: programme))
        guard let preview = try PreviewFundingImport.read(id, in: programme, today: now.day, db),
            preview.list.doneAt == nil
        else { throw Refusal("list-is-booked") }
        let faulty = preview.faulty.count
        guard leavesOutFaulty || faulty == 0 else {
            throw InvalidForm([.init("auslassen", "import-has-faults", limit: faulty)])
        }
        let entries = preview.entries
        guard !entries.isEmpty else { throw InvalidForm([.init("auslassen", "list-has-no-entries")]) }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        let ids = try writing.createAll(entries.map { $0.entry.draft.record(for: $0.entry.project) }, isPublic: true)
        try preview.list.note(Array(zip(ids, entries.map(\.number))), db)
        guard try preview.list.bookedSum(db).cents == preview.reconciliation.entries else {
            throw ValueFault("the ledger does not hold the sum of the list \(id)")
        }
        try preview.list.noteDone(at: now, db)
    }
}

/// A whole list is taken back, by a counter-entry for each of its entries that still stands.
public struct UndoFundingImport: Sendable {
    private let id: String
    private let programme: String

    public init(_ id: String, in programme: String) {
        self.id = id
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayRunLedger(in: programme))
        guard let list = try FundingImport.find(id, in: programme, db), list.doneAt != nil, list.undoneAt == nil else {
            throw Refusal("list-is-not-booked")
        }
        let closed = Set(try ClosedYear.list(in: programme, db).map(\.year))
        let standing = try list.standingEntries(db)
        guard !standing.contains(where: { closed.contains($0.fiscalYear) }) else {
            throw Refusal("list-in-closed-year")
        }
        let reason = "Rücknahme der Liste „\(list.fileName)“"
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        let counters = standing.map { $0.countered(because: reason, on: now.day) }
        _ = try writing.createAll(counters, isPublic: true)
        let sum = try list.bookedSum(db)
        guard sum.cents + sum.reversedCents == 0 else {
            throw ValueFault("the counter-entries do not make up for the list \(id)")
        }
        try list.noteUndone(at: now, db)
    }
}
