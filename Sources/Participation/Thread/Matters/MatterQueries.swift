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

    /// The public matters among these ids, in no particular order.
    public static func list(_ ids: [String], in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try inFewLengths(ids) { ids in
            try db.rows(
                """
                SELECT m.id, m.kind, m.key, m.number, t.title, t.state, t.outcome, t.dated_on
                FROM public_matter m JOIN matter_title t ON t.id = m.id
                WHERE m.programme_id = \(programme) AND m.id IN \(list: ids) AND t.id IN \(list: ids)
                """
            ).map(MatterSummary.init)
        }
    }

    /// Reads matters by lists of ids that come in few lengths, filled up with what they end with.
    ///
    /// The list stands twice in such a statement, so that the view of titles is looked up by index and not read as a
    /// whole. The view is a union over all kinds of matter: to make a statement over it ready takes longer (4 ms in
    /// SQLite) than to read fifty titles by it, and it is kept ready for each length.
    static func inFewLengths(
        _ ids: [String], _ read: ([String]) throws -> [MatterSummary]
    ) rethrows -> [MatterSummary] {
        try Set(ids).sorted().chunks(of: 48).flatMap { chunk in
            let length = chunk.count <= 4 ? 4 : chunk.count <= 16 ? 16 : 48
            let filling = chunk.last.map { Array(repeating: $0, count: length - chunk.count) } ?? []
            return try read(chunk + filling)
        }
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
