// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

@Suite struct SupportRoutesTests {
    private static let path = "/ideen/1/unterstuetzung"

    @Test(arguments: TestPlace.engines)
    func `an idea is supported once by each person, and the support can be taken back`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let one = try await people.signedIn("a@example.org")
            let other = try await people.signedIn("b@example.org")
            let before = try await one.get("/ideen/1")
            let journal = try await people.journalEntries()
            let sent = try await one.submit(before, action: Self.path)
            _ = try await one.submit(before, action: Self.path)
            _ = try await other.submit(try await other.get("/ideen/1"), action: Self.path)
            let both = try await one.get("/ideen/1")
            _ = try await one.submit(both, action: Self.path)
            _ = try await one.submit(both, action: Self.path)
            let after = try await one.get("/ideen/1")
            let journalAfter = try await people.journalEntries()

            #expect(before.words.contains("318 Unterstützungen"))
            #expect(sent.headers[.location] == "/ideen/1")
            #expect(both.words.contains("320 Unterstützungen"))
            #expect(both.words.contains("Unterstützung zurücknehmen"))
            #expect(after.words.contains("319 Unterstützungen"))
            #expect(journalAfter == journal)
        }
    }

    @Test func `a guest is led to signing in and back, and whoever leaves takes the support along`() async throws {
        try await PeopleSite.with { people in
            let guest = Browser(people.site)
            let page = try await guest.get("/ideen/1")
            let led = try await guest.get(Self.path)
            let refused = try await guest.post(Self.path, ["unterstuetzen": "ja"])
            let person = try await people.signedIn("a@example.org")
            _ = try await person.post(Self.path, ["unterstuetzen": "ja"])
            let supported = try await guest.get("/ideen/1?x=1")
            try await people.erase("a@example.org")
            people.wait(5)
            let left = try await guest.get("/ideen/1")

            #expect(page.links.contains(Self.path))
            #expect(led.status == 303)
            #expect(led.headers[.location]?.contains("/anmelden") == true)
            #expect(refused.status == 403)
            #expect(supported.status == 200)
            #expect(left.words.contains("318 Unterstützungen"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `many who support at the same moment are all counted`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let database = people.site.database
            let now = people.now
            let (visitors, idea) = try await database.write { db in
                let programme = try #require(try ProgrammeQueries.all(in: db).first).id
                let visitors = try (0..<200).map { number in
                    let email = try #require(EmailAddress("p\(number)@example.org"))
                    let person = CreatePerson(email: email, name: nil, isAdministrator: false)
                    return Visitor(try person.runAsOperator(at: now, in: db).person)
                }
                return (visitors, try #require(try Idea.find(number: 1, in: programme, db)))
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for visitor in visitors + visitors {
                    group.addTask {
                        try await database.write { db in
                            try SupportIdea(idea, isWanted: true).run(as: visitor, in: db)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let page = try await Browser(people.site).get("/ideen/1")

            #expect(page.words.contains("518 Unterstützungen"))
        }
    }
}

extension PeopleSite {
    func journalEntries() async throws -> Int64? {
        try await site.database.read { db in try db.value("SELECT COUNT(*) FROM journal_entry") }
    }

    /// Erases an account as whoever runs the installation does.
    func erase(_ email: String) async throws {
        let now = now
        try await site.database.write { db in
            let address = try #require(EmailAddress(email))
            let person = try #require(try Person.find(email: address, in: db))
            _ = try ErasePerson(person.id).runAsOperator(at: now, in: db)
        }
    }
}
