// SPDX-License-Identifier: EUPL-1.2

import Storage

extension MatterWriting {
    /// Writes many new matters at once, as `create` writes one: rows, what they say when read back, and an entry of the
    /// journal for each. For kinds without a number, dependent rows and words that are searched.
    ///
    /// - Returns: their ids, in the order of the records.
    mutating func createAll<Record: MatterRecord>(_ records: [Record], isPublic: Bool) throws -> [String] {
        guard !records.isEmpty else { return [] }
        guard !Record.kind.isSearchable else {
            throw ValueFault("\(Record.kind.rawValue) is searched and cannot be written in one go")
        }
        var known = try named(by: records)
        let place = try MatterRow.next(Record.kind, of: programme, in: db).place
        let rows = try self.rows(of: records, known.directory)
        let batch = MatterBatch(programme: programme, now: now, db: db)
        try batch.insert(rows, kind: Record.kind, table: Record.table, from: place, isPublic: isPublic)
        let written = try batch.readBack(Record.kind, table: Record.table, from: place)
        known.matters += written.map(\.matter)
        let tables = ChildRows(of: programme, matters: known.matters, in: db)
        guard written.count == records.count else { throw ValueFault("not all that was written reads back") }
        let acts = try zip(written, records).map { stored, record in
            guard try Record.read(stored.row, tables: tables, scope: MatterBatch.nothing) == record else {
                throw ValueFault("\(Record.kind.rawValue)/\(record.key) does not read back as it was written")
            }
            let content = ProgrammeContents.Stored.content(of: stored.matter, record)
            return (subject: stored.matter.id, form: "\(Record.kind.rawValue)/1", content: content)
        }
        try journal.record(.created, acts)
        return rows.map(\.id)
    }

    private func rows(of records: [some MatterRecord], _ directory: MatterDirectory) throws -> [RowWriter] {
        try records.map { record in
            let id = MatterReference(type(of: record).kind, record.key).identifier(in: slug)
            var rows = RowWriter(id: id, key: record.key, directory: directory)
            var copy = record
            copy.visit(&rows)
            if let absent = rows.missing.first {
                throw ValueFault("\(rows.key) names \(absent.text), which does not exist")
            }
            guard rows.children.isEmpty, rows.nested.isEmpty, record.number == nil else {
                throw ValueFault("\(rows.key) has more than its own row")
            }
            return rows
        }
    }

    /// The matters that the records name, each looked up once.
    private func named(by records: [some MatterRecord]) throws -> (directory: MatterDirectory, matters: [MatterRow]) {
        var seen: Set<MatterReference> = []
        let references = records.flatMap(\.namedReferences).filter { seen.insert($0).inserted }
        var directory = MatterDirectory()
        let matters = try MatterRow.find(references, of: programme, in: db)
        for matter in matters { directory.add(matter.reference, id: matter.id) }
        return (directory, matters)
    }
}
