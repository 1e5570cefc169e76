// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Reminders in Musterregion, where on 23 November 2026, a Monday, two offices are late and one is due on 4 December.
@Suite struct RemindOfficesTests {
    private static let now = TestPeople.now
    private static let day: Int64 = 24 * 60 * 60

    private func withMusterregion(
        _ engine: Engine, _ test: @Sendable @escaping (_ programme: String, _ db: Connection) throws -> Void
    ) async throws {
        try await Bundled.with(engine, .musterregion(Self.now)) { database in
            try await database.write { db in
                let programme: String = try #require(try db.value("SELECT id FROM programme"))
                try test(programme, db)
            }
        }
    }

    private static func join(
        _ email: String, _ office: String, as part: OfficePart, until end: String? = nil, in db: Connection
    ) throws {
        let person = try TestPeople.make(email, in: db)
        let id: String? = try db.value("SELECT id FROM matter WHERE kind = 'office' AND key = \(office)")
        try db.execute(
            """
            INSERT INTO office_member (office_id, person_id, part, starts_on, ends_on)
            VALUES (\(try #require(id)), \(person.id), \(part.rawValue), '2026-01-01', \(end))
            """)
    }

    /// Reminds all offices that are to be reminded; what each mail tells.
    private static func remind(at now: Moment, in db: Connection) throws -> [DutyReminder] {
        var told: [DutyReminder] = []
        var goesOn = true
        while goesOn {
            goesOn = try RemindOffices().run(at: now, in: db) { reminder in
                told.append(reminder)
                return Letter(subject: reminder.office.key, text: "-")
            }
        }
        return told
    }

    private static func recipients(in db: Connection) throws -> [String] {
        try db.rows("SELECT recipient, subject FROM mail ORDER BY created_at, subject, recipient").map { row in
            try "\(row.get("recipient", as: String.self)) \(row.get("subject", as: String.self))"
        }
    }

