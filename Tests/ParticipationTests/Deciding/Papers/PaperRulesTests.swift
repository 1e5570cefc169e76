// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// What papers may not do: signatures hold for one wording, boards keep their order, gates are closed for a reason.
@Suite struct PaperRulesTests {
    @Test(arguments: TestPlace.engines)
    func `a changed text asks all who have signed again`(_ engine: Engine) async throws {
        try await TestPaper.with(engine) { database, house in
            let states = try await database.write { db in
                let paper = try TestPaper.draft(db, house)
                try BeginSigning(paper.number, in: house.programme, by: ["MFH", "MSI"], until: "2026-11-30")
                    .run(as: house.office, at: TestPaper.now, in: db)
                try TestPaper.sign(paper.number, for: "MFH", db, house)
                let signed = try TestPaper.find(paper.number, db, house)
                try TestPaper.edit(paper.number, db, house) { $0.texts[.effects] = "Gut für das Klima." }
                return (signed, try TestPaper.find(paper.number, db, house))
            }

            let signed = states.0.signatures.filter { $0.state == .signed }
            #expect(states.0.signatures.count == 2)
            #expect(signed.map(\.ministry.key) == ["MFH"])
            #expect(signed.first?.digest?.count == 64)
            #expect(states.0.edition == 1)
            #expect(states.1.signatures.map(\.state) == [.open, .open])
            #expect(states.1.edition == 2)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `whoever signs must have read these words, and says why not`(_ engine: Engine) async throws {
        try await TestPaper.with(engine) { database, house in
            let paper = try await database.write { db in
                let paper = try TestPaper.draft(db, house)
                try BeginSigning(paper.number, in: house.programme, by: ["MFH"], until: "2026-11-30")
                    .run(as: house.office, at: TestPaper.now, in: db)
                return paper
            }
            let officer = try #require(house.officers["MFH"])
            await #expect(throws: Outdated()) {
                try await database.write { db in
                    try SignPaper(
                        paper.number, in: house.programme, for: "MFH", answer: "signature.signed", note: nil,
                        revision: paper.revision
                    ).run(as: officer, at: TestPaper.now, in: db)
                }
            }
            await #expect(throws: InvalidForm([.init("anmerkung", "dissent-reason-missing")])) {
                try await database.write { db in
                    try TestPaper.sign(paper.number, for: "MFH", answer: .refused, db, house)
                }
            }
            try await database.write { db in
                try TestPaper.sign(paper.number, for: "MFH", answer: .refused, note: "Zu teuer.", db, house)
            }
            await #expect(throws: Refusal("signatures-open")) {
                try await database.write { db in
                    try SubmitPaper(paper.number, in: house.programme).run(as: house.office, at: TestPaper.now, in: db)
                }
            }
            try await database.write { db in
                try AnswerRefusal(paper.number, in: house.programme, to: "MFH", reply: "Der Bund zahlt mit.")
                    .run(as: house.office, at: TestPaper.now, in: db)
                try SubmitPaper(paper.number, in: house.programme).run(as: house.office, at: TestPaper.now, in: db)
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a signature that does not come lapses after its day`(_ engine: Engine) async throws {
        try await TestPaper.with(engine) { database, house in
            let states = try await database.write { db in
                let paper = try TestPaper.draft(db, house)
                try BeginSigning(paper.number, in: house.programme, by: ["MFH"], until: "2026-11-30")
                    .run(as: house.office, at: TestPaper.now, in: db)
                try FollowPaperTimes().run(at: try TestConsultation.moment("2026-11-30T22:59:59.000Z"), in: db)
                let before = try TestPaper.find(paper.number, db, house).signatures.map(\.state)
                try FollowPaperTimes().run(at: try TestConsultation.moment("2026-11-30T23:00:00.000Z"), in: db)
                return (before, try TestPaper.find(paper.number, db, house).signatures.map(\.state))
            }

            #expect(states.0 == [.open])
            #expect(states.1 == [.lapsed])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `no board is passed over unless it is urgent`(_ engine: Engine) async throws {
        try await TestPaper.with(engine) { database, house in
            let (plain, urgent, cabinet) = try await database.write { db in
                let plain = try TestPaper.submitted(db, house, proposals: [TestPaper.waste])
                let urgent = try TestPaper.draft(db, house, proposals: [TestPaper.places])
                try TestPaper.edit(urgent.number, db, house) { $0.urgency = "Die Förderung läuft ab." }
                try BeginSigning(urgent.number, in: house.programme, by: ["MFH"], until: "2026-11-30")
                    .run(as: house.office, at: TestPaper.now, in: db)
                try TestPaper.sign(urgent.number, for: "MFH", db, house)
                try SubmitPaper(urgent.number, in: house.programme).run(as: house.office, at: TestPaper.now, in: db)
                return (plain, urgent, try TestPaper.sitting("kabinett", on: "2026-11-23", db, house))
            }
            let put: @Sendable (Int64) -> PutOnAgenda = { number in
                PutOnAgenda(number, in: house.programme, sitting: String(cabinet), label: "1")
            }

            await #expect(throws: Refusal("earlier-board-missing")) {
                try await database.write { db in
                    try put(plain.number).run(as: house.recorder, at: TestPaper.now, in: db)
                }
            }
            try await database.write { db in
                try put(urgent.number).run(as: house.recorder, at: TestPaper.now, in: db)
            }
            await #expect(throws: Refusal("paper-is-on-agenda")) {
                try await database.write { db in
                    try put(urgent.number).run(as: house.recorder, at: TestPaper.now, in: db)
                }
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a closed gate names what is missing, and an exception becomes public with the decision`(
        _ engine: Engine
    ) async throws {
        try await TestPaper.with(engine) { database, house in
            let (paper, missing) = try await database.write { db in
                let paper = try TestPaper.draft(db, house, proposals: [TestPaper.waste])
                try Self.empty(house, db)
                try BeginSigning(paper.number, in: house.programme, by: ["MFH"], until: "2026-11-30")
                    .run(as: house.office, at: TestPaper.now, in: db)
                try TestPaper.sign(paper.number, for: "MFH", db, house)
                return (paper, try paper.gates(db).first?.missing)
            }
            await #expect(throws: Refusal("gate-is-closed")) {
                try await database.write { db in
                    try SubmitPaper(paper.number, in: house.programme).run(as: house.office, at: TestPaper.now, in: db)
                }
            }
            let shown = try await database.write { db in
                try Self.except(paper, house, db)
                let decision = try #require(try Decision.all(in: house.programme, db).first)
                return [decision.exceptionBy, decision.exceptionReason]
            }

            #expect(missing == [.cost])
            #expect(shown == ["Staatssekretärin Weber", "Die Kosten nennt der Nachtrag."])
        }
    }

