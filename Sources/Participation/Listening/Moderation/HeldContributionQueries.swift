// SPDX-License-Identifier: EUPL-1.2

import Storage

extension HeldContribution {
    /// By the link of its mail; unconfirmed ones that are too old count as gone.
    public static func find(token: Secret, at now: Moment, in db: Connection) throws -> HeldContribution? {
        let held = try db.row("SELECT \(columns) FROM held_contribution WHERE token_digest = \(token.digest)")
            .map(HeldContribution.init)
        guard let held, held.state != .unconfirmed || held.createdAt > oldest(at: now) else { return nil }
        return held
    }

    public static func find(_ id: String, in programme: String, _ db: Connection) throws -> HeldContribution? {
        try db.row("SELECT \(columns) FROM held_contribution WHERE id = \(id) AND programme_id = \(programme)")
            .map(HeldContribution.init)
    }

    /// Those that wait for a moderator, the oldest first.
    public static func waiting(
        in programme: String, _ page: ListPage, _ db: Connection
    ) throws -> Listed<HeldContribution> {
        let total: Int64? = try db.value(
            "SELECT COUNT(*) FROM held_contribution WHERE programme_id = \(programme) AND state = 'waiting'")
        let rows = try db.rows(
            """
            SELECT \(columns) FROM held_contribution WHERE programme_id = \(programme) AND state = 'waiting'
            ORDER BY waiting_since, id LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(HeldContribution.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    /// Keeps it, and lets go of what nobody has confirmed in time.
    func insert(token: Secret?, in db: Connection) throws {
        let (suspicions, old) = (suspicions.map(\.text).joined(separator: "\n"), String(createdAt.prefix(24)))
        if let oldest = Moment(text: old).map(Self.oldest) {
            try db.execute("DELETE FROM held_contribution WHERE state = 'unconfirmed' AND created_at < \(oldest)")
        }
        try db.execute(
            """
            INSERT INTO held_contribution (id, programme_id, kind, about_id, parent_id, text, author_label, person_id,
                email, language, suspicions, state, token_digest, created_at, waiting_since)
            VALUES (\(id), \(programme), \(kind), \(about), \(parent), \(text), \(authorLabel), \(person), \(email),
                \(language), \(suspicions), \(state), \(token?.digest), \(createdAt), \(waitingSince))
            """)
    }

    static func beginWaiting(_ id: String, at now: Moment, in db: Connection) throws {
        try db.execute(
            """
            UPDATE held_contribution SET state = 'waiting', waiting_since = \(now.text)
            WHERE id = \(id) AND state = 'unconfirmed'
            """)
    }

    static func decide(_ id: String, _ state: State, matter: String?, in db: Connection) throws {
        try db.execute(
            "UPDATE held_contribution SET state = \(state), matter_id = \(matter) WHERE id = \(id)")
    }

    /// The address and language of a guest who wrote a matter.
    static func guest(of matter: String, in db: Connection) throws -> (email: EmailAddress, language: String)? {
        let row = try db.row(
            """
            SELECT email, language FROM held_contribution
            WHERE matter_id = \(matter) AND person_id IS NULL AND email IS NOT NULL
            """)
        guard let row else { return nil }
        return (try row.get("email"), try row.get("language"))
    }

    /// What waits goes with the person; what was decided keeps its reasons without the person.
    static func forget(_ person: String, in db: Connection) throws {
        try db.execute(
            """
            DELETE FROM held_contribution WHERE person_id = \(person) AND state IN ('unconfirmed', 'waiting')
                AND NOT EXISTS (SELECT 1 FROM moderation_decision d WHERE d.held_id = held_contribution.id)
            """)
        // It was decided once and taken back: the decision stays in the log, the words do not.
        try db.execute(
            """
            UPDATE held_contribution SET state = 'rejected', text = '–'
            WHERE person_id = \(person) AND state = 'waiting'
            """)
        try db.execute(
            """
            UPDATE held_contribution SET person_id = NULL, email = NULL, author_label = NULL
            WHERE person_id = \(person)
            """)
    }

    private static func oldest(at now: Moment) -> String { now.later(bySeconds: -days * 24 * 60 * 60).text }

    private static let columns: SQL = """
        id, programme_id, kind, about_id, parent_id, text, author_label, person_id, email, language, suspicions, state,
        matter_id, created_at, waiting_since
        """

    private init(row: Row) throws {
        let kept: String = try row.get("suspicions")
        id = try row.get("id")
        programme = try row.get("programme_id")
        kind = try row.get("kind")
        about = try row.get("about_id")
        parent = try row.get("parent_id")
        text = try row.get("text")
        authorLabel = try row.get("author_label")
        person = try row.get("person_id")
        email = try row.get("email")
        language = try row.get("language")
        suspicions = kept.split(separator: "\n").compactMap { Suspicion(text: String($0)) }
        state = try row.get("state")
        matter = try row.get("matter_id")
        createdAt = try row.get("created_at")
        waitingSince = try row.get("waiting_since")
    }
}
