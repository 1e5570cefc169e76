// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Two officers, an inbox, and ideas 51 (forum 4) and 52 (forum 5) of Musterregion, which wait for an answer.
@Suite struct IdeaWorkRoutesTests {
    private static let idea = "/arbeit/ideen/51"
    private static let answer: KeyValuePairs = [
        "ergebnis": "idea.in_part", "antwort": "Der Rad-Übungsplatz kommt, aber kleiner.", "stelle": "mvu-gewaesser",
    ]

    /// Two people of the programme office.
    private func offices(_ people: PeopleSite) async throws -> (Browser, Browser) {
        let pair = (try await people.signedIn("one@example.org"), try await people.signedIn("two@example.org"))
        try await people.grant(.programmeOffice, to: "one@example.org")
        try await people.grant(.programmeOffice, to: "two@example.org")
        return pair
    }

    @Test(arguments: TestPlace.engines)
    func `an idea is taken into review and answered, and its duty is met`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let (office, _) = try await offices(people)
            let inbox = try await office.get("/arbeit/ideen")
            let first = try await office.get(Self.idea)
            let reviewed = try await office.submit(first, action: Self.idea + "/pruefung")
            let second = try await office.get(reviewed.headers[.location] ?? "")
            let answered = try await office.submit(second, Self.answer, action: Self.idea + "/antwort")
            let done = try await office.get(answered.headers[.location] ?? "")
            let open = try await Browser(people.site).get("/ideen/51")
            let duties = try await Browser(people.site).get("/pflichten?stand=erfuellt")
            let report = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(inbox.links.contains(Self.idea))
            #expect(second.words.contains("Die Idee ist jetzt in Prüfung"))
            #expect(done.words.contains("Die Antwort ist veröffentlicht"))
            #expect(open.words.contains("Der Rad-Übungsplatz kommt, aber kleiner."))
            #expect(open.words.contains("teilweise aufgenommen"))
            #expect(duties.links.contains("/ideen/51"))
            #expect(report.faults == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `of two officers at once the second sees both texts and overwrites nothing`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let (one, two) = try await offices(people)
            let (seenByOne, seenByTwo) = (try await one.get(Self.idea), try await two.get(Self.idea))
            let answered = try await one.submit(seenByOne, Self.answer, action: Self.idea + "/antwort")
            let late = try await two.submit(
                seenByTwo, ["ergebnis": "idea.declined", "antwort": "Das geht nicht.", "stelle": "mvu-gewaesser"],
                action: Self.idea + "/antwort")
            let replies: Int64? = try await people.site.database.read { db in
                try db.value(
                    "SELECT COUNT(*) FROM official_reply r JOIN matter m ON m.id = r.idea_id WHERE number = 51")
            }
            let again = try await two.submit(
                late, ["ergebnis": "idea.in_part", "antwort": "Noch ein Wort dazu.", "stelle": "mvu-gewaesser"],
                action: Self.idea + "/antwort")

