// SPDX-License-Identifier: EUPL-1.2

import Storage

extension OwedReply {
    /// What is owed to an idea now; of several the open one, else the latest. Nil where nothing is owed to the public.
    public static func find(to idea: String, _ db: Connection) throws -> OwedReply? {
        try db.row(
            """
            SELECT d.due_on, d.state, o.name FROM duty d JOIN public_matter m ON m.id = d.id
            JOIN office o ON o.id = d.office_id
            WHERE d.matter_id = \(idea) AND d.kind = 'reply' AND d.is_owed_to_public = 1
            ORDER BY CASE WHEN d.state = 'duty.open' THEN 0 ELSE 1 END, m.number DESC LIMIT 1
            """
        ).map { row in
            OwedReply(
                office: try row.get("name"), dueOn: try PartialDate(row: row, column: "due_on"),
                state: try row.get("state"))
        }
    }
}