    @Test(arguments: TestPlace.engines)
    func `an office is reminded before, at and after the day, once each`(engine: Engine) async throws {
        try await withMusterregion(engine) { _, db in
            try Self.join("leitung@example.org", "sk-kabinett", as: .head, in: db)
            let kabinett = { (days: Int64) in
                try Self.remind(at: Self.now.later(bySeconds: days * Self.day), in: db)
                    .filter { $0.office.key == "sk-kabinett" }
                    .map { "\($0.soon.count) \($0.today.count) \($0.overdue.count)" }
            }
            let early = try kabinett(3)
            let before = try kabinett(4)
            let again = try kabinett(5)
            let at = try kabinett(11)
            let after = try kabinett(12)
            let later = try kabinett(13)

            #expect(early == [])
            #expect(before == ["1 0 0"])
            #expect(again == [])
            #expect(at == ["0 1 0"])
            #expect(after == ["0 0 1"])
            #expect(later == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `members and deputies are written to, those who have left are not`(engine: Engine) async throws {
        try await withMusterregion(engine) { _, db in
            try Self.join("leitung@example.org", "mwf-fachkraefte", as: .head, in: db)
            try Self.join("vertretung@example.org", "mwf-fachkraefte", as: .deputy, in: db)
            try Self.join("weg@example.org", "mwf-fachkraefte", as: .member, until: "2026-11-22", in: db)
            let told = try Self.remind(at: Self.now, in: db)
            let kinds = told.first { $0.office.key == "mwf-fachkraefte" }?.overdue.map(\.kind)

            #expect(
                try Self.recipients(in: db)
                    == ["leitung@example.org mwf-fachkraefte", "vertretung@example.org mwf-fachkraefte"])
            #expect(kinds == [.reply, .report])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `for an office without people the programme office is told`(engine: Engine) async throws {
        try await withMusterregion(engine) { programme, db in
            let person = try TestPeople.make("buero@example.org", in: db)
            try GrantRole(.programmeOffice, to: person.id, in: programme).runAsOperator(at: Self.now, in: db)
            let told = try Self.remind(at: Self.now, in: db)

            #expect(told.map(\.office.key).sorted() == ["mbk-kultur", "mwf-fachkraefte"])
            #expect(told.map(\.isForProgrammeOffice) == [true, true])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `nobody is reminded at night, and a day that was moved begins anew`(engine: Engine) async throws {
        try await withMusterregion(engine) { _, db in
            try Self.join("leitung@example.org", "mbk-kultur", as: .head, in: db)
            let night = try #require(Moment(text: "2026-11-23T05:59:00.000Z"))
            let atNight = try Self.remind(at: night, in: db)
            let morning = try Self.remind(at: Self.now, in: db).filter { $0.office.key == "mbk-kultur" }
            try db.execute("UPDATE duty SET due_on = '2026-11-25' WHERE due_on = '2024-01-26'")
            let moved = try Self.remind(at: Self.now.later(bySeconds: 60), in: db)

            #expect(atNight.isEmpty)
            #expect(morning.count == 1)
            #expect(moved.map(\.office.key) == ["mbk-kultur"])
            #expect(moved.first?.soon.count == 1)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the head hears on Mondays how the office stands, once a week`(engine: Engine) async throws {
        try await withMusterregion(engine) { _, db in
            try Self.join("leitung@example.org", "mwf-fachkraefte", as: .head, in: db)
            try Self.join("vertretung@example.org", "mwf-fachkraefte", as: .deputy, in: db)
            try Self.join("statt@example.org", "mbk-kultur", as: .deputy, in: db)
            try db.execute(
                """
                UPDATE duty SET state = 'duty.met', met_on = '2026-11-20'
                WHERE id = (SELECT id FROM matter WHERE kind = 'duty' AND key = 'p-017')
                """)
            var told: [OfficeWeek] = []
            let sum = { (now: Moment) in
                while try SummariseOffices().run(
                    at: now, in: db,
                    compose: {
                        told.append($0)
                        return Letter(subject: $0.office.key, text: "-")
                    })
                {}
            }
            try sum(Self.now)
            try sum(Self.now.later(bySeconds: 6 * Self.day))
            let first = told.count
            try sum(Self.now.later(bySeconds: 7 * Self.day))
            let week = told.first { $0.office.key == "mwf-fachkraefte" }

            #expect(first == 2)
            #expect(told.count == 4)
            #expect(week?.open == 2)
            #expect(week?.overdue == 2)
            #expect(week.map { [$0.met, $0.metInTime] } == [1, 1])
            #expect(week?.pressing.map(\.number) == [6, 29])
            #expect(
                try Set(Self.recipients(in: db))
                    == ["leitung@example.org mwf-fachkraefte", "statt@example.org mbk-kultur"])
        }
    }

    @Test func `who belongs to an office works for its ministry, for that time alone`() async throws {
        try await withMusterregion(.sqlite) { programme, db in
            try Self.join("a@example.org", "mvu-rad", as: .member, until: "2026-11-23", in: db)
            let id: String? = try db.value("SELECT id FROM person WHERE email = 'a@example.org'")
            let person = try #require(id)
            let ministry: String? = try db.value("SELECT id FROM matter WHERE kind = 'ministry' AND key = 'MVU'")
            let today = try HeldRole.list(of: person, on: Self.now.day, in: db)
            let tomorrow = try HeldRole.list(of: person, on: Self.now.later(bySeconds: Self.day).day, in: db)

            #expect(today == [HeldRole(.ministryOfficer, in: programme, for: ministry)])
            #expect(tomorrow == [])
        }
    }

    @Test(arguments: [
        ("2026-11-23T05:59:59.000Z", "2026-11-22T06:00:00.000Z", "2026-11-16T06:00:00.000Z"),
        ("2026-11-23T06:00:00.000Z", "2026-11-23T06:00:00.000Z", "2026-11-23T06:00:00.000Z"),
        ("2026-07-07T05:00:00.000Z", "2026-07-07T05:00:00.000Z", "2026-07-06T05:00:00.000Z"),
        ("2026-10-25T23:30:00.000Z", "2026-10-25T06:00:00.000Z", "2026-10-19T05:00:00.000Z"),
    ])
    func `digests are due at seven in Berlin, in winter as in summer`(now: String, daily: String, weekly: String) throws
    {
        let times = DigestTimes(at: try #require(Moment(text: now)))

        #expect([times.daily.text, times.weekly.text] == [daily, weekly])
    }
}
