// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Whether proposals are ready to be decided on.
@Suite struct GateTests {
    @Test(arguments: TestPlace.engines)
    func `an unreleased point and an open consultation close the gate`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let gates = try await database.write { db in try Gate.check(in: house.programme, db) }
            let water = try #require(gates.first { $0.proposal.number == 17 })
            let waste = try #require(gates.first { $0.proposal.number == 18 })
            let points = water.missing.filter { if case .point = $0 { true } else { false } }

            #expect(waste.missing == [])
            #expect(waste.isOpen)
            #expect(!points.isEmpty)
            #expect(water.missing.contains(.consultation(12)))
            #expect(!gates.contains { $0.proposal.state == .decided })
        }
    }

    @Test(arguments: TestPlace.engines)
    func `an idea in it that was due before the end of its consultation closes the gate`(
        _ engine: Engine
    ) async throws {
        try await TestConsultation.with(engine) { database, house in
            let missing = try await database.write { db in
                let proposal = try #require(try Proposal.find(number: 16, in: house.programme, db))
                let before = try Gate.check([proposal.id], in: house.programme, db).first?.missing ?? []
                let idea = try #require(
                    try db.row(
                        """
                        SELECT i.id, m.number FROM idea i JOIN public_matter m ON m.id = i.id
                        WHERE m.programme_id = \(house.programme) AND i.state = 'idea.in_review'
                        ORDER BY m.number LIMIT 1
                        """))
                try Self.owe(try idea.get("id"), for: proposal.id, house.programme, db)
                let after = try Gate.check([proposal.id], in: house.programme, db).first?.missing ?? []
                return (before, after, try idea.get("number", as: Int64.self))
            }

            #expect(!missing.0.contains(.idea(missing.2)))
            #expect(missing.1.contains(.idea(missing.2)))
        }
    }

    private static func owe(_ idea: String, for proposal: String, _ programme: String, _ db: Connection) throws {
        var writing = try MatterWriting(in: programme, by: JournalEntry.system, at: TestConsultation.now, db)
        var duty = DutyRecord()
        duty.id = MatterWriting.newKey(.duty)
        duty.publicNumber = try writing.nextNumber(.duty)
        duty.matter = try MatterRow.find(idea, of: programme, in: db)?.reference
        duty.office = try SynopsisChoices.load(in: programme, db).offices.first?.key
        duty.dueOn = try #require(PartialDate("2026-01-31"))
        _ = try writing.create(duty, isPublic: true)
        var link = LinkRecord()
        link.from = try MatterRow.find(idea, of: programme, in: db)?.reference
        link.to = try MatterRow.find(proposal, of: programme, in: db)?.reference
        link.linkKind = .takenUpIn
        _ = try writing.create(link, isPublic: true)
    }

    @Test func `five hundred gates cost as many statements as one, and little time`() async throws {
        try await TestConsultation.with(.sqlite) { database, house in
            try await database.write { db in try Self.fill(500, house.programme, db) }
            let measure = { (ids: [String]?) in
                try await database.read { db -> (Int, Int, Duration) in
                    let before = db.statementCount
                    let start = ContinuousClock.now
                    let gates = try Gate.check(ids, in: house.programme, db)
                    return (gates.count, db.statementCount - before, ContinuousClock.now - start)
                }
            }
            let one = try await measure(["many-1"])
            _ = try await measure(nil)
            let all = try await measure(nil)

            #expect(one.0 == 1)
            #expect(all.0 > 500)
            #expect(all.1 == one.1)
            // The bar is 100 ms on an idle machine in a release build; here many tests share one in debug.
            #expect(all.2 < .seconds(1))
        }
    }

    /// Proposals straight into the rows, since five hundred journal entries would take long.
    private static func fill(_ count: Int, _ programme: String, _ db: Connection) throws {
        for index in 1...count {
            let id = "many-\(index)"
            try db.execute(
                """
                INSERT INTO matter (id, programme_id, kind, key, number, position, visible_from, recorded_at)
                VALUES (\(id), \(programme), 'proposal', \(id), \(Int64(1000 + index)), \(Int64(1000 + index)),
                    '2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00.000Z')
                """)
            try db.execute(
                """
                INSERT INTO proposal (id, programme_id, title, summary, state, sort_key)
                VALUES (\(id), \(programme), \(id), \(id), 'proposal.published', \(id))
                """)
        }
    }
}
