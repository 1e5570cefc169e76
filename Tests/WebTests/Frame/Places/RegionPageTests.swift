// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct RegionPageTests {
    @Test(arguments: TestPlace.engines)
    func `every town stands in the table and on the map`(engine: Engine) async throws {
        let answer = try await Browser(try await Bundled.site(engine)).get("/p/musterregion/region")
        #expect(answer.status == 200)
        #expect(answer.text.ranges(of: "<g class=\"hexagon ").count == 14)
        #expect(answer.text.ranges(of: "<th scope=\"row\"").count == 14)
        #expect(answer.words.contains("Gerechnet über alle 14 Kommunen."))
        #expect(answer.words.contains("Gini-Koeffizient beträgt 0,66"))
        #expect(answer.words.contains("Für die Landesmittel beträgt er"))
        #expect(answer.words.contains("Bei 9 Kommunen ist nichts bekannt"))
    }

    @Test func `the five least served are named with their numbers and the rule`() async throws {
        let answer = try await Browser(try await Bundled.site()).get("/p/musterregion/region")
        let list = try #require(answer.text.split(separator: "id=\"gefaelle\"").last?.split(separator: "</ol>").first)
        let links = list.split(separator: "href=\"/p/musterregion/kommunen/").dropFirst().map { $0.prefix(8) }
        #expect(links == ["99011000", "99012000", "99002018", "99002008", "99002004"])
        #expect(answer.words.contains("0,9 je 100.000 (2 Projekte, 214.380 Einwohner)"))
        #expect(answer.words.contains("Bei gleichem Wert steht die größere Kommune vorn"))
    }

    @Test func `proposal, decision and today can be looked at one by one and side by side`() async throws {
        let browser = Browser(try await Bundled.site())
        let proposal = try await browser.get("/p/musterregion/region?stand=vorschlag&wert=projekte")
        #expect(proposal.words.contains("Von wo am wenigsten vorgeschlagen wurde"))
        #expect(proposal.text.contains("aria-label=\"Musterhausen, kreisfrei: 5 Vorschläge\""))
        let decision = try await browser.get("/p/musterregion/region?stand=beschluss&wert=mittel")
        #expect(decision.words.contains("Bewilligte Landesmittel"))
        let comparison = try await browser.get("/en/p/musterregion/region?stand=vergleich")
        #expect(comparison.words.contains("State funds applied for"))
        #expect(comparison.words.contains("State funds paid"))
    }

    @Test func `the order puts the most first and what is unknown last`() async throws {
        let answer = try await Browser(try await Bundled.site()).get("/p/musterregion/region?wert=mittel-je-kopf")
        let rows = answer.text.split(separator: "id=\"tabelle\"").last.map { String($0) } ?? ""
        let towns = rows.split(separator: "href=\"/p/musterregion/kommunen/").dropFirst().map { String($0.prefix(8)) }
        // Probsthagen: 118,765.19 euros for 6,308 people; Musterhausen: 2,983,914.45 less what was returned.
        #expect(towns.first == "99001020")
        #expect(rows.split(separator: "</tr>").dropLast().last?.contains("keine Angabe") == true)
    }

    @Test(arguments: ["/region?stand=gestern", "/region?wert=ideen", "/region?wert=rot", "/region?seite=3"])
    func `what the page does not know gets an answer that says so`(target: String) async throws {
        let answer = try await Browser(try await Bundled.site()).get(target)
        #expect(answer.status == 404)
    }

    @Test(arguments: TestPlace.engines)
    func `the table can be taken away with all three moments and few people hidden`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))
        let answer = try await browser.get("/p/musterregion/region.csv?wert=projekte")
        let lines = answer.text.split(separator: "\r\n")
        #expect(lines.count == 15)
        #expect(lines[0].contains("projects_proposed"))
        #expect(lines[0].contains("funds_today_cents"))
        let town = try #require(lines.first { $0.contains("Neu-Beispiel") })
        #expect(town.hasPrefix("99002018"))
        let ruhr = try await browser.get("/region.json")
        #expect(ruhr.text.contains("\"count\": 53"))
    }

    @Test func `the region of fifty towns needs no more statements than that of fourteen`() async throws {
        let count = StatementCount()
        let browser = Browser(try await count.site())
        let many = try await count.count(of: "/region", in: browser)
        let few = try await count.count(of: "/p/musterregion/region", in: browser)
        #expect(many == few)
        #expect(many < 22)
    }

    @Test(arguments: TestPlace.engines)
    func `a council gets one sheet about its town, in both languages`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))
        let place = try await browser.get("/p/musterregion/kommunen/99002018")
        #expect(place.links.contains("/p/musterregion/kommunen/99002018/blatt"))

        let sheet = try await browser.get("/p/musterregion/kommunen/99002018/blatt")
        #expect(sheet.status == 200)
        #expect(sheet.words.contains("1 Projekt nennt Neu-Beispiel heute beim Namen"))
        #expect(sheet.words.contains("Rang 12 von 14"))
        #expect(sheet.words.contains("am wenigsten haben"))
        #expect(sheet.words.contains("Digitale Sprechstunde"))
        #expect(sheet.words.contains("keine Angabe"))

        let english = try await browser.get("/en/p/musterregion/kommunen/99011000/blatt")
        #expect(english.words.contains("Today 2 projects name Musterhausen"))
        #expect(try await browser.get("/kommunen/12345678/blatt").status == 404)
    }

    @Test func `the templates use what the pages have`() throws {
        try expectKnownTags(RegionPage.self)
        try expectKnownTags(MunicipalitySheetPage.self)
    }
}
