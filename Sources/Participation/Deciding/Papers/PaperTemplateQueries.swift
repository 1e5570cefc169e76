// SPDX-License-Identifier: EUPL-1.2

import Storage

extension PaperTemplate {
    /// What the next paper of a programme is begun with.
    public static func load(of programme: String, _ db: Connection) throws -> PaperTemplate {
        let parts = try db.rows(
            """
            SELECT part, heading, hint, is_required FROM paper_template_part
            WHERE programme_id = \(programme) ORDER BY position
            """
        ).compactMap { row -> Part? in
            guard let part = PaperPart(rawValue: try row.get("part")) else { return nil }
            return Part(
                part, heading: try row.get("heading"), hint: try row.get("hint"), isRequired: try row.get("is_required")
            )
        }
        return parts.isEmpty ? .usual : PaperTemplate(parts)
    }

    func save(of programme: String, _ db: Connection) throws {
        try Self.forget(of: programme, db)
        for (position, part) in parts.enumerated() {
            try db.execute(
                """
                INSERT INTO paper_template_part (programme_id, position, part, heading, hint, is_required)
                VALUES (\(programme), \(Int64(position + 1)), \(part.part.rawValue), \(part.heading), \(part.hint),
                    \(part.isRequired))
                """)
        }
    }

    /// The parts that come with the software hold again.
    static func forget(of programme: String, _ db: Connection) throws {
        try db.execute("DELETE FROM paper_template_part WHERE programme_id = \(programme)")
    }
}
