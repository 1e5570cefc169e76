// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// The whole way of an idea in Musterregion without JavaScript: handed in, taken up into a proposal by its forum,
/// answered in time, with every step in its thread, in the list of duties and in the mailbox of whoever had it.
@Suite struct ListeningWalkTests {
    @Test(arguments: TestPlace.engines)
    func `a guest's idea becomes part of a proposal, and the answer reaches the mailbox`(
        _ engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let guest = Browser(people.site)
            let form = try await guest.get("/ideen/neu")
            let sent = try await guest.submit(
                form,
                [
                    "titel": "Sternwarte Quasarblick", "text": "Xylophonkonzerte unter Kometen.", "forum": "1",
                    "email": "gast@example.org",
                ], action: "/ideen/neu")
            people.wait(60)
            let mail = try #require(try await people.mails().last { $0.recipient.text == "gast@example.org" })
            let confirmed = try await guest.submit(try await guest.get(mail.path))
            let place = try #require(confirmed.headers[.location])
            let number = try #require(place.firstMatch(of: #/^/ideen/(\d+)/#)).1

            #expect(sent.headers[.location] == "/ideen/neu/postfach")
            try await follow(String(number), of: "gast@example.org", people)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `an idea on paper goes the same way, and whoever wrote the card hears of it`(_ engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await worker("erfassung@example.org", .programmeOffice, people)
            let saved = try await office.submit(
                try await office.get("/arbeit/erfassen"),
                [
                    "titel": "Sternwarte Quasarblick", "text": "Xylophonkonzerte unter Kometen.", "forum": "1",
                    "einwilligung": "ohne-namen", "weg": "paper", "datum": "2026-11-20",
                ])
            let place = try #require(saved.headers[.location])
            let number = try #require(place.firstMatch(of: #/erfasst=(\d+)/#)).1
            let card = try await office.get("/arbeit/erfassen/\(number)/karte")
            let next = try await office.get(String(place.prefix { $0 != "#" }))
            let code = try #require(next.text.firstMatch(of: #/class="card-code">([^<]+)</#)).1
            let citizen = try await people.signedIn("karte@example.org")
            let claimed = try await citizen.submit(
                try await citizen.get("/ideen/uebernehmen"), ["code": String(code)])

            #expect(card.text.contains(code))
            #expect(claimed.headers[.location] == "/ideen/\(number)")
            try await follow(String(number), of: "karte@example.org", people)
        }
    }

    /// From the desk of the forum to the answer.
    private func follow(_ number: String, of author: String, _ people: PeopleSite) async throws {
        let owed = try await Browser(people.site).get("/pflichten?stand=offen")
        let lead = try await worker("leitung@example.org", .forumLead, people)
        let desk = try await lead.get("/arbeit/foren/1")
        let proposal = try await takeUp(number, lead, people)
        let office = try await worker("buero@example.org", .programmeOffice, people)
        let work = "/arbeit/ideen/\(number)"
        let page = try await office.get(work)
        people.wait(60)
        let answered = try await office.submit(
            page,
            [
                "ergebnis": "idea.taken_up", "antwort": "Ihre Idee steht jetzt im Vorschlag.", "vorschlag": proposal,
                "stelle": try #require(Self.firstOffice(page)),
            ], action: work + "/antwort")
        people.wait(2)
        try await people.site.mailNotices()
        let guest = Browser(people.site)
        let idea = try await guest.get("/ideen/\(number)")
        let duties = try await guest.get("/pflichten?stand=erfuellt")
        let thread = try await guest.get("/faden/idee/\(number)")
        let letters = try await people.mails().filter { $0.recipient.text == author }.map(\.letter)
        let faults = try await people.site.database.read { db in try VerifyJournal().run(in: db).faults }

        #expect(owed.links.contains("/ideen/\(number)"))
        #expect(desk.text.contains("name=\"idee\" value=\"\(number)\""))
        #expect(answered.status == 303)
        #expect(idea.words.contains("Ihre Idee steht jetzt im Vorschlag."))
        #expect(idea.links.contains("/vorschlaege/\(proposal)"))
        #expect(duties.links.contains("/ideen/\(number)"))
        #expect(duties.words.contains("rechtzeitig erfüllt"))
        #expect(thread.links.contains("/vorschlaege/\(proposal)"))
        #expect(
            letters.contains { letter in
                letter.text.contains("> Ihre Idee steht jetzt im Vorschlag.")
                    && letter.html?.contains("<p>Ihre Idee steht jetzt im Vorschlag.</p>") == true
                    && letter.text.contains("/ideen/\(number)") && letter.subject.contains("Neuigkeit")
            })
        #expect(faults == [])
    }

    /// A proposal is worked out of the idea, handed in and published; gives its number.
    private func takeUp(_ number: String, _ lead: Browser, _ people: PeopleSite) async throws -> String {
        let desk = try await lead.get("/arbeit/foren/1")
        let key = try Self.formKey(desk)
        let begun = try await lead.post(
            "/arbeit/vorschlaege", ["formular": key, "forum": "1", "idee": number])
        let path = try #require(begun.headers[.location])
        let form = try await lead.get(path)
        let parts = form.text.matches(of: #/<textarea id="([^"]+)" name="\1"/#).map { ("\($0.1)", "Text zu \($0.1)") }
        let fields = [("formular", try Self.formKey(form)), ("fassung", "1"), ("title", "Sternwarte")] + parts
        _ = try await lead.send(
            .post, path, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: String(QueryText.joined(fields).dropFirst()))
        _ = try await lead.submit(try await lead.get(path), ["tun": "einreichen"], action: "\(path)/stand")
        let office = try await worker("veroeffentlichung@example.org", .programmeOffice, people)
        let published = try await office.submit(
            try await office.get(path), ["tun": "veroeffentlichen"], action: "\(path)/stand")
        return String(try #require(published.headers[.location]?.firstMatch(of: #/^/vorschlaege/(\d+)/#)).1)
    }

    private func worker(_ email: String, _ role: Role, _ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn(email)
        let now = people.now
        try await people.site.database.write { db in
            let address = try #require(EmailAddress(email))
            let person = try #require(try Person.find(email: address, in: db))
            let programme = try #require(try ProgrammeQueries.all(in: db).first)
            try GrantRole(role, to: person.id, in: programme.id, forMatter: role.reach == .matter ? "1" : nil)
                .runAsOperator(at: now, in: db)
        }
        return browser
    }

    private static func formKey(_ page: Answer) throws -> String {
        String(try #require(page.text.firstMatch(of: #/name="formular" value="([^"]+)"/#)).1)
    }

    /// The office that answers, as the form offers it first.
    private static func firstOffice(_ page: Answer) -> String? {
        page.text.firstMatch(of: #/<select id="stelle".*?<option value="([^"]+)"/#.dotMatchesNewlines())
            .map { String($0.1) }
    }
}
