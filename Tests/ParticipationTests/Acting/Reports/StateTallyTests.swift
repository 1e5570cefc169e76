// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct StateTallyTests {
    @Test func `a project counts in the last state that held on the day`() throws {
        let histories = [
            history((.planned, "2024-09-10"), (.running, "2024-11-01"), (.discontinued, "2025-11-30")),
            history((.planned, "2025-01-01")),
        ]

        let before = StateTally(on: try day("2024-10-31"), histories)
        let after = StateTally(on: try day("2025-11-30"), histories)

        #expect(before.counts == [.init(state: .planned, projects: 1)])
        #expect(after.counts == [.init(state: .planned, projects: 1), .init(state: .discontinued, projects: 1)])
        #expect(after.total == 2)
    }

    @Test func `a change known to the year holds from its last day`() throws {
        let histories = [history((.running, "2023"))]

        #expect(StateTally(on: try day("2023-12-30"), histories).total == 0)
        #expect(StateTally(on: try day("2023-12-31"), histories).total == 1)
        #expect(StateTally(on: try day("2023"), histories).total == 1)
    }

    @Test func `a project whose changes have no date is said and not counted`() throws {
        let histories = [history((.unknown, nil)), history(), history((.running, "2023"))]

        let tally = StateTally(on: try day("2026-01-01"), histories)

        #expect(tally.total == 1)
        #expect(tally.undated == 2)
    }

    @Test(arguments: TestPlace.engines)
    func `the documented projects of Musterregion are counted on the day of each report`(engine: Engine) async throws {
        let database = try await Bundled.database(engine)
        let histories = try await database.read { db in
            let programme = try #require(
                try db.value("SELECT id FROM programme WHERE slug = 'musterregion'", as: String.self))
            return try ProjectHistory.list(in: programme, db)
        }

        let tally = StateTally(on: try day("2025-12-16"), histories)

        #expect(histories.count == 25)
        #expect(tally.total == 21)
        #expect(tally.undated == 1)
        #expect(tally.counts.first { $0.state == .running }?.projects == 15)
    }

    private func history(_ changes: (ProjectState, String?)...) -> ProjectHistory {
        ProjectHistory(
            project: "project",
            changes: changes.map { .init(state: $0, effectiveOn: $1.flatMap(PartialDate.init)) })
    }

    private func day(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }
}
