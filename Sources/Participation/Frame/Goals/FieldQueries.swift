// SPDX-License-Identifier: EUPL-1.2

import Storage

extension FieldOfAction {
    /// All fields in their own order.
    public static func list(in programme: String, _ db: Connection) throws -> [FieldOfAction] {
        try list("m.programme_id = \(programme)", db)
    }

    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> FieldOfAction? {
        try list("m.programme_id = \(programme) AND m.number = \(number)", db).first
    }

    /// The public projects of the field, by title.
    public func projects(in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try MatterSummary.projects(where: "x.field_id = \(id)", in: programme, db)
    }

    /// The public ideas that led to the field: they became one of its projects or were taken up in a proposal of it.
    public func ideas(in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try MatterSummary.ideas(
            where: """
                (x.project_id IN (SELECT p.id FROM project p JOIN public_matter n ON n.id = p.id
                    WHERE p.field_id = \(id))
                OR x.id IN (SELECT l.from_id FROM thread_link l JOIN proposal r ON r.id = l.to_id
                    JOIN public_matter n ON n.id = r.id WHERE r.field_id = \(id)))
                """, in: programme, db)
    }

    private static func list(_ condition: SQL, _ db: Connection) throws -> [FieldOfAction] {
        let rows = try db.rows(
            """
            SELECT x.id, m.key, m.number, x.name, x.description, x.ruling_date, x.confidence, x.note
            FROM field x JOIN public_matter m ON m.id = x.id WHERE \(condition) ORDER BY x.rank, x.id
            """)
        var leads: [String: [Lead]] = [:]
        for row in try db.rows(
            """
            SELECT f.field_id, y.key, x.abbreviation, x.name
            FROM field_ministry f JOIN ministry x ON x.id = f.ministry_id JOIN public_matter y ON y.id = x.id
            WHERE f.field_id IN \(list: try rows.map { try $0.get("id", as: String.self) })
            ORDER BY f.field_id, f.position
            """)
        {
            let lead = Lead(
                key: try row.get("key"), abbreviation: try row.get("abbreviation"), name: try row.get("name"))
            leads[try row.get("field_id"), default: []].append(lead)
        }
        return try rows.map { row in
            let id: String = try row.get("id")
            return FieldOfAction(
                id: id, key: try row.get("key"), number: try row.get("number"), name: try row.get("name"),
                description: try row.get("description"), ruledOn: try row.date("ruling_date"),
                confidence: try row.get("confidence"), note: try row.get("note"), ministries: leads[id] ?? [])
        }
    }
}

extension FieldChoice {
    /// All public fields in their own order.
    public static func list(in programme: String, _ db: Connection) throws -> [FieldChoice] {
        try db.rows(
            """
            SELECT m.key, x.name FROM field x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) ORDER BY x.rank, x.id
            """
        ).map { FieldChoice(key: try $0.get("key"), name: try $0.get("name")) }
    }
}

extension ProjectTally {
    /// The public projects of every field by state, fields in any order, states in their own.
    public static func list(in programme: String, _ db: Connection) throws -> [ProjectTally] {
        try db.rows(
            """
            SELECT x.field_id, x.state, s.position, COUNT(*) AS projects
            FROM project x JOIN public_matter m ON m.id = x.id JOIN state s ON s.key = x.state
            WHERE m.programme_id = \(programme) AND x.field_id IS NOT NULL
            GROUP BY x.field_id, x.state, s.position ORDER BY x.field_id, s.position
            """
        ).map {
            ProjectTally(
                field: try $0.get("field_id"), state: try $0.get("state"), projects: try $0.get("projects"))
        }
    }
}
