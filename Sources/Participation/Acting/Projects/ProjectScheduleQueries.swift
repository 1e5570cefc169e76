// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ProjectMilestone {
    /// The public milestones of one project with their history, in the order of their days; two statements.
    public static func list(of project: String, _ db: Connection) throws -> [ProjectMilestone] {
        let changes = try Change.lists(of: project, db)
        return try db.rows(
            """
            SELECT c.id, c.dated_on, c.text, c.state, c.position, c.forecast_on, c.done_on
            FROM milestone c JOIN public_matter m ON m.id = c.id
            WHERE c.project_id = \(project) ORDER BY COALESCE(c.dated_on, '9999'), c.position
            """
        ).map { row in
            let id: String = try row.get("id")
            return ProjectMilestone(
                id: id, datedOn: try row.date("dated_on"), text: try row.get("text"), state: try row.get("state"),
                place: try row.get("position"), forecastOn: try row.date("forecast_on"),
                doneOn: try row.date("done_on"), changes: changes[id] ?? [])
        }
    }

    /// The public milestones of some projects by project, each project's in the order of their days; one statement.
    public static func lists(of projects: [String], _ db: Connection) throws -> [String: [ProjectMilestone]] {
        var lists: [String: [ProjectMilestone]] = [:]
        for row in try db.rows(
            """
            SELECT c.project_id, c.id, c.dated_on, c.text, c.state FROM milestone c
            JOIN public_matter m ON m.id = c.id WHERE c.project_id IN \(list: projects)
            ORDER BY c.project_id, COALESCE(c.dated_on, '9999'), c.position
            """)
        {
            lists[try row.get("project_id"), default: []].append(
                ProjectMilestone(
                    id: try row.get("id"), datedOn: try row.date("dated_on"), text: try row.get("text"),
                    state: try row.get("state")))
        }
        return lists
    }
}

extension ProjectMilestone.Change {
    /// How the milestones of a project were moved, by milestone; one statement.
    static func lists(of project: String, _ db: Connection) throws -> [String: [ProjectMilestone.Change]] {
        var lists: [String: [ProjectMilestone.Change]] = [:]
        for row in try db.rows(
            """
            SELECT c.milestone_id, c.changed_on, c.state, c.expected_before, c.expected_after, c.reason
            FROM milestone_change c JOIN milestone x ON x.id = c.milestone_id
            WHERE x.project_id = \(project) ORDER BY c.milestone_id, c.position
            """)
        {
            lists[try row.get("milestone_id"), default: []].append(
                ProjectMilestone.Change(
                    changedOn: try PartialDate(row: row, column: "changed_on"), state: try row.get("state"),
                    before: try row.date("expected_before"), after: try row.date("expected_after"),
                    reason: try row.get("reason")))
        }
        return lists
    }
}
