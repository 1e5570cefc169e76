// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The rows of many new matters of one kind, written with few statements.
struct MatterBatch {
    let programme: String
    let now: Moment
    let db: Connection

    /// The scope of dependent rows for matters that have none.
    static let nothing: SQL = "SELECT id FROM matter WHERE 1 = 0"

    /// How many rows one statement writes.
    private static let size = 200

    /// - Parameter rows: each with its id, key and columns; none has dependent rows
    func insert(
        _ rows: [RowWriter], kind: MatterKind, table: String, from position: Int64, isPublic: Bool
    ) throws {
        let visibleFrom = isPublic ? now.text : nil
        for start in stride(from: 0, to: rows.count, by: Self.size) {
            let batch = rows[start..<min(start + Self.size, rows.count)]
            let matters = batch.indices.map { index -> SQL in
                """
                (\(rows[index].id), \(programme), \(kind), \(rows[index].key), \(position + Int64(index)),
                    \(visibleFrom), \(now.text))
                """
            }
            try db.execute(
                """
                INSERT INTO matter (id, programme_id, kind, key, position, visible_from, recorded_at) VALUES
                """ + " " + SQL.joined(matters, separator: ", "))
            try insert(Array(batch), table: table)
        }
    }

    private func insert(_ rows: [RowWriter], table: String) throws {
        guard let first = rows.first else { return }
        let names = first.columns.map { column -> SQL in "\(identifier: column.column)" }
        let values = rows.map { row -> SQL in
            "(\(row.id), \(programme), \(SQL.joined(row.columns.map(\.value), separator: ", ")))"
        }
        try db.execute(
            "INSERT INTO \(identifier: table) (id, programme_id, \(SQL.joined(names, separator: ", "))) VALUES "
                + SQL.joined(values, separator: ", "))
    }

    /// The matters of a kind from a place on, each with its row, in their order.
    func readBack(_ kind: MatterKind, table: String, from position: Int64) throws -> [(matter: MatterRow, row: Row)] {
        let scope: SQL = "m.programme_id = \(programme) AND m.kind = \(kind) AND m.position >= \(position)"
        let matters = try db.rows(
            """
            SELECT m.id, m.kind, m.key, m.number, m.position, m.visible_from, m.recorded_at, m.imported_digest
            FROM matter m WHERE \(scope) ORDER BY m.position
            """
        ).map(MatterRow.init)
        let rows = try db.rows(
            "SELECT x.* FROM matter m JOIN \(identifier: table) x ON x.id = m.id WHERE \(scope) ORDER BY m.position")
        guard matters.count == rows.count else { throw ValueFault("a matter without its row in \(table)") }
        return Array(zip(matters, rows))
    }
}

extension JournalWriting {
    /// Records many acts of one kind, one after the other, with few statements.
    mutating func record(_ verb: JournalVerb, _ written: [(subject: String, form: String, content: String)]) throws {
        for start in stride(from: 0, to: written.count, by: 200) {
            var entries: [SQL] = []
            var contents: [SQL] = []
            for act in written[start..<min(start + 200, written.count)] {
                let (entry, salt) = next(verb, subject: act.subject, form: act.form, content: act.content)
                entries.append(
                    """
                    (\(entry.number), \(entry.recordedAt), \(entry.effectiveOn), \(entry.actor), \(entry.verb),
                        \(entry.subject), \(entry.form), \(entry.contentDigest), \(entry.previousDigest),
                        \(entry.digest), \(entry.subject))
                    """)
                contents.append("(\(entry.number), \(salt), \(act.content))")
            }
            try insert(entries, contents)
        }
    }

    private func insert(_ entries: [SQL], _ contents: [SQL]) throws {
        try db.execute(
            """
            INSERT INTO journal_entry (number, recorded_at, effective_on, actor_id, verb, subject, form, content_digest,
                previous_digest, digest, matter_id) VALUES
            """ + " " + SQL.joined(entries, separator: ", "))
        try db.execute(
            "INSERT INTO journal_content (number, salt, content) VALUES " + SQL.joined(contents, separator: ", "))
    }
}
