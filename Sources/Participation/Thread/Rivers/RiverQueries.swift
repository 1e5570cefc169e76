// SPDX-License-Identifier: EUPL-1.2

import Storage

extension RiverCounts {
    /// Counts everything public of a programme; five statements, however large it is.
    public static func load(
        in programme: String, _ selection: RiverSelection = RiverSelection(), _ db: Connection
    ) throws -> RiverCounts {
        let part = "forum \(selection.forum ?? 0) field \(selection.field ?? "")"
        return try db.counted("river \(part)", in: programme) {
            RiverCounts(
                ideas: try ideas(in: programme, selection, db),
                proposals: try proposals(in: programme, selection, db),
                statements: try statements(in: programme, selection, db),
                applications: try applications(in: programme, selection, db),
                projects: try projects(in: programme, selection, db))
        }
    }

    private static func ideas(
        in programme: String, _ selection: RiverSelection, _ db: Connection
    ) throws -> [Ideas] {
        var conditions: [SQL] = ["i.programme_id = \(programme)"]
        if let forum = selection.forum {
            conditions.append(
                """
                i.forum_id IN (SELECT id FROM public_matter
                    WHERE programme_id = \(programme) AND kind = 'forum' AND number = \(forum))
                """)
        }
        if let field = selection.field { conditions.append(RiverFate.idea(ledTo: field, in: programme)) }
        // Counted before the forums are looked up, which are few where ideas are many.
        return try db.rows(
            """
            SELECT COALESCE(f.id, '') AS forum_id, x.fate, CAST(SUM(x.number) AS BIGINT) AS number FROM (
                SELECT idea.forum_id, idea.fate, COUNT(*) AS number FROM (
                    SELECT i.forum_id, \(RiverFate.idea(in: programme)) AS fate
                    FROM idea i JOIN public_matter m ON m.id = i.id
                    WHERE \(conditions.joined(separator: " AND "))
                ) idea GROUP BY idea.forum_id, idea.fate
            ) x LEFT JOIN public_matter f ON f.id = x.forum_id
            GROUP BY COALESCE(f.id, ''), x.fate ORDER BY COALESCE(f.id, ''), x.fate
            """
        ).map { Ideas(forum: try $0.get("forum_id"), fate: try $0.get("fate"), number: try $0.get("number")) }
    }

    private static func proposals(
        in programme: String, _ selection: RiverSelection, _ db: Connection
    ) throws -> [Proposals] {
        try db.rows(
            """
            SELECT forum_id, fate, COUNT(*) AS number FROM (
                SELECT COALESCE(f.id, '') AS forum_id, \(RiverFate.proposal("x")) AS fate
                FROM proposal x JOIN public_matter m ON m.id = x.id LEFT JOIN public_matter f ON f.id = x.forum_id
                WHERE x.programme_id = \(programme) AND \(selection.condition(in: programme))
            ) proposal GROUP BY forum_id, fate ORDER BY forum_id, fate
            """
        ).map { Proposals(forum: try $0.get("forum_id"), fate: try $0.get("fate"), number: try $0.get("number")) }
    }

    /// A statement speaks of the proposals that its public points name.
    private static func statements(
        in programme: String, _ selection: RiverSelection, _ db: Connection
    ) throws -> [Statements] {
        let narrowed: SQL = selection.isWhole ? "1 = 1" : "c.statement_id IS NOT NULL"
        return try db.rows(
            """
            SELECT audience, is_on_proposal, is_considered, COUNT(*) AS number FROM (
                SELECT k.audience,
                    CAST(CASE WHEN c.statement_id IS NULL THEN 0 ELSE 1 END AS BIGINT) AS is_on_proposal,
                    CAST(COALESCE(c.is_considered, 0) AS BIGINT) AS is_considered
                FROM statement s JOIN public_matter m ON m.id = s.id
                JOIN consultation b ON b.id = s.consultation_id JOIN consultation_kind k ON k.key = b.kind
                LEFT JOIN \(selection.statements(in: programme)) c ON c.statement_id = s.id
                WHERE s.programme_id = \(programme) AND \(narrowed)
            ) statement GROUP BY audience, is_on_proposal, is_considered
            ORDER BY audience, is_on_proposal, is_considered
            """
        ).map { row in
            Statements(
                audience: try row.get("audience"), isOnProposal: try row.get("is_on_proposal"),
                isConsidered: try row.get("is_considered"), number: try row.get("number"))
        }
    }

    /// Partner applications have a field, but no forum.
    private static func applications(
        in programme: String, _ selection: RiverSelection, _ db: Connection
    ) throws -> [Applications] {
        var conditions: [SQL] = ["x.programme_id = \(programme)"]
        if selection.forum != nil { conditions.append("1 = 0") }
        if let field = selection.field {
            conditions.append("x.field_id IN \(RiverFate.fields(field, in: programme))")
        }
        return try db.rows(
            """
            SELECT fate, COUNT(*) AS number FROM (
                SELECT \(RiverFate.application("x")) AS fate
                FROM application x JOIN public_matter m ON m.id = x.id
                WHERE \(conditions.joined(separator: " AND "))
            ) application GROUP BY fate ORDER BY fate
            """
        ).map { Applications(fate: try $0.get("fate"), number: try $0.get("number")) }
    }

    private static func projects(
        in programme: String, _ selection: RiverSelection, _ db: Connection
    ) throws -> [Projects] {
        try db.rows(
            """
            SELECT forum_id, field_id, state, origin, COUNT(*) AS number FROM (
                SELECT COALESCE(f.id, '') AS forum_id, COALESCE(g.id, '') AS field_id, x.state,
                    \(Origin.expression) AS origin
                FROM project x JOIN public_matter m ON m.id = x.id
                LEFT JOIN public_matter f ON f.id = x.forum_id LEFT JOIN public_matter g ON g.id = x.field_id
                \(Origin.joins(in: programme))
                WHERE x.programme_id = \(programme) AND \(selection.condition(in: programme))
            ) project GROUP BY forum_id, field_id, state, origin ORDER BY forum_id, field_id, state, origin
            """
        ).map { row in
            let origin: String = try row.get("origin")
            return Projects(
                forum: try row.get("forum_id"), field: try row.get("field_id"), state: try row.get("state"),
                origin: Origin(rawValue: origin) ?? .none, number: try row.get("number"))
        }
    }
}

extension RiverNames {
    /// The public forums by number and fields in their own order; one statement.
    public static func load(in programme: String, _ db: Connection) throws -> RiverNames {
        var names: [MatterKind: [Name]] = [:]
        for row in try db.rows(
            """
            SELECT m.kind, m.id, m.key, m.number, x.title, x.place
            FROM (SELECT id, COALESCE(title, topic) AS title, 0 AS place FROM forum
                UNION ALL SELECT id, name, rank FROM field) x
            JOIN public_matter m ON m.id = x.id WHERE m.programme_id = \(programme)
            ORDER BY m.kind, x.place, m.number, m.id
            """)
        {
            let name = Name(
                id: try row.get("id"), key: try row.get("key"), number: try row.get("number"),
                title: try row.get("title"))
            names[try row.get("kind"), default: []].append(name)
        }
        return RiverNames(forums: names[.forum] ?? [], fields: names[.field] ?? [])
    }
}
