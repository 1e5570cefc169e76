// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct RiverTests {
    private let river = River(
        knots: [River.Knot("ideas", stage: 0)]
            + (1...6).map { River.Knot("forum \($0)", stage: 1) } + [River.Knot("lost", stage: 1, isLost: true)],
        strands: (1...6).map { River.Strand(from: "ideas", to: "forum \($0)", amount: Int64($0), measure: "idea") }
            + [River.Strand(from: "ideas", to: "lost", amount: 2, measure: "idea")])

    @Test func `the smallest knots of a stage become one and nothing gets lost`() throws {
        let merged = river.merged(most: 3, lost: 1)

        #expect(merged.knots.map(\.id) == ["ideas", "forum 5", "forum 6", "lost", "rest 1"])
        let rest = try #require(merged.knots.last)
        #expect(rest.members == ["forum 1", "forum 2", "forum 3", "forum 4"])
        #expect(merged.amount(of: "rest 1") == 10)
        #expect(merged.amount(of: "ideas") == river.amount(of: "ideas"))
    }

    @Test func `a river that is small enough stays as it is`() {
        #expect(river.merged(most: 6, lost: 1) == river)
    }

    @Test func `a stage that is kept whole stays whole`() {
        #expect(river.merged(most: 1, lost: 1, keeping: [1]) == river)
        #expect(river.merged(most: 1, lost: 1).knots.map(\.id) == ["ideas", "lost", "rest 1"])
    }

    @Test func `strands between the same knots are one, unless they count something else`() {
        let river = River(
            knots: [River.Knot("a", stage: 0), River.Knot("b", stage: 1)],
            strands: [(2, "idea"), (3, "idea"), (1, "project")].map {
                River.Strand(from: "a", to: "b", amount: $0, measure: $1)
            })

        #expect(river.strands.map(\.amount) == [5, 1])
    }

    @Test func `a strand without amount, without its knots or against the flow is none`() {
        let river = River(
            knots: [River.Knot("a", stage: 0), River.Knot("b", stage: 1)],
            strands: [("a", "b", 0), ("b", "a", 1), ("a", "c", 1), ("a", "b", -3)].map {
                River.Strand(from: $0, to: $1, amount: $2, measure: "idea")
            })

        #expect(river.strands == [])
    }
}
