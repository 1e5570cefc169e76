// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Registration {
    static func delete(_ id: String, in db: Connection) throws {
        try db.execute("DELETE FROM registration_link WHERE registration_id = \(id)")
        try db.execute("DELETE FROM registration WHERE id = \(id)")
    }

    /// All registrations of a person, under the account or under its address.
    static func deleteAll(of person: Person, in db: Connection) throws {
        let ids: [String] = try db.rows(
            "SELECT id FROM registration WHERE person_id = \(person.id) OR email = \(person.email)"
        ).map { try $0.get("id") }
        for id in ids { try delete(id, in: db) }
    }

    /// Guests who never followed their link.
    static func deleteUnconfirmed(before moment: Moment, in db: Connection) throws {
        let ids: [String] = try db.rows(
            "SELECT id FROM registration WHERE state = 'unconfirmed' AND created_at < \(moment.text) ORDER BY id"
        ).map { try $0.get("id") }
        for id in ids { try delete(id, in: db) }
    }

    /// Registrations for events that took place, or were to take place, before a day. Tells how many.
    static func deleteOld(before day: PartialDate, in db: Connection) throws -> Int {
        let ids: [String] = try db.rows(
            """
            SELECT r.id FROM registration r JOIN event e ON e.id = r.event_id
            WHERE e.held_on < \(day.text) ORDER BY r.id
            """
        ).map { try $0.get("id") }
        for id in ids { try delete(id, in: db) }
        return ids.count
    }

    /// The links of a programme that is taken out; its registrations follow.
    static func deleteLinks(of programme: String, in db: Connection) throws {
        try db.execute(
            """
            DELETE FROM registration_link WHERE registration_id IN
                (SELECT id FROM registration WHERE programme_id = \(programme))
            """)
    }

    /// The ids of the events for which somebody has registered.
    public static func events(of person: Person, in db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT event_id FROM registration WHERE person_id = \(person.id) OR email = \(person.email)
            GROUP BY event_id ORDER BY event_id
            """
        ).map { try $0.get("event_id") }
    }
}

extension PersonalData {
    static func registrations(of person: String, in db: Connection) throws -> Table {
        try table(
            "registrations",
            ["event", "held_on", "name", "email", "organisation", "municipality", "needs", "state", "created_at"],
            """
            SELECT e.title AS event, e.held_on, r.name, r.email, r.organisation, x.name AS municipality, r.needs,
                r.state, r.created_at
            FROM registration r JOIN event e ON e.id = r.event_id LEFT JOIN municipality x ON x.id = r.municipality_id
            WHERE r.person_id = \(person) OR r.email = (SELECT p.email FROM person p WHERE p.id = \(person))
            ORDER BY r.created_at, r.id
            """, in: db)
    }
}
