// SPDX-License-Identifier: EUPL-1.2

import Storage

extension RepresentedBody {
    /// The bodies of a programme for which a person speaks on a day.
    public static func list(
        of person: String, in programme: String, on day: PartialDate, _ db: Connection
    ) throws -> [RepresentedBody] {
        let rows = try db.rows(
            """
            SELECT a.matter_id, MAX(a.may_invite) AS may_invite FROM role_assignment a
            WHERE a.person_id = \(person) AND a.programme_id = \(programme) AND a.role IN \(list: roles)
                AND a.matter_id IS NOT NULL AND a.starts_on <= \(day.text)
                AND (a.ends_on IS NULL OR a.ends_on >= \(day.text))
            GROUP BY a.matter_id ORDER BY a.matter_id
            """)
        let matters = try MatterSummary.inside(rows.map { try $0.get("matter_id") }, db)
        let known = Dictionary(matters.map { ($0.id, $0) }) { first, _ in first }
        return try rows.compactMap { row in
            guard let matter = known[try row.get("matter_id")] else { return nil }
            return RepresentedBody(
                matter: matter.id, kind: matter.kind, key: matter.key, title: matter.title ?? matter.key,
                mayInvite: try row.get("may_invite"))
        }
    }
}

extension Representative {
    /// Everybody who speaks for a body on a day, the first one first.
    public static func list(
        of body: RepresentedBody, on day: PartialDate, _ db: Connection
    ) throws -> [Representative] {
        try db.rows(
            """
            SELECT a.id, p.id AS person_id, p.display_name, p.email, a.starts_on, a.may_invite
            FROM role_assignment a JOIN person p ON p.id = a.person_id
            WHERE a.matter_id = \(body.matter) AND a.role = \(body.role) AND a.starts_on <= \(day.text)
                AND (a.ends_on IS NULL OR a.ends_on >= \(day.text))
            ORDER BY a.starts_on, a.granted_at, a.id
            """
        ).map { row in
            Representative(
                assignment: try row.get("id"), person: try row.get("person_id"),
                displayName: try row.get("display_name"), email: try row.get("email"),
                startsOn: try PartialDate(row: row, column: "starts_on"), mayInvite: try row.get("may_invite"))
        }
    }
}

extension RoleAssignment {
    /// Lets somebody who speaks for a body invite others.
    static func letInvite(
        _ person: String, role: Role, in programme: String, forMatter key: String, on day: PartialDate,
        _ db: Connection
    ) throws {
        try db.execute(
            """
            UPDATE role_assignment SET may_invite = 1
            WHERE person_id = \(person) AND role = \(role) AND programme_id = \(programme)
                AND matter_id IN (SELECT id FROM matter WHERE programme_id = \(programme) AND key = \(key))
                AND (ends_on IS NULL OR ends_on >= \(day.text))
            """)
    }
}
