// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage
import Testing

@testable import Web

/// WCAG 3.1.2: what stands in another language than its page says so.
@Suite struct LanguageMarkTests {
    /// Names of places and bodies are names in every language.
    static let named: [MatterKind] = [
        .field, .goal, .pillar, .forum, .activity, .event, .idea, .consultation, .proposal, .decision, .project,
        .application,
    ]

    /// A title that an English sentence quotes, “…”, is told from it by its quotation marks and not marked.
    @Test(arguments: ["/en", "/en/p/musterregion"])
    func `English pages mark what the programme says in German`(prefix: String) async throws {
        let titles = try await Self.germanTitles()
        #expect(titles.count > 100)
        let browser = Browser(try await Bundled.site())
        var offenders: [String] = []
        for path in try await Self.paths(prefix) {
            let pieces = MarkedText(try await browser.get(path).text).pieces
            for piece in pieces where piece.language == "en" {
                guard let title = titles.first(where: { piece.text.contains($0) && !piece.text.contains("“\($0)”") })
                else { continue }
                offenders.append("\(path): \(title)")
                break
            }
        }
        #expect(offenders == [])
    }

    @Test func `German pages mark nothing as German`() async throws {
        let browser = Browser(try await Bundled.site())
        for path in ["/projekte", "/ideen/1", "/faden/idee/8", "/p/musterregion/stellungnahmen"] {
            let page = try await browser.get(path)
            #expect(!page.text.contains("<li lang=\"de\""), "\(path)")
            #expect(!page.text.contains("<option lang=\"de\""), "\(path)")
        }
    }

    @Test func `the text of a page knows its language`() {
        let pieces = MarkedText(
            "<html lang=\"en\"><title>x</title><p>a <b lang=\"de\">b<br>c</b> d &amp; e</p>"
                + "<svg><title>t</title></svg></html>"
        ).pieces
        #expect(pieces.map(\.text) == ["a", "b", "c", "d & e"])
        #expect(pieces.map(\.language) == ["en", "de", "de", "en"])
    }

    /// Every page that search engines are told of, one of each kind of matter and all lists.
    private static func paths(_ prefix: String) async throws -> [String] {
        let sitemap = try await Browser(Bundled.site()).get("/sitemap.xml").text
        let own = prefix == "/en" ? "" : "/p/musterregion"
        let all = sitemap.matches(of: #/<loc>http:\/\/127\.0\.0\.1:8080([^<]*)<\/loc>/#).map { String($0.1) }
            .filter { own.isEmpty ? !$0.hasPrefix("/p/") : $0.hasPrefix(own) }
        var seen: [String: Int] = [:]
        let chosen = all.filter { path in
            let kind = String(path.dropFirst(own.count).split(separator: "/").first ?? "")
            seen[kind, default: 0] += 1
            return seen[kind, default: 0] <= 6
        }
        return chosen.map { "/en" + ($0 == "/" ? "" : $0) }
    }

    /// Titles that have no English version; what is one word may be a name and is left out.
    private static func germanTitles() async throws -> [String] {
        try await Bundled.database(.sqlite).read { db in
            try db.rows(
                """
                SELECT t.title FROM matter_title t JOIN public_matter m ON m.id = t.id
                WHERE m.kind IN \(list: named) AND t.title IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM text_version v WHERE v.matter_id = m.id AND v.language = 'en'
                        AND v.field IN ('title', 'name', 'topic'))
                ORDER BY m.id
                """
            ).map { try $0.get("title", as: String.self) }
        }.filter { $0.contains(" ") && $0.count > 12 }
    }
}
