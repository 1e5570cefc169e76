// SPDX-License-Identifier: EUPL-1.2

import Storage

extension DemoPerson {
    /// All of them, in the order of the roles.
    public static func list(on day: PartialDate, in db: Connection) throws -> [DemoPerson] {
        try db.rows(
            """
            SELECT p.id, p.display_name, p.is_pseudonym, p.email, p.language, p.municipality_ags, p.age_band,
                p.is_demo, p.actor_id, p.created_at, a.role
            FROM person p LEFT JOIN role_assignment a ON a.person_id = p.id AND a.starts_on <= \(day.text)
                AND (a.ends_on IS NULL OR a.ends_on >= \(day.text))
            LEFT JOIN role r ON r.key = a.role
            WHERE p.is_demo = 1 AND p.erased_at IS NULL ORDER BY COALESCE(r.position, 0), p.id
            """
        ).map { row in DemoPerson(person: try Person(row: row), role: try row.get("role")) }
    }
}

extension RoleAssignment {
    /// The first matter of a kind; of the organisations an association, if there is one.
    static func firstKey(of kind: MatterKind, in programme: String, _ db: Connection) throws -> String? {
        try db.value(
            """
            SELECT m.key FROM public_matter m LEFT JOIN organisation o ON o.id = m.id
            WHERE m.programme_id = \(programme) AND m.kind = \(kind)
            ORDER BY CASE WHEN o.kind = 'association' THEN 0 ELSE 1 END,
                (SELECT COUNT(*) FROM project p WHERE p.ministry_id = m.id) DESC, m.position, m.key LIMIT 1
            """)
    }
}
