// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Fields of action grow out of proposals and are fixed with a decision.
@Suite struct FieldBoardTests {
    private static func write(_ name: String, _ house: TestConsultation.House, _ db: Connection) throws -> String {
        var form = FieldDraftForm()
        form.name = name
        form.aim = "Alle kommen ohne Auto an."
        form.goals = "Mehr Wege\nBessere Wege"
        try WriteFieldDraft(form, of: nil, in: house.programme).run(as: house.office, in: db)
        return try #require(try FieldBoard.load(in: house.programme, db).drafts.last).id
    }

    @Test(arguments: TestPlace.engines)
    func `proposals move with reasons, and a decision makes fields of the drafts`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            try await database.write { db in
                let first = try Self.write("Wege", house, db)
                let second = try Self.write("Orte", house, db)
                let move = { (numbers: [String], draft: String?, reason: String?) in
                    try MoveToField(numbers, to: draft, because: reason, in: house.programme)
                        .run(as: house.office, at: TestConsultation.now, in: db)
                }
                try move(["18", "19"], first, "Beides sind Wege.")
                try move(["19"], second, "Doch ein Ort.")
                let board = try FieldBoard.load(in: house.programme, db)
                #expect(throws: InvalidForm([.init("grund", "reason-missing")])) {
                    try move(["18"], second, nil)
                }
                #expect(board.drafts.map { $0.proposals.map(\.number) } == [[18], [19]])
                #expect(board.drafts.last?.proposals.first?.reason == "Doch ein Ort.")

                let before = try MatterChoice.list(.field, in: house.programme, db).map(\.title)
                try FixFields(with: "1", in: house.programme).run(as: house.office, at: TestConsultation.now, in: db)
                let after = try MatterChoice.list(.field, in: house.programme, db).map(\.title)
                let proposal = try #require(try Proposal.find(number: 19, in: house.programme, db))

                #expect(!before.contains("Orte"))
                #expect(after == before + ["Wege", "Orte"])
                #expect(
                    try MatterSummary.list([proposal.fieldID ?? ""], in: house.programme, db).first?.title == "Orte")
                #expect(throws: Refusal("field-is-fixed")) { try move(["18"], second, "Zu spät.") }
                #expect(throws: Refusal("no-field-to-fix")) {
                    try FixFields(with: "1", in: house.programme)
                        .run(as: house.office, at: TestConsultation.now, in: db)
                }
                #expect(try VerifyJournal().run(in: db).faults == [])
            }
        }
    }
}
