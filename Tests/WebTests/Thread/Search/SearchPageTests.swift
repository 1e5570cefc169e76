// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

@Suite struct SearchPageTests {
    @Test func `the template uses what the page has`() throws {
        try expectKnownTags(SearchPage.self)
    }

    @Test func `every page has the field, the search itself the word in it`() async throws {
        let home = try await page("/")
        #expect(home.text.contains(#"<form class="masthead-search" action="/suche""#))
        let found = try await page("/suche?q=Radweg")
        #expect(found.text.contains(#"name="q" type="search" value="Radweg""#))
    }

    @Test func `before anything is typed the page says how to look`() async throws {
        let start = try await page("/suche")
        #expect(start.status == 200)
        #expect(start.words.contains("So finden Sie mehr"))
        #expect(start.links.contains("/ideen"))
        #expect(!start.words.contains("Treffer"))
    }

    @Test func `what is found is counted, marked and linked`() async throws {
        let answer = try await page("/suche?q=Hebammen")
        #expect(answer.status == 200)
        #expect(answer.text.contains("<mark>"))
        #expect(answer.links.contains { $0.hasPrefix("/projekte/") })
        #expect(answer.words.contains("Treffer"))
    }

    @Test(arguments: ["/suche?q=Bus", "/en/suche?q=Bus", "/p/musterregion/suche?q=Bus"])
    func `every link of a page of hits leads to a page`(_ target: String) async throws {
        let answer = try await page(target)
        let links = Set(answer.links.filter { $0.hasPrefix("/") && !$0.hasPrefix("/assets") }).sorted()
        #expect(links.count > 20)
        for link in links {
            let status = try await page(String(link.prefix { $0 != "#" })).status
            #expect(status == 200, "\(link)")
        }
    }

    @Test func `no answer of the search is kept`() async throws {
        for target in ["/suche", "/suche?q=Bus", "/suche?q=und"] {
            let answer = try await page(target)
            #expect(answer.headers[.cacheControl] == "no-store", "\(target)")
        }
    }

    @Test func `filters stay in the address and can be taken away`() async throws {
        let filtered = try await page("/p/musterregion/suche?q=Bus&art=idea&jahr=2024")
        #expect(filtered.status == 200)
        #expect(filtered.text.contains(#"<input type="hidden" name="art" value="idea">"#))
        #expect(filtered.links.contains("/p/musterregion/suche?jahr=2024&q=Bus"))
        let none = try await page("/p/musterregion/suche?q=Nachtbus&art=pillar&jahr=1999")
        #expect(none.status == 200)
        #expect(none.links.contains("/p/musterregion/suche?q=Nachtbus"))
    }

    @Test func `a filter that does not exist is refused`() async throws {
        let unknown = [
            "art=x", "feld=nirgends", "kommune=00000000", "jahr=99999", "jahr=x", "sortierung=x", "seite=99",
        ]
        for query in unknown {
            let answer = try await page("/suche?q=Bus&\(query)")
            #expect(answer.status == 404, "\(query)")
        }
    }

    @Test func `words that stand everywhere are named as not looked for`() async throws {
        let some = try await page("/suche?q=Bus+und+Bahn")
        #expect(some.words.contains("„und“"))
        let only = try await page("/suche?q=und+die+der")
        #expect(only.status == 200)
        #expect(only.words.contains("Damit können wir nicht suchen"))
        #expect(only.words.contains("„und“, „die“, „der“"))
    }

    @Test func `a slip gets a suggestion that works`() async throws {
        let answer = try await page("/suche?q=Wasserstof")
        #expect(answer.words.contains("Meinten Sie"))
        #expect(answer.links.contains("/suche?q=Wasserstoff"))
        let meant = try await page("/suche?q=Wasserstoff")
        #expect(meant.text.contains("<mark>"))
    }

    @Test func `nothing found shows ways out`() async throws {
        let answer = try await page("/suche?q=xyzxyzxyz")
        #expect(answer.status == 200)
        #expect(answer.words.contains("0 Treffer"))
        #expect(answer.words.contains("Dazu haben wir nichts gefunden"))
        #expect(answer.links.contains("/projekte"))
    }

    @Test func `a bare word that nobody looked for is no excerpt`() async throws {
        let place = try await page("/suche?q=Herne&art=municipality")
        let region = try await page("/suche?q=Arnsberg&art=municipality")
        #expect(place.links.contains { $0.hasPrefix("/kommunen/") })
        #expect(!place.words.contains("Arnsberg"))
        #expect(region.text.contains("<mark>Arnsberg</mark>"))
    }

    @Test(arguments: [301, 501, 1900])
    func `a text that is too long comes back with what is wrong`(length: Int) async throws {
        let answer = try await page("/suche?q=" + String(repeating: "a", count: length))
        #expect(answer.status == 422)
        #expect(answer.words.contains("Der Suchtext ist zu lang"))
        #expect(answer.text.contains(String(repeating: "a", count: length)))
    }

    @Test(arguments: ["%22", "*", "(", "%F0%9F%99%82", "'%3B+DROP+TABLE+idea%3B+--", "%22%22%22", "-", "%3Cscript%3E"])
    func `signs are no words and break nothing`(_ text: String) async throws {
        let answer = try await page("/suche?q=\(text)")
        #expect(answer.status == 200)
        #expect(!answer.text.contains("<script>"))
    }

    @Test func `the English page marks the language of what it shows`() async throws {
        let answer = try await page("/en/suche?q=Wasserstoff")
        #expect(answer.words.contains("results"))
        #expect(answer.text.contains(#"class="search-hit-text" lang="de""#))
        let english = try await page("/suche?q=%22connected+mobility%22")
        #expect(english.text.contains(#"class="search-hit-text" lang="en""#))
    }

    @Test func `newest first is ordered by day`() async throws {
        let answer = try await page("/p/musterregion/suche?q=Bus&sortierung=newest&art=idea")
        let years = answer.text.matches(of: /search-hit-date">[^<]*(\d{4})</).compactMap { Int($0.1) }
        #expect(years.count > 3)
        #expect(years == years.sorted(by: >))
    }

    private func page(_ target: String) async throws -> Answer {
        try await Browser(try await Bundled.site()).get(target)
    }
}
