// SPDX-License-Identifier: EUPL-1.2

import Storage

extension DutyExtension {
    func insert(for duty: String, at now: Moment, in db: Connection) throws {
        let last: Int64? = try db.value("SELECT MAX(position) FROM duty_extension WHERE duty_id = \(duty)")
        try db.execute(
            """
            INSERT INTO duty_extension (duty_id, position, due_before, due_after, reason, recorded_at)
            VALUES (\(duty), \((last ?? 0) + 1), \(dueBefore.text), \(dueAfter.text), \(reason), \(now.text))
            """)
    }

    /// How often and how far the days of public duties were moved, by duty, the first time first.
    public static func list(
        of duties: [String], in programme: String, _ db: Connection
    ) throws -> [String: [DutyExtension]] {
        var extensions: [String: [DutyExtension]] = [:]
        let rows = try db.rows(
            """
            SELECT e.duty_id, e.due_before, e.due_after, e.reason FROM duty_extension e
            JOIN public_matter m ON m.id = e.duty_id
            WHERE m.programme_id = \(programme) AND e.duty_id IN \(list: duties) ORDER BY e.duty_id, e.position
            """)
        for row in rows {
            extensions[try row.get("duty_id"), default: []].append(
                DutyExtension(
                    dueBefore: try PartialDate(row: row, column: "due_before"),
                    dueAfter: try PartialDate(row: row, column: "due_after"), reason: try row.get("reason")))
        }
        return extensions
    }
}
