// SPDX-License-Identifier: EUPL-1.2

import Storage

extension RoleMatterChoice {
    /// Everything public that a role can be held for, kind by kind, each in its own order.
    public static func list(in programme: String, _ db: Connection) throws -> [RoleMatterChoice] {
        let kinds: [MatterKind] = [.forum, .ministry, .organisation, .municipality, .project]
        return try db.rows(
            """
            SELECT m.kind, m.key, COALESCE(t.title, m.key) AS title FROM public_matter m
            JOIN matter_kind k ON k.key = m.kind LEFT JOIN matter_title t ON t.id = m.id
            WHERE m.programme_id = \(programme) AND m.kind IN \(list: kinds)
            ORDER BY k.position, m.position, m.key
            """
        ).map { RoleMatterChoice(kind: try $0.get("kind"), key: try $0.get("key"), title: try $0.get("title")) }
    }
}
