// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ModerationRound {
    /// What somebody can still take back, the latest first.
    public static func open(
        by person: String, in programme: String, at now: Moment, _ db: Connection
    ) throws -> [ModerationRound] {
        let since = now.later(bySeconds: -seconds).text
        return try db.rows(
            """
            SELECT round, MIN(decided_at) AS decided_at, COUNT(*) AS decisions FROM moderation_decision
            WHERE programme_id = \(programme) AND decided_by = \(person) AND decided_at > \(since)
                AND round IS NOT NULL AND undone_at IS NULL
            GROUP BY round ORDER BY MIN(decided_at) DESC, round
            """
        ).map { row in
            ModerationRound(
                id: try row.get("round"), decidedAt: try row.moment("decided_at"), count: try row.get("decisions"))
        }
    }

    /// The letter goes when the decision can no longer be taken back.
    static func note(_ mail: Mail, of decision: String, in programme: String, _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO moderation_letter (mail_id, programme_id, decision_id)
            VALUES (\(mail.id), \(programme), \(decision))
            """)
    }

    /// Whether a letter is on its way, because somebody has sent it by hand.
    static func hasSentLetters(_ round: String, _ db: Connection) throws -> Bool {
        let sent: Int64? = try db.value(
            "SELECT COUNT(*) FROM mail WHERE state <> 'waiting' AND id IN (\(letters(round)))")
        return (sent ?? 0) > 0
    }

    /// Nobody gets a letter, and nobody has a right to object to what does not hold.
    static func close(_ round: String, at now: Moment, _ db: Connection) throws {
        try db.execute("DELETE FROM mail WHERE id IN (\(letters(round)))")
        try db.execute(
            """
            DELETE FROM objection WHERE decision_id IN (SELECT id FROM moderation_decision WHERE round = \(round))
            """)
        try db.execute("UPDATE moderation_decision SET undone_at = \(now.text) WHERE round = \(round)")
    }

    private static func letters(_ round: String) -> SQL {
        """
        SELECT l.mail_id FROM moderation_letter l JOIN moderation_decision d ON d.id = l.decision_id
        WHERE d.round = \(round)
        """
    }
}

extension RoundDecision {
    static func list(of round: String, in programme: String, _ db: Connection) throws -> [RoundDecision] {
        try db.rows(
            """
            SELECT id, verdict, matter_id, held_id, decided_by, decided_at, undone_at FROM moderation_decision
            WHERE round = \(round) AND programme_id = \(programme) ORDER BY decided_at, id
            """
        ).map { row in
            RoundDecision(
                id: try row.get("id"), verdict: try row.get("verdict"), matter: try row.get("matter_id"),
                held: try row.get("held_id"), decidedBy: try row.get("decided_by"),
                decidedAt: try row.moment("decided_at"), isUndone: try row.get("undone_at", as: String?.self) != nil)
        }
    }
}
