// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Writes generated records one after the other: the rows and the journal entry that an import of the same record would
/// leave. Nothing is kept from one record to the next but counters, so that memory does not grow.
struct GeneratedMatterWriting {
    let programmeID: String
    private(set) var count = 0
    private let slug: String
    private let now: Moment
    private let db: Connection
    private let context: ProgrammeContext
    private var journal: JournalWriting
    private var positions: [String: Int64] = [:]

    init(_ programme: InventedProgramme, at now: Moment, in db: Connection) throws {
        slug = programme.slug
        programmeID = MatterReference(.programme, slug).identifier(in: slug)
        self.now = now
        self.db = db
        context = programme.context
        journal = try JournalWriting(at: now, in: db)
    }

    mutating func write(_ record: some MatterRecord) throws {
        var record = record
        record.complete(with: context)
        let kind = type(of: record).kind
        let file = type(of: record).file
        let position = (positions[file] ?? 0) + 1
        positions[file] = position
        count += 1
        let plain = record.plain
        let stamp = MatterStamp(
            programme: programmeID, position: position, visibleFrom: record.isNeverPublic ? nil : now.text,
            recordedAt: now.text, importedDigest: Digest.make(CanonicalJSON.text(plain)))
        var rows = RowWriter(
            id: MatterReference(kind, record.key).identifier(in: slug), key: record.key,
            directory: directory(for: record))
        record.visit(&rows)
        try RecordWriting(db: db, stamp: stamp).store(
            rows, kind: kind, table: type(of: record).table, number: record.number)
        let placed = PlacedRecord(
            record: record, position: position, plain: plain, isInternal: record.isNeverPublic)
        try keep(placed, rows, kind: kind, stamp: stamp)
    }

    /// The ids of the matters that a record names or holds; they follow from the keys.
    private func directory(for record: some MatterRecord) -> MatterDirectory {
        var directory = MatterDirectory()
        for reference in record.namedReferences + record.nestedReferences {
            directory.add(reference, id: reference.identifier(in: slug))
        }
        return directory
    }

    private mutating func keep(_ placed: PlacedRecord, _ rows: RowWriter, kind: MatterKind, stamp: MatterStamp) throws {
        let changes = rows.children.filter(\.isRecorded).reduce(0) { $0 + $1.rows.count }
        let stored = ProgrammeContents.Stored(
            matter: MatterRow(
                id: rows.id, reference: placed.reference, number: placed.record.number, position: placed.position,
                stamp: stamp),
            placed: placed,
            nested: rows.nested.map { nested in
                MatterRow(
                    id: nested.id, reference: MatterReference(nested.kind, nested.key), number: nested.number,
                    position: nested.position, stamp: stamp)
            },
            historyRecordedAt: [String](repeating: now.text, count: changes))
        try journal.record(.imported, subject: rows.id, form: stored.form, content: stored.content)
    }
}

extension MatterRow {
    init(id: String, reference: MatterReference, number: Int64?, position: Int64, stamp: MatterStamp) {
        self.id = id
        self.reference = reference
        self.number = number
        self.position = position
        visibleFrom = stamp.visibleFrom
        recordedAt = stamp.recordedAt
        importedDigest = stamp.importedDigest
    }
}

extension InventedProgramme {
    /// What records need to know of each other: who leads which forum, and which projects ended early.
    var context: ProgrammeContext {
        var known: [any MatterRecord] = (0..<Self.forumCount).map { index in
            var forum = ForumRecord()
            forum.publicNumber = Int64(index + 1)
            forum.ministry = ministry(ofForum: index)
            return forum
        }
        for (index, outline) in projects.enumerated() where outline.state == .discontinued {
            var project = ProjectRecord()
            project.slug = projectKey(index)
            project.state = outline.state
            known.append(project)
        }
        return ProgrammeContext(known)
    }
}
