// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct FundingCourseTests {
    @Test func `courses share their years, and a year without an entry has nothing`() {
        let early = FundingCourse(years: [.init(year: 2023, cents: 100), .init(year: 2025, cents: 300)])
        let late = FundingCourse(years: [.init(year: 2026, cents: 50)])

        #expect(FundingCourse.span(of: [late, early]) == 2023...2026)
        #expect(early.amounts(in: 2023...2026) == [100, 0, 300, 0])
        #expect(late.amounts(in: 2023...2026) == [0, 0, 0, 50])
        #expect(early.total == 400)
        #expect(FundingCourse.span(of: []) == nil)
    }

    @Test func `what the state has paid for the country bus is read year by year`() async throws {
        let database = try await Bundled.database(.sqlite)
        let courses = try await database.read { db in
            let project = try #require(
                try db.value(
                    """
                    SELECT m.id FROM matter m JOIN programme p ON p.id = m.programme_id
                    WHERE p.slug = 'musterregion' AND m.kind = 'project' AND m.number = 1
                    """, as: String.self))
            return try FundingCourse.lists(of: [project, "no project"], db).values.map(\.years)
        }

        #expect(courses == [[.init(year: 2025, cents: 387_398_704), .init(year: 2026, cents: 227_658_954)]])
    }
}
