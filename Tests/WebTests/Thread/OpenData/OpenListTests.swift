// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation
import Storage
import Testing

@testable import Web

/// Every list that can be taken away, whoever registers it.
@Suite struct OpenListTests {
    @Test func `every list opens in both formats and both programmes with the columns it describes`() async throws {
        let lists = try await Self.lists().filter { !$0.hasPattern }
        #expect(lists.count > 25)
        for list in lists {
            for prefix in ["", "/en", "/p/musterregion"] {
                let csv = try await get("\(prefix)\(list.path).csv")
                #expect(csv.status == 200, "\(prefix)\(list.path).csv")
                #expect(csv.text.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
                var reader = try CSVReader(Array(csv.text.utf8))
                #expect(reader.columns == list.fields.map(\.name))
                let rows = try reader.rows()
                let json = try JSONValue.parse(Array(try await get("\(prefix)\(list.path).json").text.utf8))
                #expect(json["count"] == .integer(Int64(rows.count)), "\(prefix)\(list.path)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `every list and every column is described in words`(language: Language) async throws {
        let site = try await Bundled.site()
        let texts = site.texts.speaking(language)
        for list in try await Self.lists() {
            #expect(texts.has("opendata.list.\(list.key).title"), "\(list.key)")
            #expect(texts.has("opendata.list.\(list.key).about"), "\(list.key)")
            for field in list.fields {
                let name = field.name.asAddressWord
                let isKnown =
                    texts.has("opendata.field.\(name)") || texts.has("opendata.list.\(list.key).field.\(name)")
                #expect(isKnown, "\(list.key).\(field.name)")
            }
        }
    }

    @Test func `no two lists share a key or an address`() async throws {
        let lists = try await Self.lists()
        #expect(Set(lists.map(\.key)).count == lists.count)
        #expect(Set(lists.map(\.path)).count == lists.count)
    }

    @Test(arguments: [
        "projects", "ideas", "proposals", "statements", "decisions", "forums", "events", "activities",
        "consultations", "fields", "goals", "municipalities", "organisations",
    ])
    func `a list has as many rows as the register counts`(key: String) async throws {
        let list = try #require(try await Self.lists().first { $0.key == key })
        let figures = try await Bundled.database(.sqlite).read { db in
            try Site.programmes(db).map { programme in
                (slug: programme.slug, figure: try FigureRegister.find(key, of: programme.id, in: db))
            }
        }
        #expect(figures.count == 2)
        for (slug, figure) in figures {
            let rows = try await rows("/p/\(slug)\(list.path).csv")
            #expect(figure?.counted == Int64(rows.count), "\(slug)")
        }
    }

    @Test(arguments: [
        "/beschluesse", "/stellungnahmen", "/veranstaltungen", "/mitmachangebote", "/themenforen", "/organisationen",
        "/beteiligungen", "/handlungsfelder", "/ressorts", "/termine", "/partnerprojekte",
    ])
    func `a list is in the order of its page`(path: String) async throws {
        for prefix in ["", "/p/musterregion"] {
            let page = try await get(prefix + path)
            let addresses = try await rows("\(prefix)\(path).csv").compactMap { $0["address"] }
                .map { $0.replacing("http://127.0.0.1:8080", with: "") }
            var shown: [String] = []
            for link in page.links where addresses.contains(link) && !shown.contains(link) { shown.append(link) }
            #expect(Array(addresses.prefix(shown.count)) == shown, "\(prefix)\(path)")
            #expect(shown.isEmpty == addresses.isEmpty, "\(prefix)\(path)")
        }
    }

    @Test(arguments: [
        ("/p/musterregion/stellungnahmen.csv", "absender=municipal"),
        ("/p/musterregion/pflichten.csv", "stand=erfuellt"), ("/veranstaltungen.csv", "art=conference"),
        ("/p/musterregion/beteiligungen/1/synopse.csv", "art=concern"), ("/chronik.csv", "phase=zuhoeren"),
        ("/organisationen.csv", "art=university"), ("/p/musterregion/projekte/meilensteine.csv", "projekt=1"),
    ])
    func `a filter narrows a list and keeps its order`(path: String, filter: String) async throws {
        let all = try await rows(path)
        let some = try await rows("\(path)?\(filter)")
        #expect(!some.isEmpty)
        #expect(some.count < all.count)
        #expect(some == all.filter(some.contains))
    }

    @Test(arguments: [
        "/stellungnahmen.csv?beteiligung=99", "/beschluesse.json?gremium=x", "/veranstaltungen.csv?jahr=1900",
        "/organisationen.csv?art=x", "/pflichten.csv?stelle=x", "/chronik.json?art=x",
        "/projekte/meilensteine.csv?projekt=9999", "/beteiligungen/99/synopse.csv", "/mitmachangebote.csv?forum=99",
    ])
    func `what a list does not know is not found`(target: String) async throws {
        let answer = try await get(target)
        #expect(answer.status == 404)
    }

    @Test func `answers that are not published stand in no synopsis`() async throws {
        let rows = try await rows("/p/musterregion/beteiligungen/1/synopse.csv")
        let open = try await Bundled.database(.sqlite).read { db in
            try db.rows("SELECT assessment FROM point WHERE published_on IS NULL AND assessment IS NOT NULL")
                .map { try $0.get("assessment", as: String.self) }
        }
        #expect(!rows.isEmpty)
        #expect(rows.allSatisfy { row in !open.contains(row["assessment"] ?? "") })
    }

    @Test func `a page leads to the tables of what it shows`() async throws {
        for list in try await Self.lists() where !list.hasPattern && list.page == list.path {
            for prefix in ["", "/p/musterregion"] {
                let rows = try await rows("\(prefix)\(list.path).csv")
                guard !rows.isEmpty else { continue }
                let page = try await get(prefix + list.page)
                #expect(page.links.contains("\(prefix)\(list.path).csv"), "\(prefix)\(list.page)")
                #expect(page.links.contains("\(prefix)\(list.path).json"), "\(prefix)\(list.page)")
            }
        }
    }

    /// Everything that the features of the site register.
    static func lists() async throws -> [OpenList] {
        let table = RouteTable()
        let site = try await Bundled.site()
        for feature in Site.features { feature.init(site: site).add(to: table) }
        return table.openLists
    }

    private func get(_ target: String) async throws -> Answer {
        try await Browser(Bundled.site()).get(target)
    }

    private func rows(_ target: String) async throws -> [[String: String]] {
        let answer = try await get(target)
        #expect(answer.status == 200, "\(target)")
        var reader = try CSVReader(Array(answer.text.utf8))
        let columns = reader.columns
        return try reader.rows().map { Dictionary(zip(columns, $0.cells)) { first, _ in first } }
    }
}
