// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What a project contributes to an indicator, as it was said.
public struct Contribution: Equatable, Sendable {
    /// The id of the indicator.
    public let indicator: String
    public let indicatorKey: String
    public let indicatorName: String
    /// The number of the indicator's goal, where it has one.
    public let goalNumber: Int64?
    public let project: String
    public let projectNumber: Int64
    public let projectTitle: String
    public let text: String

    /// What one project contributes, in its own order.
    public static func list(of project: String, _ db: Connection) throws -> [Contribution] {
        try list("c.project_id = \(project)", db)
    }

    /// What public projects contribute to the indicators of a programme.
    public static func list(in programme: String, _ db: Connection) throws -> [Contribution] {
        try list("pm.programme_id = \(programme)", db)
    }

    private static func list(_ condition: SQL, _ db: Connection) throws -> [Contribution] {
        try db.rows(
            """
            SELECT c.indicator_id, im.key AS indicator_key, i.name AS indicator_name, gm.number AS goal_number,
                c.project_id, pm.number AS project_number, p.title AS project_title, c.text
            FROM project_contribution c JOIN project p ON p.id = c.project_id JOIN public_matter pm ON pm.id = p.id
            JOIN indicator i ON i.id = c.indicator_id JOIN public_matter im ON im.id = i.id
            LEFT JOIN public_matter gm ON gm.id = i.goal_id
            WHERE \(condition) ORDER BY p.sort_key, p.id, c.position
            """
        ).map { row in
            Contribution(
                indicator: try row.get("indicator_id"), indicatorKey: try row.get("indicator_key"),
                indicatorName: try row.get("indicator_name"), goalNumber: try row.get("goal_number"),
                project: try row.get("project_id"), projectNumber: try row.get("project_number"),
                projectTitle: try row.get("project_title"), text: try row.get("text"))
        }
    }
}
