// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// A poll of Musterregion with a programme office that runs it, and its keys.
struct TestPoll: Sendable {
    static let now = TestConsultation.now

    let database: Database
    let programme: String
    let office: Visitor
    let keys = TestPollKeys()

    static func with(_ engine: Engine, _ test: (TestPoll) async throws -> Void) async throws {
        try await TestConsultation.with(engine) { database, house in
            try await test(TestPoll(database: database, programme: house.programme, office: house.office))
        }
    }

    /// Two of four topics, from today until 6 December.
    static func form(_ rule: ResultRule = .atEnd) -> PollForm {
        var form = PollForm()
        form.title = "Was kommt zuerst?"
        form.choices = "2"
        form.resultRule = rule.rawValue
        form.startsOn = "2026-11-23"
        form.endsOn = "2026-12-06"
        form.audience = "alle"
        form.use = "Danach richtet sich die Reihenfolge."
        form.forums = ["1"]
        form.fields = ["2"]
        form.others = "Radwege\nSchnelles Netz"
        return form
    }

    func plan(_ form: PollForm = TestPoll.form()) async throws -> Poll {
        let (programme, office) = (programme, office)
        return try await database.write { db in
            let number = try PlanPoll(form, in: programme).run(as: office, at: TestPoll.now, in: db)
            return try #require(try Poll.find(number: number, in: programme, db))
        }
    }

    func find(_ poll: Poll) async throws -> Poll {
        let programme = programme
        return try await database.read { db in
            try #require(try Poll.find(number: poll.number, in: programme, db))
        }
    }

    func voters(_ count: Int) async throws -> [Visitor] {
        try await database.write { db in
            try (0..<count).map { Visitor(try TestPeople.make("w\($0)@example.org", in: db)) }
        }
    }

    /// Whoever votes, votes with the key that the portal finds at that moment.
    func cast(
        _ topics: [Int64], from place: String? = nil, by visitor: Visitor, in poll: Poll, at now: Moment = TestPoll.now
    ) async throws {
        let form = BallotForm(topics: topics.map { String($0) }, municipality: place)
        let key = try keys.keys.forVoting(in: try await find(poll))
        let cast = CastBallot(form, in: poll.number, of: programme)
        try await database.write { db in try cast.run(from: .person(visitor, key), at: now, in: db) }
    }

    func follow(at now: Moment) async throws {
        _ = try await database.write { db in try FollowPollDates().run(at: now, in: db) }
        try keys.keys.destroy(try await database.read { db in try Poll.closed(db) })
    }

    func results(of poll: Poll) async throws -> [PriorityResult] {
        try await database.read { db in try Offer.find(of: poll.id, db).results }
    }

    func count(_ table: String, _ poll: Poll) async throws -> Int64 {
        try await database.read { db in
            try db.value("SELECT COUNT(*) FROM \(identifier: table) WHERE activity_id = \(poll.id)") ?? 0
        }
    }
}
