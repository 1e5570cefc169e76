// SPDX-License-Identifier: EUPL-1.2

import Storage

/// An idea and one that goes on with the same people.
struct IdeaSplit {
    let origin: String
    let part: String

    /// Authors, followers and supporters of the one are also those of the other; nobody is counted twice.
    func carryPeople(in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO contribution_author (matter_id, person_id, organisation_id, since)
            SELECT \(part), a.person_id, a.organisation_id, a.since FROM contribution_author a
            WHERE a.matter_id = \(origin) AND NOT EXISTS (
                SELECT 1 FROM contribution_author b WHERE b.matter_id = \(part)
                    AND COALESCE(b.person_id, '') = COALESCE(a.person_id, '')
                    AND COALESCE(b.organisation_id, '') = COALESCE(a.organisation_id, ''))
            ON CONFLICT (matter_id, person_id) DO NOTHING
            """)
        try db.execute(
            """
            INSERT INTO follow (person_id, matter_id, since)
            SELECT a.person_id, \(part), a.since FROM follow a
            WHERE a.matter_id = \(origin) AND NOT EXISTS (
                SELECT 1 FROM follow b WHERE b.matter_id = \(part) AND b.person_id = a.person_id)
            """)
        try db.execute(
            """
            INSERT INTO support (idea_id, person_id)
            SELECT \(part), a.person_id FROM support a
            WHERE a.idea_id = \(origin) AND NOT EXISTS (
                SELECT 1 FROM support b WHERE b.idea_id = \(part) AND b.person_id = a.person_id)
            """)
        try db.execute("DELETE FROM support_count WHERE idea_id = \(part)")
        try db.execute(
            """
            INSERT INTO support_count (idea_id, own)
            SELECT \(part), COUNT(*) FROM support WHERE idea_id = \(part)
            """)
    }
}

extension Idea {
    /// The public ideas that this one was taken out of and that were taken out of this one.
    public static func splitFamily(of idea: String, _ db: Connection) throws -> (origin: String?, parts: [String]) {
        let origin: String? = try db.value(
            """
            SELECT i.split_from_id FROM idea i JOIN public_matter m ON m.id = i.split_from_id WHERE i.id = \(idea)
            """)
        let parts: [String] = try db.rows(
            """
            SELECT i.id FROM idea i JOIN public_matter m ON m.id = i.id
            WHERE i.split_from_id = \(idea) ORDER BY m.number
            """
        ).map { try $0.get("id") }
        return (origin, parts)
    }
}
