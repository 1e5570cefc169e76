// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The queries behind the register: one statement counts, one collects what is cited.
enum FigureQueries {
    static func counts(
        _ figures: [FigureRegister.Definition], of programme: String, in db: Connection
    ) throws -> [String: Int64?] {
        let columns = figures.map { figure -> SQL in
            "(\(count(figure.count, programme))) AS \(identifier: figure.key)"
        }
        guard let row = try db.row("SELECT \(SQL.joined(columns, separator: ", "))") else { return [:] }
        var counts: [String: Int64?] = [:]
        for column in row.columns { counts[column] = try row.get(column, as: Int64?.self) }
        return counts
    }

    private static func count(_ count: FigureRegister.Count, _ programme: String) -> SQL {
        switch count {
        case .matters(let kind):
            "SELECT COUNT(*) FROM public_matter WHERE programme_id = \(programme) AND kind = \(kind)"
        case .answeredIdeas:
            """
            SELECT COUNT(*) FROM idea i JOIN public_matter m ON m.id = i.id
            WHERE i.programme_id = \(programme) AND i.state = 'idea.answered'
            """
        case .eventParticipants:
            """
            SELECT CAST(SUM(e.participants) AS BIGINT) FROM event e JOIN public_matter m ON m.id = e.id
            WHERE e.programme_id = \(programme)
            """
        case .projectsWithoutGoal:
            """
            SELECT COUNT(*) FROM project p JOIN public_matter m ON m.id = p.id WHERE p.programme_id = \(programme)
                AND NOT EXISTS (SELECT 1 FROM project_goal g JOIN public_matter n ON n.id = g.goal_id
                    WHERE g.project_id = p.id)
            """
        case .goalsWithoutProject:
            """
            SELECT COUNT(*) FROM goal x JOIN public_matter m ON m.id = x.id
            WHERE x.programme_id = \(programme) AND x.kind = 'goal' AND x.retired_on IS NULL
                AND NOT EXISTS (SELECT 1 FROM project_goal g JOIN public_matter n ON n.id = g.project_id
                    WHERE g.goal_id = x.id)
            """
        case .indicatorsWithoutValue:
            """
            SELECT COUNT(*) FROM indicator x JOIN public_matter m ON m.id = x.id
            WHERE x.programme_id = \(programme) AND x.retired_on IS NULL AND x.value_units IS NULL
                AND NOT EXISTS (SELECT 1 FROM indicator_value v
                    WHERE v.indicator_id = x.id AND v.value_units IS NOT NULL
                        AND v.position = (SELECT MAX(w.position) FROM indicator_value w
                            WHERE w.indicator_id = x.id AND w.as_of = v.as_of))
            """
        case .population:
            """
            SELECT CAST(SUM(t.population) AS BIGINT) FROM municipality t JOIN public_matter m ON m.id = t.id
            WHERE t.programme_id = \(programme)
            """
        case .openDuties:
            """
            SELECT COUNT(*) FROM duty d JOIN public_matter m ON m.id = d.id
            WHERE d.programme_id = \(programme) AND d.state = 'duty.open'
            """
        case .paidStateFunds:
            """
            SELECT CAST(SUM(f.amount_cents) AS BIGINT) FROM funding f JOIN public_matter m ON m.id = f.id
            WHERE f.programme_id = \(programme) AND f.kind = 'paid' AND f.basis = 'state_share'
            """
        }
    }

    /// Official numbers by figure, the newest first.
    static func cited(
        _ figures: [String], in programme: String, _ db: Connection
    ) throws -> [String: [OfficialFigure]] {
        let rows = try db.rows(
            """
            SELECT x.figure, x.value, x.qualifier, x.as_of, x.label, x.source_url FROM (\(citations(programme))) x
            WHERE x.figure IN \(list: figures) ORDER BY x.as_of DESC, x.position, x.place
            """)
        var cited: [String: [OfficialFigure]] = [:]
        for row in rows { cited[try row.get("figure"), default: []].append(try OfficialFigure(row: row)) }
        return cited
    }

