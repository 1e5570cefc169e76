// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ProjectOrigin {
    /// The key of the project that a decision on a proposal has led to.
    static func project(of proposal: String, _ db: Connection) throws -> String? {
        try db.value(
            """
            SELECT m.key FROM thread_link d JOIN thread_link l ON l.from_id = d.to_id AND l.kind = 'led_to'
            JOIN matter m ON m.id = l.to_id
            WHERE d.from_id = \(proposal) AND d.kind = 'decided_by' AND m.kind = 'project' ORDER BY m.number LIMIT 1
            """)
    }

    /// The pillar of what ministries do themselves, which stands first.
    static func firstPillar(in programme: String, _ db: Connection) throws -> String? {
        try db.value(
            """
            SELECT m.key FROM pillar p JOIN matter m ON m.id = p.id
            WHERE p.programme_id = \(programme) ORDER BY p.rank, m.position LIMIT 1
            """)
    }
}

extension ProjectPlaces {
    static func load(in programme: String, _ db: Connection) throws -> ProjectPlaces {
        let rows = try db.rows(
            """
            SELECT m.key, k.name FROM municipality k JOIN matter m ON m.id = k.id
            WHERE k.programme_id = \(programme) ORDER BY k.sort_key, k.id
            """)
        return ProjectPlaces(municipalities: try rows.map { (key: try $0.get("key"), name: try $0.get("name")) })
    }
}
