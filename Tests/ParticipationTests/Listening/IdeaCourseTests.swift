// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct IdeaCourseTests {
    @Test func `forums share their months, and a month without ideas stays empty`() throws {
        let course = IdeaCourse(months: [
            .init(forum: "a", month: try month("2023-11"), ideas: 2),
            .init(forum: "a", month: try month("2024-02"), ideas: 1),
            .init(forum: "b", month: try month("2023-12"), ideas: 5),
        ])

        #expect(course.amounts(of: "a") == [2, 0, 0, 1])
        #expect(course.amounts(of: "b") == [0, 5, 0, 0])
        #expect(course.extent(of: "a")?.ideas == 3)
        #expect(course.extent(of: "c") == nil)
    }

    @Test func `many years are gathered in at most three dozen spans without losing an idea`() throws {
        let months = try (0..<200).map { number in
            let month = number % 12 + 1
            return IdeaCourse.Month(
                forum: "a", month: try self.month("\(2010 + number / 12)-\(month < 10 ? "0" : "")\(month)"), ideas: 1)
        }

        let amounts = IdeaCourse(months: months).amounts(of: "a")

        #expect(amounts.count <= 36)
        #expect(amounts.reduce(0, +) == 200)
    }

    @Test func `no dated idea gives no course`() {
        #expect(IdeaCourse(months: []).amounts(of: "a") == [])
    }

    private func month(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }
}
