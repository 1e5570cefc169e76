// SPDX-License-Identifier: EUPL-1.2

import Storage

extension MatterSummary {
    init(row: Row) throws {
        id = try row.get("id")
        kind = try row.get("kind")
        key = try row.get("key")
        number = try row.get("number")
        title = try row.get("title")
        state = try row.get("state")
        outcome = try row.get("outcome")
        datedOn = try row.get("dated_on", as: String?.self).flatMap(PartialDate.init)
    }

    /// The public matters among these ids, in no particular order. The list stands twice, so that the view of titles is
    /// looked up by index and not read as a whole.
    public static func list(_ ids: [String], in programme: String, _ db: Connection) throws -> [MatterSummary] {
        guard !ids.isEmpty else { return [] }
        return try db.rows(
            """
            SELECT m.id, m.kind, m.key, m.number, t.title, t.state, t.outcome, t.dated_on
            FROM public_matter m JOIN matter_title t ON t.id = m.id
            WHERE m.programme_id = \(programme) AND m.id IN \(list: ids) AND t.id IN \(list: ids)
            """
        ).map(MatterSummary.init)
    }

    /// A public matter by its kind and public number.
    public static func find(
        _ kind: MatterKind, number: Int64, in programme: String, _ db: Connection
    ) throws -> MatterSummary? {
        let id: String? = try db.value(
            """
            SELECT id FROM public_matter
            WHERE programme_id = \(programme) AND kind = \(kind) AND number = \(number)
            """)
        guard let id else { return nil }
        return try list([id], in: programme, db).first
    }
}
