// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Reports about the whole programme: a day, and what was known of it at a moment.
@Suite struct StocktakingTests {
    private static func day(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }

    private static func take(
        _ day: String, at moment: Moment, in programme: String, _ db: Connection
    ) throws -> Stocktaking {
        let knowledge = try #require(try Knowledge.at(moment, db))
        return try Stocktaking.take(on: try Self.day(day), asOf: knowledge, in: programme, db)
    }

    @Test(arguments: TestPlace.engines)
    func `last year and today differ by exactly what happened`(engine: Engine) async throws {
        try await ProjectWorkTests.with(engine) { database, house in
            let later = TestPeople.now.later(bySeconds: 3600)
            let found = try await database.write { db in
                let before = try Self.take("2026-11-23", at: TestPeople.now, in: house.programme, db)
                var form = ProjectStateForm()
                form.state = ProjectState.discontinued.rawValue
                form.effectiveOn = "2026-11-23"
                form.reason = "Zu wenige Fahrgäste."
                form.lessons = "Erst fragen, dann fahren."
                try MoveProject(1, form, in: house.programme).run(as: house.officer, at: later, in: db)
                try ChangeProjectTitle.run(2, "Ganz anders", house, at: later, db)
                return (
                    before, try Self.take("2026-11-23", at: TestPeople.now, in: house.programme, db),
                    try Self.take("2026-11-23", at: later, in: house.programme, db)
                )
            }
            let (before, again, after) = found
            let change = StocktakingChange(from: before, to: after)

            #expect(again == before)
            #expect(before.projects.first { $0.number == 2 }?.title != "Ganz anders")
            #expect(after.projects.first { $0.number == 2 }?.title == "Ganz anders")
            #expect(change.moved.map(\.after.number) == [1])
            #expect(change.moved.first?.after.stateReason == "Zu wenige Fahrgäste.")
            #expect(change.began.isEmpty && change.funds.isEmpty && change.lights.isEmpty)
            #expect(before.count(.running) == after.count(.running) + 1)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `an earlier day knows nothing of what came later`(engine: Engine) async throws {
        try await ProjectWorkTests.with(engine) { database, house in
            let (early, late) = try await database.read { db in
                (
                    try Self.take("2025-06-30", at: TestPeople.now, in: house.programme, db),
                    try Self.take("2026-11-23", at: TestPeople.now, in: house.programme, db)
                )
            }
            let seilbahn = early.projects.first { $0.number == 4 }
            let money = { (stocktaking: Stocktaking) in
                stocktaking.funds.first { $0.basis == .stateShare && $0.kind == .paid }?.cents ?? 0
            }

            #expect(seilbahn?.state == .running)
            #expect(seilbahn?.light == .green)
            #expect(late.projects.first { $0.number == 4 }?.state == .discontinued)
            #expect(early.projects.count < late.projects.count)
            #expect(money(early) < money(late))
            #expect(early.officials.map(\.asOf.text) == ["2024-12-17"])
            #expect(late.officials.count == 3)
            #expect(early.duties.due < late.duties.due)
        }
    }

    @Test func `what the journal knew of the money is what was booked by then`() async throws {
        try await ProjectWorkTests.with(.sqlite) { database, house in
            try await database.read { db in
                let taken = try Self.take("2026-11-23", at: TestPeople.now, in: house.programme, db)
                let rows = try db.rows(
                    """
                    SELECT basis, kind, CAST(SUM(amount_cents) AS BIGINT) AS cents FROM funding
                    WHERE programme_id = \(house.programme) AND booked_on <= '2026-11-23' GROUP BY basis, kind
                    """
                ).map { row in
                    let words: [String] = [try row.get("basis"), try row.get("kind")]
                    return (words + [String(try row.get("cents", as: Int64.self))]).joined(separator: " ")
                }

                #expect(Set(taken.funds.map { "\($0.basis.rawValue) \($0.kind.rawValue) \($0.cents)" }) == Set(rows))
                #expect(!rows.isEmpty)
            }
        }
    }

    @Test func `nothing was known before the first entry`() async throws {
        try await ProjectWorkTests.with(.sqlite) { database, house in
            let early = try #require(Moment(text: "2026-01-01T00:00:00.000Z"))
            let knowledge = try await database.read { db in try Knowledge.at(early, db) }

            #expect(knowledge == nil)
        }
    }

    @Test func `what canonical JSON writes is read back as it was`() throws {
        let value = PlainValue.object([
            .init(
                "a", .list([.null, .flag(true), .flag(false), .integer(-12), .text("„Ä\n\t\"\\\u{1}“"), .object([])])),
            .init("b", .text("")), .init("c", .list([])),
        ])

        #expect(try CanonicalJSONReader.value(CanonicalJSON.text(value)) == value)
        #expect(throws: ValueFault.self) { try CanonicalJSONReader.value("{\"a\":1") }
    }
}

/// A project gets another title.
private enum ChangeProjectTitle {
    static func run(
        _ number: Int64, _ title: String, _ house: ProjectWorkTests.House, at now: Moment, _ db: Connection
    ) throws {
        let project = try ProjectAtWork.existing(number, in: house.programme, db)
        var (form, revision) = try ChangeProject.form(of: project, db)
        form.title = title
        try ChangeProject(number, form, basedOn: revision, in: house.programme).run(as: house.office, at: now, in: db)
    }
}
