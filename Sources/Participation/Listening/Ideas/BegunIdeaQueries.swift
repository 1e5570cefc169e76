// SPDX-License-Identifier: EUPL-1.2

import Storage

extension BegunIdea {
    /// What a person has begun, the latest first.
    public static func list(of person: String, in programme: String, _ db: Connection) throws -> [BegunIdea] {
        try db.rows(
            """
            SELECT \(WaitingIdea.columns), changed_at FROM idea_draft
            WHERE person_id = \(person) AND programme_id = \(programme) AND idea_number IS NULL
            ORDER BY changed_at DESC, id
            """
        ).map(BegunIdea.init)
    }

    public static func find(
        _ id: String, of person: String, in programme: String, _ db: Connection
    ) throws -> BegunIdea? {
        try db.row(
            """
            SELECT \(WaitingIdea.columns), changed_at FROM idea_draft
            WHERE id = \(id) AND person_id = \(person) AND programme_id = \(programme) AND idea_number IS NULL
            """
        ).map(BegunIdea.init)
    }

    static func insert(
        _ form: IdeaForm, of person: Person, in programme: String, at now: Moment, until end: Moment, _ db: Connection
    ) throws -> String {
        let id = Digest.random(bytes: 16)
        try db.execute(
            """
            INSERT INTO idea_draft (id, programme_id, person_id, author_label, language, title, text, forum,
                municipality, organisation, shelf, created_at, changed_at, expires_at)
            VALUES (\(id), \(programme), \(person.id), \(form.authorLabel), \(person.language), \(form.title),
                \(form.text), \(form.forum), \(form.municipality), \(form.organisation), \(form.shelf?.text),
                \(now.text), \(now.text), \(end.text))
            """)
        return id
    }

    func replace(with form: IdeaForm, at now: Moment, until end: Moment, _ db: Connection) throws {
        try db.execute(
            """
            UPDATE idea_draft SET author_label = \(form.authorLabel), title = \(form.title), text = \(form.text),
                forum = \(form.forum), municipality = \(form.municipality), organisation = \(form.organisation),
                shelf = \(form.shelf?.text), changed_at = \(now.text), expires_at = \(end.text)
            WHERE id = \(id)
            """)
    }

    func delete(_ db: Connection) throws {
        try db.execute("DELETE FROM idea_draft WHERE id = \(id)")
    }

    private init(row: Row) throws {
        var form = try WaitingIdea(row: row).form
        id = try row.get("id")
        form.begun = id
        self.form = form
        guard let changedAt = Moment(text: try row.get("changed_at")) else {
            throw ValueFault("the draft \(id) says no moment of its last change")
        }
        self.changedAt = changedAt
    }
}
