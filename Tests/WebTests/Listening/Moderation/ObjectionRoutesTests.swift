// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Objections to decisions of moderation, and showing again what was hidden.
@Suite struct ObjectionRoutesTests {
    private static let decision = "/arbeit/moderation/meldung"
    private static let objection = "/arbeit/moderation/widerspruch"

    private func moderator(_ name: String, _ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("\(name)@example.org")
        try await people.grant(.moderator, to: "\(name)@example.org")
        return browser
    }

    /// Somebody comments on an idea, a guest reports it, and a moderator decides; gives the address of the comment.
    private func decide(
        _ verdict: String, by browser: Browser, about words: String, _ people: PeopleSite
    ) async throws -> String {
        let anna = try await people.signedIn("anna@example.org")
        let form = try await anna.get("/kommentare/neu?zu=%2Fideen%2F1")
        let written = try await anna.submit(form, ["text": words], action: "/kommentare/neu")
        let place = try #require(written.headers[.location])
        let guest = Browser(people.site)
        _ = try await guest.submit(
            try await guest.get("/melden?zu=" + place),
            ["grund": "insult", "text": "Beleidigt.", "email": "gast@example.org", "redlich": "ja"], action: "/melden")
        people.wait(1)
        _ = try await browser.submit(
            try await browser.get(Self.decision + "?zu=" + place),
            ["entscheidung": verdict, "regel": "insult", "begruendung": "So sehe ich es."], action: Self.decision)
        // The letters go when the decision can no longer be taken back.
        people.wait(600)
        return place
    }

    private func letter(_ cause: String, to address: String, _ people: PeopleSite) async throws -> Mail {
        try #require(try await people.mails().last { $0.cause == cause && $0.recipient.text == address })
    }

    /// The page on which the only objection that waits is decided about.
    private func waiting(_ browser: Browser) async throws -> String {
        let inbox = try await browser.get("/arbeit/moderation")
        return try #require(inbox.links.first { $0.hasPrefix(Self.objection) })
    }

