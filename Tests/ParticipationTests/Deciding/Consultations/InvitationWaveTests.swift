// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Invitations go out in waves, those who are silent are reminded once, and who came to a conference is settled.
@Suite struct InvitationWaveTests {
    private static let now = TestConsultation.now

    private static func plan(
        _ rules: ConsultationRules, _ index: Int, wave: String?, _ house: TestConsultation.House, _ db: Connection
    ) throws {
        try InviteToConsultation(
            rules.number, in: house.programme, name: rules.invited[index], email: "stelle\(index)@example.org",
            language: "de", wave: wave
        ).run(as: house.office, at: now, in: db) { _, _ in Letter(subject: "sofort", text: "sofort") }
    }

    private static func send(at now: Moment, _ db: Connection) throws -> [String] {
        var names: [String] = []
        while try SendWaves().run(
            at: now, in: db,
            compose: {
                names.append("\($0.name) \($0.secret.text.count)")
                return Letter(subject: $0.name, text: $0.secret.text)
            })
        {}
        return names.map { String($0.dropLast(3)) }
    }

    @Test(arguments: TestPlace.engines)
    func `municipal associations hear first, the others on the day of the second wave`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let rules = try await database.write { db in try TestConsultation.opened(db, house) }
            await #expect(throws: InvalidForm([.init("welle", "wave-without-day")])) {
                try await database.write { db in try Self.plan(rules, 0, wave: "1", house, db) }
            }
            let sent = try await database.write { db -> [[String]] in
                try SetWaveDays(rules.number, in: house.programme, [.first: "2026-11-24", .second: "2026-12-01"])
                    .run(as: house.office, at: Self.now, in: db)
                try Self.plan(rules, 0, wave: "1", house, db)
                try Self.plan(rules, 1, wave: "2", house, db)
                let days = [
                    "2026-11-23T20:00:00.000Z", "2026-11-24T05:00:00.000Z", "2026-11-24T06:30:00.000Z",
                    "2026-11-25T08:00:00.000Z", "2026-12-01T08:00:00.000Z", "2026-12-02T08:00:00.000Z",
                ]
                return try days.map { try Self.send(at: TestConsultation.moment($0), db) }
            }
            let (ways, gone) = try await database.read { db in
                (
                    try StatementAccess.list(of: rules.id, in: db).map { $0.wave },
                    try PlannedInvitation.list(of: rules.id, db)
                )
            }
            let later = try TestConsultation.moment("2026-11-25T08:00:00.000Z")
            await #expect(throws: InvalidForm([.init("welle-1", "wave-has-gone-out")])) {
                try await database.write { db in
                    try SetWaveDays(rules.number, in: house.programme, [.first: "2026-11-26", .second: "2026-12-01"])
                        .run(as: house.office, at: later, in: db)
                }
            }

            #expect(sent == [[], [], [rules.invited[0]], [], [rules.invited[1]], []])
            #expect(ways == [.second, .first])
            #expect(gone == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `whoever is silent is reminded once a week before the end, and again before a longer one`(
        _ engine: Engine
    ) async throws {
        try await TestConsultation.with(engine) { database, house in
            let rules = try await database.write { db in try TestConsultation.opened(db, house) }
            let (reminded, mails) = try await database.write { db -> ([[String]], [String]) in
                let vera = try TestStatement.writer(rules, in: db)
                try TestStatement.write(TestStatement.form("Ja."), rules, .submit, by: vera, in: db)
                try Self.plan(rules, 1, wave: nil, house, db)
                func remind(_ text: String) throws -> [String] {
                    var names: [String] = []
                    while try RemindInvited().run(
                        at: try TestConsultation.moment(text), in: db,
                        compose: {
                            names.append("\($0.name) \($0.endsOn.text) \($0.secret == nil ? "ohne" : "mit")")
                            return Letter(subject: "Erinnerung", text: "Erinnerung")
                        })
                    {}
                    return names
                }
                let early = try remind("2026-12-12T09:00:00.000Z")
                let due = try remind("2026-12-13T09:00:00.000Z")
                let again = try remind("2026-12-14T09:00:00.000Z")
                try ExtendConsultation(
                    rules.number, in: house.programme, for: nil, until: "2027-01-10", because: "Feiertage."
                ).run(as: house.office, at: try TestConsultation.moment("2026-12-14T10:00:00.000Z"), in: db)
                let longer = try remind("2027-01-04T09:00:00.000Z")
                let mails = try MailQueries.due(at: try TestConsultation.moment("2027-01-05T09:00:00.000Z"), in: db)
                    .filter { $0.cause == "consultation_reminder" }.map(\.recipient.text)
                return ([early, due, again, longer], mails)
            }

            let name = rules.invited[1]
            #expect(reminded == [[], ["\(name) 2026-12-20 mit"], [], ["\(name) 2027-01-10 mit"]])
            #expect(Set(mails) == ["stelle1@example.org"])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `who came to a conference is public once it is settled, and stays`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let rules = try await database.write { db in
                let towns = try ConsultationChoices.load(in: house.programme, db).municipalities
                return try TestConsultation.opened(db, house) { form in
                    form.kind = ConsultationKind.municipalConference.rawValue
                    form.invited = Array(towns.prefix(2))
                }
            }
            let name = rules.invited[0]
            let record: @Sendable ([String], Bool) -> RecordAttendance = { names, isSettled in
                RecordAttendance(rules.number, in: house.programme, names, isSettled: isSettled)
            }
            let (open, settled, report) = try await database.write { db in
                try record([name], false).run(as: house.office, at: Self.now, in: db)
                let open = try ProgrammeContents.find(ConsultationRecord.self, rules.id, of: house.programme, in: db)
                try record([name], true).run(as: house.office, at: Self.now, in: db)
                let settled = try ProgrammeContents.find(
                    ConsultationRecord.self, rules.id, of: house.programme, in: db)
                return (open?.record, settled?.record, try VerifyJournal().run(in: db))
            }
            await #expect(throws: Refusal("attendance-is-settled")) {
                try await database.write { db in
                    try record([], false).run(as: house.office, at: Self.now, in: db)
                }
            }

            #expect(open?.attended.map(\.name) == [name])
            #expect(open?.publicForm.attended.map(\.name) == [])
            #expect(settled?.publicForm.attended.map(\.name) == [name])
            #expect(settled?.attendanceSettledOn?.text == "2026-11-23")
            #expect(report.faults == [])
        }
    }
}
