// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct MapPageTests {
    @Test(
        arguments: TestPlace.engines,
        [("/karte", "/kommunen/", 53), ("/p/musterregion/karte", "/p/musterregion/kommunen/", 14)])
    func `every town has a hexagon and a row in the table`(
        engine: Engine, programme: (path: String, towns: String, count: Int)
    ) async throws {
        let answer = try await Browser(try await Bundled.site(engine)).get(programme.path)
        #expect(answer.status == 200)
        #expect(answer.text.ranges(of: "<g class=\"hexagon ").count == programme.count)
        #expect(answer.text.ranges(of: "<th scope=\"row\"").count == programme.count)
        #expect(Set(answer.links.filter { $0.hasPrefix(programme.towns) }).count == programme.count)
    }

    @Test func `a hexagon tells town, district and number to those who cannot see it`() async throws {
        let browser = Browser(try await Bundled.site())
        let german = try await browser.get("/karte")
        #expect(german.text.contains("aria-label=\"Bochum, kreisfrei: 13 Projekte\""))
        #expect(german.text.contains("aria-label=\"Moers, Kreis Wesel: 1 Projekt\""))
        let english = try await browser.get("/en/karte?wert=einwohner")
        #expect(english.text.contains("aria-label=\"Essen, independent of districts: 583,109 people\""))
    }

    @Test func `the measure changes number and legend, and an unknown one is no page`() async throws {
        let browser = Browser(try await Bundled.site())
        let rate = try await browser.get("/karte?wert=projekte-je-100000")
        #expect(rate.text.contains("aria-label=\"Essen, kreisfrei: 2,2 Projekte je 100.000 Einwohner\""))
        #expect(rate.text.contains("href=\"/karte?wert=projekte-je-100000\" aria-current=\"true\""))
        let people = try await browser.get("/karte?wert=einwohner")
        #expect(people.words.contains("Einwohner in Tausend"))
        #expect(people.text.contains(">583</text>"))
        let unknown = try await browser.get("/karte?wert=rot")
        #expect(unknown.status == 404)
    }

    @Test func `links from before there were more measures still work`() async throws {
        let answer = try await Browser(try await Bundled.site()).get("/karte?farbe=einwohner")
        #expect(answer.words.contains("Einwohner in Tausend"))
        #expect(answer.links.contains("/karte?wert=projekte-je-100000"))
    }

    @Test func `funds are shown where they belong to one town alone, and unknown elsewhere`() async throws {
        let browser = Browser(try await Bundled.site())
        let funds = try await browser.get("/p/musterregion/karte?wert=mittel")
        #expect(funds.text.contains(/aria-label="[^"]+: [0-9.,]+(\u{A0}Mio\.)?\u{A0}€ Landesmittel"/))
        #expect(funds.text.contains(/aria-label="[^"]+: keine Angabe"/))
        #expect(funds.words.contains("Was für mehrere Kommunen bewilligt ist, wird nicht geteilt."))
        let ruhr = try await browser.get("/karte")
        #expect(!ruhr.links.contains("/karte?wert=mittel"))
        #expect(ruhr.words.contains("Landesmittel je Kommune: keine Angabe."))
    }

    @Test func `few ideas are not told one by one, neither in the picture nor in the table`() async throws {
        let browser = Browser(try await Bundled.site())
        for measure in ["ideen", "ideen-je-1000"] {
            let answer = try await browser.get("/p/musterregion/karte?wert=\(measure)")
            #expect(answer.text.contains(/aria-label="Musterhausen, [^"]+: unter 5 Ideen"/))
            #expect(answer.words.contains("unter 5"))
            #expect(!answer.text.contains(/: [1-4] Ideen?"/))
        }
    }

    @Test func `the page says which projects it does not count`() async throws {
        let browser = Browser(try await Bundled.site())
        let ruhr = try await browser.get("/karte")
        #expect(ruhr.words.contains("Von 56 hier dokumentierten Projekten nennen 26 mindestens eine Kommune"))
        #expect(ruhr.words.contains("30 Projekte gelten der ganzen Region und nennen keine Kommune"))
        #expect(ruhr.words.contains("10 weitere Projekte"))
    }

    @Test func `the five towns with the fewest projects for their people are named`() async throws {
        let answer = try await Browser(try await Bundled.site()).get("/karte")
        let words = answer.words
        #expect(words.contains("Diese 5 Kommunen"))
        #expect(words.contains("1,0 je 100.000 (1 Projekt, 103.725 Einwohner)"))
        #expect(words.contains("Gini-Koeffizient"))
    }

    @Test func `the map of fifty towns needs no more statements than that of fourteen`() async throws {
        let count = StatementCount()
        let browser = Browser(try await count.site())
        let many = try await count.count(of: "/karte", in: browser)
        let few = try await count.count(of: "/p/musterregion/karte", in: browser)
        #expect(many == few)
        #expect(many <= 12)
    }

    @Test(arguments: [
        ("Essen", ["Essen"]), ("Mülheim an der Ruhr", ["Mülheim an", "der Ruhr"]), ("Wetter (Ruhr)", ["Wetter"]),
        ("Castrop-Rauxel", ["Castrop-", "Rauxel"]), ("Recklinghausen", ["Reckling-", "hausen"]),
        ("Schwarzenbekerin", ["Schwarzenb."]),
        ("Fröndenberg/Ruhr", ["Fröndenberg"]),
    ])
    func `a name is broken or shortened to fit its hexagon`(name: String, rows: [String]) {
        #expect(TownLabel.rows(of: name) == rows)
    }

    @Test func `the template uses what the page has`() throws {
        try expectKnownTags(MapPage.self)
    }
}
