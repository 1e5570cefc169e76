// SPDX-License-Identifier: EUPL-1.2

import Storage

extension DutyOffice {
    /// The office that answers what a forum is asked: the one responsible for the forum, else the one responsible for
    /// the whole programme, else one of the ministry that leads the forum. Nil where no office could.
    ///
    /// - Parameter forum: its package key; nil for what no forum has been found for yet
    public static func responsible(
        forForum forum: String?, in programme: String, on day: PartialDate, _ db: Connection
    ) throws -> DutyOffice? {
        if let forum, let office = try responsible(.forum, forum, in: programme, on: day, db) { return office }
        let slug = try ProgrammeQueries.slug(of: programme, in: db)
        if let slug, let office = try responsible(.programme, slug, in: programme, on: day, db) { return office }
        guard let forum else { return nil }
        return try ofMinistry(leading: forum, in: programme, db)
    }

    private static func responsible(
        _ kind: MatterKind, _ key: String, in programme: String, on day: PartialDate, _ db: Connection
    ) throws -> DutyOffice? {
        try first(
            """
            JOIN responsibility p ON p.office_id = o.id JOIN matter t ON t.id = p.matter_id
            WHERE t.programme_id = \(programme) AND t.kind = \(kind) AND t.key = \(key)
                AND (p.starts_on IS NULL OR p.starts_on <= \(day.text))
                AND (p.ends_on IS NULL OR p.ends_on >= substr(\(day.text), 1, length(p.ends_on)))
            ORDER BY CASE WHEN p.starts_on IS NULL THEN 1 ELSE 0 END, p.starts_on DESC, o.sort_key, o.id
            """, db)
    }

    private static func ofMinistry(
        leading forum: String, in programme: String, _ db: Connection
    ) throws -> DutyOffice? {
        try first(
            """
            JOIN forum f ON f.ministry_id = o.ministry_id JOIN matter t ON t.id = f.id
            WHERE t.programme_id = \(programme) AND t.kind = 'forum' AND t.key = \(forum)
            ORDER BY o.sort_key, o.id
            """, db)
    }

    private static func first(_ condition: SQL, _ db: Connection) throws -> DutyOffice? {
        try db.row(
            """
            SELECT o.id, om.key, o.name, COALESCE(r.name, g.name) AS body
            FROM office o JOIN public_matter om ON om.id = o.id
            LEFT JOIN ministry r ON r.id = o.ministry_id LEFT JOIN organisation g ON g.id = o.organisation_id
            """ + " " + condition + " LIMIT 1"
        ).map { row in
            DutyOffice(
                id: try row.get("id"), key: try row.get("key"), name: try row.get("name"), body: try row.get("body"))
        }
    }
}
