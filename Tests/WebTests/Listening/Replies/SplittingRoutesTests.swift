// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Idea 49 of Musterregion, due on 20 January, handed in by somebody who can be told, supported by somebody else.
@Suite struct SplittingRoutesTests {
    private func office(_ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("office@example.org")
        try await people.grant(.programmeOffice, to: "office@example.org")
        return browser
    }

    private func author(_ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("author@example.org")
        let now = people.now
        try await people.site.database.write { db in
            let address = try #require(EmailAddress("author@example.org"))
            let person = try #require(try Person.find(email: address, in: db))
            let idea: String? = try db.value("SELECT id FROM matter WHERE kind = 'idea' AND number = 49")
            try ContributionAuthor.record(matter: try #require(idea), person: person.id, at: now, in: db)
        }
        return browser
    }

    /// By idea: number, state, day of what is owed, authors, followers, supports given here.
    private func standing(_ people: PeopleSite) async throws -> [String] {
        try await people.site.database.read { db in
            try db.rows(
                """
                SELECT m.number, i.state, COALESCE((SELECT MAX(d.due_on) FROM duty d
                        WHERE d.matter_id = i.id AND d.state = 'duty.open'), '-') AS due,
                    (SELECT COUNT(*) FROM contribution_author a WHERE a.matter_id = i.id
                        AND a.person_id IS NOT NULL) AS authors,
                    (SELECT COUNT(*) FROM follow f WHERE f.matter_id = i.id) AS followers,
                    (SELECT COUNT(*) FROM support s WHERE s.idea_id = i.id) AS supports,
                    COALESCE((SELECT own FROM support_count c WHERE c.idea_id = i.id), 0) AS counted
                FROM idea i JOIN public_matter m ON m.id = i.id
                WHERE m.number = 49 OR i.split_from_id IS NOT NULL ORDER BY m.number
                """
            ).map { row in
                let texts: [String] = [try row.get("state"), try row.get("due")]
                let counts: [Int64] = try ["authors", "followers", "supports", "counted"].map { try row.get($0) }
                let isOrigin = try row.get("number", as: Int64.self) == 49
                return ([isOrigin ? "49" : "part"] + texts + counts.map { String($0) }).joined(separator: " ")
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a part taken out has the same people and the same day, and undone everything is as before`(
        engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let (office, author) = (try await office(people), try await author(people))
            let supporter = try await people.signedIn("supporter@example.org")
            _ = try await supporter.submit(try await supporter.get("/ideen/49"), action: "/ideen/49/unterstuetzung")
            let before = try await standing(people)
            let page = try await office.get("/arbeit/ideen/49")
            let empty = try await office.submit(
                page, ["teil-titel": "", "teil-text": "Bleibt hier"], action: "/arbeit/ideen/49/herausloesung")
            let split = try await office.submit(
                page, ["teil-titel": "Leuchtende Haltestellen", "teil-text": "Auch bei Nacht."],
                action: "/arbeit/ideen/49/herausloesung")
            let twice = try await office.submit(
                page, ["teil-titel": "Leuchtende Haltestellen", "teil-text": "Auch bei Nacht."],
                action: "/arbeit/ideen/49/herausloesung")
            let between = try await standing(people)
            let news = try await author.get("/mein")
            let shown = try await Browser(people.site).get("/ideen/49")
            let part = try #require(shown.text.firstMatch(of: #/id="geteilt"[\s\S]*?href="/ideen/([0-9]+)"/#))
            let number = String(part.1)
            let undone = try await office.submit(
                try await office.get("/arbeit/ideen/\(number)"), action: "/arbeit/ideen/\(number)/ruecknahme")
            let after = try await standing(people)
            let report = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(before == ["49 idea.in_review 2027-01-20 1 1 1 1"])
            #expect(empty.status == 422)
            #expect(empty.text.contains("Bleibt hier"))
            #expect(split.status == 303)
            #expect(twice.headers[.location] == split.headers[.location])
            #expect(
                between == ["49 idea.in_review 2027-01-20 1 1 1 1", "part idea.received 2027-01-20 1 1 1 1"])
            #expect(news.words.contains("Die Idee wurde aufgeteilt"))
            #expect(shown.words.contains("Aus dieser Idee herausgelöst"))
            #expect(shown.words.contains("Leuchtende Haltestellen"))
            #expect(undone.status == 303)
            #expect(after == before)
            #expect(report.faults == [])
        }
    }

    @Test func `who handles other ideas does not split this one`() async throws {
        try await PeopleSite.with { people in
            let office = try await office(people)
            let page = try await office.get("/arbeit/ideen/49")
            let other = try await people.signedIn("other@example.org")
            let refused = try await other.submit(
                page, ["teil-titel": "Teil", "teil-text": "Teil"], action: "/arbeit/ideen/49/herausloesung")
            let noPart = try await office.submit(page, action: "/arbeit/ideen/49/antwort")

            #expect(refused.status == 403)
            #expect(noPart.status == 422)
            #expect(!page.words.contains("Teilung zurücknehmen"))
        }
    }
}
