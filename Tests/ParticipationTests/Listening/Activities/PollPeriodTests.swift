// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Who runs polls, how their period changes, when results are seen, and what becomes of those who leave.
@Suite struct PollPeriodTests {
    private static func moment(_ text: String) throws -> Moment { try #require(Moment(text: text)) }

    @Test func `the programme office and administrators run polls, and nobody else`() throws {
        let person = Person.new(
            email: try TestPeople.address("a@example.org"), name: nil, language: "de", at: TestPoll.now)
        let allowed = Role.allCases.filter { role in
            Visitor(person, roles: [HeldRole(role, in: role.reach == .installation ? nil : "p")]).mayRunPolls(in: "p")
                .isAllowed
        }

        #expect(Set(allowed) == [.programmeOffice, .administrator])
        #expect(Visitor(person, roles: [HeldRole(.programmeOffice, in: "q")]).mayRunPolls(in: "p").isAllowed == false)
        #expect(Visitor.guest.mayRunPolls(in: "p") == .refused(.signInNeeded))
    }

    @Test func `a form with nothing in it names everything that is missing`() async throws {
        try await TestPoll.with(.sqlite) { house in
            do {
                _ = try await house.plan(PollForm())
                Issue.record("an empty form made a poll")
            } catch let invalid as InvalidForm {
                #expect(
                    invalid.faults.map(\.reason) == [
                        "title-missing", "topics-missing", "choices-missing", "result-rule-missing", "start-missing",
                        "end-missing", "audience-missing", "use-missing",
                    ])
            }
        }
    }

