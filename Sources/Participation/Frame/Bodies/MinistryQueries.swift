// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Ministry {
    /// All ministries in the order of the package.
    public static func list(in programme: String, _ db: Connection) throws -> [Ministry] {
        try db.rows(
            """
            SELECT x.id, m.key, x.abbreviation, x.name, x.role_in_programme, x.starts_on, x.ends_on,
                x.successor_abbreviation, x.confidence,
                (SELECT COUNT(*) FROM project p JOIN public_matter n ON n.id = p.id WHERE p.ministry_id = x.id)
                    AS projects
            FROM ministry x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) ORDER BY m.position, x.id
            """
        ).map { row in
            Ministry(
                id: try row.get("id"), key: try row.get("key"), abbreviation: try row.get("abbreviation"),
                name: try row.get("name"), role: try row.get("role_in_programme"),
                startsOn: try row.date("starts_on"), endsOn: try row.date("ends_on"),
                successor: try row.get("successor_abbreviation"), confidence: try row.get("confidence"),
                projects: try row.get("projects"))
        }
    }

    public func forums(in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try MatterSummary.forums(where: "x.ministry_id = \(id)", in: programme, db)
    }

    public func fields(in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try MatterSummary.fields(
            where: "x.id IN (SELECT l.field_id FROM field_ministry l WHERE l.ministry_id = \(id))", in: programme, db)
    }

    public func projects(in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try MatterSummary.projects(where: "x.ministry_id = \(id)", in: programme, db)
    }
}