    @Test(arguments: TestPlace.engines)
    func `an author objects, another moderator shows the comment again, and the record stays sound`(
        _ engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let first = try await moderator("mo", people)
            let place = try await decide("hidden", by: first, about: "Ein deutliches Wort.", people)
            let mail = try await letter("moderation_hidden", to: "anna@example.org", people)
            let author = Browser(people.site)
            let form = try await author.get(mail.path)
            let empty = try await author.submit(form, action: "/widerspruch")
            let sent = try await author.submit(form, ["text": "Das ist keine Beleidigung."], action: "/widerspruch")
            let again = try await author.get(mail.path)
            let path = try await waiting(first)
            let reasons: KeyValuePairs = ["entscheidung": "restored", "begruendung": "Deutlich, aber erlaubt."]
            let own = try await first.submit(try await first.get(path), reasons, action: Self.objection)
            let second = try await moderator("mia", people)
            let decided = try await second.submit(try await second.get(path), reasons, action: Self.objection)
            people.wait(2)
            let shown = try await Browser(people.site).get(place)
            let answer = try await letter("moderation_restored", to: "anna@example.org", people)
            let years = try await Browser(people.site).get("/moderation.csv")
            let faults = try await people.site.database.read { db in try VerifyJournal().run(in: db).faults }

            #expect(form.words.contains("Der Beitrag wurde ausgeblendet."))
            #expect(form.words.contains("So sehe ich es."))
            #expect(empty.status == 422)
            #expect(sent.headers[.location] == "/widerspruch/danke")
            #expect(!again.text.contains("<textarea"))
            #expect(own.status == 403)
            #expect(decided.status == 303)
            #expect(shown.words.contains("Ein deutliches Wort."))
            #expect(answer.letter.text.contains("Deutlich, aber erlaubt."))
            #expect(!answer.letter.text.contains("widersprechen"))
            #expect(years.text.contains("2026"))
            #expect(faults == [])
        }
    }

    @Test func `whoever reported in vain objects, and the comment is hidden after all`() async throws {
        try await PeopleSite.with { people in
            let place = try await decide(
                "kept", by: try await moderator("mo", people), about: "Ein Schmähwort.", people)
            let mail = try await letter("moderation_kept", to: "gast@example.org", people)
            let guest = Browser(people.site)
            _ = try await guest.submit(
                try await guest.get(mail.path), ["text": "Lesen Sie noch einmal."], action: "/widerspruch")
            let second = try await moderator("mia", people)
            let path = try await waiting(second)
            let unruled = try await second.submit(
                try await second.get(path), ["entscheidung": "hidden", "begruendung": "Doch."], action: Self.objection)
            _ = try await second.submit(
                try await second.get(path),
                ["entscheidung": "hidden", "regel": "insult", "begruendung": "Es trifft eine Person."],
                action: Self.objection)
            people.wait(2)
            let shown = try await Browser(people.site).get(place)
            let author = try await letter("moderation_hidden", to: "anna@example.org", people)

            #expect(unruled.status == 422)
            #expect(!shown.words.contains("Ein Schmähwort."))
            #expect(author.letter.text.contains("Es trifft eine Person."))
            // The author hears of it for the first time, and may object in turn.
            #expect(author.path.hasPrefix("/widerspruch?schluessel="))
        }
    }

    @Test func `an objection is possible for six months, and not a day longer`() async throws {
        try await PeopleSite.with { people in
            _ = try await decide("hidden", by: try await moderator("mo", people), about: "Ein Wort.", people)
            let mail = try await letter("moderation_hidden", to: "anna@example.org", people)
            let author = Browser(people.site)
            people.wait(184 * 86_400 - 1200)
            let possible = try await author.get(mail.path)
            people.wait(1200)
            let late = try await author.get(mail.path)
            let sent = try await author.submit(possible, ["text": "Zu spät."], action: "/widerspruch")
            let unknown = try await author.get("/widerspruch?schluessel=\(String(repeating: "0", count: 64))")

            #expect(possible.text.contains("<textarea"))
            #expect(!late.text.contains("<textarea"))
            #expect(late.words.contains("sechs Monate"))
            #expect(sent.status == 403)
            #expect(unknown.status == 410)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a hidden idea says so, and when it is shown again its duty goes on with the days that were left`(
        _ engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let (number, dueBefore) = try await people.openDuty()
            let path = "/ideen/\(number)"
            let guest = Browser(people.site)
            _ = try await guest.submit(
                try await guest.get("/melden?zu=" + path), ["grund": "other", "text": "Falsch.", "redlich": "ja"],
                action: "/melden")
            let browser = try await moderator("mo", people)
            _ = try await browser.submit(
                try await browser.get(Self.decision + "?zu=" + path),
                ["entscheidung": "hidden", "regel": "off_topic", "begruendung": "Gehört nicht her."],
                action: Self.decision)
            let resting = try await people.duty(of: number)
            people.wait(14 * 86_400)
            let mark = try await guest.get(path)
            let later = try await moderator("mia", people)
            let list = try await later.get("/arbeit/moderation/ausgeblendet")
            let id = try #require(list.text.firstMatch(of: #/<option value="([0-9a-f]{32})"/#)).1
            let unreasoned = try await later.submit(
                list, ["nr": String(id)], action: "/arbeit/moderation/ausgeblendet")
            _ = try await later.submit(
                list, ["nr": String(id), "begruendung": "War doch richtig."], action: "/arbeit/moderation/ausgeblendet")
            people.wait(2)
            let shown = try await guest.get(path)
            let after = try await people.duty(of: number)

            #expect(mark.status == 410)
            #expect(mark.words.contains("Regel: Bei der Sache bleiben."))
            #expect(resting.state == "duty.resting")
            #expect(unreasoned.status == 422)
            #expect(shown.status == 200)
            #expect(after.state == "duty.open")
            let days = (PartialDate(after.dueOn)?.firstDay ?? 0) - (PartialDate(dueBefore)?.firstDay ?? 0)
            #expect((14...18).contains(days))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a statement is reported, hidden with all its points, and shown again`(_ engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let (number, point) = try await people.statement()
            let path = "/stellungnahmen/\(number)"
            let guest = Browser(people.site)
            let page = try await guest.get(path)
            _ = try await guest.submit(
                try await guest.get("/melden?zu=" + path), ["grund": "insult", "text": "Grob.", "redlich": "ja"],
                action: "/melden")
            let browser = try await moderator("mo", people)
            let decided = try await browser.submit(
                try await browser.get(Self.decision + "?zu=" + path),
                ["entscheidung": "hidden", "regel": "insult", "begruendung": "Grob."], action: Self.decision)
            people.wait(2)
            let mark = try await guest.get(path)
            let hidden = try await people.isPublic(point)
            let list = try await browser.get("/arbeit/moderation/ausgeblendet")
            let id = try #require(list.text.firstMatch(of: #/<option value="([^"]+)"/#)).1
            _ = try await browser.submit(
                list, ["nr": String(id), "begruendung": "Doch nicht."], action: "/arbeit/moderation/ausgeblendet")
            people.wait(2)
            let shown = try await guest.get(path)
            let again = try await people.isPublic(point)
            let faults = try await people.site.database.read { db in try VerifyJournal().run(in: db).faults }

            #expect(page.links.contains("/melden" + QueryText.joined([("zu", path)])))
            #expect(decided.status == 303)
            #expect(mark.status == 410)
            #expect(mark.words.contains("Regel: Niemanden beleidigen."))
            #expect([hidden, again] == [false, true])
            #expect(shown.status == 200)
            #expect(faults == [])
        }
    }

    @Test func `what an office has published is not hidden here`() async throws {
        try await PeopleSite.with { people in
            let guest = Browser(people.site)
            _ = try await guest.submit(
                try await guest.get("/melden?zu=/themenforen/1"),
                ["grund": "other", "text": "Veraltet.", "redlich": "ja"],
                action: "/melden")
            let browser = try await moderator("mo", people)
            let refused = try await browser.submit(
                try await browser.get(Self.decision + "?zu=/themenforen/1"),
                ["entscheidung": "hidden", "regel": "other", "begruendung": "Veraltet."], action: Self.decision)
            let page = try await guest.get("/themenforen/1")

            #expect(refused.status == 403)
            #expect(refused.words.contains("wenden Sie sich an die Stelle"))
            #expect(page.status == 200)
        }
    }

    @Test func `who does not moderate finds no way in`() async throws {
        try await PeopleSite.with { people in
            let somebody = try await people.signedIn("a@example.org")
            var refused: [Int] = []
            for path in ["/arbeit/moderation/ausgeblendet", Self.objection + "?nr=1"] {
                refused.append(try await somebody.get(path).status)
            }

            #expect(refused == [403, 403])
        }
    }

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(ObjectionPage.self)
        try expectKnownTags(ObjectionThanksPage.self)
        try expectKnownTags(ObjectionDecisionPage.self)
        try expectKnownTags(HiddenMattersPage.self)
        try expectKnownTags(HiddenMarkPage.self)
    }
}

