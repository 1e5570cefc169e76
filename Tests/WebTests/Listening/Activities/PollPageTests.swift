// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Polls in the browser: set up, voted in by people and guests, counted.
@Suite struct PollPageTests {
    /// The poll of Musterregion that is open.
    private static let path = "/mitmachangebote/17"

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(ActivityPage.self)
        try expectKnownTags(BallotPage.self)
        try expectKnownTags(BallotRequestPage.self)
        try expectKnownTags(BallotDonePage.self)
        try expectKnownTags(PollDeskPage.self)
        try expectKnownTags(PollFormPage.self)
        try expectKnownTags(PollAtWorkPage.self)
    }

    @Test(arguments: TestPlace.engines)
    func `whoever is signed in votes, sees the ballot again and changes it, and the journal hears nothing`(
        _ engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let one = try await people.signedIn("a@example.org")
            let before = try await people.entries()
            let show = try await one.get(Self.path)
            let form = try await one.get("\(Self.path)/abstimmen")
            let cast = try await one.submit(form, ["thema": "1", "thema": "5"])
            let twice = try await one.submit(form, ["thema": "1", "thema": "5"])
            let again = try await one.get("\(Self.path)/abstimmen")
            _ = try await one.submit(again, ["thema": "2"])
            let last = try await one.get("\(Self.path)/abstimmen")
            let after = try await people.entries()
            let number = try await people.ballots()

            #expect(show.links.contains("\(Self.path)/abstimmen"))
            #expect(show.words.contains("Wählen Sie aus 10 Themen bis zu 3"))
            #expect(cast.headers[.location] == "\(Self.path)/abgestimmt")
            #expect(twice.status == 303)
            #expect(Self.ticked(again) == ["1", "5"])
            #expect(again.words.contains("Ihr Stimmzettel vom 23. November 2026 liegt vor."))
            #expect(Self.ticked(last) == ["2"])
            #expect(number == 1)
            #expect(after == before)
        }
    }

    private static func ticked(_ answer: Answer) -> [String] {
        answer.text.matches(of: #/type="checkbox" value="(\d+)" checked/#).map { String($0.1) }
    }

    @Test(arguments: TestPlace.engines)
    func `a guest gets the way to a ballot by mail, uses it twice and has one ballot`(_ engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let guest = Browser(people.site)
            let form = try await guest.get("\(Self.path)/abstimmen")
            let asked = try await guest.submit(form, ["email": "Gast@example.org"])
            let mail = try #require(try await people.mails().last { $0.recipient.text == "gast@example.org" })
            let ballot = try await guest.get(mail.path)
            let cast = try await guest.submit(ballot, ["thema": "3", "kommune": ""])
            let other = Browser(people.site)
            let again = try await other.get(mail.path)
            _ = try await other.submit(again, ["thema": "4"])
            let last = try await guest.get(mail.path)
            let number = try await people.ballots()

            #expect(asked.headers[.location] == "\(Self.path)/stimmzettel")
            #expect(mail.isSecret)
            #expect(cast.headers[.location] == "\(Self.path)/abgestimmt?wie=mail")
            #expect(Self.ticked(again) == ["3"])
            #expect(Self.ticked(last) == ["4"])
            #expect(number == 1)
            #expect(guest.cookieNames == [])
        }
    }

    @Test func `a guest who signs in with the same address changes the same ballot`() async throws {
        try await PeopleSite.with { people in
            let guest = Browser(people.site)
            _ = try await guest.submit(try await guest.get("\(Self.path)/abstimmen"), ["email": "a@example.org"])
            let mail = try #require(try await people.mails().last { $0.cause == "ballot" })
            _ = try await guest.submit(try await guest.get(mail.path), ["thema": "3"])
            let person = try await people.signedIn("a@example.org")
            let own = try await person.get("\(Self.path)/abstimmen")
            _ = try await person.submit(own, ["thema": "6"])
            let number = try await people.ballots()

            #expect(Self.ticked(own) == ["3"])
            #expect(number == 1)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `one's data says that somebody has voted, but not for what, and after the count nothing`(
        _ engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let one = try await people.signedIn("a@example.org")
            let other = try await people.signedIn("b@example.org")
            _ = try await one.submit(try await one.get("\(Self.path)/abstimmen"), ["thema": "5"])
            let own = try await people.ballotTable(of: "a@example.org")
            let foreign = try await people.ballotTable(of: "b@example.org")
            let page = try await one.get("/mein/daten")
            let otherPage = try await other.get("/mein/daten")
            people.pollKeys.lose()
            let later = try await people.ballotTable(of: "a@example.org")

            #expect(own.columns == ["programme", "poll", "municipality", "cast_on"])
            #expect(own.rows.map(\.last) == ["2026-11-23"])
            #expect(foreign.rows == [])
            #expect(page.words.contains("Abstimmungen, die noch laufen: 1 Eintrag"))
            #expect(page.words.contains("Die Stimme ist geheim"))
            #expect(otherPage.words.contains("Abstimmungen, die noch laufen: 0 Einträge"))
            #expect(later.rows == [])
        }
    }

    @Test func `too many topics and a wrong link come back with a reason, and nothing is in the box`() async throws {
        try await PeopleSite.with { people in
            let one = try await people.signedIn("a@example.org")
            let form = try await one.get("\(Self.path)/abstimmen")
            let many = try await one.submit(form, ["thema": "1", "thema": "2", "thema": "3", "thema": "4"])
            let none = try await one.submit(form)
            let guest = Browser(people.site)
            let wrong = try await guest.get(
                "\(Self.path)/abstimmen?schluessel=\(String(repeating: "a", count: 64))")
            let noAddress = try await guest.submit(try await guest.get("\(Self.path)/abstimmen"), ["email": "gast"])
            let number = try await people.ballots()

            #expect(many.status == 422)
            #expect(many.words.contains("Höchstens 3 sind möglich"))
            #expect(Self.ticked(many) == ["1", "2", "3", "4"])
            #expect(none.status == 422)
            #expect(wrong.status == 410)
            #expect(noAddress.status == 422)
            #expect(noAddress.text.contains("value=\"gast\""))
            #expect(number == 0)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the office sets up a poll, moves its end in public, and everybody reads the result`(
        _ engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await people.signedIn("buero@example.org")
            try await people.grant(.programmeOffice, to: "buero@example.org")
            let form = try await office.get("/arbeit/abstimmungen/neu")
            let made = try await office.submit(form, Self.typed)
            let place = try #require(made.headers[.location])
            let open = place.replacing("/arbeit/abstimmungen", with: "/mitmachangebote")
            let page = try await office.get(place)
            _ = try await office.submit(page, ["ende": "2026-12-10", "grund": "Ferien"], action: place)
            let moved = try await Browser(people.site).get(open)
            for number in 0..<7 {
                let voter = try await people.signedIn("w\(number)@example.org")
                _ = try await voter.submit(
                    try await voter.get("\(open)/abstimmen"), ["thema": number < 4 ? "1" : "3"])
            }
            people.wait(18 * 86_400)
            let now = people.now
            _ = try await people.site.database.write { db in try FollowPollDates().run(at: now, in: db) }
            let returned = try await people.signedIn("buero@example.org")
            let late = try await returned.get("\(open)/abstimmen")
            let result = try await Browser(people.site).get(open)
            let rows = try await Browser(people.site).get(
                "/mitmachangebote/ergebnisse.csv?angebot=\(open.split(separator: "/").last ?? "")")
            let list = try await returned.get("/arbeit/abstimmungen")

            #expect(moved.words.contains("Am 23. November 2026 geändert"))
            #expect(moved.words.contains("Grund: Ferien"))
            #expect(moved.words.contains("bis 10. Dezember 2026, 24 Uhr"))
            #expect(late.status == 403)
            #expect(result.words.contains("7 Stimmzettel"))
            #expect(result.words.contains("57 % · 4 Stimmen"))
            #expect(result.words.contains("Radwege 43 % · 3 Stimmen"))
            #expect(rows.text.contains("Radwege"))
            #expect(list.words.contains("beendet"))
        }
    }

    private static let typed: KeyValuePairs<String, String> = [
        "titel": "Was kommt zuerst?", "auswahl": "1", "ergebnis": "at_end", "beginn": "2026-11-23",
        "ende": "2026-12-01", "wer": "alle", "verwendung": "Danach richtet sich die Reihenfolge.", "forum": "1",
        "feld": "2", "themen": "Radwege\nSchnelles Netz",
    ]

    @Test func `who does not run polls finds no way in, and a form with faults keeps what was typed`() async throws {
        try await PeopleSite.with { people in
            let somebody = try await people.signedIn("a@example.org")
            var refused: [Int] = []
            for path in ["", "/neu", "/17", "/17/bearbeiten"] {
                refused.append(try await somebody.get("/arbeit/abstimmungen\(path)").status)
            }
            let office = try await people.signedIn("buero@example.org")
            try await people.grant(.programmeOffice, to: "buero@example.org")
            let back = try await office.submit(
                try await office.get("/arbeit/abstimmungen/neu"),
                ["titel": "Nur <b>das</b>", "auswahl": "3", "themen": "Eins"])
            let begun = try await office.get("/arbeit/abstimmungen/17/bearbeiten")

            #expect(refused == [403, 403, 403, 403])
            #expect(back.status == 422)
            #expect(back.text.contains("Nur &lt;b&gt;das&lt;/b&gt;"))
            #expect(back.words.contains("Bitte nennen Sie mindestens zwei Themen."))
            #expect(begun.status == 403)
        }
    }
}

extension PeopleSite {
    fileprivate func ballots() async throws -> Int64 {
        try await site.database.read { db in try db.value("SELECT COUNT(*) FROM ballot") ?? 0 }
    }

    /// What somebody's own data holds about their ballots.
    fileprivate func ballotTable(of email: String) async throws -> PersonalData.Table {
        let (now, keys) = (now, pollKeys.keys)
        return try await site.database.read { db in
            let address = try #require(EmailAddress(email))
            let person = try #require(try Person.find(email: address, in: db))
            let data = try PersonalData.read(as: Visitor(person), pollKeys: keys, at: now, in: db)
            return try #require(data.tables.first { $0.name == "ballots" })
        }
    }

    fileprivate func entries() async throws -> Int64 {
        try await site.database.read { db in try db.value("SELECT MAX(number) FROM journal_entry") ?? 0 }
    }
}
