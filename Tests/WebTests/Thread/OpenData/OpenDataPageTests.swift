// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Interchange
import Testing

@testable import Web

@Suite struct OpenDataPageTests {
    @Test func `the template uses what the page has`() throws {
        try expectKnownTags(OpenDataPage.self)
    }

    @Test(arguments: ["", "/en", "/p/musterregion"])
    func `the page names every list with its files and its columns`(prefix: String) async throws {
        let page = try await get("\(prefix)/daten")
        #expect(page.status == 200)
        let lists = try await OpenListTests.lists()
        for list in lists {
            #expect(page.text.contains("id=\"\(list.key)\""), "\(list.key)")
            if !list.hasPattern { #expect(page.links.contains("\(prefix)\(list.path).csv"), "\(list.key)") }
            for field in list.fields { #expect(page.text.contains(">\(field.name)</th>"), "\(field.name)") }
        }
        #expect(page.links.contains("\(prefix)/daten/katalog.jsonld"))
        #expect(page.text.contains("govdata.de/dl-de/by-2-0"))
    }

    @Test(arguments: ["", "/en", "/p/musterregion"])
    func `each file of the catalogue is there and names its licence`(prefix: String) async throws {
        let answer = try await get("\(prefix)/daten/katalog.jsonld")
        #expect(answer.headers[.contentType] == "application/ld+json")
        let catalogue = try JSONValue.parse(Array(answer.text.utf8))
        #expect(catalogue["@type"] == .text("dcat:Catalog"))
        let sets = try list(catalogue["dcat:dataset"])
        #expect(sets.count > 25)
        for set in sets {
            for property in ["dct:title", "dct:description", "dct:publisher", "dcat:contactPoint", "dcat:theme"] {
                #expect(set[property] != nil, "\(property)")
            }
            for file in try list(set["dcat:distribution"]) {
                #expect(
                    file["dct:license"]?["@id"] == .text("http://dcat-ap.de/def/licenses/dl-by-de/2.0"))
                #expect(file["dcatde:licenseAttributionByText"] != nil)
                let address = try text(file["dcat:downloadURL"]?["@id"])
                #expect(address.hasPrefix("http://127.0.0.1:8080/"))
                let found = try await get(String(address.dropFirst("http://127.0.0.1:8080".count)))
                #expect(found.status == 200, "\(address)")
            }
        }
    }

    @Test func `the synopsis of each answered consultation is in the catalogue`() async throws {
        let answer = try await get("/p/musterregion/daten/katalog.jsonld")
        #expect(answer.text.contains("http://127.0.0.1:8080/p/musterregion/beteiligungen/1/synopse.csv"))
        #expect(!answer.text.contains("{number}"))
    }

    @Test func `the chronicle is a feed, the newest first`() async throws {
        for prefix in ["", "/en", "/p/musterregion"] {
            let answer = try await get("\(prefix)/chronik.atom")
            #expect(answer.headers[.contentType]?.hasPrefix("application/atom+xml") == true)
            let days = answer.text.matches(of: #/<updated>([^<]*)</#).map { String($0.1) }
            #expect(days.count > 5)
            #expect(days == days.sorted().reversed())
            #expect(answer.text.contains("<link rel=\"self\" type=\"application/atom+xml\""))
        }
    }

    private struct Unexpected: Error {}

    private func list(_ value: JSONValue?) throws -> [JSONValue] {
        guard case .list(let values) = value else { throw Unexpected() }
        return values
    }

    private func text(_ value: JSONValue?) throws -> String {
        guard case .text(let text) = value else { throw Unexpected() }
        return text
    }

    private func get(_ target: String) async throws -> Answer {
        try await Browser(Bundled.site()).get(target)
    }
}
