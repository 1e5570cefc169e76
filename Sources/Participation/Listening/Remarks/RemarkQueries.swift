// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Remark {
    /// The remarks on a matter, oldest first. The text of a hidden one does not leave the database.
    public static func list(on matter: String, in programme: String, _ db: Connection) throws -> [Remark] {
        try db.rows(
            """
            SELECT r.id, m.number, r.written_on,
                CASE WHEN r.is_hidden = 1 THEN NULL ELSE r.author_label END AS author_label,
                CASE WHEN r.is_hidden = 1 THEN NULL ELSE r.text END AS text,
                CASE WHEN r.is_hidden = 1 THEN r.hidden_reason END AS hidden_reason
            FROM remark r JOIN public_matter m ON m.id = r.id
            WHERE m.programme_id = \(programme) AND r.matter_id = \(matter) ORDER BY m.number
            """
        ).map { row in
            Remark(
                id: try row.get("id"), number: try row.get("number"), authorLabel: try row.get("author_label"),
                text: try row.get("text"), writtenOn: try PartialDate?(row: row, column: "written_on"),
                hiddenReason: try row.get("hidden_reason"))
        }
    }
}
