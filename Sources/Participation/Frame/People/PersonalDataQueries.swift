// SPDX-License-Identifier: EUPL-1.2

import Storage

extension PersonalData {
    static func profile(of person: String, in db: Connection) throws -> Table {
        try table(
            "profile",
            [
                "display_name", "is_pseudonym", "email", "language", "municipality_ags", "age_band", "created_at",
                "password_changed_at",
            ],
            """
            SELECT p.display_name, p.is_pseudonym, p.email, p.language, p.municipality_ags, p.age_band, p.created_at,
                w.changed_at AS password_changed_at
            FROM person p LEFT JOIN password w ON w.person_id = p.id WHERE p.id = \(person)
            """, in: db)
    }

    static func roles(of person: String, in db: Connection) throws -> Table {
        try table(
            "roles", ["role", "programme", "matter", "starts_on", "ends_on", "granted_at", "reason", "end_reason"],
            """
            SELECT a.role, p.slug AS programme, t.title AS matter, a.starts_on, a.ends_on, a.granted_at,
                a.reason, a.end_reason
            FROM role_assignment a LEFT JOIN programme p ON p.id = a.programme_id
            LEFT JOIN matter_title t ON t.id = a.matter_id
            WHERE a.person_id = \(person) ORDER BY a.granted_at, a.id
            """, in: db)
    }

    static func offices(of person: String, in db: Connection) throws -> Table {
        try table(
            "offices", ["office", "part", "starts_on", "ends_on"],
            """
            SELECT o.name AS office, m.part, m.starts_on, m.ends_on FROM office_member m
            JOIN office o ON o.id = m.office_id WHERE m.person_id = \(person) ORDER BY m.starts_on, o.id
            """, in: db)
    }

    static func sessions(of person: String, in db: Connection) throws -> Table {
        try table(
            "sessions", ["agent", "created_at", "seen_at", "ends_at"],
            """
            SELECT agent, created_at, seen_at, ends_at FROM session WHERE person_id = \(person)
            ORDER BY created_at, id
            """, in: db)
    }

    /// The text of a mail by which one signs in stays out: a copy of it could be used.
    static func mails(to person: String, in db: Connection) throws -> Table {
        try table(
            "mails", ["recipient", "subject", "text", "cause", "state", "created_at", "sent_at"],
            """
            SELECT recipient, subject, CASE WHEN is_secret = 1 THEN '' ELSE text END AS text, cause, state,
                created_at, sent_at
            FROM mail WHERE person_id = \(person) ORDER BY created_at, id
            """, in: db)
    }

    static func contributions(of person: String, in db: Connection) throws -> Table {
        try table(
            "contributions", ["programme", "kind", "number", "title", "organisation", "since"],
            """
            SELECT p.slug AS programme, m.kind, m.number, t.title, o.name AS organisation, a.since
            FROM contribution_author a JOIN matter m ON m.id = a.matter_id JOIN programme p ON p.id = m.programme_id
            LEFT JOIN matter_title t ON t.id = a.matter_id LEFT JOIN organisation o ON o.id = a.organisation_id
            WHERE a.person_id = \(person) ORDER BY a.since, a.matter_id
            """, in: db)
    }

    static func follows(of person: String, in db: Connection) throws -> Table {
        try table(
            "follows", ["programme", "kind", "number", "since"],
            """
            SELECT p.slug AS programme, m.kind, m.number, f.since
            FROM follow f JOIN matter m ON m.id = f.matter_id JOIN programme p ON p.id = m.programme_id
            WHERE f.person_id = \(person) ORDER BY f.since, f.matter_id
            """, in: db)
    }

    static func notices(to person: String, in db: Connection) throws -> Table {
        try table(
            "notices", ["programme", "happening", "kind", "number", "occurred_at", "read_at"],
            """
            SELECT p.slug AS programme, e.kind AS happening, m.kind, m.number, n.occurred_at, n.read_at
            FROM notice n JOIN notice_event e ON e.id = n.event_id JOIN matter m ON m.id = e.matter_id
            JOIN programme p ON p.id = n.programme_id
            WHERE n.person_id = \(person) ORDER BY n.occurred_at, n.event_id
            """, in: db)
    }

