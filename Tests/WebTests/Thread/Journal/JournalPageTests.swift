// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct JournalPageTests {
    @Test(arguments: TestPlace.engines)
    func `the journal shows its head to copy and its entries, the newest first`(engine: Engine) async throws {
        let site = try await Bundled.site(engine)
        let head = try await site.read { db in try JournalListing.head(in: db).map { "\($0.number):\($0.digest)" } }
        let answer = try await Browser(site).get("/protokoll")
        let known = try #require(head)
        #expect(answer.words.contains(known))
        #expect(answer.words.contains("übernommen"))
        #expect(answer.text.matches(of: #/<th scope="row" data-label="Nummer">/#).count == 50)
    }

    @Test(arguments: TestPlace.engines)
    func `an entry leads to its matter, and internal matters are left out`(engine: Engine) async throws {
        let site = try await Bundled.site(engine)
        let browser = Browser(site)
        let programme = try #require(try await site.read(site.programmes).first { $0.slug == "musterregion" })
        let total = try await site.read { db in try JournalListing.count(of: programme.id, in: db) }
        var links: [String] = []
        for page in 1...(total + 49) / 50 {
            links += try await browser.get("/p/musterregion/protokoll?seite=\(page)").links
        }
        #expect(links.contains("/p/musterregion/ideen/1"))
        #expect(!links.contains("/p/musterregion/ideen/55"))
        #expect(!links.contains("/p/musterregion/stellungnahmen/28"))
    }

    @Test func `a page behind the last one is none`() async throws {
        let answer = try await Browser(try await Bundled.site()).get("/protokoll?seite=999")
        #expect(answer.status == 404)
        #expect(answer.links.contains("/"))
    }
}
