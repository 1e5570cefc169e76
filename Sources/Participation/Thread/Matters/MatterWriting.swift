// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The one way in which a use case makes and changes matters: rows, journal entry and search index belong together,
/// inside the transaction of the use case.
///
/// What was written is read back, so that the journal holds what the rows say and not what was meant.
struct MatterWriting {
    let programme: String
    let slug: String
    let now: Moment
    let db: Connection
    var journal: JournalWriting

    /// - Parameter actor: whose act it is: the id of a row of `journal_actor`.
    init(in programme: String, by actor: String, at now: Moment, _ db: Connection) throws {
        guard let slug = try ProgrammeQueries.slug(of: programme, in: db) else {
            throw ValueFault("there is no programme \(programme)")
        }
        self.programme = programme
        self.slug = slug
        self.now = now
        self.db = db
        journal = try JournalWriting(by: actor, at: now, in: db)
    }

    /// A key that no other matter has, for a record made here.
    static func newKey(_ kind: MatterKind) -> String { "\(kind.rawValue)-\(Digest.random(bytes: 8))" }

    /// The public number that the next matter of a kind gets.
    func nextNumber(_ kind: MatterKind) throws -> Int64 {
        try MatterRow.next(kind, of: programme, in: db).number
    }

    /// Writes a new matter and returns its id.
    mutating func create(_ record: some MatterRecord, isPublic: Bool) throws -> String {
        let kind = type(of: record).kind
        let id = MatterReference(kind, record.key).identifier(in: slug)
        let place = try MatterRow.next(kind, of: programme, in: db).place
        let stamp = MatterStamp(
            programme: programme, position: place, visibleFrom: isPublic ? now.text : nil, recordedAt: now.text,
            importedDigest: nil)
        try store(record, id: id, stamp: stamp)
        try keep(record, id: id, verb: .created)
        return id
    }

    /// The record of a matter of this programme; nil when there is none.
    func find<Record: MatterRecord>(_ type: Record.Type, _ id: String) throws -> Record? {
        try ProgrammeContents.find(type, id, of: programme, in: db)?.record
    }

    /// Changes a matter with everything inside it.
    ///
    /// - Returns: whether anything differs from before.
    @discardableResult
    mutating func change<Record: MatterRecord>(
        _ type: Record.Type, _ id: String, visibility: MatterVisibility = .asBefore,
        _ edit: (inout Record) throws -> Void
    ) throws -> Bool {
        guard let (before, stored) = try ProgrammeContents.find(type, id, of: programme, in: db) else {
            throw ValueFault("there is no \(Record.kind.rawValue) \(id)")
        }
        var record = before
        try edit(&record)
        let matter = stored.matter
        let visibleFrom = visibility.moment(before: matter.visibleFrom, now: now)
        guard record != before || visibleFrom != matter.visibleFrom else { return false }
        let stamp = MatterStamp(
            programme: programme, position: matter.position, visibleFrom: visibleFrom, recordedAt: now.text,
            importedDigest: matter.importedDigest)
        try store(record, id: id, stamp: stamp)
        try keep(record, id: id, verb: .changed)
        return true
    }

    private func store(_ record: some MatterRecord, id: String, stamp: MatterStamp) throws {
        let kind = type(of: record).kind
        let directory = try directory(for: record)
        var rows = RowWriter(id: id, key: record.key, directory: directory)
        var copy = record
        copy.visit(&rows)
        let writing = RecordWriting(db: db, stamp: stamp)
        try writing.store(rows, kind: kind, table: type(of: record).table, number: record.number)
    }

    /// The ids of what the record names, and of the matters inside it.
    private func directory(for record: some MatterRecord) throws -> MatterDirectory {
        var directory = MatterDirectory()
        for reference in record.namedReferences where directory.id(of: reference) == nil {
            guard let matter = try MatterRow.find(reference, of: programme, in: db) else { continue }
            directory.add(reference, id: matter.id)
        }
        for reference in record.nestedReferences {
            directory.add(reference, id: reference.identifier(in: slug))
        }
        return directory
    }

    private mutating func keep<Record: MatterRecord>(_ record: Record, id: String, verb: JournalVerb) throws {
        guard let written = try ProgrammeContents.find(Record.self, id, of: programme, in: db), written.record == record
        else { throw ValueFault("\(Record.kind.rawValue)/\(record.key) does not read back as it was written") }
        try journal.record(verb, subject: id, form: written.stored.form, content: written.stored.content)
        try IndexMatter(in: programme, db).follow(written.stored)
    }
}

/// Whether a change makes a matter public or takes it back.
enum MatterVisibility {
    case asBefore, published, concealed

    func moment(before: String?, now: Moment) -> String? {
        switch self {
        case .asBefore: before
        case .published: before ?? now.text
        case .concealed: nil
        }
    }
}