    static func noticeSetting(of person: String, in db: Connection) throws -> Table {
        try table(
            "notice_setting", ["delivery", "changed_at"],
            "SELECT delivery, changed_at FROM notice_setting WHERE person_id = \(person)", in: db)
    }

    /// Statements in the making that are the person's own, or that the person changed last.
    static func drafts(of person: String, in db: Connection) throws -> Table {
        try table(
            "drafts", ["consultation", "text", "state", "changed_at"],
            """
            SELECT c.title AS consultation, CASE WHEN d.person_id = \(person) THEN d.text END AS text, d.state,
                d.changed_at
            FROM statement_draft d JOIN consultation c ON c.id = d.consultation_id
            WHERE d.person_id = \(person) OR d.changed_by = \(person) ORDER BY d.changed_at, d.id
            """, in: db)
    }

    /// Ways into consultations that were mailed to the person's address.
    static func invitations(to email: EmailAddress?, in db: Connection) throws -> Table {
        try table(
            "invitations", ["consultation", "created_at", "expires_at"],
            """
            SELECT x.consultation, x.created_at, x.expires_at FROM (
                SELECT a.id, c.title AS consultation, a.created_at, a.expires_at
                FROM statement_access a JOIN consultation c ON c.id = a.consultation_id WHERE a.email = \(email)
                UNION ALL
                SELECT i.id, c.title AS consultation, i.created_at, NULL AS expires_at
                FROM planned_invitation i JOIN consultation c ON c.id = i.consultation_id WHERE i.email = \(email)) x
            ORDER BY x.created_at, x.id
            """, in: db)
    }

    static func replyDrafts(by person: String, in db: Connection) throws -> Table {
        try table(
            "reply_drafts", ["programme", "number", "outcome", "text", "written_at"],
            """
            SELECT p.slug AS programme, m.number, d.outcome, d.text, d.written_at
            FROM reply_draft d JOIN matter m ON m.id = d.idea_id JOIN programme p ON p.id = m.programme_id
            WHERE d.written_by = \(person) ORDER BY d.written_at, d.idea_id
            """, in: db)
    }

    /// Ideas that were begun here, and those that waited for a mail to be confirmed.
    static func ideaDrafts(of person: String, in db: Connection) throws -> Table {
        try table(
            "idea_drafts", ["title", "text", "author_label", "idea_number", "created_at", "changed_at", "expires_at"],
            """
            SELECT title, text, author_label, idea_number, created_at, changed_at, expires_at FROM idea_draft
            WHERE person_id = \(person) ORDER BY created_at, id
            """, in: db)
    }

    static func attachmentDrafts(of person: String, in db: Connection) throws -> Table {
        try table(
            "attachment_drafts", ["file_name", "description", "created_at", "expires_at"],
            """
            SELECT file_name, description, created_at, expires_at FROM attachment_draft
            WHERE person_id = \(person) ORDER BY created_at, id
            """, in: db)
    }

    static func ideaImports(by person: String, in db: Connection) throws -> Table {
        try table(
            "idea_imports", ["programme", "file_name", "created_at", "done_at", "undone_at"],
            """
            SELECT p.slug AS programme, i.file_name, i.created_at, i.done_at, i.undone_at
            FROM idea_import i JOIN programme p ON p.id = i.programme_id
            WHERE i.person_id = \(person) ORDER BY i.created_at, i.id
            """, in: db)
    }

    /// Applications that the person saved last, and reviews that the person was asked for.
    static func applications(by person: String, in db: Connection) throws -> Table {
        try table(
            "applications", ["call", "organisation", "title", "state", "saved_at"],
            """
            SELECT c.title AS call, o.name AS organisation, a.title, a.state, a.saved_at FROM application_case a
            JOIN call c ON c.id = a.call_id JOIN organisation o ON o.id = a.organisation_id
            WHERE a.saved_by = \(person) ORDER BY a.saved_at, a.id
            """, in: db)
    }

    static func reviews(by person: String, in db: Connection) throws -> Table {
        try table(
            "reviews", ["title", "state", "due_on", "conflict", "summary", "submitted_at"],
            """
            SELECT a.title, r.state, r.due_on, r.conflict, r.summary, r.submitted_at FROM application_review r
            JOIN application_case a ON a.id = r.application_case_id
            WHERE r.person_id = \(person) ORDER BY r.due_on, r.id
            """, in: db)
    }

