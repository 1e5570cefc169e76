// SPDX-License-Identifier: EUPL-1.2

import Storage

extension MatterAddress {
    /// The public matters of these kinds in the order of their ids, after a given one.
    public static func list(
        _ kinds: [MatterKind], in programme: String, after id: String = "", limit: Int64 = 1000, _ db: Connection
    ) throws -> [MatterAddress] {
        try db.rows(
            """
            SELECT id, kind, key, number FROM public_matter
            WHERE programme_id = \(programme) AND kind IN \(list: kinds) AND id > \(id) ORDER BY id LIMIT \(limit)
            """
        ).map { row in
            MatterAddress(
                id: try row.get("id"), kind: try row.get("kind"), key: try row.get("key"),
                number: try row.get("number"))
        }
    }
}
