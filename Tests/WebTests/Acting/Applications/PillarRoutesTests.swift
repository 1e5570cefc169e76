// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Web

@Suite struct PillarRoutesTests {
    @Test(arguments: TestPlace.engines)
    func `partner projects stand with their calls, criteria and public applications`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))

        let answer = try await browser.get("/p/musterregion/partnerprojekte")

        #expect(answer.words.contains("8 Projekte"))
        #expect(answer.words.contains("12 öffentliche Anträge"))
        #expect(answer.words.contains("Eigenanteil von mindestens 20 Prozent"))
    }

    @Test func `an application that is not public does not appear`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/p/musterregion/partnerprojekte")

        #expect(answer.words.contains("Sportplatz im Schatten"))
        #expect(!answer.words.contains("Jugendhaus"))
        #expect(!answer.words.contains("Glockenweg"))
    }

    @Test func `state programmes have a page of their own`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/landesprogramme")

        #expect(answer.status == 200)
        #expect(answer.words.contains("3 Projekte"))
    }

    @Test func `the template uses what the page has`() throws {
        try expectKnownTags(PillarPage.self)
    }
}