    /// Takes the cost away from the proposal, as if it had never been known.
    private static func empty(_ house: TestPaper.House, _ db: Connection) throws {
        let proposal = try #require(try Proposal.find(number: TestPaper.waste, in: house.programme, db))
        var writing = try MatterWriting(in: house.programme, by: JournalEntry.system, at: TestPaper.now, db)
        try writing.change(ProposalRecord.self, proposal.id) { $0.cost = nil }
    }

    private static func except(_ paper: PaperAtWork, _ house: TestPaper.House, _ db: Connection) throws {
        try TestPaper.edit(paper.number, db, house) { form in
            var entry = PaperForm.Entry()
            entry.text = paper.entries.first?.text
            entry.exceptionBy = "Staatssekretärin Weber"
            entry.exceptionReason = "Die Kosten nennt der Nachtrag."
            form.entries = ["1": entry]
            form.urgency = "Die Förderung läuft ab."
        }
        try TestPaper.sign(paper.number, for: "MFH", db, house)
        try SubmitPaper(paper.number, in: house.programme).run(as: house.office, at: TestPaper.now, in: db)
        let cabinet = try TestPaper.sitting("kabinett", on: "2026-11-23", db, house)
        try PutOnAgenda(paper.number, in: house.programme, sitting: String(cabinet), label: "1")
            .run(as: house.recorder, at: TestPaper.now, in: db)
        var form = ResultsForm()
        form.all = DecisionOutcome.adopted.rawValue
        form.revision = try TestPaper.find(paper.number, db, house).revision
        try TestPaper.decide(paper, form, db, house)
        try PublishDecisions(paper.number, in: house.programme).run(as: house.recorder, at: TestPaper.now, in: db)
    }
}
