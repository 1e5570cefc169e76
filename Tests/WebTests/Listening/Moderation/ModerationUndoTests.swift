// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Deciding about many things with one click, and taking that back.
@Suite struct ModerationUndoTests {
    private static let inbox = "/arbeit/moderation"
    private static let held = "/arbeit/moderation/beitraege"
    private static let flags = "/arbeit/moderation/meldungen"
    private static let undo = "/arbeit/moderation/ruecknahme"

    private func moderator(_ name: String, _ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("\(name)@example.org")
        try await people.grant(.moderator, to: "\(name)@example.org")
        return browser
    }

    /// Two comments of a person, each reported by a guest; gives their addresses.
    private func report(_ people: PeopleSite) async throws -> [String] {
        let author = try await people.signedIn("anna@example.org")
        var places: [String] = []
        for words in ["Ein Schmähwort.", "Noch ein Schmähwort."] {
            people.wait(3600)
            let form = try await author.get("/kommentare/neu?zu=%2Fideen%2F1")
            let sent = try await author.submit(form, ["text": words], action: "/kommentare/neu")
            let place = try #require(sent.headers[.location])
            let guest = Browser(people.site)
            for reason in ["Beleidigt.", "Sehe ich auch so."] {
                _ = try await guest.submit(
                    try await guest.get("/melden?zu=" + place),
                    ["grund": "insult", "text": reason, "email": "gast@example.org", "redlich": "ja"],
                    action: "/melden")
            }
            places.append(place)
        }
        return places
    }

    private func letters(_ people: PeopleSite) async throws -> [String] {
        try await people.mails().map(\.cause).filter { $0.hasPrefix("moderation_") }
    }

    private func verified(_ people: PeopleSite) async throws -> [String] {
        try await people.site.database.read { db in try VerifyJournal().run(in: db).faults.map { "\($0)" } }
    }

