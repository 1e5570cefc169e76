// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Testing

@testable import Web

@Suite struct StructuredDataTests {
    @Test func `a text cannot end the block it stands in`() throws {
        let hostile = "</script><script>alert(1)</script><!-- & \u{2028}"
        let html = try #require(StructuredData.html(of: [Thing("Event", ["name": hostile])]))
        #expect(html.matches(of: #/<\/?script/#).count == 2)
        #expect(!html.contains("<!--"))
        let json = try JSONValue.parse(Array(try #require(Self.block(in: html)).utf8))
        guard case .list(let things) = json["@graph"] else { throw Missing() }
        #expect(things.first?["name"] == .text(hostile))
    }

    @Test func `what is unknown is left out and nothing at all is no block`() throws {
        #expect(StructuredData.html(of: []) == nil)
        let html = try #require(StructuredData.html(of: [Thing("Event", ["name": "A", "url": nil])]))
        #expect(!html.contains("url"))
    }

    @Test(arguments: [
        ("/", "WebSite"), ("/projekte/1", "BreadcrumbList"), ("/projekte", "Dataset"),
        ("/veranstaltungen/1", "Event"), ("/kommunen/05113000", "AdministrativeArea"),
        ("/ressorts/VM", "GovernmentOrganization"), ("/organisationen/1", "Organization"),
        ("/p/musterregion/beschluesse", "Dataset"),
    ])
    func `pages say what they are about`(path: String, type: String) async throws {
        let answer = try await Browser(Bundled.site()).get(path)
        let json = try JSONValue.parse(Array(try #require(Self.block(in: answer.text)).utf8))
        #expect(json["@context"] == .text("https://schema.org"))
        guard case .list(let things) = json["@graph"] else { throw Missing() }
        #expect(things.contains { $0["@type"] == .text(type) }, "\(path)")
    }

    @Test func `a shared link has a title, a sentence and a language`() async throws {
        for path in ["/", "/en/projekte/1", "/zahlen", "/p/musterregion/pflichten"] {
            let page = try await Browser(Bundled.site()).get(path).text
            for property in ["og:title", "og:description", "og:site_name", "og:locale", "og:url"] {
                let pattern = try Regex("<meta property=\"\(property)\" content=\"[^\"]+\">")
                #expect(page.contains(pattern), "\(path) \(property)")
            }
            #expect(page.contains(#/<meta name="description" content="[^"]+">/#), "\(path)")
            #expect(page.contains("hreflang=\"x-default\""), "\(path)")
        }
    }

    private struct Missing: Error {}

    static func block(in html: String) -> String? {
        html.firstMatch(of: #/<script type="application/ld\+json">(.*?)</script>/#.dotMatchesNewlines())
            .map { String($0.1) }
    }
}
