// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

@Suite struct ModerationRoutesTests {
    private static let inbox = "/arbeit/moderation"
    private static let held = "/arbeit/moderation/beitraege"
    private static let decision = "/arbeit/moderation/meldung"

    private func moderator(_ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("mo@example.org")
        try await people.grant(.moderator, to: "mo@example.org")
        return browser
    }

    /// A guest writes and confirms; tells which mail address was used.
    private func writeAsGuest(_ text: String, _ people: PeopleSite) async throws {
        let browser = Browser(people.site)
        let form = try await browser.get("/kommentare/neu?zu=%2Fideen%2F1")
        _ = try await browser.submit(form, ["text": text, "email": "gast@example.org"], action: "/kommentare/neu")
        people.wait(1)
        let mail = try #require(try await people.mails().last { $0.recipient.text == "gast@example.org" })
        let link = try await browser.get(mail.path)
        _ = try await browser.submit(link, action: "/kommentare/bestaetigen")
    }

    private func heldIDs(_ page: Answer) -> [String] {
        page.text.matches(of: #/name="beitrag" type="checkbox" value="([^"]*)"/#).map { String($0.1) }
    }

    @Test(arguments: TestPlace.engines)
    func `a moderator releases one guest's comment and turns another down with a reason`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            try await writeAsGuest("Guter Plan.", people)
            try await writeAsGuest("Kaufen Sie bei mir.", people)
            let browser = try await moderator(people)
            let page = try await browser.get(Self.inbox)
            let ids = heldIDs(page)
            let first = try #require(ids.first)
            let second = try #require(ids.last)
            let released = try await browser.submit(
                page, ["beitrag": first, "entscheidung": "released"], action: Self.held)
            let rest = try await browser.get(Self.inbox)
            let unreasoned = try await browser.submit(
                rest, ["beitrag": second, "entscheidung": "rejected"], action: Self.held)
            let rejected = try await browser.submit(
                unreasoned,
                [
                    "beitrag": second, "entscheidung": "rejected", "regel": "advertising",
                    "begruendung": "Das ist ein Angebot.",
                ], action: Self.held)
            let idea = try await Browser(people.site).get("/ideen/1")
            let early = try await people.mails().filter { $0.cause == "moderation_rejected" }
            people.wait(600)
            let mail = try #require(try await people.mails().last { $0.cause == "moderation_rejected" })
            let years = try await Browser(people.site).get("/moderation")
            let report = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(ids.count == 2)
            #expect(page.words.contains("kommt von einem Gast"))
            #expect(released.status == 303)
            #expect(unreasoned.status == 422)
            #expect(rejected.status == 303)
            #expect(idea.words.contains("Guter Plan."))
            #expect(!idea.words.contains("Kaufen Sie"))
            #expect(early == [])
            #expect(mail.recipient.text == "gast@example.org")
            #expect(mail.letter.text.contains("Keine Werbung"))
            #expect(mail.letter.text.contains("Das ist ein Angebot."))
            #expect(mail.letter.text.contains("sechs Monaten"))
            #expect(years.words.contains("2026"))
            #expect(report.faults == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `what was reported is hidden with its rule, and both sides hear why`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let anna = try await people.signedIn("anna@example.org")
            let form = try await anna.get("/kommentare/neu?zu=%2Fideen%2F1")
            let written = try await anna.submit(form, ["text": "So ein Unfugwort."], action: "/kommentare/neu")
            let place = try #require(written.headers[.location])
            let guest = Browser(people.site)
            let flagForm = try await guest.get("/melden?zu=" + place)
            let empty = try await guest.submit(flagForm, action: "/melden")
            let sent = try await guest.submit(
                flagForm,
                ["grund": "insult", "text": "Beleidigt mich.", "email": "gast@example.org", "redlich": "ja"],
                action: "/melden")
            _ = try await guest.submit(
                try await guest.get("/melden?zu=" + place),
                ["grund": "insult", "text": "Immer noch.", "email": "gast@example.org", "redlich": "ja"],
                action: "/melden")
            let browser = try await moderator(people)
            let inbox = try await browser.get(Self.inbox)
            let page = try await browser.get(Self.decision + "?zu=" + place)
            let decided = try await browser.submit(
                page, ["entscheidung": "hidden", "regel": "insult", "begruendung": "Das Wort beleidigt."],
                action: Self.decision)
            let idea = try await Browser(people.site).get("/ideen/1")
            let found = try await Browser(people.site).get("/suche?q=Unfugwort")
            people.wait(600)
            let causes = try await people.mails().filter { !$0.isSecret }.map { "\($0.cause) \($0.recipient.text)" }
            let report = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(empty.status == 422)
            #expect(sent.headers[.location] == "/melden/danke")
            #expect(inbox.words.contains("2 Meldungen"))
            #expect(page.words.contains("Beleidigt mich."))
            #expect(page.words.contains("Immer noch."))
            #expect(decided.status == 303)
            #expect(!idea.words.contains("Unfugwort"))
            #expect(idea.words.contains("Grund: Niemanden beleidigen"))
            #expect(!found.words.contains("So ein Unfugwort"))
            #expect(causes.contains("flag_receipt gast@example.org"))
            #expect(causes.filter { $0 == "moderation_hidden gast@example.org" }.count == 1)
            #expect(causes.contains("moderation_hidden anna@example.org"))
            #expect(report.faults == [])
        }
    }

    @Test func `a hidden idea is nowhere to be read and its duty rests`() async throws {
        try await PeopleSite.with { people in
            let number: Int64? = try await people.site.database.read { db in
                try db.value(
                    """
                    SELECT m.number FROM duty d JOIN public_matter m ON m.id = d.matter_id
                    WHERE d.state = 'duty.open' AND m.kind = 'idea' ORDER BY m.number LIMIT 1
                    """)
            }
            let path = "/ideen/\(try #require(number))"
            let guest = Browser(people.site)
            let form = try await guest.get("/melden?zu=" + path)
            _ = try await guest.submit(
                form, ["grund": "unlawful", "text": "Verboten.", "redlich": "ja"], action: "/melden")
            let browser = try await moderator(people)
            let page = try await browser.get(Self.decision + "?zu=" + path)
            _ = try await browser.submit(
                page, ["entscheidung": "hidden", "regel": "unlawful", "begruendung": "Strafbar."],
                action: Self.decision)
            let gone = try await guest.get(path)
            let resting: Int64? = try await people.site.database.read { db in
                try db.value(
                    """
                    SELECT COUNT(*) FROM duty d JOIN matter m ON m.id = d.matter_id
                    WHERE d.state = 'duty.resting' AND m.number = \(number) AND m.kind = 'idea'
                    """)
            }

            #expect(gone.status == 410)
            #expect(gone.words.contains("Regel: Nichts, was das Gesetz verbietet."))
            #expect(resting == 1)
        }
    }

    @Test func `only those who moderate see the inbox, and nobody decides about their own report`() async throws {
        try await PeopleSite.with { people in
            let person = try await people.signedIn("a@example.org")
            let refused = try await person.get(Self.inbox)
            let guest = try await Browser(people.site).get(Self.inbox)
            let browser = try await moderator(people)
            let form = try await browser.get("/melden?zu=/kommentare/1")
            _ = try await browser.submit(
                form, ["grund": "other", "text": "Passt nicht.", "redlich": "ja"], action: "/melden")
            let page = try await browser.get(Self.decision + "?zu=/kommentare/1")
            let own = try await browser.submit(
                page, ["entscheidung": "kept", "begruendung": "Doch."], action: Self.decision)

            #expect(refused.status == 403)
            #expect(guest.status == 303)
            #expect(own.status == 403)
        }
    }

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(FlagPage.self)
        try expectKnownTags(FlagThanksPage.self)
        try expectKnownTags(ModerationYearsPage.self)
        try expectKnownTags(ModerationInboxPage.self)
        try expectKnownTags(ModerationFlagPage.self)
        try expectKnownTags(ModerationFlagsPage.self)
    }
}
