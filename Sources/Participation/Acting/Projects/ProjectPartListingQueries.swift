// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A milestone with the project it belongs to.
public struct MilestoneListing: Equatable, Sendable {
    public let projectID: String
    public let milestone: ProjectMilestone

    /// The public milestones of public projects, by project and date.
    /// - Parameter project: the id of the only project asked for
    public static func list(
        in programme: String, project: String?, _ page: ListPage, _ db: Connection
    ) throws -> [MilestoneListing] {
        let only: SQL = project.map { " AND c.project_id = \($0)" } ?? ""
        return try db.rows(
            """
            SELECT c.project_id, c.id, c.dated_on, c.text, c.state FROM milestone c
            JOIN public_matter m ON m.id = c.id JOIN public_matter p ON p.id = c.project_id
            WHERE m.programme_id = \(programme)\(only)
            ORDER BY p.number, COALESCE(c.dated_on, '9999'), c.position, c.id
            LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map { row in
            MilestoneListing(
                projectID: try row.get("project_id"),
                milestone: ProjectMilestone(
                    id: try row.get("id"), datedOn: try row.date("dated_on"), text: try row.get("text"),
                    state: try row.get("state")))
        }
    }
}

/// A progress report with the project it belongs to.
public struct ReportListing: Equatable, Sendable {
    public let projectID: String
    public let report: ProjectReport

    /// The public reports of public projects, by project, the newest first.
    /// - Parameter project: the id of the only project asked for
    public static func list(
        in programme: String, project: String?, _ page: ListPage, _ db: Connection
    ) throws -> [ReportListing] {
        let only: SQL = project.map { " AND c.project_id = \($0)" } ?? ""
        return try db.rows(
            """
            SELECT c.project_id, c.id, m.number, c.as_of, c.light, c.done, c.next, c.blocked FROM report c
            JOIN public_matter m ON m.id = c.id JOIN public_matter p ON p.id = c.project_id
            WHERE m.programme_id = \(programme)\(only)
            ORDER BY p.number, c.as_of DESC, m.number LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map { row in
            ReportListing(
                projectID: try row.get("project_id"),
                report: ProjectReport(
                    id: try row.get("id"), number: try row.get("number"),
                    asOf: try PartialDate(row: row, column: "as_of"), light: try row.get("light"),
                    done: try row.get("done"), next: try row.get("next"), blocked: try row.get("blocked")))
        }
    }
}