    @Test(arguments: TestPlace.engines)
    func `several reported comments are hidden at once and shown again at once, and nobody gets a letter`(
        _ engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let places = try await report(people)
            let browser = try await moderator("mo", people)
            let list = try await browser.get(Self.flags)
            let unticked = try await browser.submit(
                list, ["entscheidung": "hidden", "regel": "insult", "begruendung": "Schmähung."], action: Self.flags)
            let unruled = try await browser.submit(
                list, ["zu": places[0], "entscheidung": "hidden"], action: Self.flags)
            let decided = try await browser.submit(
                list,
                [
                    "zu": places[0], "zu": places[1], "entscheidung": "hidden", "regel": "insult",
                    "begruendung": "Schmähung.",
                ], action: Self.flags)
            people.wait(2)
            let hidden = try await Browser(people.site).get(places[1])
            let inbox = try await browser.get(Self.inbox)
            let undone = try await browser.submit(inbox, action: Self.undo)
            people.wait(2)
            let shown = try await Browser(people.site).get(places[1])
            let again = try await browser.get(Self.flags)
            people.wait(3600)
            let letters = try await letters(people)
            let years = try await Browser(people.site).get("/moderation.csv")
            let faults = try await verified(people)

            #expect(list.text.matches(of: #/name="zu" type="checkbox"/#).count == 2)
            #expect(list.words.contains("Sehe ich auch so."))
            #expect(unticked.status == 422)
            #expect(unruled.status == 422)
            #expect(unruled.text.contains("value=\"\(places[0])\" checked"))
            #expect(decided.headers[.location] == Self.inbox)
            #expect(!hidden.words.contains("Noch ein Schmähwort."))
            #expect(inbox.words.contains("2 Entscheidungen um"))
            #expect(undone.status == 303)
            #expect(shown.words.contains("Noch ein Schmähwort."))
            #expect(again.text.matches(of: #/name="zu" type="checkbox"/#).count == 2)
            #expect(letters == [])
            #expect(years.text.contains("2026;4;0;;0;0;"))
            #expect(faults == [])
        }
    }

    @Test func `what is not taken back within ten minutes stands, and the letters go`() async throws {
        try await PeopleSite.with { people in
            let places = try await report(people)
            let browser = try await moderator("mo", people)
            _ = try await browser.submit(
                try await browser.get(Self.flags),
                ["zu": places[0], "zu": places[1], "entscheidung": "kept", "begruendung": "Noch erlaubt."],
                action: Self.flags)
            let inbox = try await browser.get(Self.inbox)
            people.wait(595)
            let before = try await letters(people)
            people.wait(10)
            let late = try await browser.submit(inbox, action: Self.undo)
            let after = try await letters(people)
            let later = try await browser.get(Self.inbox)
            let years = try await Browser(people.site).get("/moderation.csv")

            #expect(before == [])
            #expect(late.status == 403)
            #expect(late.words.contains("Die Briefe sind schon unterwegs."))
            #expect(after == ["moderation_kept", "moderation_kept"])
            #expect(!later.text.contains("action=\"\(Self.undo)\""))
            #expect(years.text.contains("2026;4;4;0;0;2;"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a guest's comment that was published waits again, and is the same comment when it is published once more`(
        _ engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let guest = Browser(people.site)
            let form = try await guest.get("/kommentare/neu?zu=%2Fideen%2F1")
            _ = try await guest.submit(
                form, ["text": "Guter Plan.", "email": "gast@example.org"], action: "/kommentare/neu")
            people.wait(1)
            let mail = try #require(try await people.mails().last { $0.recipient.text == "gast@example.org" })
            _ = try await guest.submit(try await guest.get(mail.path), action: "/kommentare/bestaetigen")
            let browser = try await moderator("mo", people)
            let first = try await browser.get(Self.inbox)
            let id = try #require(first.text.firstMatch(of: #/name="beitrag" type="checkbox" value="([^"]*)"/#)).1
            _ = try await browser.submit(
                first, ["beitrag": String(id), "entscheidung": "released"], action: Self.held)
            people.wait(2)
            let published = try await guest.get("/ideen/1")
            _ = try await browser.submit(try await browser.get(Self.inbox), action: Self.undo)
            people.wait(2)
            let waiting = try await guest.get("/ideen/1?x=1")
            let inbox = try await browser.get(Self.inbox)
            _ = try await browser.submit(
                inbox, ["beitrag": String(id), "entscheidung": "released"], action: Self.held)
            people.wait(2)
            let again = try await guest.get("/ideen/1?x=2")
            let remarks: Int64? = try await people.site.database.read { db in
                try db.value("SELECT COUNT(*) FROM remark WHERE text = 'Guter Plan.'")
            }
            let faults = try await verified(people)

            #expect(published.words.contains("Guter Plan."))
            #expect(!waiting.words.contains("Guter Plan."))
            #expect(inbox.words.contains("1 Beitrag wartet"))
            #expect(again.words.contains("Guter Plan."))
            #expect(remarks == 1)
            #expect(faults == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `whoever leaves takes a comment along that waits again`(_ engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let author = try await people.signedIn("anna@example.org")
            let form = try await author.get("/kommentare/neu?zu=%2Fideen%2F1")
            let links = (1...6).map { "https://example.org/\($0)" }.joined(separator: " ")
            _ = try await author.submit(form, ["text": "Siehe \(links)"], action: "/kommentare/neu")
            let browser = try await moderator("mo", people)
            let inbox = try await browser.get(Self.inbox)
            let id = try #require(inbox.text.firstMatch(of: #/name="beitrag" type="checkbox" value="([^"]*)"/#)).1
            _ = try await browser.submit(
                inbox, ["beitrag": String(id), "entscheidung": "released"], action: Self.held)
            _ = try await browser.submit(try await browser.get(Self.inbox), action: Self.undo)
            let again = try await browser.get(Self.inbox)
            let now = people.now
            try await people.site.database.write { db in
                let address = try #require(EmailAddress("anna@example.org"))
                let person = try #require(try Person.find(email: address, in: db))
                _ = try ErasePerson(person.id).runAsOperator(at: now, in: db)
            }
            let after = try await browser.get(Self.inbox)
            let texts = try await people.site.database.read { db in
                try db.rows("SELECT text FROM held_contribution").map { try $0.get("text", as: String.self) }
            }

            #expect(again.words.contains("1 Beitrag wartet"))
            #expect(!after.words.contains("Beitrag wartet"))
            #expect(texts == ["–"])
        }
    }

    @Test func `a comment that somebody has answered is not taken back`() async throws {
        try await PeopleSite.with { people in
            let guest = Browser(people.site)
            let form = try await guest.get("/kommentare/neu?zu=%2Fideen%2F1")
            _ = try await guest.submit(
                form, ["text": "Guter Plan.", "email": "gast@example.org"], action: "/kommentare/neu")
            people.wait(1)
            let mail = try #require(try await people.mails().last { $0.recipient.text == "gast@example.org" })
            _ = try await guest.submit(try await guest.get(mail.path), action: "/kommentare/bestaetigen")
            let browser = try await moderator("mo", people)
            let first = try await browser.get(Self.inbox)
            let id = try #require(first.text.firstMatch(of: #/name="beitrag" type="checkbox" value="([^"]*)"/#)).1
            _ = try await browser.submit(
                first, ["beitrag": String(id), "entscheidung": "released"], action: Self.held)
            try await people.answer("Guter Plan.")
            let refused = try await browser.submit(try await browser.get(Self.inbox), action: Self.undo)
            people.wait(2)
            let idea = try await guest.get("/ideen/1")

            #expect(refused.status == 403)
            #expect(refused.words.contains("schon jemand geantwortet"))
            #expect(idea.words.contains("Guter Plan."))
        }
    }
}

extension PeopleSite {
    /// Somebody answers the comment with these words.
    fileprivate func answer(_ words: String) async throws {
        let browser = try await signedIn("ben@example.org")
        let number: Int64? = try await site.database.read { db in
            try db.value("SELECT m.number FROM remark r JOIN matter m ON m.id = r.id WHERE r.text = \(words)")
        }
        let form = try await browser.get("/kommentare/neu?zu=%2Fideen%2F1&antwort=\(try #require(number))")
        let sent = try await browser.submit(form, ["text": "Finde ich auch."], action: "/kommentare/neu")
        #expect(sent.status == 303)
    }
}
