// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Goal {
    /// All visions and goals in the order of their numbers.
    public static func list(in programme: String, _ db: Connection) throws -> [Goal] {
        try db.rows(
            """
            SELECT x.id, m.number, x.kind, x.title, x.text, f.id AS field_id, f.name AS field_name,
                n.number AS field_number, x.parent_id, x.confidence, x.note,
                (SELECT COUNT(DISTINCT g.project_id) FROM project_goal g JOIN public_matter p ON p.id = g.project_id
                    WHERE g.goal_id = x.id) AS projects
            FROM goal x JOIN public_matter m ON m.id = x.id
            LEFT JOIN public_matter n ON n.id = x.field_id LEFT JOIN field f ON f.id = n.id
            WHERE m.programme_id = \(programme) ORDER BY m.number, x.id
            """
        ).map { row in
            Goal(
                id: try row.get("id"), number: try row.get("number"),
                isVision: try row.get("kind", as: String.self) == "vision", title: try row.get("title"),
                text: try row.get("text"), fieldID: try row.get("field_id"), fieldName: try row.get("field_name"),
                fieldNumber: try row.get("field_number"), parentID: try row.get("parent_id"),
                confidence: try row.get("confidence"), note: try row.get("note"), projects: try row.get("projects"))
        }
    }

    /// The public projects that serve the goal, by title.
    public func servingProjects(in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try MatterSummary.projects(
            where: "x.id IN (SELECT g.project_id FROM project_goal g WHERE g.goal_id = \(id))", in: programme, db)
    }

    /// How many public projects name no goal.
    public static func projectsWithoutGoal(in programme: String, _ db: Connection) throws -> Int64 {
        try db.value(
            """
            SELECT COUNT(*) FROM project x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) AND NOT EXISTS
                (SELECT 1 FROM project_goal g JOIN public_matter n ON n.id = g.goal_id WHERE g.project_id = x.id)
            """) ?? 0
    }
}

extension Indicator {
    /// All indicators in the order of the package.
    public static func list(in programme: String, _ db: Connection) throws -> [Indicator] {
        let rows = try db.rows(
            """
            SELECT x.id, x.name, x.unit, x.region, x.goal_id, x.value_units, x.value_scale, x.as_of,
                x.baseline_units, x.baseline_scale, x.target_units, x.target_scale, x.target_on, x.source_name,
                x.source_url, x.confidence, x.note
            FROM indicator x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) ORDER BY m.position, x.id
            """)
        let ids: [String] = try rows.map { try $0.get("id") }
        var comparisons: [String: [Comparison]] = [:]
        for row in try db.rows(
            """
            SELECT indicator_id, region, value_units, value_scale, as_of FROM indicator_comparison
            WHERE indicator_id IN \(list: ids) ORDER BY indicator_id, position
            """)
        {
            comparisons[try row.get("indicator_id"), default: []].append(
                Comparison(
                    region: try row.get("region"), value: try row.decimal("value"), asOf: try row.date("as_of")))
        }
        var values: [String: [Measurement]] = [:]
        for row in try db.rows(
            """
            SELECT indicator_id, as_of, value_units, value_scale FROM indicator_value
            WHERE indicator_id IN \(list: ids) ORDER BY indicator_id, as_of, position
            """)
        {
            values[try row.get("indicator_id"), default: []].append(
                Measurement(asOf: try row.date("as_of"), value: try row.decimal("value")))
        }
        return try rows.map { row in
            let id: String = try row.get("id")
            return try Indicator(row: row, comparisons: comparisons[id] ?? [], values: values[id] ?? [])
        }
    }

    private init(row: Row, comparisons: [Comparison], values: [Measurement]) throws {
        id = try row.get("id")
        name = try row.get("name")
        unit = try row.get("unit")
        region = try row.get("region")
        goalID = try row.get("goal_id")
        value = try row.decimal("value")
        asOf = try row.date("as_of")
        baseline = try row.decimal("baseline")
        target = try row.decimal("target")
        targetOn = try row.date("target_on")
        sourceName = try row.get("source_name")
        sourceURL = try row.get("source_url")
        confidence = try row.get("confidence")
        note = try row.get("note")
        self.comparisons = comparisons
        self.values = values
    }
}