    static func fundingImports(by person: String, in db: Connection) throws -> Table {
        try table(
            "funding_imports", ["programme", "file_name", "created_at", "done_at", "undone_at"],
            """
            SELECT p.slug AS programme, i.file_name, i.created_at, i.done_at, i.undone_at
            FROM funding_import i JOIN programme p ON p.id = i.programme_id
            WHERE i.person_id = \(person) ORDER BY i.created_at, i.id
            """, in: db)
    }

    static func measurementImports(by person: String, in db: Connection) throws -> Table {
        try table(
            "indicator_imports", ["programme", "file_name", "created_at", "done_at", "undone_at"],
            """
            SELECT p.slug AS programme, i.file_name, i.created_at, i.done_at, i.undone_at
            FROM indicator_import i JOIN programme p ON p.id = i.programme_id
            WHERE i.person_id = \(person) ORDER BY i.created_at, i.id
            """, in: db)
    }

    static func supports(of person: String, in db: Connection) throws -> Table {
        try table(
            "supports", ["programme", "number", "title"],
            """
            SELECT p.slug AS programme, m.number, i.title FROM support s JOIN idea i ON i.id = s.idea_id
            JOIN public_matter m ON m.id = i.id JOIN programme p ON p.id = m.programme_id
            WHERE s.person_id = \(person) ORDER BY p.slug, m.number
            """, in: db)
    }

    static func heldContributions(of person: String, in db: Connection) throws -> Table {
        try table(
            "held_contributions", ["kind", "text", "state", "suspicions", "created_at"],
            """
            SELECT kind, text, state, suspicions, created_at FROM held_contribution
            WHERE person_id = \(person) ORDER BY created_at, id
            """, in: db)
    }

    static func flags(by person: String, in db: Connection) throws -> Table {
        try table(
            "flags", ["reason", "text", "created_at"],
            "SELECT reason, text, created_at FROM flag WHERE person_id = \(person) ORDER BY created_at, id", in: db)
    }

    static func objections(by person: String, in db: Connection) throws -> Table {
        try table(
            "objections", ["side", "text", "told_at", "objected_at"],
            """
            SELECT side, text, told_at, objected_at FROM objection WHERE person_id = \(person) ORDER BY told_at, id
            """, in: db)
    }

    static func moderationDecisions(by person: String, in db: Connection) throws -> Table {
        try table(
            "moderation_decisions", ["verdict", "rule", "reason", "decided_at"],
            """
            SELECT verdict, rule, reason, decided_at FROM moderation_decision
            WHERE decided_by = \(person) ORDER BY decided_at, id
            """, in: db)
    }

    /// That somebody has voted, while the poll's key can still tell. Never for what: the vote is secret, and a file
    /// that says it would be a receipt others could ask for. Once the key is destroyed nothing is known any more.
    static func ballots(of person: Person, _ keys: PollKeys, in db: Connection) throws -> Table {
        let own = try Poll.withKey(db).compactMap { poll -> SQL? in
            guard let voter = try keys.find(poll)?.voter(person) else { return nil }
            return "(b.activity_id = \(poll) AND b.voter = \(voter.code))"
        }
        return try table(
            "ballots", ["programme", "poll", "municipality", "cast_on"],
            """
            SELECT p.slug AS programme, a.title AS poll, y.name AS municipality, b.cast_on
            FROM ballot b JOIN activity a ON a.id = b.activity_id JOIN programme p ON p.id = a.programme_id
            LEFT JOIN municipality y ON y.id = b.municipality_id
            WHERE \(own.isEmpty ? "1 = 0" : SQL.joined(own, separator: " OR ")) ORDER BY b.cast_on, a.id
            """, in: db)
    }

    /// Names the columns apart from the rows, so that an empty table still says what it would hold.
    static func table(
        _ name: String, _ columns: [String], _ statement: SQL, in db: Connection
    ) throws -> Table {
        let rows = try db.rows(statement).map { row in
            try columns.map { column -> String? in
                switch try row.stored(column) {
                case .text(let text): text
                case .integer(let number): String(number)
                case .null, .blob, .unsupported: nil
                }
            }
        }
        return Table(name: name, columns: columns, rows: rows)
    }
}
