// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Storage
import Testing

@testable import Web

@Suite struct SitemapTests {
    @Test func `all public pages of all programmes are in it`() async throws {
        let idea = try await Bundled.database(.sqlite).read { db in try RecordedNumbers.idea("IDEE-008", in: db) }
        let addresses = try await addresses()
        let root = "http://127.0.0.1:8080"
        for path in ["/", "/projekte", "/ideen/\(idea)", "/kommunen/05112000", "/p/musterregion/ideen/1"] {
            #expect(addresses.contains(root + path), "\(path)")
        }
        #expect(Set(addresses).count == addresses.count)
    }

    @Test func `what is not public is not in it`() async throws {
        let numbers = try await Bundled.database(.sqlite).read { db in
            try RecordedNumbers.hidden("idea", in: db)
        }
        #expect(!numbers.isEmpty)
        let addresses = try await addresses()
        for number in numbers { #expect(!addresses.contains { $0.hasSuffix("/p/musterregion/ideen/\(number)") }) }
    }

    @Test func `every address in it leads to a page`() async throws {
        let browser = Browser(try await Bundled.site())
        let addresses = try await addresses()
        for address in addresses {
            let path = try #require(address.split(separator: ":8080", maxSplits: 1).last)
            let answer = try await browser.send(.head, String(path))
            #expect(answer.status == 200, "\(path)")
        }
    }

    @Test func `it exists once and robots are told of it`() async throws {
        let browser = Browser(try await Bundled.site())
        let english = try await browser.get("/en/sitemap.xml")
        let other = try await browser.get("/p/musterregion/sitemap.xml")
        #expect([english.status, other.status] == [404, 404])
        let robots = try await browser.get("/robots.txt")
        #expect(robots.text.contains("\nSitemap: http://127.0.0.1:8080/sitemap.xml\n"))
    }

    @Test func `the public address goes before the host that was asked`() async throws {
        let site = try await TestSite.make(
            database: TestSite.migratedDatabase(), publicURL: "https://ruhr.example/")
        let answer = try await Browser(site).get("/sitemap.xml", host: "ruhr.example")
        #expect(answer.text.contains("<loc>https://ruhr.example/projekte</loc>"))
        #expect(answer.text.contains("<loc>https://ruhr.example/p/musterregion</loc>"))
    }

    @Test func `it never holds more than search engines read, and escapes what XML would read`() {
        var sitemap = Sitemap()
        for number in 0...Sitemap.mostAddresses { sitemap.add("https://a.example/\(number)?a&b") }
        #expect(sitemap.isFull)
        #expect(sitemap.addresses.count == Sitemap.mostAddresses)
        #expect(sitemap.text.contains("<loc>https://a.example/0?a&amp;b</loc>"))
    }

    private func addresses() async throws -> [String] {
        let answer = try await Browser(Bundled.site()).get("/sitemap.xml")
        #expect(answer.status == 200)
        return answer.text.matches(of: #/<loc>([^<]*)</loc>/#).map { String($0.1) }
    }
}
