// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ProjectSummary {
    /// The columns of a summary; the tables bear the names `p`, `m`, `f`, `r` and `l`.
    static let columns: SQL = """
        p.id, m.number, p.title, p.official_code, p.kind, p.state, p.state_as_of, p.state_confidence, p.is_region_wide,
        f.id AS field_id, fm.key AS field_key, fm.number AS field_number, f.name AS field_name,
        r.id AS ministry_id, rm.key AS ministry_key, r.name AS ministry_name, lm.key AS pillar_key
        """
    static let tables: SQL = """
        project p JOIN public_matter m ON m.id = p.id
        JOIN matter lm ON lm.id = p.pillar_id
        LEFT JOIN field f ON f.id = p.field_id LEFT JOIN matter fm ON fm.id = f.id
        LEFT JOIN ministry r ON r.id = p.ministry_id LEFT JOIN matter rm ON rm.id = r.id
        """

    init(row: Row) throws {
        id = try row.get("id")
        number = try row.get("number")
        title = try row.get("title")
        officialCode = try row.get("official_code")
        kind = try row.get("kind")
        state = try row.get("state")
        stateAsOf = try row.date("state_as_of")
        stateConfidence = try row.get("state_confidence")
        isRegionWide = try row.get("is_region_wide")
        field = try ProjectRelation(row, "field")
        let ministryID: String? = try row.get("ministry_id")
        ministry = try ministryID.map {
            ProjectRelation(id: $0, key: try row.get("ministry_key"), number: nil, title: try row.get("ministry_name"))
        }
        pillar = try row.get("pillar_key")
    }

    /// One page of the public projects of a programme.
    public static func list(
        in programme: String, _ selection: ProjectSelection = ProjectSelection(), by order: ProjectOrder = .title,
        _ page: ListPage = ListPage(1), _ db: Connection
    ) throws -> [ProjectSummary] {
        try db.rows(
            """
            SELECT \(columns) FROM \(tables) JOIN state s ON s.key = p.state
            WHERE \(condition(programme, selection))
            ORDER BY \(sorting(order)) LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(ProjectSummary.init)
    }

    public static func count(
        in programme: String, _ selection: ProjectSelection = ProjectSelection(), _ db: Connection
    ) throws -> Int64 {
        try db.value(
            """
            SELECT COUNT(*) FROM \(tables) WHERE \(condition(programme, selection))
            """) ?? 0
    }

    static func sorting(_ order: ProjectOrder) -> SQL {
        switch order {
        case .title: "p.sort_key, p.id"
        case .number: "m.number"
        case .state: "s.position, p.sort_key, p.id"
        case .evidence: "COALESCE(p.state_as_of, '') DESC, p.sort_key, p.id"
        case .field:
            "COALESCE(f.rank, 9999), COALESCE(f.id, ''), COALESCE(p.starts_on, '9999'), p.sort_key, p.id"
        }
    }

    static func condition(_ programme: String, _ selection: ProjectSelection) -> SQL {
        var conditions: [SQL] = ["m.programme_id = \(programme)"]
        if let field = selection.field { conditions.append("fm.key = \(field)") }
        if let ministry = selection.ministry { conditions.append("rm.key = \(ministry)") }
        if let pillar = selection.pillar { conditions.append("lm.key = \(pillar)") }
        if let state = selection.state { conditions.append("p.state = \(state)") }
        if let isCitizenOrigin = selection.isCitizenOrigin {
            conditions.append("p.is_citizen_origin = \(isCitizenOrigin)")
        }
        if let forum = selection.forum {
            conditions.append("p.forum_id IN (SELECT id FROM matter WHERE kind = 'forum' AND number = \(forum))")
        }
        if let municipality = selection.municipality {
            conditions.append(
                """
                p.id IN (SELECT pm.project_id FROM project_municipality pm
                    JOIN municipality t ON t.id = pm.municipality_id WHERE t.ags = \(municipality))
                """)
        }
        if let goal = selection.goal {
            conditions.append(
                """
                p.id IN (SELECT g.project_id FROM project_goal g JOIN public_matter n ON n.id = g.goal_id
                    WHERE n.programme_id = \(programme) AND n.number = \(goal))
                """)
        }
        if selection.isWithoutGoal {
            conditions.append(
                """
                NOT EXISTS (SELECT 1 FROM project_goal g JOIN public_matter n ON n.id = g.goal_id
                    WHERE g.project_id = p.id)
                """)
        }
        if selection.isWithoutForum { conditions.append(without("p.forum_id", .forum, in: programme)) }
        if selection.isWithoutField { conditions.append(without("p.field_id", .field, in: programme)) }
        if let beginning = selection.beginning { conditions.append(beginning.condition(on: "p.id", in: programme)) }
        return conditions.joined(separator: " AND ")
    }

    private static func without(_ column: SQL, _ kind: MatterKind, in programme: String) -> SQL {
        """
        (\(column) IS NULL OR \(column) NOT IN (
            SELECT id FROM public_matter WHERE programme_id = \(programme) AND kind = \(kind)))
        """
    }
}

extension ProjectChoices {
    /// What the public projects of a programme can be narrowed to; one statement.
    public static func load(in programme: String, _ db: Connection) throws -> ProjectChoices {
        let rows = try db.rows(
            """
            SELECT 'field' AS kind, f.id AS id, m.key, m.number, f.name AS title, f.rank AS rank, '' AS sort_key
            FROM field f JOIN public_matter m ON m.id = f.id WHERE m.programme_id = \(programme)
            UNION ALL
            SELECT 'forum', f.id, m.key, m.number, COALESCE(f.title, f.topic), m.number, ''
            FROM forum f JOIN public_matter m ON m.id = f.id WHERE m.programme_id = \(programme)
            UNION ALL
            SELECT 'ministry', r.id, m.key, NULL, r.name, 0, r.name
            FROM ministry r JOIN public_matter m ON m.id = r.id WHERE m.programme_id = \(programme)
            UNION ALL
            SELECT 'pillar', l.id, m.key, NULL, l.name, l.rank, ''
            FROM pillar l JOIN public_matter m ON m.id = l.id WHERE m.programme_id = \(programme)
            UNION ALL
            SELECT 'goal', g.id, m.key, m.number, g.title, COALESCE(g.rank, m.number), ''
            FROM goal g JOIN public_matter m ON m.id = g.id WHERE m.programme_id = \(programme)
            UNION ALL
            SELECT 'municipality', t.id, t.ags, NULL, t.name, 0, t.sort_key
            FROM municipality t JOIN public_matter m ON m.id = t.id WHERE m.programme_id = \(programme)
            ORDER BY kind, rank, sort_key, id
            """)
        var choices: [MatterKind: [ProjectRelation]] = [:]
        for row in rows {
            let title: String? = try row.get("title")
            let key: String = try row.get("key")
            choices[try row.get("kind"), default: []].append(
                ProjectRelation(id: try row.get("id"), key: key, number: try row.get("number"), title: title ?? ""))
        }
        return ProjectChoices(
            fields: choices[.field] ?? [], forums: choices[.forum] ?? [], ministries: choices[.ministry] ?? [],
            pillars: choices[.pillar] ?? [], goals: choices[.goal] ?? [], municipalities: choices[.municipality] ?? [])
    }
}

extension ProjectRelation {
    /// From the columns `NAME_id`, `NAME_key`, `NAME_number` and `NAME_name`; nil where there is none.
    init?(_ row: Row, _ name: String) throws {
        guard let id: String = try row.get("\(name)_id", as: String?.self) else { return nil }
        self.init(
            id: id, key: try row.get("\(name)_key"), number: try row.get("\(name)_number"),
            title: try row.get("\(name)_name", as: String?.self) ?? "")
    }
}
