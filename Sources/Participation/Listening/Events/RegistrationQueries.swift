// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Registration {
    public static func tally(of event: String, in db: Connection) throws -> Tally {
        var (confirmed, waiting, attended): (Int64, Int64, Int64) = (0, 0, 0)
        let rows = try db.rows(
            """
            SELECT state, COUNT(*) AS number, CAST(SUM(has_attended) AS BIGINT) AS attended FROM registration
            WHERE event_id = \(event) GROUP BY state
            """)
        for row in rows {
            let number: Int64 = try row.get("number")
            switch try row.get("state", as: State.self) {
            case .confirmed:
                confirmed = number
                attended = try row.get("attended")
            case .waiting: waiting = number
            case .unconfirmed: continue
            }
        }
        return Tally(confirmed: confirmed, waiting: waiting, attended: attended)
    }

    /// Those who have a place, those who wait, in the order in which they registered.
    public static func list(of event: String, in db: Connection) throws -> [Registration] {
        try db.rows(
            """
            SELECT \(columns) FROM \(joined) WHERE r.event_id = \(event) AND r.state IN ('confirmed', 'waiting')
            ORDER BY r.state, r.place
            """
        ).map(Registration.init)
    }

    public static func find(_ id: String, in db: Connection) throws -> Registration? {
        try db.row("SELECT \(columns) FROM \(joined) WHERE r.id = \(id)").map(Registration.init)
    }

    /// The registration that the link of a mail opens.
    public static func find(by token: Secret, in db: Connection) throws -> Registration? {
        try db.row(
            """
            SELECT \(columns) FROM \(joined) JOIN registration_link l ON l.registration_id = r.id
            WHERE l.token_digest = \(token.digest)
            """
        ).map(Registration.init)
    }

    public static func find(of person: String, for event: String, in db: Connection) throws -> Registration? {
        try db.row(
            "SELECT \(columns) FROM \(joined) WHERE r.event_id = \(event) AND r.person_id = \(person)"
        ).map(Registration.init)
    }

    static func find(email: EmailAddress, for event: String, in db: Connection) throws -> Registration? {
        try db.row(
            "SELECT \(columns) FROM \(joined) WHERE r.event_id = \(event) AND r.email = \(email)"
        ).map(Registration.init)
    }

    /// Whoever waits longest for a place.
    static func firstWaiting(for event: String, in db: Connection) throws -> Registration? {
        try db.row(
            """
            SELECT \(columns) FROM \(joined) WHERE r.event_id = \(event) AND r.state = 'waiting'
            ORDER BY r.place LIMIT 1
            """
        ).map(Registration.init)
    }

    static func nextPlace(for event: String, in db: Connection) throws -> Int64 {
        let last: Int64? = try db.value("SELECT MAX(place) FROM registration WHERE event_id = \(event)")
        return (last ?? 0) + 1
    }

    /// How many of each municipality were there; while nobody has ticked who came, how many had a place.
    static func origins(of event: String, in db: Connection) throws -> [RegistrationOrigins.Count] {
        try db.rows(
            """
            SELECT m.key, COUNT(*) AS number FROM registration r JOIN public_matter m ON m.id = r.municipality_id
            WHERE r.event_id = \(event) AND r.state = 'confirmed' AND (r.has_attended = 1 OR NOT EXISTS
                (SELECT 1 FROM registration a WHERE a.event_id = \(event) AND a.has_attended = 1))
            GROUP BY m.key ORDER BY m.key
            """
        ).map { RegistrationOrigins.Count(municipality: try $0.get("key"), participants: try $0.get("number")) }
    }

    static func insert(
        _ id: String, _ draft: RegistrationForm.Draft, for event: Event, of person: Person?, language: String,
        in programme: String, at now: Moment, _ db: Connection
    ) throws {
        let municipality = try municipality(draft.municipality, in: programme, db)
        let email = person == nil ? draft.email : person?.email
        try db.execute(
            """
            INSERT INTO registration (id, programme_id, event_id, person_id, name, email, organisation,
                municipality_id, needs, language, state, has_attended, created_at)
            VALUES (\(id), \(programme), \(event.id), \(person?.id), \(draft.name), \(email), \(draft.organisation),
                \(municipality), \(draft.needs), \(language), 'unconfirmed', 0, \(now.text))
            """)
    }

    /// What was typed the second time counts.
    static func update(
        _ id: String, _ draft: RegistrationForm.Draft, of person: Person?, in programme: String, _ db: Connection
    ) throws {
        let municipality = try municipality(draft.municipality, in: programme, db)
        try db.execute(
            """
            UPDATE registration SET name = \(draft.name), organisation = \(draft.organisation),
                municipality_id = \(municipality), needs = \(draft.needs),
                person_id = COALESCE(\(person?.id), person_id)
            WHERE id = \(id)
            """)
    }

    static func settle(_ id: String, as state: State, place: Int64, at now: Moment, in db: Connection) throws {
        try db.execute(
            """
            UPDATE registration SET state = \(state), place = \(place), confirmed_at = \(now.text) WHERE id = \(id)
            """)
    }

    static func keepLink(_ token: Secret, to registration: String, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO registration_link (token_digest, registration_id) VALUES (\(token.digest), \(registration))
            """)
    }

    /// Who of those with a place was there; everybody else was not.
    static func noteAttendance(of ids: [String], at event: String, in db: Connection) throws {
        try db.execute(
            """
            UPDATE registration SET has_attended = CASE WHEN id IN \(list: ids) THEN 1 ELSE 0 END
            WHERE event_id = \(event) AND state = 'confirmed'
            """)
    }

    private static func municipality(_ ags: String?, in programme: String, _ db: Connection) throws -> String? {
        guard let ags else { return nil }
        return try db.value(
            """
            SELECT x.id FROM municipality x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) AND x.ags = \(ags)
            """)
    }

    private static let joined: SQL = "registration r LEFT JOIN municipality x ON x.id = r.municipality_id"
    private static let columns: SQL = """
        r.id, r.event_id, r.person_id, r.name, r.email, r.organisation, x.name AS municipality, r.needs, r.language,
        r.state, r.place, r.has_attended, r.created_at
        """

    private init(row: Row) throws {
        self.init(
            id: try row.get("id"), event: try row.get("event_id"), person: try row.get("person_id"),
            name: try row.get("name"), email: try row.get("email"), organisation: try row.get("organisation"),
            municipality: try row.get("municipality"), needs: try row.get("needs"),
            language: try row.get("language"), state: try row.get("state"), place: try row.get("place"),
            hasAttended: try row.get("has_attended"), createdAt: try row.get("created_at"))
    }
}
