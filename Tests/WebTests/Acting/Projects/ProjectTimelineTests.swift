// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct ProjectTimelineTests {
    @Test(arguments: TestPlace.engines)
    func `every project of the page has a line below its field`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))

        let ruhr = try await browser.get("/projekte?ansicht=zeitleiste")
        let region = try await browser.get("/p/musterregion/projekte?ansicht=zeitleiste")

        #expect(ruhr.text.matches(of: /<li class="schedule-line">/).count == 50)
        #expect(region.text.matches(of: /<li class="schedule-line">/).count == 25)
        #expect(region.text.matches(of: /<div class="schedule-group">/).count == 4)
    }

    @Test func `a project without a period says so, and has milestones but no bar`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/projekte?ansicht=zeitleiste&feld=mobilitaet")

        let line = try #require(
            answer.text.split(separator: "<li class=\"schedule-line\">").first {
                $0.contains(">ÖPNV-Initiative<")
            })
        #expect(line.contains("Laufzeit: keine Angabe"))
        #expect(line.contains("8.\u{A0}Juli 2019: Vorstellung als einer von sechs Vorschlägen"))
        #expect(line.contains("schedule-mark"))
        #expect(!line.contains("schedule-bar"))
    }

    @Test func `an open end is said, and its bar is marked as open`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/p/musterregion/projekte?ansicht=zeitleiste")

        let line = try #require(
            answer.text.split(separator: "<li class=\"schedule-line\">").first {
                $0.contains(">Theater im Dorf<")
            })
        #expect(line.contains("seit 1.\u{A0}Oktober 2024, Ende: keine Angabe"))
        #expect(line.contains("schedule-open"))
    }

    @Test func `filters and pages keep the view`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/projekte?ansicht=zeitleiste&seite=2")
        let narrow = try await browser.get("/projekte?ansicht=zeitleiste&stand=project-discontinued")

        #expect(answer.links.contains("/projekte?ansicht=zeitleiste"))
        #expect(answer.text.contains("<input type=\"hidden\" name=\"ansicht\" value=\"zeitleiste\">"))
        #expect(narrow.text.matches(of: /<li class="schedule-line">/).count == 2)
        #expect(narrow.text.contains("<title>Projekte – Zeitleiste – nicht weiterverfolgt"))
    }

    @Test func `a project's own timeline has its states, milestones, reports and money`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/p/musterregion/projekte/1")

        #expect(answer.text.matches(of: /<li class="schedule-line">/).count == 5)
        #expect(answer.words.contains("geplant seit 17. Dezember 2024, läuft seit 13. Januar 2025"))
        #expect(answer.words.contains("gebucht für 2025 bis 2027"))
        #expect(answer.text.contains("aria-label=\"Fortschrittsberichte: Bericht zum 30.\u{A0}Juni 2025;"))
    }

    @Test func `a project without a single date has no timeline`() async throws {
        let browser = Browser(try await Bundled.site())
        let dateless = try await Bundled.database(.sqlite).read { db in
            try db.value(
                """
                SELECT m.number FROM project p JOIN matter m ON m.id = p.id JOIN programme g ON g.id = m.programme_id
                WHERE g.slug = 'ruhr-konferenz' AND p.starts_on IS NULL AND p.ends_on IS NULL
                    AND NOT EXISTS (SELECT 1 FROM milestone c WHERE c.project_id = p.id)
                ORDER BY m.number LIMIT 1
                """, as: Int64.self)
        }
        let number = try #require(dateless)

        let answer = try await browser.get("/projekte/\(number)")

        #expect(answer.status == 200)
        #expect(!answer.text.contains("id=\"zeitleiste\""))
    }

    @Test func `the timeline asks the database equally often for few and for many projects`() async throws {
        let count = StatementCount()
        let browser = Browser(try await count.site())

        let many = try await count.count(of: "/projekte?ansicht=zeitleiste", in: browser)
        let few = try await count.count(of: "/projekte?ansicht=zeitleiste&stand=project-discontinued", in: browser)

        #expect(many == few)
        #expect(many < 12)
    }

    @Test func `an unknown view is no page`() async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get("/projekte?ansicht=torte")

        #expect(answer.status == 404)
    }

    @Test func `the template uses what the page has`() throws {
        try expectKnownTags(ProjectTimelinePage.self)
    }
}
