// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

/// What a count says, and what it must not say.
@Suite struct PollTallyTests {
    private static func turnout(_ origins: [(String?, Int64)]) -> [PollTally.Origin] {
        PollTally(
            ballots: origins.reduce(0) { $0 + $1.1 }, votes: [:],
            origins: origins.map { PollTally.Origin(municipality: $0.0, ballots: $0.1) }
        ).turnout
    }

    private static func origins(_ pairs: [(String?, Int64)]) -> [PollTally.Origin] {
        pairs.map { PollTally.Origin(municipality: $0.0, ballots: $0.1) }
    }

    @Test func `large numbers stand as they are, the largest first`() {
        let turnout = Self.turnout([("a", 7), ("b", 40), (nil, 9)])

        #expect(turnout == Self.origins([("b", 40), ("a", 7), (nil, 9)]))
    }

    @Test func `small numbers stand together`() {
        let turnout = Self.turnout([("a", 3), ("b", 40), ("c", 4)])

        #expect(turnout == Self.origins([("b", 40), (nil, 7)]))
    }

    @Test func `a single small number takes the next larger one along, so that nobody computes it from the sum`() {
        let turnout = Self.turnout([("a", 3), ("b", 40), ("c", 12)])

        #expect(turnout == Self.origins([("b", 40), (nil, 15)]))
    }

    @Test func `several that are too small together take the next larger one along`() {
        let turnout = Self.turnout([("a", 1), ("d", 2), ("b", 40), ("c", 12)])

        #expect(turnout == Self.origins([("b", 40), (nil, 15)]))
    }

    @Test func `a small number without a municipality is hidden like any other`() {
        let turnout = Self.turnout([(nil, 2), ("b", 40), ("c", 12)])

        #expect(turnout == Self.origins([("b", 40), (nil, 14)]))
    }

    /// Whatever the numbers are, nothing shown is below five, and the sum is kept.
    @Test func `no turnout shows a number below five or gives one away by the sum`() {
        for a: Int64 in 0...7 {
            for b: Int64 in 0...7 {
                for none: Int64 in 0...7 {
                    let all: [(String?, Int64)] = [("a", a), ("b", b), (nil, none)]
                    let turnout = Self.turnout(all.filter { $0.1 > 0 })
                    let shown = turnout.filter { $0.municipality != nil }
                    let left = a + b + none - shown.reduce(0) { $0 + $1.ballots }
                    let hidden = all.filter { pair in
                        pair.1 > 0 && !shown.contains { $0.municipality == pair.0 }
                    }
                    #expect(turnout.allSatisfy { $0.ballots >= 5 }, "\(all)")
                    // A sum below five can only remain where the whole poll has so few that nothing is shown at all.
                    #expect(left == 0 || left >= 5 || shown.isEmpty, "\(all)")
                    // A small number never stands alone behind a sum that can be computed.
                    #expect(hidden.count != 1 || hidden[0].1 >= 5 || shown.isEmpty, "\(all)")
                }
            }
        }
    }

    @Test func `a ranking follows the votes, and where they are equal the ballot`() {
        let topics = (1...3).map { Poll.Topic(position: $0, title: "T\($0)", forumID: nil, fieldID: nil) }
        let tally = PollTally(ballots: 8, votes: [2: 5, 3: 5], origins: [])

        #expect(tally.ranking(topics).map(\.topic.position) == [2, 3, 1])
        #expect(tally.ranking(topics).map(\.votes) == [5, 5, 0])
        #expect([0, 1, 5, 8].map { tally.percent($0) } == [0, 13, 63, 100])
    }
}
