// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct RoleTests {
    private let now = TestPeople.now

    private func musterregion(_ database: Database) async throws -> String {
        let package = try ImportPackage(try Bundled.package("musterregion"))
        return try await database.write { [now] db in
            _ = try package.run(at: now, in: db)
            return try #require(try ProgrammeQueries.all(in: db).first).id
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the table of roles holds the roles of the code, in their order`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let (roles, ages, states) = try await database.read { db in
                let keys = { (table: String) in
                    try db.rows("SELECT key FROM \(identifier: table) ORDER BY position").map { row -> String in
                        try row.get("key")
                    }
                }
                return (try keys("role"), try keys("age_band"), try keys("mail_state"))
            }

            #expect(roles == Role.allCases.map(\.rawValue))
            #expect(ages == AgeBand.allCases.map(\.rawValue))
            #expect(states == Mail.State.allCases.map(\.rawValue))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a role is held from its day on, ends, and goes with its programme`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let programme = try await musterregion(database)
            let held = try await database.write { [now] db in
                let ada = try TestPeople.make("ada@example.org", in: db)
                try GrantRole(.programmeOffice, to: ada.id, in: programme).runAsOperator(at: now, in: db)
                try GrantRole(.programmeOffice, to: ada.id, in: programme).runAsOperator(at: now, in: db)
                let yesterday = now.later(bySeconds: -86_400)
                let first = try [yesterday, now].map { try HeldRole.list(of: ada.id, on: $0.day, in: db).count }
                let assignment = try #require(try RoleAssignment.list(of: [ada.id], in: db).first)
                try EndRole(assignment).runAsOperator(at: now, in: db)
                let second = try HeldRole.list(of: ada.id, on: now.day, in: db).count
                try GrantRole(.moderator, to: ada.id, in: programme).runAsOperator(at: now, in: db)
                try RemoveProgramme(programme).run(at: now, in: db)
                return first + [second, try RoleAssignment.list(of: [ada.id], in: db).count]
            }

            #expect(held == [0, 1, 0, 0])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the last administrator stays until there is another`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            try await database.write { [now] db in
                let ada = try TestPeople.make("ada@example.org", in: db)
                let bo = try TestPeople.make("bo@example.org", in: db)
                try GrantRole(.administrator, to: ada.id).runAsOperator(at: now, in: db)
                let only = try #require(try RoleAssignment.list(of: [ada.id], in: db).first)
                #expect(throws: Refusal("last-administrator-stays")) {
                    try EndRole(only).runAsOperator(at: now, in: db)
                }
                try GrantRole(.administrator, to: bo.id).runAsOperator(at: now, in: db)
                try EndRole(only, reason: "Amtswechsel").runAsOperator(at: now, in: db)
                let left = try RoleAssignment.administrators(on: now.day, in: db)
                let reason: String? = try db.value("SELECT end_reason FROM role_assignment WHERE id = \(only.id)")
                #expect(left == 1)
                #expect(reason == "Amtswechsel")
            }
        }
    }

    /// What is internal in a statement must not show that the statement spoke of a proposal.
    @Test(arguments: TestPlace.engines)
    func `the thread follows only points that are public`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            _ = try await musterregion(database)
            let edges = try await database.write { db in
                let count = { () throws -> Int64 in
                    try db.value(
                        """
                        SELECT COUNT(*) FROM thread_edge WHERE kind IN ('commented_by', 'considered_in')
                        """) ?? 0
                }
                let before = try count()
                try db.execute("UPDATE matter SET visible_from = NULL WHERE kind = 'point'")
                return [before > 10 ? 1 : 0, try count()]
            }
            #expect(edges == [1, 0])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a role for a forum needs a forum that is there`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let programme = try await musterregion(database)
            let reasons = try await database.write { [now] db in
                let ada = try TestPeople.make("ada@example.org", in: db)
                let key = try #require(try RoleAssignment.firstKey(of: .forum, in: programme, db))
                let grants = [
                    GrantRole(.forumLead, to: ada.id, in: programme, forMatter: key),
                    GrantRole(.forumLead, to: ada.id, in: programme, forMatter: "gibt-es-nicht"),
                    GrantRole(.forumLead, to: ada.id, in: programme), GrantRole(.moderator, to: ada.id),
                    GrantRole(.administrator, to: "niemand"),
                ]
                return try grants.map { grant -> String? in
                    do {
                        try grant.runAsOperator(at: now, in: db)
                        return nil
                    } catch let invalid as InvalidForm {
                        return invalid.faults.first?.reason
                    }
                }
            }

            #expect(reasons == [nil, "matter-unknown", "matter-missing", "programme-missing", "person-unknown"])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the demonstration has somebody for each role, in an invented programme alone`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let none = try await database.write { [now] db in try MakeDemoPeople().run(at: now, in: db) }
            let programme = try await musterregion(database)
            let people = try await database.write { [now] db in
                _ = try MakeDemoPeople().run(at: now, in: db)
                _ = try MakeDemoPeople().run(at: now, in: db)
                return try DemoPerson.list(on: now.day, in: db)
            }
            let real = try await database.write { [now] db in
                try SignInAsDemo(try TestPeople.make("a@example.org", in: db).id, agent: "").run(at: now, in: db)
            }

            #expect(none == 0)
            #expect(people.map(\.role) == [nil] + Role.allCases)
            #expect(people.allSatisfy { $0.person.isDemo && $0.person.email == nil })
            #expect(real == nil)
            #expect(!programme.isEmpty)
        }
    }
}
