// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct StatusPageTests {
    @Test(arguments: TestPlace.engines)
    func `every reporting date has its bar in the words of its time`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))

        let answer = try await browser.get("/projekte?ansicht=stand")

        #expect(answer.status == 200)
        #expect(answer.text.matches(of: /<li class="status-day">/).count == 7)
        for words in ["75 vorgeschlagen", "17 in Prüfung", "22 abgeschlossen oder überführt", "42 abgeschlossen"] {
            #expect(answer.words.contains(words))
        }
        #expect(answer.words.contains("73 ohne Angabe zum Stand"))
        #expect(answer.words.contains("56 Projekte hier dokumentiert"))
        #expect(answer.links.contains("/projekte?stand=project-running"))
    }

    @Test func `words that a later report no longer uses are named with their number`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/projekte?ansicht=stand")

        #expect(
            answer.words.contains(
                "Vom 7. Dezember 2021 zum 31. Dezember 2022: neu: „abgeschlossen oder überführt“, "
                    + "„nicht weiterverfolgt“, „übrige“; nicht mehr genannt: „in Umsetzung“ (55)"))
    }

    @Test func `in Musterregion the dated states stand beside what officials said`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/p/musterregion/projekte?ansicht=stand")

        #expect(answer.words.contains("20 Projekte laut amtlichem Bericht"))
        #expect(answer.words.contains("21 Projekte hier dokumentiert"))
        #expect(answer.words.contains("1 Projekt ist nicht dabei"))
    }

    @Test func `the picture costs as many statements for one project as for many`() async throws {
        let count = StatementCount()
        let browser = Browser(try await count.site())

        let ruhr = try await count.count(of: "/projekte?ansicht=stand", in: browser)
        let region = try await count.count(of: "/p/musterregion/projekte?ansicht=stand", in: browser)

        #expect(ruhr == region)
        #expect(ruhr < 16)
    }

    @Test(arguments: ["/programm", "/zahlen", "/projekte"])
    func `other pages lead to the picture`(path: String) async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get(path)

        #expect(answer.links.contains("/projekte?ansicht=stand"))
    }

    @Test func `the template uses what the page has`() throws {
        try expectKnownTags(StatusPage.self)
    }
}
