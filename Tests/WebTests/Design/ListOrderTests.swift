// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Storage
import Testing

@testable import Participation
@testable import Web

/// What a list is put in order by, its address says, for the page and for what is taken away alike.
@Suite struct ListOrderTests {
    @Test(arguments: TestPlace.engines)
    func `events and decisions come newest or oldest first`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))
        for (path, column) in [("veranstaltungen", "held_on"), ("beschluesse", "decided_on")] {
            let newest = try await Self.column(column, "/p/musterregion/\(path).csv", browser)
            let oldest = try await Self.column(column, "/p/musterregion/\(path).csv?sortierung=aelteste", browser)
            #expect(newest.count > 1)
            #expect(newest == newest.sorted(by: >))
            #expect(oldest == oldest.sorted())
            let page = try await browser.get("/p/musterregion/\(path)?sortierung=aelteste")
            #expect(page.links.contains("/p/musterregion/\(path)"))
            #expect(try await browser.get("/p/musterregion/\(path)?sortierung=groesse").status == 404)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `organisations with most projects can come first`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))
        let path = "/p/musterregion/organisationen"
        let usual = try await Self.column("projects", "\(path).csv", browser).compactMap { Int($0) }
        let busiest = try await Self.column("projects", "\(path).csv?sortierung=projekte", browser)
            .compactMap { Int($0) }
        #expect(usual != busiest)
        #expect(busiest == usual.sorted(by: >))
    }

    @Test(arguments: TestPlace.engines)
    func `applications, duties and sources can be put into other orders`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))
        let lists = [
            ("/p/musterregion/partnerprojekte/antraege", "organisation", "antragsteller"),
            ("/p/musterregion/pflichten", "office", "stelle"),
            ("/quellen", "source_address", "adresse"),
        ]
        for (path, column, order) in lists {
            let usual = try await Self.column(column, "\(path).csv", browser)
            let ordered = try await Self.column(column, "\(path).csv?sortierung=\(order)", browser)
            #expect(usual.count > 1, "\(path)")
            let key = { (text: String) in column == "source_address" ? text : SortKey.make(text) }
            #expect(ordered == usual.sorted { key($0) < key($1) }, "\(path)")
            let page = try await browser.get("\(path)?sortierung=\(order)")
            #expect(page.text.contains("href=\"\(path)?sortierung=\(order)\" aria-current=\"true\""), "\(path)")
            #expect(try await browser.get("\(path)?sortierung=groesse").status == 404)
        }
    }

    /// What is known in a column, row by row.
    private static func column(_ name: String, _ path: String, _ browser: Browser) async throws -> [String] {
        var reader = try CSVReader(Array(try await browser.get(path).text.utf8))
        let index = try #require(reader.columns.firstIndex(of: name))
        return try reader.rows().map { $0.cells[index] }.filter { !$0.isEmpty }
    }
}
