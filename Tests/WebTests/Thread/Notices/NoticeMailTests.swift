// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Notices that become mails. The clock stands at a Monday in November 2026, shortly before eleven in Berlin.
@Suite struct NoticeMailTests {
    private static let day: TimeInterval = 24 * 60 * 60

    @Test(arguments: TestPlace.engines)
    func `who follows is written to once, at once`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            _ = try await people.follower("a@example.org")
            let before = try await people.news()
            try await people.tell("/ideen/1", .ideaAnswered)
            try await people.site.mailNotices()
            try await people.site.mailNotices()
            let mail = try #require(try await people.news().first)
            let count = try await people.news().count

            #expect(before.isEmpty)
            #expect(count == 1)
            #expect(mail.recipient.text == "a@example.org")
            #expect(mail.letter.subject.hasPrefix("Es gibt eine Antwort auf die Idee: "))
            #expect(mail.letter.text.contains("http://127.0.0.1:8080/ideen/1\n"))
            #expect(mail.letter.html?.contains("<a href=\"http://127.0.0.1:8080/ideen/1\">") ?? false)
            #expect(mail.stopLink?.hasPrefix("http://127.0.0.1:8080/abbestellen?schluessel=") ?? false)
            #expect(mail.letter.text.contains(mail.stopLink ?? "–"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a daily digest comes at seven and holds what came since`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            _ = try await people.follower("a@example.org", delivery: "daily")
            try await people.tell("/ideen/1", .ideaInReview)
            people.wait(1)
            try await people.tell("/ideen/1", .ideaAnswered)
            try await people.site.mailNotices()
            let atOnce = try await people.news()
            people.wait(Self.day - 5 * 60 * 60)
            try await people.site.mailNotices()
            let night = try await people.news()
            people.wait(2 * 60 * 60)
            try await people.tell("/ideen/1", .ideaPassedOn)
            try await people.site.mailNotices()
            try await people.site.mailNotices()
            let morning = try await people.news()

            #expect(atOnce.isEmpty && night.isEmpty)
            #expect(morning.count == 1)
            #expect(morning.first?.letter.subject.hasPrefix("2 Neuigkeiten: ") ?? false)
            let text = morning.first?.letter.text ?? ""
            #expect(text.contains(#/wird jetzt geprüft.*Es gibt eine Antwort/#.dotMatchesNewlines()))
            #expect(!text.contains("weitergegeben"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a weekly digest comes on Monday, also when nobody was there in the morning`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            _ = try await people.follower("a@example.org", delivery: "weekly")
            try await people.tell("/ideen/1", .ideaAnswered)
            people.wait(6 * Self.day)
            try await people.site.mailNotices()
            let sunday = try await people.news().count
            people.wait(2 * Self.day)
            try await people.site.mailNotices()
            let tuesday = try await people.news().count

