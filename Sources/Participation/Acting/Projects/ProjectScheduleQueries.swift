// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ProjectMilestone {
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
