// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

@Suite struct CaptureRoutesTests {
    private static let card: KeyValuePairs = [
        "titel": "Mehr Bänke im Park", "text": "Ältere Menschen müssen sich ausruhen können.", "forum": "5",
        "einwilligung": "ohne-namen", "weg": "paper", "datum": "2026-11-20", "kommune": "99001024",
    ]

    private func office(_ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("office@example.org")
        try await people.grant(.programmeOffice, to: "office@example.org")
        return browser
    }

    private func ideas(_ people: PeopleSite) async throws -> Int64 {
        try await people.site.database.read { db in
            try db.value("SELECT COUNT(*) FROM matter WHERE kind = 'idea'") ?? 0
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a card from a hall becomes an idea like every other, and its citizen claims it`(
        engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await office(people)
            let citizen = try await people.signedIn("citizen@example.org")
            let other = try await people.signedIn("other@example.org")
            let saved = try await office.submit(try await office.get("/arbeit/erfassen"), Self.card)
            // What stands behind # stays in the browser.
            let next = try await office.get(String((saved.headers[.location] ?? "").prefix { $0 != "#" }))
            let number = try #require(saved.headers[.location]?.firstMatch(of: #/erfasst=(\d+)/#)).1
            let code = try #require(next.text.firstMatch(of: #/class="card-code">([^<]+)</#)).1
            let open = try await Browser(people.site).get("/ideen/\(number)")
            let duties = try await Browser(people.site).get("/pflichten?stand=offen")
            let print = try await office.get("/arbeit/erfassen/\(number)/karte")
            let claim = try await citizen.get("/ideen/uebernehmen")
            let claimed = try await citizen.submit(claim, ["code": code.lowercased()])
            let late = try await other.submit(try await other.get("/ideen/uebernehmen"), ["code": String(code)])
            let report = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(next.text.contains("value=\"2026-11-20\""))
            #expect(next.text.contains("<option value=\"paper\" selected"))
            #expect(next.text.contains("<option value=\"99001024\" selected"))
            #expect(!next.text.contains("Mehr Bänke im Park</textarea>"))
            #expect(open.words.contains("Mehr Bänke im Park"))
            #expect(duties.links.contains("/ideen/\(number)"))
            #expect(print.text.contains(code))
            #expect(claimed.headers[.location] == "/ideen/\(number)")
            #expect(late.status == 422)
            #expect(late.words.contains("schon jemand übernommen"))
            #expect(report.faults == [])
        }
    }

    @Test func `what is wrong comes back with what was typed, and nothing is written`() async throws {
        try await PeopleSite.with { people in
            let office = try await office(people)
            let before = try await ideas(people)
            let page = try await office.get("/arbeit/erfassen")
            let empty = try await office.submit(page, ["datum": ""])
            let future = try await office.submit(
                page, ["titel": "T", "text": "T", "weg": "hall", "datum": "2030-01-01", "einwilligung": "ohne-namen"])
            let between = try await office.submit(
                page, ["titel": "T", "text": "T", "weg": "hall", "datum": "2020-01-01", "einwilligung": "ohne-namen"])
            let secret = try await office.submit(
                page,
                [
                    "titel": "T", "text": "Mein Text", "weg": "hall", "datum": "2026-11-20", "gruppe": "Erna Beispiel",
                    "einwilligung": "ohne-namen",
                ])
            let unnamed = try await office.submit(
                page, ["titel": "T", "text": "T", "weg": "hall", "datum": "2026-11-20", "einwilligung": "mit-namen"])
            let after = try await ideas(people)

            #expect([empty, future, between, secret, unnamed].map(\.status) == [422, 422, 422, 422, 422])
            #expect(empty.words.contains("Bitte prüfen Sie 5 Angaben"))
            #expect(future.words.contains("liegt in der Zukunft"))
            #expect(between.words.contains("keine Ideen angenommen"))
            #expect(secret.text.contains("Mein Text</textarea>"))
            #expect(secret.words.contains("Ohne Einwilligung darf hier kein Name stehen"))
            #expect(unnamed.words.contains("Bitte tragen Sie den Namen ein"))
            #expect(before == after)
        }
    }

    @Test func `a card is taken down once, however often the button is pressed`() async throws {
        try await PeopleSite.with { people in
            let office = try await office(people)
            let before = try await ideas(people)
            let page = try await office.get("/arbeit/erfassen")
            let answers = [
                try await office.submit(page, Self.card), try await office.submit(page, Self.card),
            ]
            let after = try await ideas(people)

            #expect(answers[0].headers[.location] == answers[1].headers[.location])
            #expect(after == before + 1)
        }
    }

    @Test func `codes cannot be guessed through, and who only takes part takes nothing down`() async throws {
        try await PeopleSite.with { people in
            let citizen = try await people.signedIn("citizen@example.org")
            let guest = try await Browser(people.site).get("/ideen/uebernehmen")
            let refused = try await citizen.get("/arbeit/erfassen")
            let card = try await citizen.get("/arbeit/erfassen/51/karte")
            var statuses: [Int] = []
            for _ in 0..<11 {
                let page = try await citizen.get("/ideen/uebernehmen")
                statuses.append(try await citizen.submit(page, ["code": "1111-1111-1111"]).status)
            }

            #expect(guest.status == 303)
            #expect([refused.status, card.status] == [403, 403])
            #expect(statuses == Array(repeating: 422, count: 10) + [429])
        }
    }
}

@Suite struct CaptureTemplateTests {
    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(CapturePage.self)
        try expectKnownTags(CardPage.self)
        try expectKnownTags(ClaimPage.self)
    }
}
