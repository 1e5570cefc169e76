// SPDX-License-Identifier: EUPL-1.2

import Storage

extension WaitingIdea {
    /// What a link of a mail leads to.
    public static func find(_ token: Secret, in programme: String, _ db: Connection) throws -> WaitingIdea? {
        try db.row(
            """
            SELECT \(columns) FROM idea_draft
            WHERE token_digest = \(token.digest) AND programme_id = \(programme)
            """
        ).map(WaitingIdea.init)
    }

    static func insert(
        _ form: IdeaForm, of guest: IdeaForm.Guest, token: Secret, language: String, in programme: String,
        at now: Moment, _ db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO idea_draft (id, programme_id, email, author_name, author_label, language, title, text, forum,
                municipality, shelf, token_digest, created_at, changed_at, expires_at)
            VALUES (\(Digest.random(bytes: 16)), \(programme), \(guest.email), \(guest.name), \(form.authorLabel),
                \(language), \(form.title), \(form.text), \(form.forum), \(form.municipality),
                \(form.shelf?.text), \(token.digest), \(now.text), \(now.text),
                \(now.later(bySeconds: days * 24 * 60 * 60).text))
            """)
    }

    /// Wipes what was typed, since it stands in the idea now, and keeps where the link leads from here on.
    func markConfirmed(as idea: ReceivedIdea, by person: String, _ db: Connection) throws {
        try db.execute(
            """
            UPDATE idea_draft SET idea_number = \(idea.number), person_id = \(person), email = NULL,
                author_name = NULL, author_label = NULL, title = NULL, text = NULL, shelf = NULL
            WHERE id = \(id)
            """)
    }

    static func deleteExpired(at now: Moment, _ db: Connection) throws {
        try db.execute("DELETE FROM idea_draft WHERE expires_at <= \(now.text)")
    }

    static func deleteAll(of person: Person, _ db: Connection) throws {
        try db.execute("DELETE FROM idea_draft WHERE person_id = \(person.id) OR email = \(person.email)")
    }

    static let columns: SQL = """
        id, programme_id, language, title, text, forum, municipality, organisation, author_label, email, author_name,
        shelf, expires_at, idea_number
        """

    init(row: Row) throws {
        id = try row.get("id")
        programme = try row.get("programme_id")
        language = try row.get("language")
        form = IdeaForm(
            title: try row.get("title"), text: try row.get("text"), forum: try row.get("forum"),
            municipality: try row.get("municipality"), organisation: try row.get("organisation"),
            authorLabel: try row.get("author_label"), email: try row.get("email"), name: try row.get("author_name"),
            shelf: AttachmentShelf(try row.get("shelf", as: String?.self)))
        expiresAt = try row.get("expires_at")
        ideaNumber = try row.get("idea_number")
    }
}
