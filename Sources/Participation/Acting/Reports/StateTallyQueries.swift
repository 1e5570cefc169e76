// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ProjectHistory {
    /// The histories of all public projects, by number; one statement. A project without a history has no changes.
    public static func list(in programme: String, _ db: Connection) throws -> [ProjectHistory] {
        let rows = try db.rows(
            """
            SELECT p.id, c.state, c.effective_on FROM project p JOIN public_matter m ON m.id = p.id
            LEFT JOIN state_change c ON c.matter_id = p.id
                AND c.state IN (SELECT key FROM state WHERE matter_kind = 'project' AND aspect = 'state')
            WHERE m.programme_id = \(programme) ORDER BY m.number, p.id, c.position
            """)
        var histories: [(project: String, changes: [DatedState])] = []
        for row in rows {
            let project: String = try row.get("id")
            if histories.last?.project != project { histories.append((project, [])) }
            guard let state: ProjectState = try row.get("state") else { continue }
            histories[histories.count - 1].changes.append(
                DatedState(state: state, effectiveOn: try row.date("effective_on")))
        }
        return histories.map { ProjectHistory(project: $0.project, changes: $0.changes) }
    }
}
