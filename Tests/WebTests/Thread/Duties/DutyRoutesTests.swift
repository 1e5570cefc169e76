// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Web

@Suite struct DutyRoutesTests {
    @Test(arguments: TestPlace.engines)
    func `what is owed to the public is listed with office and day`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))

        let answer = try await browser.get("/p/musterregion/pflichten")

        #expect(answer.words.contains("32 Pflichten"))
        #expect(answer.words.contains("6 von 10 erfüllten"))
        #expect(answer.words.contains("Referat Bus und Bahn"))
        #expect(answer.words.contains("erfüllt, 265 Tage zu spät"))
    }

    @Test(arguments: [
        ("stand=ueberfaellig", "3 Pflichten"), ("stand=ruht", "2 Pflichten"), ("stand=verfallen", "2 Pflichten"),
        ("stelle=mvu-rad&stand=weitergegeben", "1 Pflicht "),
    ])
    func `a filter narrows the list`(filter: String, words: String) async throws {
        for engine in TestPlace.engines {
            let browser = Browser(try await Bundled.site(engine))

            let answer = try await browser.get("/p/musterregion/pflichten?\(filter)")

            #expect(answer.words.contains(words))
        }
    }

    @Test func `what is owed inside the house stays there`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/p/musterregion/pflichten")

        #expect(answer.words.contains("Pflicht 32"))
        #expect(!answer.words.contains("Pflicht 33"))
        #expect(!answer.words.contains("Pflicht 34"))
    }

    @Test func `a programme without duties says so and leads on`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/pflichten")

        #expect(answer.words.contains("In diesem Programm sind keine Pflichten erfasst."))
        #expect(answer.links.contains("/faden"))
    }

    @Test func `the template uses what the page has`() throws {
        try expectKnownTags(DutyListPage.self)
    }
}
