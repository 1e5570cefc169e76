// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ContributionAuthor {
    /// The people who handed a matter in, the first one first; those who have erased their account are nobody any more.
    public static func persons(of matter: String, in db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT person_id FROM contribution_author
            WHERE matter_id = \(matter) AND person_id IS NOT NULL ORDER BY since, person_id
            """
        ).map { try $0.get("person_id") }
    }

    /// Whether a person handed the matter in.
    public static func isAuthor(_ person: String, of matter: String, in db: Connection) throws -> Bool {
        let count: Int64? = try db.value(
            "SELECT COUNT(*) FROM contribution_author WHERE matter_id = \(matter) AND person_id = \(person)")
        return (count ?? 0) > 0
    }

    static func insert(
        matter: String, person: String?, organisation: String?, at now: Moment, in db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO contribution_author (matter_id, person_id, organisation_id, since)
            VALUES (\(matter), \(person), \(organisation), \(now.text)) ON CONFLICT (matter_id, person_id) DO NOTHING
            """)
    }

    /// What was handed in for an organisation stays the organisation's; nothing leads to the person any more.
    static func forget(_ person: String, in db: Connection) throws {
        try db.execute("DELETE FROM contribution_author WHERE person_id = \(person) AND organisation_id IS NULL")
        try db.execute(
            "UPDATE contribution_author SET person_id = \(String?.none) WHERE person_id = \(person)")
    }
}
