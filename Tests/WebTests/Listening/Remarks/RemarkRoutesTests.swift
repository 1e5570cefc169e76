// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

@Suite struct RemarkRoutesTests {
    private static let new = "/kommentare/neu?zu=%2Fideen%2F1"

    private func remarks(_ people: PeopleSite) async throws -> Int64 {
        try await people.site.database.read { db in
            try db.value("SELECT COUNT(*) FROM remark r JOIN public_matter m ON m.id = r.id") ?? 0
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a person comments, is answered, mends a slip and takes it back`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let anna = try await people.signedIn("anna@example.org")
            let bert = try await people.signedIn("bert@example.org")
            let form = try await anna.get(Self.new)
            let done = try await anna.submit(form, ["text": "Das ist <b>gut</b>.\nSehr."], action: "/kommentare/neu")
            let place = try #require(done.headers[.location])
            let shown = try await Browser(people.site).get(place)
            let answerLink = try #require(shown.links.first { $0.hasPrefix("/kommentare/neu?antwort") })
            let answerForm = try await bert.get(answerLink)
            let answered = try await bert.submit(answerForm, ["text": "Finde ich auch."], action: "/kommentare/neu")
            let idea = try await Browser(people.site).get("/ideen/1")
            let edit = try await anna.get(place + "/bearbeiten")
            let saved = try await anna.submit(edit, ["text": "Das ist sehr gut."], action: place + "/bearbeiten")
            people.wait(901)
            let late = try await anna.get(place + "/bearbeiten")
            let strange = try await bert.get(place + "/bearbeiten")
            let own = try await anna.get(place)
            let back = try await anna.submit(own, action: place + "/zuruecknahme")
            let after = try await Browser(people.site).get("/ideen/1")
            let report = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(done.status == 303)
            #expect(shown.text.contains("&lt;b&gt;gut&lt;/b&gt;"))
            #expect(answered.status == 303)
            #expect(idea.words.contains("Finde ich auch."))
            #expect(saved.status == 303)
            #expect([late.status, strange.status] == [403, 403])
            #expect(own.words.contains("Das ist sehr gut."))
            #expect(back.status == 303)
            #expect(!after.words.contains("sehr gut"))
            #expect(after.words.contains("zurückgenommen"))
            #expect(after.words.contains("Finde ich auch."))
            #expect(report.faults == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a guest's comment is confirmed by mail and then waits for a moderator`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let before = try await remarks(people)
            let browser = Browser(people.site)
            let form = try await browser.get(Self.new)
            let sent = try await browser.submit(
                form, ["text": "Guter Plan.", "email": "gast@example.org"], action: "/kommentare/neu")
            let mail = try #require(try await people.mails().last { $0.recipient.text == "gast@example.org" })
            let link = try await browser.get(mail.path)
            let looked = try await held(people)
            let confirmed = try await browser.submit(link, action: "/kommentare/bestaetigen")
            let again = try await browser.get(mail.path)
            let after = try await remarks(people)
            let kept = try await held(people)

            #expect(sent.headers[.location] == "/kommentare/eingegangen?wie=bestaetigung")
            #expect(link.words.contains("Guter Plan."))
            #expect(looked == ["unconfirmed guest\nquick-writing:0"])
            #expect(confirmed.headers[.location] == "/kommentare/eingegangen?wie=pruefung")
            #expect(again.words.contains("schon bestätigt"))
            #expect(after == before)
            #expect(kept == ["waiting guest\nquick-writing:0"])
        }
    }

    private func held(_ people: PeopleSite) async throws -> [String] {
        try await people.site.database.read { db in
            try db.rows("SELECT state, suspicions FROM held_contribution ORDER BY created_at, id").map { row in
                let state: String = try row.get("state")
                return state + " " + (try row.get("suspicions", as: String.self))
            }
        }
    }

    @Test func `the proof of work of a browser makes fast writing unsuspicious, and is good for once`() async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let form = try await browser.get(Self.new)
            let key = String(try #require(form.text.firstMatch(of: #/name="formular" value="([^"]*)"/#)).1)
            let fields: KeyValuePairs = [
                "formular": key, "zu": "/ideen/1", "text": "Guter Plan.", "email": "gast@example.org",
                "nachweis": ProofOfWork.solve(key),
            ]
            let sent = try await browser.post("/kommentare/neu", fields)
            let twice = try await browser.post("/kommentare/neu", fields)
            let kept = try await held(people)

            #expect(sent.status == 303)
            #expect(twice.headers[.location] == sent.headers[.location])
            #expect(kept == ["unconfirmed guest"])
        }
    }

    @Test func `what looks like advertising waits, whoever wrote it`() async throws {
        try await PeopleSite.with { people in
            let before = try await remarks(people)
            let browser = try await people.signedIn("anna@example.org")
            let form = try await browser.get(Self.new)
            let text = "Hier https://a.example https://b.example https://c.example"
            let sent = try await browser.submit(form, ["text": text], action: "/kommentare/neu")
            let after = try await remarks(people)
            let kept = try await held(people)

            #expect(sent.headers[.location] == "/kommentare/eingegangen?wie=pruefung")
            #expect(after == before)
            #expect(kept == ["waiting links:3"])
        }
    }

    @Test(arguments: [
        ("", "gast@example.org"), ("Gut", "keine-adresse"), ("Gut", ""), ("a\u{202E}b", "gast@example.org"),
        (String(repeating: "x", count: 3001), "gast@example.org"), (String(repeating: "\n", count: 10_000), "a@b.de"),
    ])
    func `bad input comes back with what was typed, and nothing is written`(text: String, email: String) async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let form = try await browser.get(Self.new)
            let sent = try await browser.submit(
                form, ["text": text, "name": "Erika", "email": email], action: "/kommentare/neu")
            let kept = try await held(people)
            let mails = try await people.mails()

            #expect(sent.status == 422)
            #expect(sent.text.contains("error-summary"))
            #expect(sent.text.contains("value=\"Erika\""))
            #expect(kept.isEmpty)
            #expect(mails.isEmpty)
        }
    }

    @Test func `there is nothing to comment on where there is no page`() async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let targets = [
                "/kommentare/neu", "/kommentare/neu?zu=/ideen/9999", "/kommentare/neu?zu=/themenforen/1",
                "/kommentare/neu?antwort=9999", "/kommentare/9999", "/kommentare/0",
            ]
            for target in targets {
                let answer = try await browser.get(target)
                #expect(answer.status == 404, "\(target)")
            }
            let gone = try await browser.get("/kommentare/bestaetigen?schluessel=1")
            #expect(gone.status == 410)
        }
    }

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(RemarkFormPage.self)
        try expectKnownTags(RemarkEditPage.self)
        try expectKnownTags(RemarkPage.self)
        try expectKnownTags(RemarkArrivedPage.self)
        try expectKnownTags(RemarkConfirmPage.self)
    }
}
