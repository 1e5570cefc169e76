// SPDX-License-Identifier: EUPL-1.2

import Storage

extension DutyPunctuality {
    /// How long answers to ideas took, where the day of handing in is known exactly.
    static func replySpans(in programme: String, _ db: Connection) throws -> [Span] {
        try db.rows(
            """
            SELECT COALESCE(r.name, g.name) AS body, i.submitted_on, d.met_on, COUNT(*) AS answers
            FROM duty d JOIN public_matter m ON m.id = d.id JOIN idea i ON i.id = d.matter_id
            JOIN office o ON o.id = d.office_id
            LEFT JOIN ministry r ON r.id = o.ministry_id LEFT JOIN organisation g ON g.id = o.organisation_id
            WHERE m.programme_id = \(programme) AND d.kind = 'reply' AND d.state = 'duty.met'
                AND d.is_owed_to_public = 1 AND length(i.submitted_on) = 10
            GROUP BY COALESCE(r.name, g.name), i.submitted_on, d.met_on
            """
        ).compactMap { row in
            guard let start = try row.date("submitted_on"), let end = try row.date("met_on") else { return nil }
            return Span(
                body: try row.get("body", as: String?.self) ?? "",
                days: Int64(max(0, end.firstDay - start.firstDay)), count: try row.get("answers"))
        }
    }

    /// What each body owes the public and has done.
    static func bodyCounts(in programme: String, on today: PartialDate, _ db: Connection) throws -> [BodyCount] {
        try db.rows(
            """
            SELECT COALESCE(r.name, g.name) AS body, \(sum("d.state = 'duty.open'")) AS open_now,
                \(sum("d.state = 'duty.open' AND d.due_on < \(today.text)")) AS overdue,
                \(sum("d.state = 'duty.met'")) AS met,
                \(sum("d.state = 'duty.met' AND d.met_on <= d.due_on")) AS in_time
            FROM duty d JOIN public_matter m ON m.id = d.id JOIN office o ON o.id = d.office_id
            LEFT JOIN ministry r ON r.id = o.ministry_id LEFT JOIN organisation g ON g.id = o.organisation_id
            WHERE m.programme_id = \(programme) AND d.is_owed_to_public = 1
            GROUP BY COALESCE(r.name, g.name) ORDER BY COALESCE(r.name, g.name)
            """
        ).map { row in
            BodyCount(
                name: try row.get("body", as: String?.self) ?? "", open: try row.get("open_now"),
                overdue: try row.get("overdue"), met: try row.get("met"), metInTime: try row.get("in_time"))
        }
    }

    /// The offices at which something is open, those with the oldest on top.
    static func backlogs(in programme: String, on today: PartialDate, _ db: Connection) throws -> [Backlog] {
        let long = PartialDate(day: today.firstDay - longDays).text
        return try db.rows(
            """
            SELECT o.id, om.key, o.name, o.sort_key, COALESCE(r.name, g.name) AS body, COUNT(*) AS open_now,
                \(sum("d.due_on < \(today.text) AND d.due_on >= \(long)")) AS overdue,
                \(sum("d.due_on < \(long)")) AS long_overdue, MIN(d.due_on) AS first_due
            FROM duty d JOIN public_matter m ON m.id = d.id JOIN office o ON o.id = d.office_id
            JOIN matter om ON om.id = o.id
            LEFT JOIN ministry r ON r.id = o.ministry_id LEFT JOIN organisation g ON g.id = o.organisation_id
            WHERE m.programme_id = \(programme) AND d.is_owed_to_public = 1 AND d.state = 'duty.open'
            GROUP BY o.id, om.key, o.name, o.sort_key, COALESCE(r.name, g.name)
            ORDER BY MIN(d.due_on), o.sort_key, o.id
            """
        ).map { row in
            Backlog(
                office: DutyOffice(
                    id: try row.get("id"), key: try row.get("key"), name: try row.get("name"),
                    body: try row.get("body")),
                open: try row.get("open_now"), overdue: try row.get("overdue"),
                longOverdue: try row.get("long_overdue"))
        }
    }

    private static func sum(_ condition: SQL) -> SQL { "CAST(SUM(CASE WHEN \(condition) THEN 1 ELSE 0 END) AS BIGINT)" }
}
