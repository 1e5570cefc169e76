// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Web

@Suite struct ChroniclePageTests {
    @Test(arguments: TestPlace.engines)
    func `the chronicle tells all 55 entries with figures and sources`(engine: Engine) async throws {
        let answer = try await Browser(try await Bundled.site(engine)).get("/chronik")
        #expect(answer.words.contains("55 Einträge"))
        #expect(answer.text.matches(of: #/<li class="timeline-entry /#).count == 55)
        #expect(answer.words.contains("Themenforen: 20"))
        #expect(answer.words.contains("Landtag NRW, Plenarprotokoll 17/24"))
    }

    @Test(arguments: TestPlace.engines)
    func `stage and kind narrow the chronicle`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))
        let stage = try await browser.get("/chronik?phase=vorlauf")
        #expect(stage.words.contains("3 Einträge"))
        let both = try await browser.get("/chronik?phase=zuhoeren&art=kritik")
        #expect(both.text.matches(of: #/<li class="timeline-entry /#).count == 3)
        let neither = try await browser.get("/chronik?phase=vorlauf&art=kritik")
        #expect(neither.words.contains("Zu dieser Auswahl steht nichts in der Chronik."))
    }

    @Test(arguments: ["/chronik?phase=mittags", "/chronik?art=zirkus"])
    func `an unknown stage or kind is not taken for all of them`(target: String) async throws {
        let answer = try await Browser(try await Bundled.site()).get(target)
        #expect(answer.status == 404)
    }

    @Test(arguments: TestPlace.engines)
    func `the official totals stand in the words of their time`(engine: Engine) async throws {
        let answer = try await Browser(try await Bundled.site(engine)).get("/chronik")
        #expect(answer.words.contains("abgeschlossen: 42; in Umsetzung: 16; nicht weiterverfolgt: 15"))
        #expect(answer.words.contains("136 Mio. €") || answer.words.contains("136\u{A0}Mio.\u{A0}€"))
        #expect(answer.words.contains("Zeitgenössische Berichte nennen 74."))
    }

    @Test func `the template uses what the page has`() throws {
        try expectKnownTags(ChroniclePage.self)
    }

    @Test func `the whole chronicle needs no more statements than a part of it`() async throws {
        let count = StatementCount()
        let browser = Browser(try await count.site())
        let whole = try await count.count(of: "/chronik", in: browser)
        let part = try await count.count(of: "/chronik?phase=vorlauf", in: browser)
        #expect(whole == part)
    }
}
