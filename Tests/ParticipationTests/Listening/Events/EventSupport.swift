// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

@testable import Participation

/// Musterregion with somebody of the programme office, a forum's lead, and an event with five places.
struct EventSite: Sendable {
    let database: Database
    let programme: String
    let office: Visitor
    let lead: Visitor
    let forum: String
    let number: Int64

    static let now = TestPeople.now

    static func with(_ engine: Engine, _ test: (EventSite) async throws -> Void) async throws {
        try await Bundled.with(engine, .musterregion(now)) { database in
            try await test(try await database.write { db in try EventSite(database, db) })
        }
    }

    private init(_ database: Database, _ db: Connection) throws {
        self.database = database
        programme = try #require(try ProgrammeQueries.id(slug: "musterregion", in: db))
        let parent = try #require(try EventParent.list(in: programme, db).first)
        forum = parent.id
        office = Visitor(
            try TestPeople.make("office@example.org", in: db), roles: [.init(.programmeOffice, in: programme)])
        lead = Visitor(
            try TestPeople.make("lead@example.org", in: db),
            roles: [.init(.forumLead, in: programme, for: forum)])
        number = try PlanEvent(Self.form(parent.id)).run(as: office, at: Self.now, in: programme, db)
    }

    static func form(_ parent: String) -> EventForm {
        var form = EventForm()
        form.parent = parent
        form.title = "Werkstatt am Kanal"
        form.kind = "workshop"
        form.heldOn = "2026-12-10"
        form.startsAt = "18:00"
        form.endsAt = "20:30"
        form.place = "Auenbrück, Bürgerhaus"
        form.agenda = "1. Ankommen\n2. Arbeiten"
        form.capacity = "5"
        form.registrationFrom = "2026-11-20"
        form.registrationUntil = "2026-12-08"
        return form
    }

    func event(_ db: Connection) throws -> Event {
        try #require(try Event.find(number: number, in: programme, db))
    }

    /// Somebody signed in registers.
    @discardableResult
    func register(_ name: String, at now: Moment = EventSite.now, _ db: Connection) throws -> Visitor {
        let visitor = Visitor(try TestPeople.make("\(name)@example.org", in: db))
        _ = try RegisterForEvent(for: number, RegistrationForm(name: name), language: "de")
            .run(as: visitor, at: now, in: programme, db, compose: Self.compose)
        return visitor
    }

    /// The occasion as the subject, the token as the text.
    static let compose: @Sendable (RegistrationLetter) throws -> Letter = { message in
        Letter(subject: message.cause, text: message.token.text)
    }

    func names(_ state: Registration.State, _ db: Connection) throws -> [String] {
        try Registration.list(of: try event(db).id, in: db).filter { $0.state == state }.map(\.name)
    }

    /// What the mails to an address were about, the oldest first.
    func causes(to address: String, _ db: Connection) throws -> [String] {
        try MailQueries.due(at: Self.now.later(bySeconds: 400_000), limit: 500, in: db)
            .filter { $0.recipient.text == address }.map(\.cause)
    }
}