    @Test func `a poll begins no earlier than today, and lets people choose fewer topics than there are`() async throws
    {
        try await TestPoll.with(.sqlite) { house in
            var form = TestPoll.form()
            form.startsOn = "2026-11-22"
            form.choices = "4"
            do {
                _ = try await house.plan(form)
                Issue.record("the form made a poll")
            } catch let invalid as InvalidForm {
                #expect(
                    invalid.faults == [
                        .init("auswahl", "choices-too-many", limit: 3), .init("beginn", "poll-start-in-the-past"),
                    ])
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the period changes with a reason that stands beside the old dates, and followers are told`(
        _ engine: Engine
    ) async throws {
        try await TestPoll.with(engine) { house in
            let poll = try await house.plan()
            let follower = try await house.voters(1)[0]
            try await house.database.write { db in
                let person = try #require(follower.person)
                try Follow.begin(person: person.id, matter: poll.id, at: TestPoll.now, in: db)
                do {
                    try MovePoll(poll.number, in: house.programme, from: nil, until: "2026-12-20", because: " ")
                        .run(as: house.office, at: TestPoll.now, in: db)
                    Issue.record("a period changed without a reason")
                } catch let invalid as InvalidForm {
                    #expect(invalid.faults.map(\.reason) == ["reason-missing"])
                }
                try MovePoll(poll.number, in: house.programme, from: nil, until: "2026-12-20", because: "Ferien")
                    .run(as: house.office, at: TestPoll.now, in: db)
            }
            let moved = try await house.find(poll)
            let person = try #require(follower.person).id
            let told = try await house.database.read { db in
                try ReceivedNotice.list(of: person, in: house.programme, ListPage(1), db).rows.map(\.kind)
            }

            #expect(moved.endsOn.text == "2026-12-20")
            #expect(
                moved.changes == [
                    Poll.Change(
                        changedOn: TestPoll.now.day, earlierStart: poll.startsOn, earlierEnd: poll.endsOn,
                        reason: "Ferien")
                ])
            #expect(told == [.pollMoved])
        }
    }

    @Test func `what people vote on is fixed once the poll has begun`() async throws {
        try await TestPoll.with(.sqlite) { house in
            let poll = try await house.plan()
            await #expect(throws: Refusal("poll-has-begun")) {
                try await house.database.write { db in
                    _ = try PlanPoll(TestPoll.form(.always), in: house.programme, number: poll.number)
                        .run(as: house.office, at: TestPoll.now, in: db)
                }
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a result that is always shown is counted once a day, a hidden one at the end alone`(
        _ engine: Engine
    ) async throws {
        try await TestPoll.with(engine) { house in
            let (shown, hidden) = (try await house.plan(TestPoll.form(.always)), try await house.plan())
            try await house.follow(at: TestPoll.now)
            for voter in try await house.voters(5) {
                try await house.cast([2], by: voter, in: shown)
                try await house.cast([2], by: voter, in: hidden)
            }
            try await house.follow(at: TestPoll.now)
            let today = try await house.results(of: shown)
            try await house.follow(at: try Self.moment("2026-11-24T00:10:00.000Z"))
            let again = try await house.database.read { db in
                try FollowPollDates.isDue(at: try Self.moment("2026-11-24T12:00:00.000Z"), in: db)
            }
            let (next, none) = (try await house.results(of: shown), try await house.results(of: hidden))

            #expect(today == [])
            #expect(next.map(\.asOf?.text) == ["2026-11-23"])
            #expect(next.first?.ranks.first?.votes == 5)
            #expect(again == false)
            #expect(none == [])
        }
    }

    @Test func `fewer than five ballots say nothing`() async throws {
        try await TestPoll.with(.sqlite) { house in
            let poll = try await house.plan()
            for voter in try await house.voters(4) { try await house.cast([2], by: voter, in: poll) }
            try await house.follow(at: try Self.moment("2026-12-06T23:00:00.000Z"))
            let result = try #require(try await house.results(of: poll).first)

            #expect(result.ballots == nil)
            #expect(result.ranks == [])
            #expect(result.turnout == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `whoever leaves takes the ballot of an open poll along, and a guest of the same address has one ballot`(
        _ engine: Engine
    ) async throws {
        try await TestPoll.with(engine) { house in
            let poll = try await house.plan()
            let voters = try await house.voters(2)
            for voter in voters { try await house.cast([1], by: voter, in: poll) }
            let key = try house.keys.keys.forVoting(in: try await house.find(poll))
            let secrets = try await house.database.write { db in
                var secrets: [Secret] = []
                for _ in 0..<2 {
                    try AskForBallot("W0@example.org", language: "de", in: poll.number, of: house.programme)
                        .run(with: key, at: TestPoll.now, in: db) { secret in
                            secrets.append(secret)
                            return Letter(subject: "Stimmzettel", text: secret.text)
                        }
                }
                for secret in secrets {
                    try CastBallot(BallotForm(topics: ["3"]), in: poll.number, of: house.programme)
                        .run(from: .link(secret), at: TestPoll.now, in: db)
                }
                return secrets
            }
            let both = try await house.count("ballot", poll)
            let keys = house.keys.keys
            try await house.database.write { db in
                let person = try #require(voters[0].person)
                _ = try ErasePerson(person.id, pollKeys: keys).runAsOperator(at: TestPoll.now, in: db)
            }
            let tally = try await house.database.read { db in try PollTally.count(poll, db) }
            let mails = try await house.database.read { db in
                try MailQueries.due(at: TestPoll.now, in: db).filter { $0.cause == "ballot" }.count
            }

            #expect(secrets.count == 2)
            #expect(both == 2)
            #expect(tally.ballots == 1)
            #expect(tally.votes == [1: 1])
            #expect(mails == 0)
        }
    }

    @Test func `a programme with a poll and its ballots can be removed`() async throws {
        try await TestPoll.with(.sqlite) { house in
            let poll = try await house.plan()
            for voter in try await house.voters(5) { try await house.cast([1], by: voter, in: poll) }
            let second = try await house.plan()
            for voter in 0..<5 {
                let key = try house.keys.keys.forVoting(in: try await house.find(second))
                let voter = key.voter(try TestPeople.address("x\(voter)@example.org"))
                try await house.database.write { db in
                    try Ballot.cast([1], from: nil, by: voter, in: second.id, on: TestPoll.now.day, db)
                }
            }
            try await house.follow(at: try Self.moment("2026-12-06T23:00:00.000Z"))
            try await house.database.write { db in try RemoveProgramme(house.programme).run(at: TestPoll.now, in: db) }
            let left = try await house.count("counted_paper", poll)

            #expect(left == 0)
        }
    }
}
