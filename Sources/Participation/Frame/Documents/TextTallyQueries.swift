// SPDX-License-Identifier: EUPL-1.2

import Storage

/// How many public texts of a programme exist in a language beside the base language.
public struct TextTally: Equatable, Sendable {
    public let language: TextLanguage
    public let texts: Int64

    public static func list(in programme: String, _ db: Connection) throws -> [TextTally] {
        try db.rows(
            """
            SELECT v.language, COUNT(*) AS texts FROM text_version v JOIN public_matter m ON m.id = v.id
            WHERE m.programme_id = \(programme) GROUP BY v.language ORDER BY v.language
            """
        ).map { TextTally(language: try $0.get("language"), texts: try $0.get("texts")) }
    }

    /// The public matters that have a text in a language, by kind and place.
    public static func matters(
        in language: TextLanguage, of programme: String, _ db: Connection
    ) throws -> [String] {
        try db.rows(
            """
            SELECT o.id, k.position, o.position AS place FROM text_version v JOIN public_matter m ON m.id = v.id
            JOIN public_matter o ON o.id = v.matter_id JOIN matter_kind k ON k.key = o.kind
            WHERE m.programme_id = \(programme) AND v.language = \(language)
            GROUP BY o.id, k.position, o.position ORDER BY k.position, o.position, o.id
            """
        ).map { try $0.get("id") }
    }
}
