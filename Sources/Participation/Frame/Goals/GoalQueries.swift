// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Goal {
    /// All visions and goals, visions first, each kind in its own order; those that are pursued no longer too.
    public static func list(in programme: String, _ db: Connection) throws -> [Goal] {
        let changes = try Change.all(in: programme, db)
        return try db.rows(
            """
            SELECT x.id, m.key, m.number, x.kind, x.title, x.text, f.id AS field_id, f.name AS field_name,
                n.number AS field_number, x.parent_id, x.confidence, x.note, x.retired_on,
                (SELECT COUNT(DISTINCT g.project_id) FROM project_goal g JOIN public_matter p ON p.id = g.project_id
                    WHERE g.goal_id = x.id) AS projects
            FROM goal x JOIN public_matter m ON m.id = x.id
            LEFT JOIN public_matter n ON n.id = x.field_id LEFT JOIN field f ON f.id = n.id
            WHERE m.programme_id = \(programme) ORDER BY COALESCE(x.rank, m.number), m.number, x.id
            """
        ).map { row in
            let id: String = try row.get("id")
            return Goal(
                id: id, key: try row.get("key"), number: try row.get("number"),
                isVision: try row.get("kind", as: String.self) == "vision", title: try row.get("title"),
                text: try row.get("text"), fieldID: try row.get("field_id"), fieldName: try row.get("field_name"),
                fieldNumber: try row.get("field_number"), parentID: try row.get("parent_id"),
                confidence: try row.get("confidence"), note: try row.get("note"), projects: try row.get("projects"),
                retiredOn: try row.date("retired_on"), changes: changes[id] ?? [])
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

extension Goal.Change {
    /// The changes of all goals by the id of the goal.
    fileprivate static func all(in programme: String, _ db: Connection) throws -> [String: [Goal.Change]] {
        var changes: [String: [Goal.Change]] = [:]
        for row in try db.rows(
            """
            SELECT c.goal_id, c.changed_on, c.act, c.reason, c.earlier_title, c.earlier_text
            FROM goal_change c JOIN public_matter m ON m.id = c.goal_id
            WHERE m.programme_id = \(programme) ORDER BY c.goal_id, c.position
            """)
        {
            let change = Goal.Change(
                changedOn: try PartialDate(row: row, column: "changed_on"), act: try row.get("act"),
                reason: try row.get("reason"), earlierTitle: try row.get("earlier_title"),
                earlierText: try row.get("earlier_text"))
            changes[try row.get("goal_id"), default: []].append(change)
        }
        return changes
    }
}