    /// What activities, consultations, the chronicle and status reports say about figures.
    private static func citations(_ programme: String) -> SQL {
        """
        SELECT c.figure, c.value, c.qualifier, c.as_of, t.title AS label, c.source_url, m.position,
            c.position AS place
        FROM cited_figure c JOIN public_matter m ON m.id = c.matter_id
        JOIN (SELECT id, title FROM activity UNION ALL SELECT id, title FROM consultation) t ON t.id = c.matter_id
        WHERE m.programme_id = \(programme) AND m.kind IN ('activity', 'consultation')
        UNION ALL
        SELECT CASE f.name WHEN 'vorschlaege' THEN 'proposals' WHEN 'themenforen' THEN 'forums'
                ELSE 'fields' END,
            f.number, NULL, e.dated_on, e.title, s.url, m.position, f.position
        FROM timeline_figure f JOIN timeline_entry e ON e.id = f.timeline_entry_id
        JOIN public_matter m ON m.id = e.id LEFT JOIN source s ON s.matter_id = e.id AND s.position = 1
        WHERE m.programme_id = \(programme) AND m.kind = 'timeline_entry' AND f.number IS NOT NULL
            AND f.name IN ('vorschlaege', 'themenforen', 'handlungsfelder')
        UNION ALL
        SELECT 'state-funds', r.state_funds_cents, NULL, r.as_of, r.event, s.url, m.position, 0
        FROM status_report r JOIN public_matter m ON m.id = r.id
        LEFT JOIN source s ON s.matter_id = r.id AND s.position = 1
        WHERE m.programme_id = \(programme) AND m.kind = 'status_report' AND r.state_funds_cents IS NOT NULL
        """
    }

    /// How many projects each pillar has, with what was officially said of it.
    static func pillars(of programme: String, in db: Connection) throws -> [Figure] {
        let official = try decidedProjects(in: programme, db)
        return try db.rows(
            """
            SELECT pm.key, l.name, l.rank, l.official_total, s.url,
                (SELECT COUNT(*) FROM project p JOIN public_matter m ON m.id = p.id WHERE p.pillar_id = l.id) AS counted
            FROM pillar l JOIN public_matter pm ON pm.id = l.id
            LEFT JOIN source s ON s.matter_id = l.id AND s.position = 1
            WHERE l.programme_id = \(programme) ORDER BY l.rank, l.id
            """
        ).map { row in
            let key: String = try row.get("key")
            let rank: Int64 = try row.get("rank")
            let total: Int64? = try row.get("official_total")
            let own = try total.map {
                OfficialFigure(
                    value: $0, qualifier: nil, asOf: nil, label: try row.get("name"), sourceURL: try row.get("url"))
            }
            return Figure(
                key: "projects-\(key)", family: .pillar(try row.get("name")), counted: try row.get("counted"),
                unit: .count, list: "/projekte?saeule=\(key)",
                cited: rank == 1 && !official.isEmpty ? official : [own].compactMap { $0 })
        }
    }

    /// What decisions and status reports said about the number of decided projects, the newest first.
    private static func decidedProjects(in programme: String, _ db: Connection) throws -> [OfficialFigure] {
        try db.rows(
            """
            SELECT r.total AS value, NULL AS qualifier, r.as_of, r.event AS label, s.url AS source_url
            FROM status_report r JOIN public_matter m ON m.id = r.id
            LEFT JOIN source s ON s.matter_id = r.id AND s.position = 1 WHERE m.programme_id = \(programme)
                AND m.kind = 'status_report'
            UNION ALL
            SELECT d.projects_decided, NULL, t.held_on, d.title, s.url
            FROM decision d JOIN public_matter m ON m.id = d.id JOIN sitting t ON t.id = d.sitting_id
            LEFT JOIN source s ON s.matter_id = d.id AND s.position = 1
            WHERE m.programme_id = \(programme) AND d.projects_decided IS NOT NULL
            ORDER BY 3 DESC, 4
            """
        ).map(OfficialFigure.init)
    }

    /// How many projects are in each state.
    static func projectStates(of programme: String, in db: Connection) throws -> [Figure] {
        try db.rows(
            """
            SELECT s.key, s.position, COUNT(*) AS counted FROM state s JOIN project p ON p.state = s.key
            JOIN public_matter m ON m.id = p.id WHERE p.programme_id = \(programme)
            GROUP BY s.key, s.position ORDER BY s.position
            """
        ).map { row in
            let state: String = try row.get("key")
            let word = state.replacing(".", with: "-").replacing("_", with: "-")
            return Figure(
                key: "\(word.replacing("project-", with: "projects-state-"))", family: .projectState(state),
                counted: try row.get("counted"), unit: .count, list: "/projekte?stand=\(word)", cited: [])
        }
    }
}

extension OfficialFigure {
    init(row: Row) throws {
        self.init(
            value: try row.get("value"), qualifier: try row.get("qualifier"),
            asOf: try row.get("as_of", as: String?.self).flatMap(PartialDate.init), label: try row.get("label"),
            sourceURL: try row.get("source_url"))
    }
}
