// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct DutyPunctualityTests {
    private static func spans(_ days: [Int64]) -> [DutyPunctuality.Span] {
        days.map { DutyPunctuality.Span(body: "a", days: $0, count: 1) }
    }

    @Test(
        arguments: [
            ([], nil), ([7], 7), ([30, 1, 2], 2), ([1, 2, 4, 100], 3), ([1, 2, 3, 100], 3), ([0, 0], 0),
        ] as [([Int64], Int64?)])
    func `the median is the day in the middle`(days: [Int64], median: Int64?) {
        #expect(DutyPunctuality.median(of: Self.spans(days)) == median)
    }

    @Test func `answers that took equally long count each`() {
        let spans = [
            DutyPunctuality.Span(body: "a", days: 50, count: 2), DutyPunctuality.Span(body: "b", days: 3, count: 5),
        ]

        #expect(DutyPunctuality.median(of: spans) == 3)
    }

    @Test(arguments: TestPlace.engines)
    func `bodies and offices are counted as the list counts them`(engine: Engine) async throws {
        let database = try await Bundled.database(engine)
        let today = try #require(PartialDate("2026-11-23"))
        let (punctuality, tally) = try await database.read { db in
            let programme = try #require(try ProgrammeQueries.id(slug: "musterregion", in: db))
            return (
                try DutyPunctuality.load(in: programme, on: today, db),
                try DutyTally.load(in: programme, on: today.text, db)
            )
        }
        let bodies = punctuality.bodies
        let backlogs = punctuality.backlogs

        #expect(bodies.reduce(0) { $0 + $1.open } == tally.open)
        #expect(bodies.reduce(0) { $0 + $1.overdue } == tally.overdue)
        #expect(bodies.reduce(0) { $0 + $1.met } == tally.met)
        #expect(bodies.reduce(0) { $0 + $1.metInTime } == tally.metInTime)
        #expect(backlogs.reduce(0) { $0 + $1.open } == tally.open)
        #expect(backlogs.reduce(0) { $0 + $1.overdue + $1.longOverdue } == tally.overdue)
        #expect(backlogs.first?.office.key == "mwf-fachkraefte")
        #expect(punctuality.medianDays != nil)
    }
}
