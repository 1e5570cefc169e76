// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct FundingPageTests {
    @Test(arguments: TestPlace.engines)
    func `the sum says its kind, basis and years, and what it does not contain`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))

        let answer = try await browser.get("/p/musterregion/mittel")

        #expect(answer.status == 200)
        #expect(answer.words.contains("38.200.193,85 €"))
        #expect(answer.words.contains("Diese Summe enthält nicht:"))
        #expect(answer.words.contains("Projekte ohne jede Buchung."))
        #expect(answer.words.contains("6 nur genannte Beträge, siehe unten."))
        #expect(answer.links.contains("/p/musterregion/mittel?art=paid&grundlage=state_share"))
    }

    @Test(arguments: TestPlace.engines)
    func `where nothing is booked, only what sources name is shown and not added up`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))

        let answer = try await browser.get("/mittel")

        #expect(answer.words.contains("In diesem Programm ist kein Geld gebucht."))
        #expect(answer.words.contains("Für 18 von 56 Projekten nennt eine Quelle einen Betrag."))
        #expect(answer.words.contains("Gemeinsame Förderung mit dem Projekt Sprach- und Kulturmittler; nicht doppelt"))
        #expect(!answer.text.contains("river-wide"))
    }

    @Test func `a year narrows the sum and the way to the other kinds`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/p/musterregion/mittel?art=paid&jahr=2025")

        #expect(answer.status == 200)
        #expect(answer.links.contains("/p/musterregion/mittel?art=approved&grundlage=state_share&jahr=2025"))
    }

    @Test func `a kind that is not booked on a basis is said to be empty, with a way on`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/p/musterregion/mittel?art=planned&grundlage=other")

        #expect(answer.status == 200)
        #expect(answer.words.contains("Dazu ist nichts gebucht."))
        #expect(!answer.words.contains("0 € für"))
    }

    @Test(arguments: ["art=geschenkt", "grundlage=x", "jahr=1848", "jahr=zwei"])
    func `what is no kind, basis or year of the ledger is refused`(query: String) async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/p/musterregion/mittel?\(query)")

        #expect((400..<500).contains(answer.status))
    }

    @Test func `the downloads hold the ways and, apart from them, the named amounts`() async throws {
        let browser = Browser(try await Bundled.site())

        let ways = try await browser.get("/p/musterregion/mittel.csv?art=approved&grundlage=state_share")
        let named = try await browser.get("/mittel/genannte-betraege.csv")

        #expect(ways.text.contains("state_share"))
        #expect(named.text.contains("ÖPNV-Initiative"))
        #expect(named.text.split(separator: "\r\n").count == 19)
    }

    @Test func `a project shows what was approved, paid and remains`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/p/musterregion/projekte/1")

        #expect(answer.text.contains("money-amount"))
        #expect(answer.words.contains("noch nicht ausgezahlt"))
    }

    @Test func `the template uses what the page has`() throws {
        try expectKnownTags(FundingPage.self)
    }
}
