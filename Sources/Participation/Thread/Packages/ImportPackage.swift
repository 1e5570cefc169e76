// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Brings a package into the database: all of it in one transaction, or nothing.
///
/// An object that is new is written, one that equals what is here is left alone, one that differs is updated. Nothing
/// is ever deleted, and what was changed here since the last import is refused unless its key is in `overwrite`.
public struct ImportPackage: Sendable {
    private let contents: PackageContents
    private let overwrite: Set<String>
    private let digests: [String]

    /// - Parameter overwrite: matters as `kind/key` that the package may replace although they were changed here.
    /// - Throws: `InvalidPackage` with every fault.
    public init(_ files: [PackageFile], overwrite: Set<String> = []) throws(InvalidPackage) {
        contents = try ReadPackage.contents(of: files)
        self.overwrite = overwrite
        digests = contents.records.map { Digest.make(CanonicalJSON.text($0.plain)) }
    }

    /// How many objects the package holds.
    public var count: Int { contents.records.count }

    /// What an import would do, without doing it.
    public func plan(in db: Connection) throws -> ImportReport {
        try plan(against: existing(in: db)).report
    }

    /// Writes the package and one journal entry for each matter that is new or changed.
    ///
    /// - Parameter progress: told after each object how many have been written.
    public func run(at now: Moment, in db: Connection, progress: (Int) -> Void = { _ in }) throws -> ImportReport {
        let existing = try existing(in: db)
        let plan = plan(against: existing)
        guard plan.report.conflicts.isEmpty else { throw ImportConflict(keys: plan.report.conflicts) }
        guard !plan.writes.isEmpty else { return plan.report }
        let identifiers = identifiers(existing)
        try db.reachingRowsByKey {
            for (done, write) in plan.writes.enumerated() {
                try store(contents.records[write.index], write, identifiers: identifiers, at: now, in: db)
                progress(done + 1)
            }
        }
        try ProgrammeQueries.makeMainIfNone(identifiers.programme, in: db)
        let after = try ProgrammeContents.read(identifiers.programme, in: db)
        try record(plan.writes, of: after, at: now, in: db)
        try IndexProgramme(identifiers.programme, in: db).follow(after)
        try ProgrammeQueries.refreshStatistics(in: db)
        return plan.report
    }

    private struct Write {
        let index: Int
        let existing: MatterRow?
    }

    private struct Plan {
        var writes: [Write] = []
        var report = ImportReport()
    }

    private struct Identifiers {
        let programme: String
        let directory: MatterDirectory
    }

    private func existing(in db: Connection) throws -> ProgrammeContents? {
        guard let slug = contents.programme?.slug, let id = try ProgrammeQueries.id(slug: slug, in: db) else {
            return nil
        }
        return try ProgrammeContents.read(id, in: db)
    }

    private func plan(against existing: ProgrammeContents?) -> Plan {
        var here: [MatterReference: ProgrammeContents.Stored] = [:]
        for stored in existing?.stored ?? [] { here[stored.matter.reference] = stored }
        var plan = Plan()
        for (index, placed) in contents.records.enumerated() {
            guard let stored = here[placed.reference] else {
                plan.report.created.append(placed.reference.text)
                plan.writes.append(Write(index: index, existing: nil))
                continue
            }
            if isSame(placed, stored.placed) {
                plan.report.unchanged += 1
            } else if wasChangedHere(stored), !overwrite.contains(placed.reference.text) {
                plan.report.conflicts.append(placed.reference.text)
            } else {
                plan.report.changed.append(placed.reference.text)
                plan.writes.append(Write(index: index, existing: stored.matter))
            }
        }
        return plan
    }

    private func isSame(_ one: PlacedRecord, _ other: PlacedRecord) -> Bool {
        one.plain == other.plain && one.position == other.position && one.isInternal == other.isInternal
    }

    private func wasChangedHere(_ stored: ProgrammeContents.Stored) -> Bool {
        stored.matter.importedDigest != Digest.make(CanonicalJSON.text(stored.placed.plain))
    }

    /// Ids for all matters of the package: those they have, or new ones that follow from programme, kind and key.
    private func identifiers(_ existing: ProgrammeContents?) -> Identifiers {
        let slug = contents.programme?.slug ?? ""
        var directory = MatterDirectory()
        for matter in existing?.matters ?? [] { directory.add(matter.reference, id: matter.id) }
        for placed in contents.records {
            for reference in references(in: placed.record) where directory.id(of: reference) == nil {
                directory.add(reference, id: reference.identifier(in: slug))
            }
        }
        let programme = directory.id(of: MatterReference(.programme, slug)) ?? ""
        return Identifiers(programme: programme, directory: directory)
    }

    private func references(in record: some MatterRecord) -> [MatterReference] {
        [MatterReference(type(of: record).kind, record.key)] + record.nestedReferences
    }

    private func store(
        _ placed: PlacedRecord, _ write: Write, identifiers: Identifiers, at now: Moment, in db: Connection
    ) throws {
        let visibleFrom = placed.isInternal ? nil : write.existing?.visibleFrom ?? now.text
        let stamp = MatterStamp(
            programme: identifiers.programme, position: placed.position, visibleFrom: visibleFrom,
            recordedAt: now.text, importedDigest: digests[write.index])
        try store(placed.record, stamp: stamp, identifiers: identifiers, in: db)
    }

    private func store(
        _ record: some MatterRecord, stamp: MatterStamp, identifiers: Identifiers, in db: Connection
    ) throws {
        var record = record
        let kind = type(of: record).kind
        let id = identifiers.directory.id(of: MatterReference(kind, record.key)) ?? ""
        var rows = RowWriter(id: id, key: record.key, directory: identifiers.directory)
        record.visit(&rows)
        let table = type(of: record).table
        try RecordWriting(db: db, stamp: stamp).store(rows, kind: kind, table: table, number: record.number)
    }

    /// Reads back what was written, so that the journal holds what the rows say and not what was meant.
    private func record(_ writes: [Write], of after: ProgrammeContents, at now: Moment, in db: Connection) throws {
        var stored: [MatterReference: ProgrammeContents.Stored] = [:]
        for each in after.stored { stored[each.matter.reference] = each }
        var journal = try JournalWriting(at: now, in: db)
        for write in writes {
            let placed = contents.records[write.index]
            guard let written = stored[placed.reference], isSame(placed, written.placed) else {
                throw ValueFault("\(placed.reference.text) does not read back as it was written")
            }
            try journal.record(
                write.existing == nil ? .imported : .changed, subject: written.matter.id, form: written.form,
                content: written.content)
        }
    }
}

/// What an import did, or would do.
public struct ImportReport: Equatable, Sendable {
    /// Matters as `kind/key`.
    public internal(set) var created: [String] = []
    public internal(set) var changed: [String] = []
    public internal(set) var conflicts: [String] = []
    public internal(set) var unchanged = 0
}

/// Objects of the package that were changed here since the last import.
public struct ImportConflict: Error, Equatable {
    /// Matters as `kind/key`.
    public let keys: [String]
}