            #expect(answered.status == 303)
            #expect(late.status == 409)
            #expect(late.words.contains("Der Rad-Übungsplatz kommt, aber kleiner."))
            #expect(late.text.contains("Das geht nicht.</textarea>"))
            #expect(replies == 1)
            #expect(again.status == 303)
        }
    }

    @Test func `a double click answers once`() async throws {
        try await PeopleSite.with { people in
            let (office, _) = try await offices(people)
            let page = try await office.get(Self.idea)
            let answers = [
                try await office.submit(page, Self.answer, action: Self.idea + "/antwort"),
                try await office.submit(page, Self.answer, action: Self.idea + "/antwort"),
            ]
            let count: Int64? = try await people.site.database.read { db in
                try db.value(
                    "SELECT COUNT(*) FROM official_reply r JOIN matter m ON m.id = r.idea_id WHERE number = 51")
            }

            #expect(answers.map(\.status) == [303, 303])
            #expect(count == 1)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `with two pairs of eyes an answer waits until somebody else releases it`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let (one, two) = try await offices(people)
            let rules = try await one.get("/arbeit/antworten")
            _ = try await one.submit(rules, ["freigabe": "ja", "tage": "14"], action: "/arbeit/antworten")
            let page = try await one.get(Self.idea)
            let written = try await one.submit(page, Self.answer, action: Self.idea + "/antwort")
            let own = try await one.get(written.headers[.location] ?? "")
            let hidden = try await Browser(people.site).get("/ideen/51")
            let waiting = try await two.get("/arbeit/ideen?stand=freigabe")
            let released = try await two.submit(try await two.get(Self.idea), action: Self.idea + "/freigabe")
            people.wait(2)
            let open = try await Browser(people.site).get("/ideen/51")

            #expect(own.words.contains("Freigeben muss eine zweite Person"))
            #expect(!hidden.words.contains("Rad-Übungsplatz kommt"))
            #expect(!own.text.contains("/freigabe\""))
            #expect(waiting.links.contains(Self.idea))
            #expect(released.status == 303)
            #expect(open.words.contains("Rad-Übungsplatz kommt"))
        }
    }

    @Test func `what is wrong comes back with what was typed`() async throws {
        try await PeopleSite.with { people in
            let (office, _) = try await offices(people)
            let page = try await office.get(Self.idea)
            let empty = try await office.submit(page, action: Self.idea + "/antwort")
            let placeholder = try await office.submit(
                page, ["ergebnis": "idea.declined", "antwort": "Guten Tag {name}", "stelle": "mvu-gewaesser"],
                action: Self.idea + "/antwort")
            let proposal = try await office.submit(
                page,
                ["ergebnis": "idea.taken_up", "antwort": "Ja.", "stelle": "mvu-gewaesser", "vorschlag": "999"],
                action: Self.idea + "/antwort")
            let day = try await office.submit(
                page, ["frist": "2020-01-01", "frist-grund": ""], action: Self.idea + "/frist")

            #expect([empty, placeholder, proposal, day].map(\.status) == [422, 422, 422, 422])
            #expect(empty.words.contains("Bitte wählen Sie ein Ergebnis"))
            #expect(placeholder.text.contains("Guten Tag {name}</textarea>"))
            #expect(proposal.words.contains("Einen öffentlichen Vorschlag mit dieser Nummer gibt es nicht"))
            #expect(day.words.contains("Der neue Tag muss nach dem bisherigen"))
            #expect(day.text.contains("value=\"2020-01-01\""))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a moved day says why, in public, and the thread leads on to the proposal`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let (office, _) = try await offices(people)
            let page = try await office.get(Self.idea)
            let moved = try await office.submit(
                page, ["frist": "2027-03-15", "frist-grund": "Wir warten auf das Gutachten."],
                action: Self.idea + "/frist")
            let after = try await office.get(moved.headers[.location] ?? "")
            let duties = try await Browser(people.site).get("/pflichten?stand=offen")
            let taken = try await office.submit(
                after, ["ergebnis": "idea.taken_up", "antwort": "Ja.", "stelle": "mvu-gewaesser", "vorschlag": "1"],
                action: Self.idea + "/antwort")
            let thread = try await Browser(people.site).get("/faden/idee/51")

            #expect(after.words.contains("Wir warten auf das Gutachten."))
            #expect(duties.words.contains("Wir warten auf das Gutachten."))
            #expect(taken.status == 303)
            #expect(thread.links.contains("/vorschlaege/1"))
        }
    }

    @Test func `a text block is filled with what is known, and nothing typed is lost`() async throws {
        try await PeopleSite.with { people in
            let (office, _) = try await offices(people)
            let rules = try await office.get("/arbeit/antworten")
            _ = try await office.submit(
                rules, ["name": "Dank", "baustein": "Danke für „{titel}“. {begründung}"],
                action: "/arbeit/antworten/bausteine")
            let page = try await office.get(Self.idea)
            let block = try #require(page.text.firstMatch(of: #/<option value="([0-9a-f]{32})"/#)).1
            let filled = try await office.submit(
                page, ["einsetzen": "ja", "textbaustein": String(block), "antwort": "Guten Tag"],
                action: Self.idea + "/antwort")

            #expect(filled.status == 200)
            #expect(filled.text.contains(#/Guten Tag\n\nDanke für „[^{]+“. \{begründung\}<\/textarea>/#))
        }
    }

    @Test func `a forum lead sees the ideas of that forum alone, and who only takes part sees none`() async throws {
        try await PeopleSite.with { people in
            let lead = try await people.signedIn("lead@example.org")
            let guest = try await people.signedIn("guest@example.org")
            let now = people.now
            try await people.site.database.write { db in
                let address = try #require(EmailAddress("lead@example.org"))
                let person = try #require(try Person.find(email: address, in: db))
                let programme = try #require(try ProgrammeQueries.all(in: db).first).id
                try GrantRole(.forumLead, to: person.id, in: programme, forMatter: "4").runAsOperator(at: now, in: db)
            }
            let inbox = try await lead.get("/arbeit/ideen")
            let other = try await lead.get("/arbeit/ideen/52")
            let refused = try await guest.get("/arbeit/ideen")
            let unknown = try await lead.get("/arbeit/ideen/99999")
            let anonymous = try await Browser(people.site).get("/arbeit/ideen")

            #expect(inbox.links.contains(Self.idea))
            #expect(!inbox.links.contains("/arbeit/ideen/52"))
            #expect([other.status, refused.status, unknown.status, anonymous.status] == [403, 403, 404, 303])
        }
    }
}

@Suite struct ReplyTemplateTests {
    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(InboxPage.self)
        try expectKnownTags(IdeaWorkPage.self)
        try expectKnownTags(ReplySettingPage.self)
    }
}
