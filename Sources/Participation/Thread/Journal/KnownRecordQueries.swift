// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Knowledge {
    /// What was known at a moment; everything that is known, where no moment is named or it is still to come.
    public static func at(_ moment: Moment?, _ db: Connection) throws -> Knowledge? {
        let isKnown: SQL = if let moment { "WHERE recorded_at <= \(moment.text)" } else { "" }
        return try db.row(
            """
            SELECT number, recorded_at, digest FROM journal_entry \(isKnown) ORDER BY number DESC LIMIT 1
            """
        ).flatMap { row in
            guard let moment = Moment(text: try row.get("recorded_at")) else { return nil }
            return Knowledge(number: try row.get("number"), recordedAt: moment, digest: try row.get("digest"))
        }
    }

    /// Whether anything of a kind has been recorded since; then its rows do not tell what was known.
    func hasChanged(_ kind: MatterKind, in programme: String, _ db: Connection) throws -> Bool {
        let found: Int64? = try db.value(
            """
            SELECT COUNT(*) FROM (SELECT 1 AS one FROM journal_entry e JOIN matter m ON m.id = e.subject
            WHERE e.number > \(number) AND m.programme_id = \(programme) AND m.kind = \(kind) LIMIT 1) c
            """)
        return (found ?? 0) > 0
    }

    /// For statements over the rows of a kind: those that have not been touched since.
    func untouched(_ id: SQL) -> SQL {
        "NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.subject = \(id) AND e.number > \(number))"
    }
}

extension KnownRecord {
    /// The public matters of a kind as they were known.
    ///
    /// - Parameter onlyTouched: leaves out those whose rows still say what was known
    static func list(
        in programme: String, asOf knowledge: Knowledge, onlyTouched: Bool = false, _ db: Connection
    ) throws -> [KnownRecord] {
        var records: [KnownRecord] = []
        try contents(Record.kind, in: programme, asOf: knowledge, onlyTouched: onlyTouched, db) { id, content in
            if let known = try KnownRecord(id: id, content: content) { records.append(known) }
        }
        return records
    }
}

/// Hands out the latest content of each matter of a kind, as the journal held it.
func contents(
    _ kind: MatterKind, in programme: String, asOf knowledge: Knowledge, onlyTouched: Bool = false, _ db: Connection,
    _ body: (String, String) throws -> Void
) throws {
    let touched: SQL =
        onlyTouched
        ? """
        AND EXISTS (SELECT 1 FROM journal_entry t WHERE t.subject = m.id AND t.number > \(knowledge.number))
        """ : ""
    try db.forEach(
        """
        SELECT m.id, c.content FROM matter m JOIN journal_content c ON c.number = (
            SELECT MAX(e.number) FROM journal_entry e WHERE e.subject = m.id AND e.number <= \(knowledge.number))
        WHERE m.programme_id = \(programme) AND m.kind = \(kind) \(touched) ORDER BY m.position, m.id
        """
    ) { row in try body(try row.get("id"), try row.get("content")) }
}
