// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Objection {
    public static func find(_ token: Secret, _ db: Connection) throws -> Objection? {
        try db.row("\(selection) WHERE o.token_digest = \(token.digest)").map(Objection.init)
    }

    public static func find(id: String, in programme: String, _ db: Connection) throws -> Objection? {
        try db.row("\(selection) WHERE o.id = \(id) AND o.programme_id = \(programme)").map(Objection.init)
    }

    /// Those that wait for a decision, the oldest first.
    public static func waiting(in programme: String, _ page: ListPage, _ db: Connection) throws -> Listed<Objection> {
        let total: Int64? = try db.value(
            """
            SELECT COUNT(*) FROM objection
            WHERE programme_id = \(programme) AND objected_at IS NOT NULL AND answer_id IS NULL
            """)
        let rows = try db.rows(
            """
            \(selection) WHERE o.programme_id = \(programme) AND o.objected_at IS NOT NULL AND o.answer_id IS NULL
            ORDER BY o.objected_at, o.id LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(Objection.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    /// Gives a side of a decision the right to object.
    static func allow(
        _ side: ModerationDecision.Message.Side, to decision: String, _ recipient: ContributionRecipient,
        token: Secret, in programme: String, at now: Moment, _ db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO objection (id, programme_id, decision_id, side, person_id, email, language, token_digest,
                told_at)
            VALUES (\(Digest.random(bytes: 16)), \(programme), \(decision), \(side.rawValue), \(recipient.person),
                \(recipient.person == nil ? recipient.address : nil), \(recipient.language), \(token.digest),
                \(now.text))
            """)
    }

    static func keep(_ text: String, _ id: String, at now: Moment, _ db: Connection) throws {
        try db.execute("UPDATE objection SET text = \(text), objected_at = \(now.text) WHERE id = \(id)")
    }

    static func close(_ id: String, by answer: String, _ db: Connection) throws {
        try db.execute("UPDATE objection SET answer_id = \(answer) WHERE id = \(id)")
    }

    /// What was said stays as part of the file, without the person.
    static func forget(_ person: String, in db: Connection) throws {
        try db.execute("UPDATE objection SET person_id = NULL, email = NULL WHERE person_id = \(person)")
    }

    private static let selection: SQL = """
        SELECT o.id, o.decision_id, o.side, o.person_id, o.email, o.language, o.told_at, o.text, o.objected_at,
            o.answer_id, d.verdict, d.rule, d.reason, d.decided_by, COALESCE(d.matter_id, h.matter_id) AS matter_id,
            d.held_id
        FROM objection o JOIN moderation_decision d ON d.id = o.decision_id
        LEFT JOIN held_contribution h ON h.id = d.held_id
        """

    private init(row: Row) throws {
        id = try row.get("id")
        decision = try row.get("decision_id")
        side = try row.get("side")
        person = try row.get("person_id")
        email = try row.get("email")
        language = try row.get("language")
        toldAt = try row.get("told_at")
        text = try row.get("text")
        objectedAt = try row.get("objected_at")
        isAnswered = try row.get("answer_id", as: String?.self) != nil
        verdict = try row.get("verdict")
        rule = try row.get("rule")
        reason = try row.get("reason")
        decidedBy = try row.get("decided_by")
        matter = try row.get("matter_id")
        held = try row.get("held_id")
    }
}

extension HiddenMatter {
    /// What moderation has hidden and not shown again, the latest first.
    public static func list(in programme: String, _ page: ListPage, _ db: Connection) throws -> Listed<HiddenMatter> {
        let total: Int64? = try db.value("SELECT COUNT(*) FROM (\(selection(programme))) x")
        let rows = try db.rows(
            """
            \(selection(programme)) ORDER BY d.decided_at DESC, d.id LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(HiddenMatter.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    static func find(_ id: String, in programme: String, _ db: Connection) throws -> HiddenMatter? {
        try db.row("\(selection(programme)) AND m.id = \(id)").map(HiddenMatter.init)
    }

    /// What stands in place of something that is hidden as a whole.
    public static func find(
        _ kind: MatterKind, number: Int64, in programme: String, _ db: Connection
    ) throws -> HiddenMatter? {
        try db.row("\(selection(programme)) AND m.kind = \(kind) AND m.number = \(number)").map(HiddenMatter.init)
    }

    /// The last decision about each matter counts.
    private static func selection(_ programme: String) -> SQL {
        """
        SELECT m.id, m.kind, m.number, t.title, d.rule, d.decided_at
        FROM moderation_decision d JOIN matter m ON m.id = d.matter_id LEFT JOIN matter_title t ON t.id = m.id
        WHERE d.programme_id = \(programme) AND d.verdict = 'hidden' AND m.number IS NOT NULL
            AND d.undone_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM moderation_decision n WHERE n.matter_id = d.matter_id
                AND n.verdict IN ('hidden', 'restored') AND n.undone_at IS NULL
                AND (n.decided_at > d.decided_at OR (n.decided_at = d.decided_at AND n.id > d.id)))
        """
    }

    private init(row: Row) throws {
        id = try row.get("id")
        kind = try row.get("kind")
        number = try row.get("number")
        title = try row.get("title")
        rule = try row.get("rule")
        decidedAt = try row.get("decided_at")
    }
}

extension ModerationDecision {
    /// When a matter was last hidden.
    static func lastHiding(of matter: String, _ db: Connection) throws -> Moment? {
        let text: String? = try db.value(
            """
            SELECT MAX(decided_at) FROM moderation_decision
            WHERE matter_id = \(matter) AND verdict = 'hidden' AND undone_at IS NULL
            """)
        return text.flatMap { Moment(text: $0) }
    }
}
