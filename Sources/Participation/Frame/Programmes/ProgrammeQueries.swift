// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A programme as commands and the site list it.
public struct ProgrammeListing: Equatable, Sendable {
    public let id: String
    public let slug: String
    public let title: String
    public let isInvented: Bool
    public let isMain: Bool

    init(row: Row) throws {
        id = try row.get("id")
        slug = try row.get("slug")
        title = try row.get("title")
        isInvented = try row.get("is_invented")
        isMain = try row.get("is_main")
    }
}

public enum ProgrammeQueries {
    /// All programmes, the main one first.
    public static func all(in db: Connection) throws -> [ProgrammeListing] {
        try db.rows(
            """
            SELECT p.id, p.slug, p.title, p.is_invented,
                CAST(CASE WHEN m.programme_id IS NULL THEN 0 ELSE 1 END AS BIGINT) AS is_main
            FROM programme p LEFT JOIN main_programme m ON m.programme_id = p.id ORDER BY 5 DESC, p.slug
            """
        ).map(ProgrammeListing.init)
    }

    static func id(slug: String, in db: Connection) throws -> String? {
        try db.value("SELECT id FROM programme WHERE slug = \(slug)")
    }

    /// Makes a programme the one whose pages stand at the root.
    public static func makeMain(_ id: String, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO main_programme (id, programme_id) VALUES (1, \(id))
            ON CONFLICT (id) DO UPDATE SET programme_id = excluded.programme_id
            """)
    }

    static func makeMainIfNone(_ id: String, in db: Connection) throws {
        try db.execute("INSERT INTO main_programme (id, programme_id) VALUES (1, \(id)) ON CONFLICT (id) DO NOTHING")
    }
}
