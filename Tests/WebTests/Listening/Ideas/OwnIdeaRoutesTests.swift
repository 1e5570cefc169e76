// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

@Suite struct OwnIdeaRoutesTests {
    /// Somebody who has just handed in an idea; its path.
    private func author(_ people: PeopleSite, files: [SentFile] = []) async throws -> (Browser, String) {
        let browser = try await people.signedIn("a@example.org")
        let sent = try await browser.submit(
            try await browser.get("/ideen/neu"),
            ["titel": "Windspiele am Kanal", "text": "Kupferglocken klingeln leise.", "geprueft": "ja"], files: files,
            action: "/ideen/neu")
        let place = try #require(sent.headers[.location])
        return (browser, String(place.prefix { $0 != "?" }))
    }

    @Test(arguments: TestPlace.engines)
    func `a slip is mended without a trace, a later change can be read word by word`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let (browser, path) = try await author(people)
            let mended = try await browser.submit(
                try await browser.get(path + "/bearbeiten"),
                ["titel": "Windspiele am Kanal", "text": "Kupferglocken klingeln sehr leise."], action: path)
            let none = try await browser.get(path + "/fassungen")
            people.wait(60 * 60)
            let changed = try await browser.submit(
                try await browser.get(path + "/bearbeiten"),
                ["titel": "Windspiele am Kanal", "text": "Holzglocken klingeln sehr leise."], action: path)
            let shown = try await Browser(people.site).get(path)
            let versions = try await Browser(people.site).get(path + "/fassungen")
            let report = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(mended.status == 303)
            #expect(none.status == 404)
            #expect(changed.status == 303)
            #expect(shown.words.contains("Holzglocken klingeln sehr leise."))
            #expect(shown.words.contains("Einmal geändert"))
            #expect(versions.words.contains("Kupferglocken"))
            #expect(versions.words.contains("Holzglocken"))
            #expect(report.faults == [])
        }
    }

    @Test func `whoever comes second sees both texts, and nothing is lost`() async throws {
        try await PeopleSite.with { people in
            let (browser, path) = try await author(people)
            let one = try await browser.get(path + "/bearbeiten")
            let two = try await browser.get(path + "/bearbeiten")
            _ = try await browser.submit(one, ["titel": "Windspiele", "text": "Aus Holz."], action: path)
            let late = try await browser.submit(two, ["titel": "Windspiele", "text": "Aus Messing."], action: path)
            let saved = try await browser.submit(late, ["titel": "Windspiele", "text": "Aus Messing."], action: path)
            let shown = try await browser.get(path)

            #expect(late.status == 409)
            #expect(late.text.contains("Holz"))
            #expect(late.text.contains("Aus Messing."))
            #expect(saved.status == 303)
            #expect(shown.words.contains("Aus Messing."))
        }
    }

    @Test func `the button of the preview shows the text beforehand and changes nothing`() async throws {
        try await PeopleSite.with { people in
            let (browser, path) = try await author(people)
            let form = try await browser.get(path + "/bearbeiten")
            let seen = try await browser.submit(
                form, ["titel": "Windspiele", "text": "Aus **Messing**.", "aktion": "vorschau"],
                action: path + "/bearbeiten")
            let wrong = try await browser.submit(
                form, ["titel": "Windspiele", "text": "", "aktion": "vorschau"], action: path + "/bearbeiten")
            let before = try await browser.get(path)
            let saved = try await browser.submit(
                seen, ["titel": "Windspiele", "text": "Aus **Messing**."], action: path + "/bearbeiten")

            #expect(form.text.contains("<section id=\"vorschau\" aria-labelledby=\"vorschau-titel\" hidden>"))
            #expect(seen.status == 200)
            #expect(seen.text.contains("Aus <strong>Messing</strong>."))
            #expect(seen.text.contains("Aus **Messing**."))
            #expect(wrong.status == 422)
            #expect(before.words.contains("Kupferglocken"))
            #expect(saved.status == 303)
        }
    }

    @Test func `nobody else changes an idea, and nobody at all one that is answered`() async throws {
        try await PeopleSite.with { people in
            let (browser, path) = try await author(people)
            let page = try await browser.get(path + "/bearbeiten")
            let other = try await people.signedIn("b@example.org")
            let foreign = try await other.get(path + "/bearbeiten")
            let guest = try await Browser(people.site).get(path + "/bearbeiten")
            let empty = try await browser.submit(page, ["titel": "", "text": "Text bleibt"], action: path)
            try await people.site.database.write { db in
                try db.execute("UPDATE idea SET state = 'idea.answered' WHERE title = 'Windspiele am Kanal'")
            }
            let answered = try await browser.submit(page, ["titel": "Neu", "text": "Neu"], action: path)

            #expect(foreign.status == 403)
            #expect(guest.status == 303)
            #expect(empty.status == 422)
            #expect(empty.text.contains("Text bleibt"))
            #expect(answered.status == 403)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `taken back, an idea and its files are gone and nothing is owed`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let (browser, path) = try await author(people, files: [.paper])
            let file = String(
                try #require(try await browser.get(path).text.firstMatch(of: #/href="(/dokumente/[0-9]+)"/#)).1)
            let page = try await browser.get(path + "/zuruecknahme")
            let unsure = try await browser.submit(page, action: path)
            let withdrawn = try await browser.submit(page, ["verstanden": "ja"], action: path)
            people.wait(5)
            let guest = Browser(people.site)
            let (gone, noFile) = (try await guest.get(path), try await guest.get(file))
            let left = try await people.site.database.read { db in
                let files: Int64? = try db.value("SELECT COUNT(*) FROM stored_file")
                let owed: Int64? = try db.value(
                    """
                    SELECT COUNT(*) FROM duty d JOIN idea i ON i.id = d.matter_id
                    WHERE i.withdrawn_on IS NOT NULL AND d.state = 'duty.open'
                    """)
                return [files, owed]
            }
            let report = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(unsure.status == 422)
            #expect(withdrawn.status == 303)
            #expect(gone.status == 410)
            #expect(noFile.status == 404)
            #expect(left == [0, 0])
            #expect(report.faults == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `an idea that was begun waits on one's own page with its files, and goes when it is handed in`(
        engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let browser = try await people.signedIn("a@example.org")
            let kept = try await browser.submit(
                try await browser.get("/ideen/neu"), ["text": "Nur ein Anfang", "aktion": "speichern"],
                files: [.paper], action: "/ideen/neu")
            people.wait(3 * 24 * 60 * 60)
            let later = try await people.signedIn("a@example.org")
            let own = try await later.get("/mein")
            let link = try #require(own.links.first { $0.contains("/ideen/neu?entwurf=") })
            let page = try await later.get(link)
            let foreign = try await (try await people.signedIn("b@example.org")).get(link)
            let sent = try await later.submit(
                page, ["titel": "Windspiele", "text": "Nur ein Anfang, und das Ende", "geprueft": "ja"],
                action: "/ideen/neu")
            let shown = try await later.get(sent.headers[.location] ?? "")
            let after = try await later.get("/mein")

            #expect(kept.status == 303)
            #expect(own.words.contains("Noch ohne Titel"))
            #expect(page.text.contains("Nur ein Anfang"))
            #expect(page.text.contains("Plan der Bänke.pdf"))
            #expect(foreign.status == 404)
            #expect(sent.status == 303)
            #expect(shown.words.contains("Plan der Bänke.pdf"))
            #expect(!after.words.contains("Ideen, die Sie begonnen haben"))
        }
    }

    @Test func `an idea that was begun can be discarded, by its owner alone`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.signedIn("a@example.org")
            _ = try await browser.submit(
                try await browser.get("/ideen/neu"), ["titel": "Anfang", "aktion": "speichern"], files: [.paper],
                action: "/ideen/neu")
            let own = try await browser.get("/mein")
            let gone = try await browser.submit(own, action: "/mein/entwuerfe")
            let after = try await browser.get("/mein")
            let files: Int64? = try await people.site.database.read { db in
                try db.value("SELECT COUNT(*) FROM stored_file")
            }

            #expect(own.words.contains("Anfang"))
            #expect(gone.status == 303)
            #expect(!after.words.contains("Ideen, die Sie begonnen haben"))
            #expect(files == 0)
        }
    }

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(IdeaEditPage.self)
        try expectKnownTags(IdeaWithdrawalPage.self)
        try expectKnownTags(IdeaVersionsPage.self)
        try expectKnownTags(OwnPage.self)
    }
}
