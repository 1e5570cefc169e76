// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Person {
    public static func find(_ id: String, in db: Connection) throws -> Person? {
        try db.row("SELECT \(columns) FROM person WHERE id = \(id) AND erased_at IS NULL").map(Person.init)
    }

    public static func find(email: EmailAddress, in db: Connection) throws -> Person? {
        try db.row("SELECT \(columns) FROM person WHERE email = \(email)").map(Person.init)
    }

    /// Everybody with an account, in the order of registration.
    public static func list(_ page: ListPage, in db: Connection) throws -> Listed<Person> {
        let total: Int64? = try db.value("SELECT COUNT(*) FROM person WHERE erased_at IS NULL")
        let rows = try db.rows(
            """
            SELECT \(columns) FROM person WHERE erased_at IS NULL
            ORDER BY created_at, id LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(Person.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    /// Writes a new person, and the reference under which the journal will know them.
    func insert(in db: Connection) throws {
        if let actor {
            try db.execute("INSERT INTO journal_actor (id, label) VALUES (\(actor), \(String?.none))")
        }
        try db.execute(
            """
            INSERT INTO person (id, display_name, is_pseudonym, email, language, municipality_ags, age_band, is_demo,
                actor_id, created_at)
            VALUES (\(id), \(displayName), \(isPseudonym), \(email), \(language), \(municipality), \(ageBand),
                \(isDemo), \(actor), \(createdAt))
            """)
    }

    static func update(_ id: String, _ profile: ProfileForm.Profile, in db: Connection) throws {
        try db.execute(
            """
            UPDATE person SET display_name = \(profile.displayName), is_pseudonym = \(profile.isPseudonym),
                language = \(profile.language), municipality_ags = \(profile.municipality),
                age_band = \(profile.ageBand)
            WHERE id = \(id)
            """)
    }

    /// Leaves a row that names nobody and that nothing leads to from the journal.
    static func erase(_ id: String, name: String, at now: Moment, in db: Connection) throws {
        try db.execute(
            """
            UPDATE person SET display_name = \(name), is_pseudonym = 1, email = NULL, municipality_ags = NULL,
                age_band = NULL, actor_id = NULL, erased_at = \(now.text)
            WHERE id = \(id)
            """)
        try db.execute("DELETE FROM password WHERE person_id = \(id)")
        try db.execute("DELETE FROM session WHERE person_id = \(id)")
        try db.execute("DELETE FROM role_assignment WHERE person_id = \(id)")
        try db.execute("DELETE FROM office_member WHERE person_id = \(id)")
    }

    private static let columns: SQL = """
        id, display_name, is_pseudonym, email, language, municipality_ags, age_band, is_demo, actor_id, created_at
        """

    init(row: Row) throws {
        self.init(
            id: try row.get("id"), displayName: try row.get("display_name"), isPseudonym: try row.get("is_pseudonym"),
            email: try row.get("email"), language: try row.get("language"),
            municipality: try row.get("municipality_ags"), ageBand: try row.get("age_band"),
            isDemo: try row.get("is_demo"), actor: try row.get("actor_id"), createdAt: try row.get("created_at"))
    }
}
