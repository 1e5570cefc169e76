// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct ErasePersonTests {
    private let now = TestPeople.now

    /// Every text of every table, with the name of the table before it.
    private static func everything(in db: Connection) throws -> [String] {
        let tables = [
            "person", "role_assignment", "office_member", "sign_in_link", "session", "password", "form_use", "mail",
            "contribution_author", "follow", "notice", "notice_setting", "notice_stop", "statement_draft",
            "statement_access", "planned_invitation",
            "journal_actor", "journal_entry", "journal_content", "matter", "programme",
        ]
        return try tables.flatMap { table in
            try db.rows("SELECT * FROM \(identifier: table)").map { row in
                try table + " " + row.columns.map { "\(try row.stored($0))" }.joined(separator: " ")
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `after erasure nothing names the person, and others are untouched`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let (before, after) = try await database.write { [now] db in
                let person = try TestPeople.make("weg@example.org", name: "Gundula Geht", in: db)
                try TestPeople.make("bleibt@example.org", name: "Bernd Bleibt", in: db)
                _ = try TestPeople.ask("weg@example.org", browser: Secret.make(), in: db)
                _ = try NewSession.open(for: person, agent: "Firefox", at: now, in: db)
                try Password.replace(
                    of: person.id,
                    with: try Password.make("x", parameters: .init(rounds: 16, blockSize: 8, parallelism: 1)), at: now,
                    in: db)
                try GrantRole(.administrator, to: person.id).runAsOperator(at: now, in: db)
                let other = try TestPeople.make("chef@example.org", in: db)
                try GrantRole(.administrator, to: other.id).runAsOperator(at: now, in: db)

                let before = try Self.everything(in: db)
                try ErasePerson(person.id).run(as: Visitor(person), at: now, in: db)
                return (before, try Self.everything(in: db))
            }

            #expect(
                before.filter { $0.contains("weg@example.org") }.map { $0.split(separator: " ")[0] }
                    == ["person", "sign_in_link", "mail"])
            #expect(after.filter { $0.contains("weg@example.org") || $0.contains("Gundula") } == [])
            #expect(after.contains { $0.contains("bleibt@example.org") && $0.contains("Bernd Bleibt") })
            #expect(after.filter { $0.hasPrefix("session") || $0.hasPrefix("password") } == [])
            #expect(after.filter { $0.hasPrefix("person") }.count == 3)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `nobody erases another, and the last administrator stays`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let refusals = try await database.write { [now] db in
                let ada = try TestPeople.make("ada@example.org", in: db)
                let ben = try TestPeople.make("ben@example.org", in: db)
                try GrantRole(.administrator, to: ada.id).runAsOperator(at: now, in: db)
                let administrator = Visitor(ada, roles: [HeldRole(.administrator)])
                return [
                    Self.refusal { try ErasePerson(ada.id).run(as: Visitor(ben), at: now, in: db) },
                    Self.refusal { try ErasePerson(ada.id).run(as: administrator, at: now, in: db) },
                    Self.refusal { try ErasePerson(ada.id).run(as: .guest, at: now, in: db) },
                    Self.refusal { try ErasePerson(ben.id).run(as: Visitor(ben), at: now, in: db) },
                ]
            }

            #expect(refusals == ["own-account-only", "last-administrator", "sign-in-needed", nil])
        }
    }

    private static func refusal(_ work: () throws -> Void) -> String? {
        do {
            try work()
            return nil
        } catch let refusal as Refusal {
            return refusal.reason
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: TestPlace.engines)
    func `one's own data has every table and nothing of others`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let data = try await database.write { [now] db in
                let ada = try TestPeople.make("ada@example.org", name: "Ada", in: db)
                let ben = try TestPeople.make("ben@example.org", name: "Ben", in: db)
                for (person, agent) in [(ada, "Firefox"), (ben, "Safari")] {
                    _ = try NewSession.open(for: person, agent: agent, at: now, in: db)
                    try GrantRole(.administrator, to: person.id).runAsOperator(at: now, in: db)
                    _ = try TestPeople.ask(person.email?.text ?? "", browser: Secret.make(), in: db)
                }
                return try PersonalData.read(as: Visitor(ada), at: now, in: db)
            }
            let texts = data.tables.flatMap { $0.rows.flatMap { $0.compactMap { $0 } } }

            #expect(
                data.tables.filter { !$0.rows.isEmpty }.map { "\($0.name) \($0.rows.count)" }
                    == ["profile 1", "roles 1", "sessions 1", "mails 1"])
            #expect(Set(["offices", "contributions", "follows", "notices"]).isSubset(of: data.tables.map(\.name)))
            #expect(texts.contains("ada@example.org"))
            #expect(texts.filter { $0.contains("ben") || $0.contains("Ben") || $0.contains("Safari") } == [])
        }
    }
}
