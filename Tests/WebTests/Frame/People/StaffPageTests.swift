// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage
import Testing

@testable import Web

@Suite struct StaffPageTests {
    @Test func `who has no role is told that this is for others`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.signedIn("a@example.org")
            let answers = [
                try await browser.get("/arbeit"), try await browser.get("/arbeit/postausgang"),
                try await browser.get("/arbeit/personen"),
            ]

            #expect(answers.map(\.status) == [403, 403, 403])
            #expect(answers[0].words.contains("für Menschen, die das Programm durchführen"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the programme office sees its own mails, the administrator all and the secret ones`(
        engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await people.signedIn("office@example.org")
            let chief = try await people.signedIn("chief@example.org")
            try await people.grant(.programmeOffice, to: "office@example.org")
            try await people.grant(.administrator, to: "chief@example.org")
            let now = people.now
            let own = try await people.site.database.write { db in
                let programme = try #require(try ProgrammeQueries.all(in: db).first).id
                let address = try #require(EmailAddress("brigitte@example.org"))
                return try PostMail(
                    to: address, Letter(subject: "Zu Ihrer Idee", text: "<b>Danke</b>"), cause: "idea_received",
                    language: "de", programme: programme
                ).run(at: now, in: db)
            }
            let secret = try #require(try await people.mails().first { $0.isSecret })
            let officeList = try await office.get("/arbeit/postausgang")
            let chiefList = try await chief.get("/arbeit/postausgang")
            let read = try await office.get("/arbeit/postausgang/\(own.id)")
            let refused = try await office.get("/arbeit/postausgang/\(secret.id)")
            let allowed = try await chief.get("/arbeit/postausgang/\(secret.id)")
            let unknown = try await chief.get("/arbeit/postausgang/nichts")

            #expect(officeList.words.contains("Zu Ihrer Idee"))
            #expect(officeList.words.contains("b…e@example.org"))
            #expect(!officeList.words.contains("Willkommen"))
            #expect(chiefList.words.contains("Willkommen"))
            #expect(read.text.contains("&lt;b&gt;Danke&lt;/b&gt;"))
            #expect(refused.status == 403)
            #expect(allowed.links.contains { $0.contains("/anmelden/link?schluessel=") })
            #expect(unknown.status == 404)
        }
    }

    @Test func `the start page has what the role allows`() async throws {
        try await PeopleSite.with { people in
            let moderator = try await people.signedIn("mo@example.org")
            let office = try await people.signedIn("office@example.org")
            try await people.grant(.moderator, to: "mo@example.org")
            try await people.grant(.programmeOffice, to: "office@example.org")
            let few = try await moderator.get("/arbeit")
            let more = try await office.get("/arbeit")
            let holders = try await office.get("/arbeit/personen")

            #expect(few.status == 200)
            #expect(few.links.contains("/arbeit/moderation"))
            #expect(!few.links.contains("/arbeit/postausgang"))
            #expect(more.links.contains("/arbeit/postausgang"))
            #expect(holders.words.contains("Programmbüro"))
            #expect(holders.words.contains("o…e@example.org"))
        }
    }
}