extension PeopleSite {
    /// An idea that waits for a reply, with the day by which it is owed.
    fileprivate func openDuty() async throws -> (number: Int64, dueOn: String) {
        try await site.database.read { db in
            let row = try #require(
                try db.row(
                    """
                    SELECT m.number, d.due_on FROM duty d JOIN public_matter m ON m.id = d.matter_id
                    WHERE d.state = 'duty.open' AND m.kind = 'idea' ORDER BY m.number LIMIT 1
                    """))
            return (try row.get("number"), try row.get("due_on"))
        }
    }

    /// A public statement that has points: its number, and one of them.
    fileprivate func statement() async throws -> (number: Int64, point: String) {
        try await site.database.read { db in
            let row = try #require(
                try db.row(
                    """
                    SELECT m.number, p.id FROM public_matter m JOIN point p ON p.statement_id = m.id
                    WHERE m.kind = 'statement' ORDER BY m.number, p.id LIMIT 1
                    """))
            return (try row.get("number"), try row.get("id"))
        }
    }

    fileprivate func isPublic(_ matter: String) async throws -> Bool {
        try await site.database.read { db in
            try db.row("SELECT id FROM public_matter WHERE id = \(matter)") != nil
        }
    }

    fileprivate func duty(of idea: Int64) async throws -> (state: String, dueOn: String) {
        try await site.database.read { db in
            let row = try #require(
                try db.row(
                    """
                    SELECT d.state, d.due_on FROM duty d JOIN matter m ON m.id = d.matter_id
                    WHERE m.kind = 'idea' AND m.number = \(idea) ORDER BY d.due_on DESC, d.id LIMIT 1
                    """))
            return (try row.get("state"), try row.get("due_on"))
        }
    }
}
