// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct TellFollowersTests {
    private let now = TestPeople.now

    /// Runs a test on a database of its own that holds Musterregion.
    private func withMusterregion(
        _ engine: Engine, _ test: @Sendable @escaping (_ programme: String, _ db: Connection) throws -> Void
    ) async throws {
        try await Bundled.with(engine, .musterregion(now)) { database in
            try await database.write { db in
                let programme: String = try #require(try db.value("SELECT id FROM programme"))
                try test(programme, db)
            }
        }
    }

    private static func matter(_ kind: MatterKind, where condition: SQL, _ db: Connection) throws -> String {
        let id: String? = try db.value(
            """
            SELECT m.id FROM public_matter m LEFT JOIN idea i ON i.id = m.id
            WHERE m.kind = \(kind) AND \(condition) ORDER BY m.number LIMIT 1
            """)
        return try #require(id)
    }

    /// Event kinds that a person was told, the latest first.
    private static func kinds(
        _ person: Person, in programme: String, _ db: Connection
    ) throws -> [NoticeKind] {
        try ReceivedNotice.list(of: person.id, in: programme, ListPage(1), db).rows.map(\.kind)
    }

    @Test(arguments: TestPlace.engines)
    func `the author and whoever follows are told, the one who did it is not`(engine: Engine) async throws {
        try await withMusterregion(engine) { [now] programme, db in
            let idea = try Self.matter(.idea, where: "1 = 1", db)
            let people = try ["ada", "ben", "cem", "dora"].map { try TestPeople.make("\($0)@example.org", in: db) }
            let (author, follower, officer, stranger) = (people[0], people[1], people[2], people[3])
            try ContributionAuthor.record(matter: idea, person: author.id, at: now, in: db)
            try ContributionAuthor.record(matter: idea, person: author.id, at: now, in: db)
            for person in [follower, officer] {
                try Follow.begin(person: person.id, matter: idea, at: now, in: db)
                try Follow.begin(person: person.id, matter: idea, at: now, in: db)
            }
            try TellFollowers(of: idea, .ideaAnswered, by: officer.actor, in: programme).run(at: now, in: db)
            try TellFollowers(of: idea, .ideaTakenUp, by: follower.id, in: programme).run(at: now, in: db)

            #expect(try ContributionAuthor.persons(of: idea, in: db) == [author.id])
            #expect(try Set(Self.kinds(author, in: programme, db)) == [.ideaAnswered, .ideaTakenUp])
            #expect(try Self.kinds(follower, in: programme, db) == [.ideaAnswered])
            #expect(try Self.kinds(officer, in: programme, db) == [.ideaTakenUp])
            #expect(try Self.kinds(stranger, in: programme, db) == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `who handed in an idea hears of the project that came of it, once`(engine: Engine) async throws {
        try await withMusterregion(engine) { [now] programme, db in
            let idea = try Self.matter(.idea, where: "i.project_id IS NOT NULL", db)
            let found: String? = try db.value("SELECT project_id FROM idea WHERE id = \(idea)")
            let project = try #require(found)
            let forum: String? = try db.value("SELECT forum_id FROM idea WHERE id = \(idea)")
            let author = try TestPeople.make("ada@example.org", in: db)
            let both = try TestPeople.make("ben@example.org", in: db)
            let visitor = try TestPeople.make("cem@example.org", in: db)
            try ContributionAuthor.record(matter: idea, person: author.id, at: now, in: db)
            for matter in [idea, project] { try Follow.begin(person: both.id, matter: matter, at: now, in: db) }
            try Follow.begin(person: visitor.id, matter: try #require(forum), at: now, in: db)
            try TellFollowers(of: project, .projectStarted, by: nil, in: programme).run(at: now, in: db)
            try TellFollowers(of: project, .reportPublished, by: nil, in: programme).run(at: now, in: db)

            let notices = try ReceivedNotice.list(of: author.id, in: programme, ListPage(1), db).rows
            #expect(notices.map(\.kind) == [.projectStarted])
            #expect(notices.map(\.matter.id) == [project])
            #expect(notices.map(\.followed.id) == [idea])
            let own = try ReceivedNotice.list(of: both.id, in: programme, ListPage(1), db)
            #expect(own.total == 2)
            #expect(own.rows.allSatisfy { $0.followed.id == project })
        }
    }

    @Test(arguments: TestPlace.engines)
    func `of a hidden contribution its author is told and nobody else`(engine: Engine) async throws {
        try await withMusterregion(engine) { [now] programme, db in
            let idea = try Self.matter(.idea, where: "1 = 1", db)
            let author = try TestPeople.make("ada@example.org", in: db)
            let follower = try TestPeople.make("ben@example.org", in: db)
            try ContributionAuthor.record(matter: idea, person: author.id, at: now, in: db)
            try Follow.begin(person: follower.id, matter: idea, at: now, in: db)
            try TellFollowers(of: idea, .ideaAnswered, by: nil, in: programme).run(at: now, in: db)
            try db.execute("UPDATE matter SET visible_from = \(String?.none) WHERE id = \(idea)")
            try TellFollowers(of: idea, .hiddenByModeration, by: nil, in: programme)
                .run(at: now.later(bySeconds: 1), in: db)

            #expect(try Self.kinds(author, in: programme, db) == [.hiddenByModeration, .ideaAnswered])
            #expect(try Self.kinds(follower, in: programme, db) == [])
            #expect(try ReceivedNotice.unread(by: follower.id, in: programme, db) == 0)
            #expect(try Follow.list(of: follower.id, in: programme, ListPage(1), db).total == 0)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `what was read stays read, what came since is new`(engine: Engine) async throws {
        try await withMusterregion(engine) { [now] programme, db in
            let idea = try Self.matter(.idea, where: "1 = 1", db)
            let person = try TestPeople.make("ada@example.org", in: db)
            try Follow.begin(person: person.id, matter: idea, at: now, in: db)
            for second in [0, 10] as [Int64] {
                try TellFollowers(of: idea, .remarkReceived, by: nil, in: programme)
                    .run(at: now.later(bySeconds: second), in: db)
            }
            try MarkNoticesRead(in: programme, until: now.later(bySeconds: 5))
                .run(as: Visitor(person), at: now.later(bySeconds: 20), in: db)

            let rows = try ReceivedNotice.list(of: person.id, in: programme, ListPage(1), db).rows
            #expect(rows.map(\.isRead) == [false, true])
            #expect(try ReceivedNotice.unread(by: person.id, in: programme, db) == 1)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `who wants no mails finds notices on the own page alone`(engine: Engine) async throws {
        try await withMusterregion(engine) { [now] programme, db in
            let idea = try Self.matter(.idea, where: "1 = 1", db)
            let (ada, ben) = (
                try TestPeople.make("ada@example.org", in: db), try TestPeople.make("ben@example.org", in: db)
            )
            for person in [ada, ben] { try Follow.begin(person: person.id, matter: idea, at: now, in: db) }
            try ChooseDelivery("none").run(as: Visitor(ada), at: now, in: db)
            try TellFollowers(of: idea, .ideaAnswered, by: nil, in: programme).run(at: now, in: db)
            try ChooseDelivery("weekly").run(as: Visitor(ada), at: now, in: db)
            try TellFollowers(of: idea, .ideaTakenUp, by: nil, in: programme).run(at: now, in: db)

            let awaiting = try db.rows(
                "SELECT person_id FROM notice WHERE awaits_mail = 1 ORDER BY person_id"
            ).map { row -> String in try row.get("person_id") }
            #expect(awaiting.filter { $0 == ada.id }.count == 1)
            #expect(awaiting.filter { $0 == ben.id }.count == 2)
            #expect(throws: InvalidForm.self) {
                try ChooseDelivery("hourly").run(as: Visitor(ada), at: now, in: db)
            }
            #expect(throws: Refusal.signInNeeded) { try ChooseDelivery("daily").run(as: .guest, at: now, in: db) }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the table and the code know the same kinds and deliveries`(engine: Engine) async throws {
        let database = try await Bundled.database(engine)
        let (kinds, deliveries, states) = try await database.read { db in
            try (
                db.rows("SELECT key FROM notice_kind ORDER BY position").map { row -> String in try row.get("key") },
                db.rows("SELECT key FROM notice_delivery ORDER BY position").map { row -> String in
                    try row.get("key")
                }, db.rows("SELECT key FROM mail_state").map { row -> String in try row.get("key") }
            )
        }

        #expect(kinds == NoticeKind.allCases.map(\.rawValue))
        #expect(deliveries == NoticeDelivery.allCases.map(\.rawValue))
        #expect(Set(states) == Set(Mail.State.allCases.map(\.rawValue)))
    }

    @Test(arguments: TestPlace.engines)
    func `who leaves takes follows, notices and authorship along`(engine: Engine) async throws {
        try await withMusterregion(engine) { [now] programme, db in
            let idea = try Self.matter(.idea, where: "1 = 1", db)
            let organisation = try Self.matter(.organisation, where: "1 = 1", db)
            let statement = try Self.matter(.statement, where: "1 = 1", db)
            let person = try TestPeople.make("weg@example.org", in: db)
            try ContributionAuthor.record(matter: idea, person: person.id, at: now, in: db)
            try ContributionAuthor.record(
                matter: statement, person: person.id, organisation: organisation, at: now, in: db)
            try TellFollowers(of: idea, .ideaAnswered, by: nil, in: programme).run(at: now, in: db)
            try ChooseDelivery("daily").run(as: Visitor(person), at: now, in: db)
            try ErasePerson(person.id).run(as: Visitor(person), at: now, in: db)

            let left = try ["follow", "notice", "notice_setting"].map { table -> Int64? in
                try db.value("SELECT COUNT(*) FROM \(identifier: table)")
            }
            let authors = try db.rows("SELECT matter_id, person_id FROM contribution_author").map { row in
                try "\(row.get("matter_id", as: String.self)) \(row.get("person_id", as: String?.self) ?? "–")"
            }
            #expect(left == [0, 0, 0])
            #expect(authors == ["\(statement) –"])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a programme that goes takes its notices along`(engine: Engine) async throws {
        try await withMusterregion(engine) { [now] programme, db in
            let idea = try Self.matter(.idea, where: "1 = 1", db)
            let person = try TestPeople.make("ada@example.org", in: db)
            try ContributionAuthor.record(matter: idea, person: person.id, at: now, in: db)
            try TellFollowers(of: idea, .ideaAnswered, by: nil, in: programme).run(at: now, in: db)
            try RemoveProgramme(programme).run(at: now, in: db)

            let left = try ["follow", "notice", "notice_event", "contribution_author"].map { table -> Int64? in
                try db.value("SELECT COUNT(*) FROM \(identifier: table)")
            }
            #expect(left == [0, 0, 0, 0])
        }
    }
}
