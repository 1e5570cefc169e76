// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A programme as it stands in the database: its records, each with its matter.
struct ProgrammeContents {
    struct Stored {
        let matter: MatterRow
        let placed: PlacedRecord
        let nested: [MatterRow]
        let historyRecordedAt: [String]

        /// What the journal holds of a matter: every column of its rows, in the form `KIND/1`.
        var content: String {
            Self.content(of: matter, placed.record, nested: nested, historyRecordedAt: historyRecordedAt)
        }

        static func content(
            of matter: MatterRow, _ record: some MatterRecord, nested: [MatterRow] = [],
            historyRecordedAt: [String] = []
        ) -> String {
            CanonicalJSON.text(
                .object([
                    .init("matter", matter.plain),
                    .init("nested", .list(nested.map(\.plain))),
                    .init("history_recorded_at", .list(historyRecordedAt.map { .text($0) })),
                    .init("record", record.stored.plain(includesDerived: false)),
                ]))
        }

        var form: String { "\(matter.reference.kind.rawValue)/1" }
    }

    let matters: [MatterRow]
    let stored: [Stored]
    /// What was found wrong while reading, if faults are tolerated.
    let findings: [(matter: String, reason: String)]

    /// - Parameter toleratesFaults: whether a row that cannot be read becomes a finding instead of an error.
    static func read(
        _ programme: String, toleratesFaults: Bool = false, in db: Connection
    ) throws -> ProgrammeContents {
        let matters = try MatterRow.all(of: programme, in: db)
        let tables = ChildRows(of: programme, matters: matters, in: db)
        var found: [(MatterRow, any MatterRecord)] = []
        for type in RecordKinds.all {
            found += try all(type, of: programme, tables: tables, toleratesFaults: toleratesFaults, in: db)
        }
        let context = ProgrammeContext(found.map(\.1))
        let stored = try found.map { matter, record in
            try Stored(
                matter: matter, placed: placed(record, matter: matter, context: context),
                nested: nested(in: record, tables: tables),
                historyRecordedAt: tables.historyRecordedAt(matter.id))
        }
        return ProgrammeContents(matters: matters, stored: stored, findings: tables.findings)
    }

    private static func all<Record: MatterRecord>(
        _ type: Record.Type, of programme: String, tables: ChildRows, toleratesFaults: Bool, in db: Connection
    ) throws -> [(MatterRow, any MatterRecord)] {
        try Record.all(of: programme, tables: tables, toleratesFaults: toleratesFaults, in: db).map { ($0.0, $0.1) }
    }

    private static func placed(
        _ record: some MatterRecord, matter: MatterRow, context: ProgrammeContext
    ) -> PlacedRecord {
        var completed = record
        completed.complete(with: context)
        return PlacedRecord(
            record: completed, position: matter.position, plain: completed.plain,
            isInternal: matter.visibleFrom == nil)
    }

    private static func nested(in record: some MatterRecord, tables: ChildRows) throws -> [MatterRow] {
        try record.nestedReferences.compactMap { nested in
            try tables.directory.id(of: nested).flatMap(tables.matter)
        }
    }

    /// One matter of a programme with everything that hangs on it, as `read` finds it among all others.
    static func find<Record: MatterRecord>(
        _ type: Record.Type, _ id: String, of programme: String, in db: Connection
    ) throws -> (record: Record, stored: Stored)? {
        let tables = ChildRows(of: programme, in: db)
        guard let matter = try tables.matter(id), let row = try Record.row(id, of: programme, in: db) else {
            return nil
        }
        let scope = Record.scope(ofOne: id)
        let record = try Record.read(row, tables: tables, scope: scope)
        if let finding = tables.findings.first { throw ValueFault("\(finding.matter): \(finding.reason)") }
        let placed = PlacedRecord(
            record: record, position: matter.position, plain: record.plain, isInternal: matter.visibleFrom == nil)
        let stored = try Stored(
            matter: matter, placed: placed, nested: nested(in: record, tables: tables),
            historyRecordedAt: tables.historyRecordedAt(id, scope: scope))
        return (record, stored)
    }

    var contents: PackageContents { PackageContents(records: stored.map(\.placed)) }
}

extension MatterRow {
    /// Every column of the row but the programme, which is the chain's scope and not the matter's own.
    var plain: PlainValue {
        .object([
            .init("id", .text(id)), .init("kind", .text(reference.kind.rawValue)), .init("key", .text(key)),
            .init("number", number.plain), .init("position", .integer(position)),
            .init("visible_from", visibleFrom.plain), .init("recorded_at", .text(recordedAt)),
            .init("imported_digest", importedDigest.plain),
        ])
    }
}
