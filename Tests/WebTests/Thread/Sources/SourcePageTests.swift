// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct SourcePageTests {
    @Test(arguments: TestPlace.engines)
    func `each source is counted once, however many rest on it`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))
        let list = try await browser.get("/quellen")
        let last = try await browser.get("/quellen?seite=5")
        #expect(list.words.contains("216 Quellen"))
        #expect(last.text.matches(of: #/<article class="cited-source">/#).count == 16)
        let beyond = try await browser.get("/quellen?seite=6")
        #expect(beyond.status == 404)
    }

    @Test func `a source shows its host, never its whole address as text`() async throws {
        let answer = try await Browser(try await Bundled.site()).get("/quellen")
        #expect(answer.words.contains("schulministerium.nrw"))
        #expect(!answer.words.contains("https://"))
        #expect(answer.links.contains("/handlungsfelder/1"))
    }

    private static let addresses: [(url: String, link: String?, host: String?)] = [
        ("https://www.land.nrw/a?b=c", "https://www.land.nrw/a?b=c", "www.land.nrw"),
        ("javascript:alert(1)", nil, nil), ("file:///etc/passwd", nil, nil), ("Landtag, Drucksache 17/24", nil, nil),
    ]

    @Test(arguments: addresses)
    func `only addresses on the web become links`(url: String, link: String?, host: String?) {
        let address = SourceAddress(url)
        #expect(address.link == link)
        #expect(address.host == host)
    }

    @Test(arguments: TestPlace.engines)
    func `what is internal is not among those that cite a source`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))
        for page in ["/p/musterregion/quellen", "/p/musterregion/quellen?seite=2"] {
            let answer = try await browser.get(page)
            #expect(!answer.words.contains("Katzencafé"))
            #expect(!answer.words.contains("Lampe in der Feldstraße"))
        }
    }

    @Test func `the template uses what the page has`() throws {
        try expectKnownTags(SourcePage.self)
    }

    /// Titles are read for forty-eight matters at a time, and a full page cites some hundred and fifty.
    @Test func `a full page of sources needs hardly more statements than the last`() async throws {
        let count = StatementCount()
        let browser = Browser(try await count.site())
        // What is counted once for both is counted now.
        _ = try await browser.get("/quellen?seite=2")
        let full = try await count.count(of: "/quellen", in: browser)
        let last = try await count.count(of: "/quellen?seite=5", in: browser)
        #expect(full <= last + 3)
    }
}
