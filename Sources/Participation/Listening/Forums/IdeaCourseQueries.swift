// SPDX-License-Identifier: EUPL-1.2

import Storage

extension IdeaCourse {
    /// The public ideas of all forums by month; one statement.
    public static func load(in programme: String, _ db: Connection) throws -> IdeaCourse {
        try db.counted("ideas by forum and month", in: programme) { try read(in: programme, db) }
    }

    private static func read(in programme: String, _ db: Connection) throws -> IdeaCourse {
        let rows = try db.rows(
            """
            SELECT i.forum_id, substr(i.submitted_on, 1, 7) AS month, COUNT(*) AS ideas
            FROM idea i JOIN public_matter m ON m.id = i.id
            WHERE m.programme_id = \(programme) AND i.forum_id IS NOT NULL AND length(i.submitted_on) >= 7
            GROUP BY i.forum_id, substr(i.submitted_on, 1, 7) ORDER BY i.forum_id, month
            """)
        return IdeaCourse(
            months: try rows.compactMap { row in
                guard let month = try row.date("month") else { return nil }
                return Month(forum: try row.get("forum_id"), month: month, ideas: try row.get("ideas"))
            })
    }
}
