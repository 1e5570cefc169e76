// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// A consultation from its plan to its end.
@Suite struct RunConsultationTests {
    @Test(arguments: TestPlace.engines)
    func `what is planned is unseen, what is opened is public, and all of it stands the check`(
        _ engine: Engine
    ) async throws {
        try await TestConsultation.with(engine) { database, house in
            let (planned, opened, report) = try await database.write { db in
                let form = try TestConsultation.form(db, in: house.programme)
                let number = try PlanConsultation(form, in: house.programme)
                    .run(as: house.office, at: TestConsultation.now, in: db)
                let planned = try Consultation.find(number: number, in: house.programme, db)
                try MoveConsultation(number, in: house.programme, .open, because: nil)
                    .run(as: house.office, at: TestConsultation.now, in: db)
                let opened = try Consultation.find(number: number, in: house.programme, db)
                return (planned, opened, try VerifyJournal().run(in: db))
            }

            #expect(planned == nil)
            #expect(opened?.state == .open)
            #expect(report.faults == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the versions are fixed and proposals are under consultation from the opening on`(
        _ engine: Engine
    ) async throws {
        try await TestConsultation.with(engine) { database, house in
            let (rules, states) = try await database.write { db in
                let rules = try TestConsultation.opened(db, house)
                let states: [String] = try db.rows(
                    """
                    SELECT v.state FROM consultation_document d JOIN proposal v ON v.id = d.proposal_id
                    WHERE d.consultation_id = \(rules.id) ORDER BY d.position
                    """
                ).map { try $0.get("state") }
                return (rules, states)
            }

            #expect(rules.documents.count == 2)
            #expect(rules.documents.allSatisfy { $0.version != nil })
            #expect(!states.contains(ProposalState.published.rawValue))
            #expect(rules.isShort == false)
        }
    }

    @Test func `what has begun is not planned anew, and steps out of order are refused`() async throws {
        try await TestConsultation.with(.sqlite) { database, house in
            let number = try await database.write { db in try TestConsultation.opened(db, house).number }
            await #expect(throws: Refusal("consultation-has-begun")) {
                try await database.write { db in
                    let form = try TestConsultation.form(db, in: house.programme)
                    _ = try PlanConsultation(form, in: house.programme, number: number)
                        .run(as: house.office, at: TestConsultation.now, in: db)
                }
            }
            await #expect(throws: Refusal("consultation-step-not-possible")) {
                try await database.write { db in
                    try MoveConsultation(number, in: house.programme, .evaluate, because: nil)
                        .run(as: house.office, at: TestConsultation.now, in: db)
                }
            }
            await #expect(throws: InvalidForm([.init("grund", "reason-missing")])) {
                try await database.write { db in
                    try MoveConsultation(number, in: house.programme, .close, because: " ")
                        .run(as: house.office, at: TestConsultation.now, in: db)
                }
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `dates open and close, and more time opens again with its public reason`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let after = try TestConsultation.moment("2026-12-20T23:00:00.000Z")
            let states = try await database.write { db -> [ConsultationState?] in
                let form = try TestConsultation.form(db, in: house.programme)
                let number = try PlanConsultation(form, in: house.programme)
                    .run(as: house.office, at: TestConsultation.now, in: db)
                var states: [ConsultationState?] = []
                let note = { states.append(try Consultation.find(number: number, in: house.programme, db)?.state) }
                try FollowConsultationDates().run(at: TestConsultation.now, in: db)
                try note()
                try FollowConsultationDates().run(at: after, in: db)
                try note()
                try ExtendConsultation(
                    number, in: house.programme, for: form.invited[0], until: "2027-01-10", because: "Vorstandssitzung"
                ).run(as: house.office, at: after, in: db)
                try note()
                return states
            }
            let reasons = try await database.read { db in
                try db.rows("SELECT reason FROM state_change WHERE reason = 'Vorstandssitzung'").count
            }

            #expect(states == [.open, .closed, .open])
            #expect(reasons == 1)
        }
    }

    @Test func `everything that is wrong with a plan is said at once`() async throws {
        try await TestConsultation.with(.sqlite) { database, house in
            let choices = try await database.read { db in try ConsultationChoices.load(in: house.programme, db) }
            var form = ConsultationForm()
            form.kind = ConsultationKind.municipalConference.rawValue
            form.startsOn = "2026-12-20"
            form.endsOn = "2026-12-01"
            form.publishOn = "2026-12"
            form.proposals = ["9999"]
            let invalid = #expect(throws: InvalidForm.self) { _ = try form.validated(choices) }
            let faults = invalid?.faults.map(\.reason) ?? []

            #expect(
                faults == [
                    "title-missing", "end-before-start", "no-date", "file-number-missing", "audience-missing",
                    "channel-missing", "use-missing", "unknown-choice", "invited-missing",
                ])
        }
    }
}
