// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Web

@Suite struct DesignTests {
    @Test func `every part of the design appears on the page of all parts`() async throws {
        let site = try await TestSite.makeWithStyleGuide()
        let browser = Browser(site, adding: [StyleGuideRoutes.self])
        let answer = try await browser.get("/gestaltung")
        #expect(answer.status == 200)
        for words in [
            "Zuhören Mai 2018", "73 laut Kabinett", "52 hier dokumentiert", "Nicht mehr aktuell",
            "Radschnellwege ausbauen",
            "Was heißt das?", "braucht Aufmerksamkeit", "42 von 73 erreicht",
            "Vernetzte Mobilität", "Wort im Titel", "Neueste zuerst", "51 bis 100 von 268", "Grüne Infrastruktur",
            "Alle Projekte zeigen", "eingestellt", "Der Titel ist zu kurz.", "Staatskanzlei",
        ] {
            #expect(answer.words.contains(words), "\(words)")
        }
        if let folder = ProcessInfo.processInfo.environment["DREIKLANG_STYLE_GUIDE"] {
            try await save(site, browser, to: URL(filePath: folder))
        }
    }

    @Test func `the tags of the parts are properties of their values`() throws {
        let check = TagCheck(folder: TestSite.resources.appending(path: "Templates"))
        let guide = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Support/style-guide.mustache")
        let faults = try check.unknownTags(
            in: String(contentsOf: guide, encoding: .utf8), sample: StyleGuidePage.sample)
        #expect(faults == [])
    }

    @Test func `a misspelt tag is found, also inside lists and parts`() throws {
        let check = TagCheck(folder: TestSite.resources.appending(path: "Templates"))
        let source = "{{laed}}{{#cards}}{{titel}}{{title}}{{/cards}}{{#notices}}{{/notices}}{{t.site.skip}}"
        let faults = try check.unknownTags(in: source, sample: StyleGuidePage.sample)
        #expect(faults == ["unknown tag {{laed}}", "unknown tag {{titel}}", "unknown section {{#notices}}"])
        let part = try check.unknownTags(in: "{{#sort}}{{> Design/badge}}{{/sort}}", sample: StyleGuidePage.sample)
        #expect(part.count == 3)
    }

    @Test(arguments: [
        (1, 1, "1"), (1, 3, "1 2 3"), (1, 9, "1 2 … 9"), (5, 9, "1 … 4 5 6 … 9"), (4, 9, "1 2 3 4 5 … 9"),
        (9, 9, "1 … 8 9"),
    ])
    func `a pager shows the ends and the surroundings`(page: Int64, last: Int64, expected: String) {
        let numbers = Pager.numbers(around: page, last: last).map { $0.map(String.init) ?? "…" }
        #expect(numbers.joined(separator: " ") == expected)
    }

    @Test func `each sign has a form of its own`() {
        #expect(Set(Shape.allCases.map(\.path)).count == Shape.allCases.count)
    }

    /// Writes the page with its files, so that a browser can open it.
    private func save(_ site: Site, _ browser: Browser, to folder: URL) async throws {
        for (name, target) in [
            ("design", "/gestaltung"), ("error", "/p/musterregion/gibt-es-nicht"), ("legal", "/barrierefreiheit"),
            ("easy", "/leichte-sprache"), ("english", "/en/gestaltung"),
        ] {
            try await Data(browser.get(target).text.utf8).write(to: folder.appending(path: name + ".html"))
        }
        for address in site.assets.stylesheets + site.assets.scripts {
            let file = folder.appending(path: String(address.dropFirst()))
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try await Data(browser.get(address).text.utf8).write(to: file)
        }
    }
}
