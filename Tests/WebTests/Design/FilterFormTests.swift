// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Web

@Suite struct FilterFormTests {
    @Test func `a filter is folded until something is chosen`() async throws {
        let browser = Browser(try await Bundled.site())

        let whole = try await browser.get("/projekte")
        let narrow = try await browser.get("/projekte?stand=project-running")

        #expect(whole.text.contains("<details class=\"filter-fold\">"))
        #expect(narrow.text.contains("<details class=\"filter-fold\" open>"))
    }

    @Test func `a list that is narrowed, ordered or turned over has a title of its own`() async throws {
        let browser = Browser(try await Bundled.site())
        var titles: [String] = []
        for path in [
            "/projekte", "/projekte?seite=2", "/projekte?sortierung=nummer", "/projekte?saeule=partner",
            "/projekte?stand=project-running", "/projekte?stand=project-running&sortierung=nummer", "/ideen",
            "/ideen?forum=8", "/kommunen", "/chronik?phase=listening",
        ] {
            let answer = try await browser.get(path)
            titles.append(String(try #require(answer.text.firstMatch(of: /<title>([^<]*)<\/title>/)).1))
        }

        #expect(Set(titles).count == titles.count)
        #expect(titles[5].hasPrefix("Projekte – läuft, Reihenfolge: Nummer · "))
    }

    @Test func `events of one name are told apart by their titles`() async throws {
        let browser = Browser(try await Bundled.site())
        var titles: [String] = []
        for number in [7, 9, 20, 24] {
            let answer = try await browser.get("/veranstaltungen/\(number)")
            titles.append(String(try #require(answer.text.firstMatch(of: /<title>([^<]*)<\/title>/)).1))
        }

        #expect(titles.allSatisfy { $0.hasPrefix("Auftakt – ") })
        #expect(Set(titles).count == 4)
    }
}
