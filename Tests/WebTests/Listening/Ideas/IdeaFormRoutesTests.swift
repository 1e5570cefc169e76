// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird
import Participation
import Storage
import Testing

@testable import Web

@Suite struct IdeaFormRoutesTests {
    @Test(arguments: TestPlace.engines)
    func `a guest hands in an idea, and nothing is public before the mail is confirmed`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let browser = Browser(people.site)
            let before = try await people.counts()
            let page = try await browser.get("/ideen/neu")
            let sent = try await browser.submit(
                page,
                [
                    "titel": "Bänke am Kanal", "text": "Wo man sitzen kann.\n\n- im **Schatten**", "forum": "1",
                    "email": "gast@example.org", "name": "Gast", "geprueft": "ja",
                ], action: "/ideen/neu")
            let mailbox = try await browser.get(sent.headers[.location] ?? "")
            let between = try await people.counts()
            let mail = try #require(try await people.mails().last)
            let elsewhere = Browser(people.site)
            let link = try await elsewhere.get(mail.path)
            let looked = try await people.counts()
            let confirmed = try await elsewhere.submit(link)
            let again = try await elsewhere.submit(link)
            let shown = try await elsewhere.get(confirmed.headers[.location] ?? "")
            let after = try await people.counts()
            let receipt = try #require(try await people.mails().last { $0.cause == "idea_received" })

            #expect(page.status == 200)
            #expect(sent.status == 303)
            #expect(mailbox.words.contains("Schauen Sie in Ihr Postfach"))
            #expect(between == before)
            #expect(looked == before)
            #expect(mail.recipient.text == "gast@example.org")
            #expect(confirmed.status == 303)
            #expect(again.status == 303)
            #expect(after == .init(ideas: before.ideas + 1, duties: before.duties + 1))
            #expect(shown.words.contains("Bänke am Kanal"))
            #expect(shown.text.contains("<strong>Schatten</strong>"))
            #expect(receipt.letter.subject.contains("Bänke am Kanal"))
            #expect(!shown.words.contains("Gast"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a person hands in an idea once, however often the button is pressed`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let browser = try await people.signedIn("a@example.org")
            let before = try await people.counts()
            let page = try await browser.get("/ideen/neu")
            let first = try await browser.submit(
                page, ["titel": "Mehr Busse", "text": "Auch nachts.", "geprueft": "ja"], action: "/ideen/neu")
            let second = try await browser.submit(
                page, ["titel": "Mehr Busse", "text": "Auch nachts.", "geprueft": "ja"], action: "/ideen/neu")
            let after = try await people.counts()
            let shown = try await browser.get(first.headers[.location] ?? "")

            #expect(first.status == 303)
            #expect(second.headers[.location] == first.headers[.location])
            #expect(after == .init(ideas: before.ideas + 1, duties: before.duties + 1))
            #expect(shown.words.contains("21. Dezember 2026"))
        }
    }

    @Test func `what is wrong comes back with everything typed, and nothing is written`() async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let before = try await people.counts()
            let page = try await browser.get("/ideen/neu")
            let long = String(repeating: "x", count: 20_001)
            for typed: KeyValuePairs<String, String> in [
                ["titel": "", "text": "\"Gut\" <b>gemeint</b>", "email": "gast@example.org"],
                ["titel": "Titel", "text": long, "email": "gast@example.org"],
                ["titel": "Titel", "text": "Text", "forum": "999", "email": "gast@example.org"],
                ["titel": "Titel", "text": "Text", "kommune": "00000000", "email": "gast@example.org"],
                ["titel": "Titel", "text": "Text", "email": "keine Adresse"],
                ["titel": "Titel", "text": "Text", "fuer": "1", "email": "gast@example.org"],
            ] {
                let answer = try await browser.submit(page, typed, action: "/ideen/neu")
                #expect(answer.status == 422)
                #expect(answer.text.contains("id=\"formular\""))
                let text = typed.first { $0.key == "text" }?.value ?? ""
                let escaped = text.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
                    .replacing("\"", with: "&quot;")
                #expect(answer.text.contains(escaped))
            }
            let after = try await people.counts()
            let mails = try await people.mails()
            #expect(after == before)
            #expect(mails.isEmpty)
        }
    }

    @Test func `an idea that comes after the end of the collection is kept for its author and not taken`() async throws
    {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let page = try await browser.get("/ideen/neu")
            people.wait(40 * 24 * 60 * 60)
            let fresh = try await browser.get("/ideen/neu")
            let late = try await browser.submit(
                page, ["titel": "Zu spät", "text": "Leider", "email": "gast@example.org"], action: "/ideen/neu")
            let mails = try await people.mails()

            #expect(page.status == 200)
            #expect(late.status == 403 || late.status == 422)
            #expect(late.text.contains("Leider"))
            #expect(fresh.words.contains("Zurzeit werden keine Ideen gesammelt"))
            #expect(mails.isEmpty)
        }
    }

    @Test func `a link that has waited too long makes nothing`() async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let before = try await people.counts()
            _ = try await browser.submit(
                try await browser.get("/ideen/neu"),
                ["titel": "Windspiele", "text": "Kupferglocken klingeln leise.", "email": "gast@example.org"],
                action: "/ideen/neu")
            let mail = try #require(try await people.mails().last)
            people.wait(8 * 24 * 60 * 60)
            let link = try await browser.get(mail.path)
            let unknown = try await browser.get("/ideen/neu/bestaetigung?schluessel=abc")
            let after = try await people.counts()

            #expect(link.status == 410)
            #expect(unknown.status == 410)
            #expect(after == before)
        }
    }
}

struct ContributionCounts: Equatable {
    let ideas: Int64
    let duties: Int64
}

extension PeopleSite {
    func counts() async throws -> ContributionCounts {
        try await site.database.read { db in
            let ideas: Int64? = try db.value("SELECT COUNT(*) FROM idea")
            let duties: Int64? = try db.value("SELECT COUNT(*) FROM duty")
            return ContributionCounts(ideas: ideas ?? 0, duties: duties ?? 0)
        }
    }
}
