// SPDX-License-Identifier: EUPL-1.2

import Storage

extension StateChange {
    /// The history of a public matter, oldest first.
    public static func list(of matter: String, _ db: Connection) throws -> [StateChange] {
        try db.rows(
            """
            SELECT c.state, c.effective_on, c.reason FROM state_change c JOIN public_matter m ON m.id = c.matter_id
            WHERE c.matter_id = \(matter) ORDER BY c.position
            """
        ).map { row in
            StateChange(
                state: try row.get("state"), effectiveOn: try PartialDate?(row: row, column: "effective_on"),
                reason: try row.get("reason"))
        }
    }
}
