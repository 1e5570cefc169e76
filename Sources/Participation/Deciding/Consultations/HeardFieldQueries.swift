// SPDX-License-Identifier: EUPL-1.2

import Storage

extension HeardField {
    static func list(of consultation: String, _ db: Connection) throws -> [HeardField] {
        try db.rows(
            """
            SELECT lineage, name, aim, goals, proposals FROM consultation_field
            WHERE consultation_id = \(consultation) ORDER BY position
            """
        ).map { row in
            HeardField(
                lineage: try row.get("lineage"), name: try row.get("name"), aim: try row.get("aim"),
                goals: try row.get("goals"), proposals: try row.get("proposals"))
        }
    }
}
