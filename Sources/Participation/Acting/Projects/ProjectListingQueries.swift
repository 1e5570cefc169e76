// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ProjectListing {
    /// The same projects in the same order as `ProjectSummary.list`.
    public static func list(
        in programme: String, _ selection: ProjectSelection, by order: ProjectOrder, _ page: ListPage,
        _ db: Connection
    ) throws -> [ProjectListing] {
        try db.rows(
            """
            SELECT \(ProjectSummary.columns), p.starts_on, p.ends_on, p.is_citizen_origin, p.pillar_id,
                p.forum_id, \(StateProgrammeTerms.columns)
            FROM \(ProjectSummary.tables) JOIN state s ON s.key = p.state
            WHERE \(ProjectSummary.condition(programme, selection))
            ORDER BY \(ProjectSummary.sorting(order)) LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map { row in
            ProjectListing(
                summary: try ProjectSummary(row: row), starts: try row.date("starts_on"),
                ends: try row.date("ends_on"), isCitizenOrigin: try row.get("is_citizen_origin"),
                pillarID: try row.get("pillar_id"),
                forumID: try row.get("forum_id"), stateProgramme: try StateProgrammeTerms(row: row))
        }
    }
}
