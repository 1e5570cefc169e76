// SPDX-License-Identifier: EUPL-1.2

import Storage

extension TextVersions {
    /// The public versions of these matters' texts in a language; one statement for a whole page.
    public static func list(
        _ language: TextLanguage, of matters: [String], in programme: String, _ db: Connection
    ) throws -> TextVersions {
        guard !matters.isEmpty else { return .none }
        var texts: [Address: String] = [:]
        let rows = try db.rows(
            """
            SELECT v.matter_id, v.field, v.text FROM text_version v JOIN public_matter m ON m.id = v.id
            WHERE m.programme_id = \(programme) AND v.language = \(language) AND v.matter_id IN \(list: matters)
            """)
        for row in rows {
            texts[Address(matter: try row.get("matter_id"), field: try row.get("field"))] = try row.get("text")
        }
        return TextVersions(texts: texts)
    }
}
