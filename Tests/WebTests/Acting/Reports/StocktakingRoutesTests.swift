// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Reports about the whole programme in the browser.
@Suite struct StocktakingRoutesTests {
    @Test(arguments: TestPlace.engines)
    func `a report is published once and stays as it was`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await people.signedIn("office@example.org")
            try await people.grant(.programmeOffice, to: "office@example.org")
            let guest = Browser(people.site)
            let open = try await guest.get("/berichte/stand?stichtag=2026-06-30")
            let page = try await office.get("/berichte/stand?stichtag=2026-06-30")
            let answer = try await office.submit(page, action: "/berichte/stand")
            let place = try #require(answer.headers[.location])
            people.wait(2)
            let shown = try await guest.get(place)
            let file = try await guest.get("\(place)/datei")
            let list = try await guest.get("/berichte")
            let again = try await guest.get("\(place)/datei")

            #expect(open.status == 200)
            #expect(!open.text.contains("method=\"post\" action=\"/berichte/stand\""))
            #expect(place == "/berichte/1")
            #expect(shown.words.contains("Seilbahn Musterhausen"))
            #expect(file.text == again.text)
            #expect(file.text.contains("Seilbahn Musterhausen"))
            #expect(list.links.contains("/berichte/1"))
            #expect(!file.text.contains("office@example.org"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a published report stands in the journal, and verifying finds a file that was exchanged`(
        engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await people.signedIn("office@example.org")
            try await people.grant(.programmeOffice, to: "office@example.org")
            let page = try await office.get("/berichte/stand?stichtag=2026-06-30")
            _ = try await office.submit(page, action: "/berichte/stand")
            people.wait(2)
            let journal = try await Browser(people.site).get("/protokoll")
            let table = try await Browser(people.site).get("/protokoll.csv")
            let sound = try await people.site.database.read { db in try VerifyJournal().run(in: db) }
            try await people.site.database.write { db in
                try db.execute("UPDATE frozen_file SET content = 'Alles bestens.'")
            }
            let altered = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(journal.words.contains("Fortschrittsbericht 1"))
            #expect(journal.links.contains("/berichte/1"))
            #expect(table.text.contains("/berichte/1"))
            #expect(sound.faults == [])
            #expect(altered.faults == ["musterregion: report 1: its file was altered"])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the report is made as a Word document with every row, for those who work here`(
        engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await people.signedIn("office@example.org")
            try await people.grant(.programmeOffice, to: "office@example.org")
            let page = try await office.get("/berichte/stand?stichtag=2026-06-30")
            let ordered = try await office.submit(page, ["format": "docx"], action: "/arbeit/exporte")
            let place = try #require(ordered.headers[.location])
            let made = try await ExportRound(people.site).run { false }
            let done = try await office.get(place)
            let file = try await office.get(place + "/datei")
            let guest = try await Browser(people.site).get("/berichte/stand?stichtag=2026-06-30")

            #expect(made)
            #expect(done.words.contains("Das Dokument ist fertig."))
            #expect(file.text.hasPrefix("PK"))
            #expect(
                file.headers[.contentDisposition] == "attachment; filename=\"fortschrittsbericht-2026-06-30.docx\"")
            #expect(!guest.text.contains("/arbeit/exporte"))
        }
    }

    @Test func `two days give the report of what happened between them`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/p/musterregion/berichte/vergleich?von=2025-12-31&bis=2026-06-30")

        #expect(answer.status == 200)
        #expect(answer.words.contains("Seilbahn Musterhausen"))
        #expect(answer.words.contains("ruht → nicht weiterverfolgt"))
    }

    @Test func `official counts of the Ruhr conference stand beside what is documented`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/berichte/stand")

        #expect(answer.words.contains("Amtliche Zahlen"))
        #expect(answer.words.contains("Beträge") || answer.words.contains("unbekannt, nicht null"))
    }

    @Test(arguments: [
        "/berichte/stand?stichtag=2999-01-01", "/berichte/stand?stichtag=gestern",
        "/berichte/stand?wissensstand=1990-01-01", "/berichte/99",
    ])
    func `a day that nobody can know of has no report`(target: String) async throws {
        let answer = try await Browser(Bundled.site()).get(target)

        #expect(answer.status == 404)
    }

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(StocktakingListPage.self)
        try expectKnownTags(StocktakingPage.self)
        try expectKnownTags(StocktakingChangePage.self)
        try expectKnownTags(PublishedStocktakingPage.self)
        try expectKnownTags(FrozenStocktaking.self)
        try expectKnownTags(WorkPage.self)
    }
}
