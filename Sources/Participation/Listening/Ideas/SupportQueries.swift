// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Who stands behind an idea. Writes come one after another, so rows and number always agree.
public enum Support {
    public static func has(_ person: String, idea: String, in db: Connection) throws -> Bool {
        let count: Int64? = try db.value(
            "SELECT COUNT(*) FROM support WHERE idea_id = \(idea) AND person_id = \(person)")
        return (count ?? 0) > 0
    }

    static func add(_ person: String, to idea: String, in db: Connection) throws {
        let added = try db.execute(
            """
            INSERT INTO support (idea_id, person_id) VALUES (\(idea), \(person))
            ON CONFLICT (idea_id, person_id) DO NOTHING
            """)
        guard added == 1 else { return }
        try db.execute(
            """
            INSERT INTO support_count (idea_id, own) VALUES (\(idea), 1)
            ON CONFLICT (idea_id) DO UPDATE SET own = support_count.own + 1
            """)
    }

    static func remove(_ person: String, from idea: String, in db: Connection) throws {
        let removed = try db.execute("DELETE FROM support WHERE idea_id = \(idea) AND person_id = \(person)")
        guard removed == 1 else { return }
        try db.execute("UPDATE support_count SET own = own - 1 WHERE idea_id = \(idea)")
    }

    /// Whoever leaves takes their supports along.
    static func forget(_ person: String, in db: Connection) throws {
        try db.execute(
            """
            UPDATE support_count SET own = own - 1
            WHERE idea_id IN (SELECT idea_id FROM support WHERE person_id = \(person))
            """)
        try db.execute("DELETE FROM support WHERE person_id = \(person)")
    }
}