            #expect(sunday == 0)
            #expect(tuesday == 1)
        }
    }

    @Test func `what was read or is hidden meanwhile is not told, and waits no more`() async throws {
        try await PeopleSite.with { people in
            let reader = try await people.follower("a@example.org", delivery: "daily")
            _ = try await people.follower("b@example.org", delivery: "daily", idea: 2)
            try await people.tell("/ideen/1", .ideaAnswered)
            try await people.tell("/ideen/2", .ideaAnswered)
            people.wait(1)
            _ = try await reader.submit(try await reader.get("/mein/neues"), action: "/mein/neues")
            try await people.site.database.write { db in
                try db.execute(
                    "UPDATE matter SET visible_from = \(String?.none) WHERE kind = 'idea' AND number = 2")
            }
            people.wait(Self.day)
            try await people.site.mailNotices()
            let mails = try await people.news()
            let waiting = try await people.site.database.read { db in
                try db.value("SELECT COUNT(*) FROM notice WHERE awaits_mail = 1", as: Int64.self)
            }

            #expect(mails.isEmpty)
            #expect(waiting == 0)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `two programs on one database write to everybody once`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            try await people.followers(50)
            try await people.tell("/ideen/1", .ideaAnswered)
            let site = people.site
            async let one: Void = site.mailNotices()
            async let two: Void = site.mailNotices()
            _ = try await (one, two)
            let count = try await people.site.database.read { db in
                try db.value("SELECT COUNT(*) FROM mail WHERE cause = 'notices'", as: Int64.self)
            }
            let people = try await people.site.database.read { db in
                try db.value("SELECT COUNT(DISTINCT person_id) FROM mail WHERE cause = 'notices'", as: Int64.self)
            }

            #expect(count == 50)
            #expect(people == 50)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `one click ends the mails, opening the link does not`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let person = try await people.follower("a@example.org")
            try await people.tell("/ideen/1", .ideaAnswered)
            try await people.site.mailNotices()
            let link = try #require(try await people.news().first?.stopLink)
                .replacing("http://127.0.0.1:8080", with: "")
            let guest = Browser(people.site)
            let asked = try await guest.get(link)
            let unchanged = try await person.get("/mein/benachrichtigungen")
            // What mail programs send (RFC 8058), in either of its two forms; then once more by hand.
            let machine = try await guest.send(
                .post, link, headers: [.contentType: "multipart/form-data; boundary=x"],
                body: "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n")
            let again = try await guest.submit(asked)
            let changed = try await person.get("/mein/benachrichtigungen")
            try await people.tell("/ideen/1", .ideaPassedOn)
            try await people.site.mailNotices()
            let count = try await people.news().count

            let statuses: [Int] = [asked.status, machine.status, again.status]
            #expect(statuses == [200, 200, 200])
            #expect(asked.headers[.cacheControl] == "no-store")
            #expect(asked.words.contains("Keine E-Mails über Neues mehr?"))
            #expect(unchanged.text.contains("value=\"at_once\" selected"))
            #expect(machine.words.contains("Sie bekommen keine E-Mails über Neues mehr"))
            #expect(changed.text.contains("value=\"none\" selected"))
            #expect(count == 1)
        }
    }

    @Test func `a link that belongs to nobody says so and ends nothing`() async throws {
        try await PeopleSite.with { people in
            _ = try await people.follower("a@example.org")
            let browser = Browser(people.site)
            let unknown = "/abbestellen?schluessel=" + String(repeating: "0", count: 64)
            let answers = try await [
                browser.get("/abbestellen"), browser.get("/abbestellen?schluessel=x"), browser.get(unknown),
                browser.post(unknown, ["List-Unsubscribe": "One-Click"]),
            ]

            #expect(answers.map(\.status) == [410, 410, 410, 410])
            #expect(answers.allSatisfy { $0.words.contains("Dieser Link gilt nicht mehr") })
        }
    }

    @Test func `a mail speaks the language of whoever gets it`() async throws {
        try await PeopleSite.with { people in
            _ = try await people.follower("a@example.org")
            try await people.site.database.write { db in
                try db.execute("UPDATE person SET language = 'en' WHERE email = 'a@example.org'")
            }
            try await people.tell("/ideen/1", .ideaAnswered)
            try await people.site.mailNotices()
            let mail = try #require(try await people.news().first)

            #expect(mail.letter.text.contains("/en/ideen/1"))
            #expect(mail.letter.html?.contains("<html lang=\"en\">") ?? false)
            #expect(mail.letter.text.contains("Get no more e-mails about news"))
        }
    }

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(StopPage.self)
        try expectKnownTags(LetterPage.self)
        try expectKnownTags(DeliveryPage.self)
    }
}

extension PeopleSite {
    /// Somebody who follows an idea and wants to be told in a certain way.
    fileprivate func follower(_ email: String, delivery: String? = nil, idea: Int = 1) async throws -> Browser {
        let browser = try await signedIn(email)
        _ = try await browser.submit(try await browser.get("/ideen/\(idea)"), action: "/folgen/idee/\(idea)")
        if let delivery {
            let page = try await browser.get("/mein/benachrichtigungen")
            _ = try await browser.submit(page, ["zustellung": delivery], action: "/mein/benachr")
        }
        return browser
    }

    /// Many people who follow the first idea.
    fileprivate func followers(_ count: Int) async throws {
        let now = now
        try await site.database.write { db in
            let programme = try #require(try ProgrammeQueries.all(in: db).first).id
            let idea = try #require(try MatterSummary.find(.idea, number: 1, in: programme, db))
            for number in 0..<count {
                let address = try #require(EmailAddress("f\(number)@example.org"))
                let made = try CreatePerson(email: address, name: nil, isAdministrator: false)
                    .runAsOperator(at: now, in: db)
                try Follow.begin(person: made.person.id, matter: idea.id, at: now, in: db)
            }
        }
    }

    /// The mails about news, the oldest first.
    fileprivate func news() async throws -> [Mail] {
        try await site.database.read { db in
            let mails = try MailQueries.list(of: nil, ListPage(1, size: 200), in: db).rows
            return mails.filter { $0.cause == "notices" }.reversed()
        }
    }
}
