// SPDX-License-Identifier: EUPL-1.2

import Storage

extension DutyOffice {
    /// All offices of a programme by name.
    public static func all(in programme: String, _ db: Connection) throws -> [DutyOffice] {
        try db.rows(
            """
            SELECT o.id, om.key, o.name, o.sort_key, COALESCE(r.name, g.name) AS body
            FROM office o JOIN public_matter om ON om.id = o.id
            LEFT JOIN ministry r ON r.id = o.ministry_id LEFT JOIN organisation g ON g.id = o.organisation_id
            WHERE o.programme_id = \(programme) ORDER BY o.sort_key, o.id
            """
        ).map { row in
            DutyOffice(
                id: try row.get("id"), key: try row.get("key"), name: try row.get("name"), body: try row.get("body"))
        }
    }
}
