// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

@testable import Participation

@Suite struct RegistrationTests {
    @Test(arguments: TestPlace.engines)
    func `places are given exactly, whoever asks at the same time`(engine: Engine) async throws {
        try await EventSite.with(engine) { site in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 1...24 {
                    group.addTask { try await site.database.write { db in _ = try site.register("p\(index)", db) } }
                }
                try await group.waitForAll()
            }

            let (tally, places) = try await site.database.read { db in
                let event = try site.event(db)
                let list = try Registration.list(of: event.id, in: db)
                return (try Registration.tally(of: event.id, in: db), list.compactMap(\.place).sorted())
            }
            #expect(tally == Registration.Tally(confirmed: 5, waiting: 19, attended: 0))
            #expect(places == Array(1...24))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `whoever waits longest moves up when somebody withdraws`(engine: Engine) async throws {
        try await EventSite.with(engine) { site in
            let (confirmed, waiting, told) = try await site.database.write { db in
                let people = try ["a", "b", "c", "d", "e", "f", "g"].map { try site.register($0, db) }
                try EndRegistration(.own(site.number))
                    .run(as: people[1], at: EventSite.now, in: site.programme, db, compose: EventSite.compose)
                return (
                    try site.names(.confirmed, db), try site.names(.waiting, db),
                    try site.causes(to: "f@example.org", db)
                )
            }
            #expect(confirmed == ["a", "c", "d", "e", "f"])
            #expect(waiting == ["g"])
            #expect(told.sorted() == ["registration_moved_up", "registration_waiting"])
        }
    }

    @Test func `more places let as many move up, and fewer than are taken are refused`() async throws {
        try await EventSite.with(.sqlite) { site in
            let confirmed = try await site.database.write { db in
                for name in ["a", "b", "c", "d", "e", "f", "g", "h"] { try site.register(name, db) }
                var form = EventSite.form(site.forum)
                form.capacity = "7"
                try ChangeEvent(site.number, form)
                    .run(as: site.lead, at: EventSite.now, in: site.programme, db, compose: EventSite.compose)
                return try site.names(.confirmed, db).count
            }
            #expect(confirmed == 7)
            let fault = await #expect(throws: InvalidForm.self) {
                try await site.database.write { db in
                    var form = EventSite.form(site.forum)
                    form.capacity = "6"
                    try ChangeEvent(site.number, form)
                        .run(as: site.lead, at: EventSite.now, in: site.programme, db, compose: EventSite.compose)
                }
            }
            #expect(fault?.faults.map(\.reason) == ["event-capacity-too-small"])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a guest has a place only after following the link`(engine: Engine) async throws {
        try await EventSite.with(engine) { site in
            let (before, after, again) = try await site.database.write { db in
                let form = RegistrationForm(name: "Gerda Gast", email: "gerda@example.org")
                let outcome = try RegisterForEvent(for: site.number, form, language: "de").run(
                    as: .guest, at: EventSite.now, in: site.programme, db, compose: EventSite.compose)
                #expect(outcome == .mailed)
                let before = try site.names(.confirmed, db)
                let mail = try #require(
                    try MailQueries.due(at: EventSite.now, in: db).last { $0.recipient.text == "gerda@example.org" })
                let confirm = ConfirmRegistration(try #require(Secret(mail.letter.text)))
                _ = try confirm.run(at: EventSite.now, in: site.programme, db, compose: EventSite.compose)
                let again = try confirm.run(at: EventSite.now, in: site.programme, db, compose: EventSite.compose)
                return (before, try site.names(.confirmed, db), again)
            }
            #expect(before == [])
            #expect(after == ["Gerda Gast"])
            #expect(again == .confirmed)
        }
    }

    @Test func `asking twice with one address makes one registration, and says nothing else`() async throws {
        try await EventSite.with(.sqlite) { site in
            let (outcomes, count) = try await site.database.write { db in
                let form = RegistrationForm(name: "Gerda Gast", email: "gerda@example.org")
                let outcomes = try (0..<2).map { _ in
                    try RegisterForEvent(for: site.number, form, language: "de").run(
                        as: .guest, at: EventSite.now, in: site.programme, db, compose: EventSite.compose)
                }
                let count: Int64? = try db.value("SELECT COUNT(*) FROM registration")
                return (outcomes, count)
            }
            #expect(outcomes == [.mailed, .mailed])
            #expect(count == 1)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `registrations go with the account, unconfirmed ones after two days, all of them a month later`(
        engine: Engine
    ) async throws {
        try await EventSite.with(engine) { site in
            let (kept, erased, aged, old) = try await site.database.write { db in
                let person = try site.register("a", db)
                try site.register("b", db)
                let data = try PersonalData.read(as: person, at: EventSite.now, in: db)
                try ErasePerson(try #require(person.person?.id)).run(as: person, at: EventSite.now, in: db)
                let erased = try site.names(.confirmed, db)
                let form = RegistrationForm(name: "Gerda Gast", email: "gerda@example.org")
                _ = try RegisterForEvent(for: site.number, form, language: "de").run(
                    as: .guest, at: EventSite.now, in: site.programme, db, compose: EventSite.compose)
                try DeleteOldRegistrations().run(at: EventSite.now.later(bySeconds: 49 * 3600), in: db)
                let aged: Int64? = try db.value("SELECT COUNT(*) FROM registration")
                let late = try #require(Moment(text: "2027-01-10T12:00:00.000Z"))
                let old = try DeleteOldRegistrations().run(at: late, in: db)
                return (data.tables.first { $0.name == "registrations" }?.rows.count, erased, aged, old)
            }
            #expect(kept == 1)
            #expect(erased == ["b"])
            #expect(aged == 1)
            #expect(old == 1)
        }
    }

    @Test func `outside its period nobody can register`() async throws {
        try await EventSite.with(.sqlite) { site in
            let event = try await site.database.read { db in try site.event(db) }
            let answers = ["2026-11-19", "2026-11-20", "2026-12-08", "2026-12-09", "2026-12-11"].map { day in
                Visitor.guest.mayRegister(for: event, on: PartialDate(day) ?? .unset)
            }
            #expect(
                answers == [
                    .refused("event-registration-not-yet"), .allowed, .allowed,
                    .refused("event-registration-over"), .refused("event-registration-over"),
                ])
        }
    }

    @Test func `the way in online is told only to those with a place`() async throws {
        try await EventSite.with(.sqlite) { site in
            let seen = try await site.database.write { db in
                var form = EventSite.form(site.forum)
                form.link = "https://konferenz.example/raum"
                try ChangeEvent(site.number, form)
                    .run(as: site.lead, at: EventSite.now, in: site.programme, db, compose: EventSite.compose)
                var seen: [String] = []
                for name in ["a", "b", "c", "d", "e", "f"] {
                    let visitor = Visitor(try TestPeople.make("\(name)@example.org", in: db))
                    _ = try RegisterForEvent(for: site.number, RegistrationForm(name: name), language: "de").run(
                        as: visitor, at: EventSite.now, in: site.programme, db
                    ) { message in
                        seen.append("\(message.cause) \(message.access ?? "–")")
                        return Letter(subject: "", text: "")
                    }
                }
                return seen
            }
            #expect(seen.first == "registration_confirmed https://konferenz.example/raum")
            #expect(seen.last == "registration_waiting –")
        }
    }
}
