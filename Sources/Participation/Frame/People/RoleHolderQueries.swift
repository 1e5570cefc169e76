// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody with a role in a programme, as its office sees them.
public struct RoleHolder: Equatable, Sendable {
    /// Identifies the role as it was given.
    public let assignment: String
    public let displayName: String
    public let email: EmailAddress?
    public let role: Role
    /// What the role is for; nil for the whole programme.
    public let matterTitle: String?
    public let startsOn: PartialDate

    /// Everybody who holds a role in a programme today, by role, then by name.
    public static func list(in programme: String, on day: PartialDate, _ db: Connection) throws -> [RoleHolder] {
        try db.rows(
            """
            SELECT a.id, p.display_name, p.email, a.role, t.title, a.starts_on
            FROM role_assignment a JOIN person p ON p.id = a.person_id JOIN role r ON r.key = a.role
            LEFT JOIN matter_title t ON t.id = a.matter_id
            WHERE a.programme_id = \(programme) AND a.starts_on <= \(day.text)
                AND (a.ends_on IS NULL OR a.ends_on >= \(day.text))
            ORDER BY r.position, p.display_name, a.id
            """
        ).map { row in
            RoleHolder(
                assignment: try row.get("id"), displayName: try row.get("display_name"), email: try row.get("email"),
                role: try row.get("role"),
                matterTitle: try row.get("title"), startsOn: try row.date("starts_on") ?? .unset)
        }
    }
}
