// SPDX-License-Identifier: EUPL-1.2

import Storage

/// An event with how many have registered, for those who run it.
public struct EventWorkload: Equatable, Sendable {
    public let event: Event
    public let tally: Registration.Tally
}

extension Event {
    /// The events of some forums and consultations, the next one first; two statements.
    public static func workload(
        of parents: [String], in programme: String, _ db: Connection
    ) throws -> [EventWorkload] {
        let events = try list(ofAny: parents, in: programme, db)
        let rows = try db.rows(
            """
            SELECT event_id, CAST(SUM(CASE WHEN state = 'confirmed' THEN 1 ELSE 0 END) AS BIGINT) AS confirmed,
                CAST(SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END) AS BIGINT) AS waiting,
                CAST(SUM(has_attended) AS BIGINT) AS attended
            FROM registration WHERE programme_id = \(programme) GROUP BY event_id
            """)
        var tallies: [String: Registration.Tally] = [:]
        for row in rows {
            tallies[try row.get("event_id")] = Registration.Tally(
                confirmed: try row.get("confirmed"), waiting: try row.get("waiting"),
                attended: try row.get("attended"))
        }
        let none = Registration.Tally(confirmed: 0, waiting: 0, attended: 0)
        return events.map { EventWorkload(event: $0, tally: tallies[$0.id] ?? none) }
    }
}