@Suite struct DemonstrationTests {
    private func choice(_ page: Answer, _ role: String) throws -> String {
        let buttons = page.text.matches(
            of: #/name="person" value="([^"]*)"><strong>([^<]*)</#)
        return String(try #require(buttons.first { $0.2 == role }).1)
    }

    @Test func `one click signs in as each of the invented people`() async throws {
        try await PeopleSite.with(isDemonstration: true) { people in
            let browser = Browser(people.site)
            let page = try await browser.get("/anmelden")
            let office = try choice(page, "Programmbüro")
            let done = try await browser.submit(page, ["person": office], action: "/anmelden/vorfuehrung")
            let work = try await browser.get("/arbeit")

            #expect(page.text.matches(of: #/class="demo-person"/#).count == 12)
            #expect(done.status == 303)
            #expect(work.status == 200)
            #expect(work.words.contains("Pia Programm"))
        }
    }

    @Test func `it is off unless it is switched on, and its sessions are void`() async throws {
        try await PeopleSite.with(isDemonstration: true) { people in
            let browser = Browser(people.site)
            let page = try await browser.get("/anmelden")
            let office = try choice(page, "Programmbüro")
            _ = try await browser.submit(page, ["person": office], action: "/anmelden/vorfuehrung")
            let without = try PeopleSite(people.site.database, publicURL: nil, isDemonstration: false)
            let elsewhere = Browser(without.site, cookies: browser)
            let begin = try await elsewhere.get("/anmelden")
            let own = try await elsewhere.get("/mein")
            let sent = try await elsewhere.post("/anmelden/vorfuehrung", ["person": office])

            #expect(!begin.text.contains("demo-person"))
            #expect(own.status == 303)
            #expect(sent.status == 404)
        }
    }

    @Test func `it knows nobody who comes from elsewhere`() async throws {
        try await PeopleSite.with(isDemonstration: true) { people in
            let browser = Browser(people.site)
            let page = try await browser.get("/anmelden")
            let office = try choice(page, "Programmbüro")
            _ = try await browser.submit(page, ["person": office], action: "/anmelden/vorfuehrung")
            let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
            let proxied = try await browser.get("/mein", headers: [forwarded: "192.0.2.7"])
            let named = try await browser.get("/mein", host: "portal.example")
            let listed = try await Browser(people.site).get("/anmelden", host: "portal.example")
            let direct = try await browser.get("/mein")

            #expect(proxied.status == 303)
            #expect(named.status == 303)
            #expect(!listed.text.contains("demo-person"))
            #expect(direct.status == 200)
        }
    }
}

@Suite struct PeopleTemplateTests {
    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(SignInPage.self)
        try expectKnownTags(SignInCodePage.self)
        try expectKnownTags(SignInLinkPage.self)
        try expectKnownTags(SignInAgainPage.self)
        try expectKnownTags(OwnPage.self)
        try expectKnownTags(ProfilePage.self)
        try expectKnownTags(OwnPasswordPage.self)
        try expectKnownTags(SessionListPage.self)
        try expectKnownTags(OwnDataPage.self)
        try expectKnownTags(ErasurePage.self)
        try expectKnownTags(WorkPage.self)
        try expectKnownTags(StaffPeoplePage.self)
        try expectKnownTags(OutboxPage.self)
        try expectKnownTags(MailPage.self)
        try expectKnownTags(LetterPage.self)
    }

    @Test(arguments: TestPlace.engines)
    func `the office gives a role to somebody new, who is invited, and ends it again`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await people.signedIn("office@example.org")
            try await people.grant(.programmeOffice, to: "office@example.org")
            let form = try await office.get("/arbeit/personen/neu")
            let wrong = try await office.submit(
                form, ["email": "neu@example.org", "rolle": "forum_lead", "grund": "Vertretung"],
                action: "/arbeit/personen/neu")
            let done = try await office.submit(
                wrong, ["email": "neu@example.org", "rolle": "moderator", "grund": "Vertretung"],
                action: "/arbeit/personen/neu")
            let list = try await office.get("/arbeit/personen")
            let mail = try #require(try await people.mails().last { $0.recipient.text == "neu@example.org" })
            let guest = Browser(people.site)
            _ = try await guest.submit(try await guest.get(mail.path))
            let work = try await guest.get("/arbeit")
            let roles = list.links.filter { $0.hasPrefix("/arbeit/personen/rollen/") }
            let role = try #require(roles.first)
            let page = try await office.get(role)
            let silent = try await office.submit(page, ["grund": " "], action: role)
            let ended = try await office.submit(silent, ["grund": "Vertretung vorbei"], action: role)
            let after = try await guest.get("/arbeit")

            #expect(wrong.status == 422)
            #expect(wrong.words.contains("wofür die Rolle gilt"))
            #expect(wrong.text.contains("neu@example.org"))
            #expect(done.status == 303)
            #expect(roles.count == 1)
            #expect(mail.isSecret)
            #expect(work.status == 200)
            #expect(silent.status == 422)
            #expect(ended.status == 303)
            #expect(after.status != 200)
        }
    }

    @Test func `the office can neither give nor end a role of its own height`() async throws {
        try await PeopleSite.with { people in
            let office = try await people.signedIn("office@example.org")
            _ = try await people.signedIn("chief@example.org")
            try await people.grant(.programmeOffice, to: "office@example.org")
            try await people.grant(.administrator, to: "chief@example.org")
            let form = try await office.get("/arbeit/personen/neu")
            let refused = try await office.submit(
                form, ["email": "office@example.org", "rolle": "administrator", "grund": "Ich will"],
                action: "/arbeit/personen/neu")

            #expect(!form.text.contains("value=\"administrator\""))
            #expect(refused.status == 403)
        }
    }

    @Test func `the templates of roles use what their pages have`() throws {
        try expectKnownTags(RoleFormPage.self)
        try expectKnownTags(RoleEndPage.self)
        try expectKnownTags(StaffPeoplePage.self)
    }
}
