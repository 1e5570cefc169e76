// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Registering for an event in the browser, and running it.
@Suite struct RegistrationPageTests {
    private static func event(of forum: String) -> KeyValuePairs<String, String> {
        [
            "gehoert-zu": forum, "titel": "Werkstatt am Kanal", "art": "workshop", "datum": "2026-12-10",
            "beginn": "18:00", "ende": "20:30", "ort": "Auenbrück, Bürgerhaus",
            "tagesordnung": "## Ablauf\n\n- Ankommen", "plaetze": "1", "anmeldung-ab": "2026-11-20",
            "anmeldung-bis": "2026-12-08",
        ]
    }

    /// Plans an event the way the programme office does; tells its path.
    private static func plan(_ people: PeopleSite, _ browser: Browser) async throws -> String {
        let page = try await browser.get("/arbeit/veranstaltungen/neu?forum=1")
        let forum = try #require(page.text.firstMatch(of: #/<option value="([0-9a-f]{32})" selected>/#)).1
        let answer = try await browser.submit(page, event(of: String(forum)))
        return try #require(answer.headers[.location])
    }

    private static func office(_ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("office@example.org")
        try await people.grant(.programmeOffice, to: "office@example.org")
        return browser
    }

    @Test(arguments: TestPlace.engines)
    func `a guest registers by mail, the next one waits, and moves up when the first cancels`(
        engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let work = try await Self.plan(people, try await Self.office(people))
            let path = work.replacing("/arbeit", with: "")
            let guest = Browser(people.site)
            let show = try await guest.get(path)
            for name in ["anna", "ben"] {
                people.wait(1)
                let form = try await guest.get("\(path)/anmeldung")
                let sent = try await guest.submit(form, ["name": name, "email": "\(name)@example.org"])
                #expect(sent.headers[.location] == "\(path)/anmeldung/gesendet")
                let mail = try #require(try await people.mails().last { $0.recipient.text == "\(name)@example.org" })
                people.wait(1)
                let link = try await guest.get(mail.path)
                #expect(link.words.contains("Möchten Sie kommen?"))
                _ = try await guest.submit(link, action: "/anmeldungen")
            }
            people.wait(1)
            let full = try await guest.get(path)
            let anna = try #require(try await people.mails().last { $0.recipient.text == "anna@example.org" })
            let own = try await guest.get(anna.registrationPath)
            let ended = try await guest.submit(own, action: "/anmeldungen/ende")
            let ben = try await people.mails().filter { $0.recipient.text == "ben@example.org" }.map(\.cause)
            let gone = try await guest.get(anna.registrationPath)

            #expect(show.words.contains("Noch 1 von 1 Plätzen ist frei."))
            #expect(show.text.contains("<h3>Ablauf</h3>"))
            #expect(show.words.contains("10. Dezember 2026, 18:00 bis 20:30 Uhr"))
            #expect(full.words.contains("1 Person steht auf der Warteliste"))
            #expect(own.words.contains("Sie sind angemeldet"))
            #expect(own.headers[.cacheControl] == "no-store")
            #expect(ended.words.contains("Sie sind abgemeldet"))
            #expect(ben.sorted() == ["registration_confirm", "registration_moved_up", "registration_waiting"])
            #expect(gone.status == 410)
        }
    }

    @Test func `opening a link changes nothing, since mail programs open them too`() async throws {
        try await PeopleSite.with { people in
            let work = try await Self.plan(people, try await Self.office(people))
            let path = work.replacing("/arbeit", with: "")
            let guest = Browser(people.site)
            let form = try await guest.get("\(path)/anmeldung")
            _ = try await guest.submit(form, ["name": "Anna", "email": "anna@example.org"])
            let mail = try #require(try await people.mails().last { $0.recipient.text == "anna@example.org" })
            _ = try await guest.get(mail.path)
            _ = try await guest.get(mail.path)
            let show = try await Browser(people.site).get(path)

            #expect(show.words.contains("Noch 1 von 1 Plätzen ist frei."))
        }
    }

    @Test func `what a guest typed comes back, with everything that is missing`() async throws {
        try await PeopleSite.with { people in
            let work = try await Self.plan(people, try await Self.office(people))
            let path = work.replacing("/arbeit", with: "")
            let guest = Browser(people.site)
            let form = try await guest.get("\(path)/anmeldung")
            let answer = try await guest.submit(
                form, ["name": "", "email": "nichts", "organisation": "<b>Rat</b>", "kommune": "99999999"])
            let mails = try await people.mails().filter { $0.cause.hasPrefix("registration") }

            #expect(answer.status == 422)
            #expect(answer.words.contains("Bitte tragen Sie Ihren Namen ein."))
            #expect(answer.words.contains("Das ist keine vollständige E-Mail-Adresse."))
            #expect(answer.words.contains("Diese Auswahl gibt es nicht."))
            #expect(answer.text.contains("value=\"&lt;b&gt;Rat&lt;/b&gt;\""))
            #expect(mails.isEmpty)
        }
    }

    @Test func `a person registers with one click, and sent twice it is once`() async throws {
        try await PeopleSite.with { people in
            let work = try await Self.plan(people, try await Self.office(people))
            let path = work.replacing("/arbeit", with: "")
            let person = try await people.signedIn("a@example.org")
            let form = try await person.get("\(path)/anmeldung")
            let first = try await person.submit(form, ["name": "Anna"])
            let second = try await person.submit(form, ["name": "Anna"])
            let show = try await person.get(path)
            let data = try await person.get("/mein/daten")
            let left = try await person.submit(show, action: "\(path)/abmeldung")
            let after = try await person.get(path)

            #expect(first.headers[.location] == path)
            #expect(second.headers[.location] == path)
            #expect(show.words.contains("angemeldet"))
            #expect(show.text.contains("\(path)/abmeldung"))
            #expect(data.words.contains("Ihre Anmeldungen zu Veranstaltungen"))
            #expect(left.status == 303)
            #expect(after.words.contains("Noch 1 von 1 Plätzen ist frei."))
        }
    }

    @Test func `those who run the event see who comes, and nobody else does`() async throws {
        try await PeopleSite.with { people in
            let office = try await Self.office(people)
            let work = try await Self.plan(people, office)
            let path = work.replacing("/arbeit", with: "")
            let person = try await people.signedIn("a@example.org")
            let form = try await person.get("\(path)/anmeldung")
            _ = try await person.submit(form, ["name": "Anna Geheim", "bedarf": "Gebärdensprache"])
            let cockpit = try await office.get(work)
            let paper = try await office.get("\(work)/anwesenheit")
            let list = try await office.get("/arbeit/veranstaltungen")
            let refused = [
                try await person.get(work), try await person.get("\(work)/anwesenheit"),
                try await person.get("\(work)/niederschrift"), try await person.get("\(work)/bearbeiten"),
                try await person.get("/arbeit/veranstaltungen"), try await person.get("/arbeit/veranstaltungen/neu"),
            ]
            let open = [
                try await Browser(people.site).get(path), try await Browser(people.site).get("/veranstaltungen.json"),
                try await Browser(people.site).get("/suche?q=Geheim"),
            ]

            #expect(cockpit.words.contains("Anna Geheim"))
            #expect(cockpit.words.contains("Gebärdensprache"))
            #expect(paper.words.contains("Anna Geheim"))
            #expect(list.words.contains("1 / 1"))
            #expect(refused.map(\.status) == refused.map { _ in 403 })
            #expect(open.allSatisfy { !$0.text.contains("Anna") })
        }
    }

    @Test func `two people write minutes, and the second loses nothing`() async throws {
        try await PeopleSite.with { people in
            let office = try await Self.office(people)
            let work = try await Self.plan(people, office)
            people.wait(17 * 24 * 3600)
            let again = try await people.signedIn("office@example.org")
            let (one, other) = (
                try await again.get("\(work)/niederschrift"), try await again.get("\(work)/niederschrift")
            )
            _ = try await again.submit(one, ["niederschrift": "Erste Fassung"])
            let conflict = try await again.submit(other, ["niederschrift": "Zweite Fassung"])
            let merged = try await again.submit(
                conflict, ["niederschrift": "Beide Fassungen", "veroeffentlichen": "ja"])
            let show = try await Browser(people.site).get(work.replacing("/arbeit", with: ""))

            #expect(conflict.status == 409)
            #expect(conflict.words.contains("Erste Fassung"))
            #expect(conflict.words.contains("Zweite Fassung"))
            #expect(merged.status == 303)
            #expect(show.words.contains("Beide Fassungen"))
        }
    }

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(EventPage.self)
        try expectKnownTags(EventFormPage.self)
        try expectKnownTags(EventWorkPage.self)
        try expectKnownTags(EventCockpitPage.self)
        try expectKnownTags(AttendancePage.self)
        try expectKnownTags(MinutesPage.self)
        try expectKnownTags(RegistrationFormPage.self)
        try expectKnownTags(RegistrationLinkPage.self)
        try expectKnownTags(RegistrationNotePage.self)
    }
}

extension Mail {
    /// Where the link to one's registration leads; a mail may name a calendar file before it.
    fileprivate var registrationPath: String {
        letter.text.firstMatch(of: #/https?://[^/\s]+(/anmeldungen\S+)/#).map { String($0.1) } ?? ""
    }
}
