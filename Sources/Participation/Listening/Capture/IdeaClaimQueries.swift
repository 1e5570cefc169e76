// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Which idea a card leads to.
struct IdeaClaim: Equatable, Sendable {
    let idea: String
    /// Nil while the idea is not public.
    let number: Int64?
    let isClaimed: Bool

    static func insert(_ code: CardCode, for idea: String, at now: Moment, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO idea_claim (idea_id, code_digest, created_at) VALUES (\(idea), \(code.digest), \(now.text))
            """)
    }

    static func find(_ code: CardCode, in programme: String, _ db: Connection) throws -> IdeaClaim? {
        try db.row(
            """
            SELECT c.idea_id, p.number, c.claimed_at FROM idea_claim c JOIN matter m ON m.id = c.idea_id
            LEFT JOIN public_matter p ON p.id = m.id
            WHERE c.code_digest = \(code.digest) AND m.programme_id = \(programme)
            """
        ).map { row in
            IdeaClaim(
                idea: try row.get("idea_id"), number: try row.get("number"),
                isClaimed: try row.get("claimed_at", as: String?.self) != nil)
        }
    }

    static func note(_ idea: String, claimedAt now: Moment, in db: Connection) throws {
        try db.execute("UPDATE idea_claim SET claimed_at = \(now.text) WHERE idea_id = \(idea)")
    }

    /// The digest of the code of an idea; nil for one that has no card.
    static func digest(of idea: String, in db: Connection) throws -> String? {
        try db.value("SELECT code_digest FROM idea_claim WHERE idea_id = \(idea)")
    }
}
