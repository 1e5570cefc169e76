// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Storage
import Testing

@testable import Web

@Suite struct ProjectFeedTests {
    @Test(arguments: TestPlace.engines)
    func `a project has a feed of what happened with it, the newest first`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))
        let page = try await browser.get("/p/musterregion/projekte/4")
        let feed = try await browser.get("/p/musterregion/projekte/4/verlauf.atom")
        let days = feed.text.matches(of: #/<updated>(\d{4}-\d{2}-\d{2})T/#).map { String($0.1) }.dropFirst()

        #expect(page.links.contains("/p/musterregion/projekte/4/verlauf.atom"))
        #expect(page.text.contains("type=\"application/atom+xml\""))
        #expect(feed.headers[.contentType] == "application/atom+xml; charset=utf-8")
        #expect(days.count > 2)
        #expect(Array(days) == days.sorted(by: >))
        // The tests' day is in November 2026.
        #expect(days.allSatisfy { $0 <= "2026-11-24" })
    }

    @Test func `there is no feed of a project that does not exist`() async throws {
        let answer = try await Browser(Bundled.site()).get("/projekte/99999/verlauf.atom")
        #expect(answer.status == 404)
    }
}
