// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Polls from their announcement to the count.
@Suite struct PollTests {
    private static func moment(_ text: String) throws -> Moment { try #require(Moment(text: text)) }

    /// One or two topics for each of many voters.
    private static func topics(of number: Int) -> [Int64] {
        let both = [Int64(number % 4) + 1, Int64((number + 1) % 4) + 1]
        return number.isMultiple(of: 5) ? [both[0]] : both
    }

    @Test(arguments: TestPlace.engines)
    func `ten thousand ballots at the same time are counted exactly, and the papers give the same again`(
        _ engine: Engine
    ) async throws {
        try await TestPoll.with(engine) { house in
            let poll = try await house.plan()
            let key = try house.keys.keys.forVoting(in: poll)
            let voters = try (0..<10_000).map { number in
                key.voter(try #require(EmailAddress("v\(number)@example.org")))
            }
            let day = TestPoll.now.day
            // Each ballot is a write of its own; a hundred people vote at the same moment.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for part in 0..<100 {
                    group.addTask {
                        for number in part * 100..<(part + 1) * 100 {
                            let topics = Self.topics(of: number)
                            try await house.database.write { db in
                                try Ballot.cast(topics, from: nil, by: voters[number], in: poll.id, on: day, db)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let tally = try await house.database.read { db in try PollTally.count(poll, db) }
            var expected: [Int64: Int64] = [:]
            for number in 0..<10_000 {
                for topic in Self.topics(of: number) { expected[topic, default: 0] += 1 }
            }
            try await house.follow(at: try Self.moment("2026-12-06T23:00:00.000Z"))
            let result = try #require(try await house.results(of: poll).first)
            let recount = try await house.database.read { db in try PollTally.recount(poll.id, db) }

            #expect(tally.ballots == 10_000)
            #expect(tally.votes == expected)
            #expect(result.ballots == 10_000)
            #expect(result.ranks.compactMap(\.votes).reduce(0, +) == expected.values.reduce(0, +))
            #expect(recount.papers == 10_000)
            #expect(recount.votes == expected)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `whoever votes again or twice has one ballot, the last`(_ engine: Engine) async throws {
        try await TestPoll.with(engine) { house in
            let poll = try await house.plan()
            let voter = try await house.voters(1)[0]
            let place = try await house.database.read { db in
                try Municipality.choices(in: house.programme, db)[0].ags
            }
            try await house.cast([1, 2], by: voter, in: poll)
            try await house.cast([1, 2], by: voter, in: poll)
            try await house.cast([3], from: place, by: voter, in: poll)
            let address = try #require(voter.person?.email)
            let key = try house.keys.keys.forVoting(in: try await house.find(poll))
            let (ballot, count) = try await house.database.read { db in
                (try Ballot.find(of: key.voter(address), in: poll.id, db), try Ballot.count(in: poll.id, db))
            }

            #expect(ballot == Ballot(topics: [3], municipality: place, castOn: TestPoll.now.day))
            #expect(count == 1)
        }
    }

    @Test func `a ballot with nothing, too much or unknown things on it is refused whole`() async throws {
        try await TestPoll.with(.sqlite) { house in
            let poll = try await house.plan()
            let voter = try await house.voters(1)[0]
            var reasons: [[String]] = []
            for (topics, place) in [([], nil), ([1, 2, 3], nil), ([9], nil), ([1], "99999999")] as [([Int64], String?)]
            {
                do {
                    try await house.cast(topics, from: place, by: voter, in: poll)
                } catch let invalid as InvalidForm {
                    reasons.append(invalid.faults.map(\.reason))
                }
            }
            let count = try await house.count("ballot", poll)

            #expect(reasons == [["ballot-empty"], ["ballot-too-many"], ["unknown-choice"], ["unknown-choice"]])
            #expect(count == 0)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the last second counts, the next one does not, whether or not the count has been made`(
        _ engine: Engine
    ) async throws {
        try await TestPoll.with(engine) { house in
            let poll = try await house.plan()
            let voters = try await house.voters(2)
            let (last, next) = (
                try Self.moment("2026-12-06T22:59:59.999Z"), try Self.moment("2026-12-06T23:00:00.000Z")
            )
            try await house.cast([1], by: voters[0], in: poll, at: last)
            await #expect(throws: Refusal("poll-is-over")) {
                try await house.cast([1], by: voters[1], in: poll, at: next)
            }
            try await house.follow(at: next)
            await #expect(throws: Refusal("poll-is-over")) {
                try await house.cast([1], by: voters[1], in: poll, at: last)
            }
            let recount = try await house.database.read { db in try PollTally.recount(poll.id, db) }

            #expect(recount.papers == 1)
        }
    }

    @Test func `before the first day nobody votes`() async throws {
        try await TestPoll.with(.sqlite) { house in
            var form = TestPoll.form()
            form.startsOn = "2026-11-24"
            let poll = try await house.plan(form)
            let voter = try await house.voters(1)[0]

            await #expect(throws: Refusal("poll-not-yet-open")) { try await house.cast([1], by: voter, in: poll) }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `after the count the key is gone, the box is empty, and the papers bear no voter, place or day`(
        _ engine: Engine
    ) async throws {
        try await TestPoll.with(engine) { house in
            let poll = try await house.plan()
            for voter in try await house.voters(6) { try await house.cast([1, 4], by: voter, in: poll) }
            try await house.follow(at: try Self.moment("2026-12-06T23:00:00.000Z"))
            let tables = ["ballot", "ballot_choice", "ballot_access", "poll_key", "counted_paper"]
            var left: [Int64] = []
            for table in tables { left.append(try await house.count(table, poll)) }
            let result = try #require(try await house.results(of: poll).first)
            let closed = try await house.find(poll)
            let hasKey = try house.keys.keys.find(poll.id).map { _ in true } ?? false
            let entries = try await house.database.read { db in try VerifyJournal().run(in: db).faults }

            #expect(hasKey == false)
            #expect(left == [0, 0, 0, 0, 12])
            #expect(closed.state == .closed)
            #expect(result.ballots == 6)
            #expect(result.ranks.map(\.percent) == [100, 100, 0, 0])
            #expect(entries == [])
        }
    }

    @Test func `a key that is lost is never replaced while there are ballots`() async throws {
        try await TestPoll.with(.sqlite) { house in
            let poll = try await house.plan()
            let voters = try await house.voters(2)
            try await house.cast([1], by: voters[0], in: poll)
            house.keys.lose()

            await #expect(throws: Refusal("poll-key-lost")) { try await house.cast([2], by: voters[0], in: poll) }
            await #expect(throws: Refusal("poll-key-lost")) { try await house.cast([2], by: voters[1], in: poll) }
        }
    }
}
