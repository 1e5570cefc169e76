// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct ProjectRoutesTests {
    @Test(arguments: TestPlace.engines)
    func `the list counts every project, and says what officials counted`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))

        let first = try await browser.get("/projekte")
        let second = try await browser.get("/projekte?seite=2")
        let beyond = try await browser.get("/projekte?seite=3")

        #expect(first.words.contains("56 Projekte"))
        #expect(first.words.contains("73 laut amtlicher Quelle"))
        #expect(first.words.contains("52 hier dokumentiert"))
        #expect(first.text.matches(of: /<li class="row">/).count == 50)
        #expect(second.text.matches(of: /<li class="row">/).count == 6)
        #expect(beyond.status == 404)
    }

    @Test(arguments: [
        ("stand=project-discontinued", "2 Projekte"), ("saeule=landesprogramm", "3 Projekte"),
        ("saeule=partner", "1 Projekt "), ("ressort=MAGS&stand=project-discontinued", "1 Projekt "),
        ("feld=mobilitaet&saeule=partner&stand=project-completed", "Zu dieser Auswahl ist kein Projekt dokumentiert."),
    ])
    func `a filter narrows the list`(filter: String, words: String) async throws {
        for engine in TestPlace.engines {
            let browser = Browser(try await Bundled.site(engine))

            let answer = try await browser.get("/projekte?\(filter)")

            #expect(answer.status == 200)
            #expect(answer.words.contains(words))
        }
    }

    @Test(arguments: ["feld=gibtesnicht", "stand=erfunden", "forum=99", "kommune=00000000", "sortierung=farbe"])
    func `a choice that the list does not have is no page`(filter: String) async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/projekte?\(filter)")

        #expect(answer.status == 404)
    }

    @Test(arguments: TestPlace.engines)
    func `the orders put other projects first`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))
        var first: [String] = []
        for order in ["titel", "nummer", "nachweis"] {
            let answer = try await browser.get("/projekte?sortierung=\(order)")
            first.append(try #require(answer.links.first { $0.contains(/^\/projekte\/[0-9]+$/) }))
        }

        #expect(first[1] == "/projekte/1")
        #expect(Set(first).count == 3)
    }

    @Test func `a discontinued project says why, and leads to the idea it came from`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/projekte/23")

        #expect(answer.words.contains("nicht weiterverfolgt"))
        #expect(answer.words.contains("Eine bundesweite Vermittlungsplattform deckt das Ziel ab."))
        #expect(answer.words.contains("kein Ziel hinterlegt"))
        #expect(answer.links.contains("/ideen/8"))
        #expect(answer.links.contains("/faden/projekt/23"))
    }

    @Test(arguments: TestPlace.engines)
    func `a cited budget and the ledger stand side by side and are not added`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))

        let answer = try await browser.get("/p/musterregion/projekte/1")

        #expect(answer.words.contains("18.400.000 € laut Quelle"))
        #expect(answer.words.contains("Gebuchte Mittel: Anteil des Landes"))
        #expect(answer.words.contains("Bewilligt, aber noch nicht ausgezahlt: 2.390.014,66 €"))
    }

    @Test func `a report that is not released is not shown`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/p/musterregion/projekte/1")

        #expect(answer.words.contains("Bericht zum 30. Juni 2026"))
        #expect(!answer.words.contains("Bericht zum 31. Dezember 2026"))
    }

    @Test func `an unknown number is no page`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/projekte/57")

        #expect(answer.status == 404)
    }

    @Test func `the list asks the database equally often for one and for many projects`() async throws {
        let database = try await Bundled.database(.sqlite)
        let counts = try await database.read { db in
            let programme = try #require(try ProgrammeQueries.all(in: db).first { $0.isMain }).id
            return try [ListPage(1, size: 1), ListPage(1, size: 50)].map { page in
                let before = db.statementCount
                _ = try ProjectSummary.list(in: programme, by: .title, page, db)
                return db.statementCount - before
            }
        }

        #expect(counts == [1, 1])
    }

    @Test func `the templates use what the pages have`() throws {
        try expectKnownTags(ProjectListPage.self)
        try expectKnownTags(ProjectPage.self)
    }
}
