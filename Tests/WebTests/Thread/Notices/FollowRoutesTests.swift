// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

@Suite struct FollowRoutesTests {
    private static let pages = [
        "/ideen/1", "/themenforen/1", "/vorschlaege/1", "/projekte/1", "/beteiligungen/1", "/beschluesse/1",
        "/stellungnahmen/1", "/veranstaltungen/1", "/mitmachangebote/1",
    ]

    @Test func `every page of something that goes on has the button`() async throws {
        try await PeopleSite.with { people in
            let guest = Browser(people.site)
            let person = try await people.signedIn("a@example.org")
            for path in Self.pages {
                let (asked, own) = (try await guest.get(path), try await person.get(path))
                #expect(asked.text.contains("href=\"/folgen/"), "\(path) for a guest")
                #expect(!asked.text.contains("name=\"verfolgen\""), "\(path) for a guest")
                #expect(own.text.contains("action=\"/folgen/"), "\(path)")
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `who follows is told, reads it, and can end it`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let browser = try await people.signedIn("a@example.org")
            let empty = try await browser.get("/mein")
            let page = try await browser.get("/ideen/1")
            let begun = try await browser.submit(page, action: "/folgen/idee/1")
            let twice = try await browser.submit(page, action: "/folgen/idee/1")
            let following = try await browser.get("/ideen/1")
            try await people.tell("/ideen/1", .ideaAnswered)
            let own = try await browser.get("/mein")
            let news = try await browser.get("/mein/neues")
            people.wait(1)
            let read = try await browser.submit(news, action: "/mein/neues")
            let after = try await browser.get("/mein/neues")
            let list = try await browser.get("/mein/verfolgt")
            let ended = try await browser.submit(list, action: "/folgen/idee/1")
            let none = try await browser.get("/mein/verfolgt")

            #expect(empty.words.contains("Sie verfolgen noch nichts"))
            #expect([begun.headers[.location], twice.headers[.location]] == ["/ideen/1", "/ideen/1"])
            #expect(following.words.contains("Nicht mehr verfolgen"))
            #expect(own.words.contains("Neues (1 ungelesen)"))
            #expect(news.words.contains("Neu Es gibt eine Antwort auf die Idee"))
            #expect(news.links.contains("/ideen/1"))
            #expect(read.headers[.location] == "/mein/neues")
            #expect(!after.words.contains("Als gelesen") && !after.text.contains("news-new"))
            #expect(ended.headers[.location] == "/ideen/1")
            #expect(none.words.contains("Sie verfolgen noch nichts"))
        }
    }

    @Test func `a guest is led to signing in and back to the button`() async throws {
        try await PeopleSite.with { people in
            let asked = try await Browser(people.site).get("/folgen/idee/1")
            let browser = try await people.signedIn("a@example.org")
            let page = try await browser.get("/folgen/idee/1")
            let missing = try await browser.get("/folgen/idee/4711")
            let pointless = try await browser.get("/folgen/kommune/1")

            #expect(asked.headers[.location]?.hasPrefix("/anmelden?weiter=") ?? false)
            #expect(page.words.contains("Niemand sieht, was Sie verfolgen"))
            #expect(page.text.contains("action=\"/folgen/idee/1\""))
            #expect([missing.status, pointless.status] == [404, 404])
        }
    }

    @Test func `the delivery is chosen, and nonsense comes back`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.signedIn("a@example.org")
            let page = try await browser.get("/mein/benachrichtigungen")
            let wrong = try await browser.submit(page, ["zustellung": "stuendlich"], action: "/mein/benachr")
            let right = try await browser.submit(wrong, ["zustellung": "weekly"], action: "/mein/benachr")
            let again = try await browser.get("/mein/benachrichtigungen")

            #expect(page.text.contains("value=\"at_once\" selected"))
            #expect(wrong.status == 422)
            #expect(right.headers[.location] == "/mein")
            #expect(again.text.contains("value=\"weekly\" selected"))
        }
    }

    @Test func `nobody sees the news of another`() async throws {
        try await PeopleSite.with { people in
            let ada = try await people.signedIn("ada@example.org")
            let ben = try await people.signedIn("ben@example.org")
            _ = try await ada.submit(try await ada.get("/ideen/1"), action: "/folgen/idee/1")
            try await people.tell("/ideen/1", .ideaAnswered)
            let (own, other) = (try await ada.get("/mein/neues"), try await ben.get("/mein/neues"))
            let guest = try await Browser(people.site).get("/mein/neues")

            #expect(own.words.contains("Es gibt eine Antwort"))
            #expect(!other.words.contains("Es gibt eine Antwort"))
            #expect(guest.status == 303)
        }
    }

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(FollowPage.self)
        try expectKnownTags(NewsPage.self)
        try expectKnownTags(FollowedPage.self)
        try expectKnownTags(DeliveryPage.self)
        try expectKnownTags(OwnPage.self)
        try expectKnownTags(IdeaPage.self)
    }
}

extension PeopleSite {
    /// Something happens at an idea, by itself: `/ideen/1`.
    func tell(_ path: String, _ kind: NoticeKind) async throws {
        let now = now
        try await site.database.write { db in
            let programme = try #require(try ProgrammeQueries.all(in: db).first).id
            let number = try #require(Int64(path.split(separator: "/").last ?? ""))
            let matter = try #require(try MatterSummary.find(.idea, number: number, in: programme, db))
            try TellFollowers(of: matter.id, kind, by: nil, in: programme).run(at: now, in: db)
        }
    }
}
