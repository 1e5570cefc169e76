// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct ThreadRoutesTests {
    @Test(arguments: TestPlace.engines)
    func `the midwives' idea can be walked to its discontinued project and back`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))

        let idea = try await browser.get("/faden/idee/8")
        #expect(idea.words.contains("nicht weiterverfolgt"))
        #expect(idea.words.contains("Begründung: Eine bundesweite Vermittlungsplattform deckt das Ziel ab."))
        #expect(idea.words.contains("Bürgergespräch (Townhall) in Oberhausen"))
        #expect(idea.links.contains("/faden/projekt/23"))

        let project = try await browser.get("/faden/projekt/23")
        #expect(project.words.contains("wurde zu „Hebammenzentralen für das Ruhrgebiet“"))
        #expect(project.links.contains("/faden/idee/8"))
    }

    @Test func `the overview leads to the ideas that became something`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/faden")

        #expect(answer.links.contains("/faden/idee/8"))
    }

    @Test(arguments: TestPlace.engines)
    func `many projects of one decision are told as a number`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))

        let answer = try await browser.get("/faden/beschluss/2")

        #expect(answer.words.contains("43 Projekte"))
        #expect(answer.links.filter { $0.hasPrefix("/faden/projekt/") }.count == 43)
    }

    @Test func `a project does not drag in the other ideas of its forum`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/p/musterregion/faden/projekt/1")

        #expect(answer.words.contains("Jede Stunde ein Bus, auch abends"))
        #expect(answer.words.contains("Wege, die verbinden"))
        #expect(!answer.words.contains("Mitfahrbank"))
    }

    @Test(arguments: ["/faden/idee/999", "/faden/katze/1", "/faden/idee/x", "/faden/projekt"])
    func `what is not there has no thread`(address: String) async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get(address)

        #expect(answer.status == 404)
    }

    @Test func `the template uses what the page has`() throws {
        try expectKnownTags(ThreadPage.self)
    }
}
