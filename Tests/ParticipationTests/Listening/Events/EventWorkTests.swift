// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct EventWorkTests {
    @Test(arguments: TestPlace.engines)
    func `a planned event stands in the journal and in the package, and reads back`(engine: Engine) async throws {
        try await EventSite.with(engine) { site in
            let (event, report, files) = try await site.database.read { db in
                (
                    try site.event(db), try VerifyJournal().run(in: db),
                    try ExportPackage(slug: "musterregion", isComplete: false).run(in: db)
                )
            }
            let again = try ReadPackage.contents(of: try #require(files))
            let record = again.records(ForumRecord.self).flatMap(\.events).last { $0.title == "Werkstatt am Kanal" }

            #expect(event.state == .open)
            #expect(event.startsAt == TimeOfDay("18:00"))
            #expect(report.faults == [])
            #expect(record?.capacity == 5)
            #expect(record?.registrationUntil == PartialDate("2026-12-08"))
        }
    }

    @Test func `what is typed wrongly is said all at once, and nothing is planned`() throws {
        var form = EventSite.form("x")
        form.title = " "
        form.heldOn = "2026-02-30"
        form.startsAt = "25:00"
        form.endsAt = "12:00"
        form.link = "http://unsicher.example"
        form.capacity = "viele"
        form.registrationUntil = "2026-11-01"

        let invalid = try #require(throws: InvalidForm.self) { try form.validated() }

        #expect(
            invalid.faults.map(\.reason) == [
                "event-title-missing", "date-unreadable", "time-unreadable", "event-ends-before-start",
                "address-not-https", "event-capacity-no-number", "event-registration-ends-before-start",
            ])
    }

    @Test(arguments: TestPlace.engines)
    func `who came is told by municipality, but never so that somebody could be found`(
        engine: Engine
    ) async throws {
        try await EventSite.with(engine) { site in
            let (participants, origins) = try await site.database.write { db in
                var form = EventSite.form(site.forum)
                form.capacity = nil
                try ChangeEvent(site.number, form)
                    .run(as: site.lead, at: EventSite.now, in: site.programme, db, compose: EventSite.compose)
                let places = try Municipality.choices(in: site.programme, db).map(\.ags)
                for (index, place) in (Array(repeating: places[0], count: 6) + [places[1], places[1]]).enumerated() {
                    let visitor = Visitor(try TestPeople.make("p\(index)@example.org", in: db))
                    _ = try RegisterForEvent(
                        for: site.number, RegistrationForm(name: "P", municipality: place), language: "de"
                    ).run(as: visitor, at: EventSite.now, in: site.programme, db, compose: EventSite.compose)
                }
                let held = try #require(Moment(text: "2026-12-10T20:00:00.000Z"))
                try HoldEvent(site.number, participants: "12").run(as: site.lead, at: held, in: site.programme, db)
                let event = try site.event(db)
                return (event.participants, try Event.origins(of: event.id, db).map(\.participants))
            }
            #expect(participants == 12)
            #expect(origins == [6, 6])
        }
    }

    @Test func `the rest is never small enough to be worked out`() {
        func counts(_ registered: [(String, Int64)], _ participants: Int64) -> [Int64] {
            RegistrationOrigins(
                registered.map { .init(municipality: $0.0, participants: $0.1) }, participants: participants
            ).counts.map(\.participants)
        }
        #expect(counts([("a", 9), ("b", 6), ("c", 2)], 17) == [9, 8])
        #expect(counts([("a", 9), ("b", 6), ("c", 5)], 20) == [9, 6, 5])
        #expect(counts([("a", 4)], 4) == [])
        #expect(counts([("a", 9)], 11) == [])
        #expect(counts([("a", 9)], 3) == [])
    }

    @Test(arguments: TestPlace.engines)
    func `minutes are nobody's business until they are published`(engine: Engine) async throws {
        try await EventSite.with(engine) { site in
            let later = try #require(Moment(text: "2026-12-11T09:00:00.000Z"))
            let (draft, files, outdated, published) = try await site.database.write { db in
                try WriteMinutes(of: site.number, text: "GEHEIM-7", basedOn: 0, isPublished: false)
                    .run(as: site.lead, at: later, in: site.programme, db)
                let draft = try site.event(db)
                let files = try ExportPackage(slug: "musterregion", isComplete: true).run(in: db)
                let outdated = #expect(throws: Outdated.self) {
                    try WriteMinutes(of: site.number, text: "anders", basedOn: 0, isPublished: true)
                        .run(as: site.office, at: later, in: site.programme, db)
                }
                try WriteMinutes(of: site.number, text: "Alle waren da.", basedOn: 1, isPublished: true)
                    .run(as: site.office, at: later, in: site.programme, db)
                return (draft, files, outdated, try site.event(db))
            }
            #expect(draft.minutes == nil)
            #expect(!String(describing: files).contains("GEHEIM-7"))
            #expect(outdated != nil)
            #expect(published.minutes == "Alle waren da.")
            #expect(published.state == .minuted)
        }
    }

    @Test func `a cancelled event tells everybody why`() async throws {
        try await EventSite.with(.sqlite) { site in
            let (state, told) = try await site.database.write { db in
                try site.register("a", db)
                try CancelEvent(site.number, reason: "Der Saal ist nass.")
                    .run(as: site.lead, at: EventSite.now, in: site.programme, db, compose: EventSite.compose)
                return (try site.event(db).state, try site.causes(to: "a@example.org", db))
            }
            #expect(state == .cancelled)
            #expect(told.sorted() == ["event_cancelled", "registration_confirmed"])
        }
    }
}
