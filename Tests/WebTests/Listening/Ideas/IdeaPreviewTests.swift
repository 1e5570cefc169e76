// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// The buttons of the form of an idea that do not send it: seeing how the text will look, and choosing on the map.
@Suite struct IdeaPreviewTests {
    private static func typed(_ action: String, place: String = "") -> KeyValuePairs<String, String> {
        [
            "titel": "Bänke \"am\" Kanal", "text": "Zum *Sitzen*.\n\n- im **Schatten**\n<script>x</script>",
            "forum": "2", "kommune": place, "gruppe": "Schülerin", "email": "gast@example.org", "name": "Gast",
            "aktion": action,
        ]
    }

    @Test func `the preview shows the text as it will look, keeps everything typed and writes nothing`() async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let page = try await browser.get("/ideen/neu")
            let shown = try await browser.submit(page, Self.typed("vorschau"), action: "/ideen/neu")
            let mails = try await people.mails()
            let written: Int64? = try await people.site.database.read { db in
                try db.value("SELECT COUNT(*) FROM idea_draft")
            }

            #expect(page.text.contains("id=\"vorschau\" aria-labelledby=\"vorschau-titel\" hidden"))
            #expect(shown.status == 200)
            #expect(!shown.text.contains("aria-labelledby=\"vorschau-titel\" hidden"))
            #expect(shown.text.contains("<em>Sitzen</em>"))
            #expect(shown.text.contains("<li>im <strong>Schatten</strong>"))
            #expect(!shown.text.contains("<script>x"))
            #expect(shown.text.contains("value=\"Bänke &quot;am&quot; Kanal\""))
            #expect(shown.text.contains("value=\"2\" selected"))
            #expect(shown.text.contains("value=\"gast@example.org\""))
            #expect(shown.text.contains("value=\"Schülerin\""))
            #expect(written == 0)
            #expect(mails == [])
        }
    }

    @Test func `a preview of nothing says what is missing, and asks for nothing else`() async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let page = try await browser.get("/ideen/neu")
            let answer = try await browser.submit(page, ["titel": "Bänke", "aktion": "vorschau"], action: "/ideen/neu")

            #expect(answer.status == 422)
            #expect(answer.text.contains("id=\"text-fehler\""))
            #expect(!answer.text.contains("id=\"email-fehler\""))
            #expect(answer.text.contains("value=\"Bänke\""))
        }
    }

    @Test func `the script gets the same HTML alone, and nothing for what is too long`() async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let good = try await browser.post("/ideen/vorschau", ["text": "Zum *Sitzen*.<img src=x onerror=y>"])
            let long = try await browser.post("/ideen/vorschau", ["text": String(repeating: "x", count: 20_001)])
            let none = try await browser.post("/ideen/vorschau", [:])
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            let foreign = try await browser.post("/ideen/vorschau", ["text": "x"], headers: [site: "cross-site"])

            #expect(good.status == 200)
            #expect(good.text.hasPrefix("<p>Zum <em>Sitzen</em>."))
            #expect(!good.text.contains("<img"))
            #expect(good.headers[.cacheControl] == "no-store")
            #expect([long.status, none.status, foreign.status] == [422, 422, 403])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a place is chosen on the map, and everything typed comes back with it`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let browser = Browser(people.site)
            let towns = try await people.site.database.read { db in
                let programme = try #require(try ProgrammeQueries.all(in: db).first).id
                return try Municipality.choices(in: programme, db)
            }
            let page = try await browser.get("/ideen/neu")
            let map = try await browser.submit(page, Self.typed("karte"), action: "/ideen/neu")
            let offered = map.text.matches(of: #/name="kommune" value="(\d{8})"/#).map { String($0.1) }
            let town = try #require(towns.last)
            let back = try await browser.submit(map, ["kommune": town.ags], action: "/ideen/neu")
            let again = try await browser.submit(back, Self.typed("karte", place: town.ags), action: "/ideen/neu")
            let region = try await browser.submit(again, ["kommune": ""], action: "/ideen/neu")

            #expect(towns.count > 3)
            #expect(Set(offered) == Set(towns.map(\.ags)))
            #expect(towns.allSatisfy { map.words.contains($0.name) })
            #expect(back.status == 200)
            #expect(back.text.contains("<option value=\"\(town.ags)\" selected>"))
            #expect(back.text.contains("value=\"Bänke &quot;am&quot; Kanal\""))
            #expect(back.words.contains("im **Schatten**"))
            #expect(again.text.contains("value=\"\(town.ags)\" aria-pressed=\"true\""))
            #expect(!region.text.contains("<option value=\"\(town.ags)\" selected>"))
        }
    }

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(IdeaFormPage.self)
        try expectKnownTags(IdeaPlacePage.self)
    }
}
