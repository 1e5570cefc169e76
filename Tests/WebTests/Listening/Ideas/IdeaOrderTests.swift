// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation
import Storage
import Testing

@testable import Web

@Suite struct IdeaOrderTests {
    @Test(arguments: Idea.Order.allCases)
    func `a download holds the ideas in the order of the page`(order: Idea.Order) async throws {
        let query = "?sortierung=\(order.rawValue)" + (order == .near ? "&ort=\(try await place())" : "")
        let browser = Browser(try await Bundled.site())
        let page = try await browser.get("/p/musterregion/ideen" + query)
        let csv = try await browser.get("/p/musterregion/ideen.csv" + query)
        var reader = try CSVReader(Array(csv.text.utf8))
        let column = try #require(reader.columns.firstIndex(of: "number"))
        let numbers = try reader.rows().map { "/p/musterregion/ideen/\($0.cells[column])" }
        var shown: [String] = []
        for link in page.links where numbers.contains(link) && !shown.contains(link) { shown.append(link) }

        #expect([page.status, csv.status] == [200, 200])
        #expect(shown.count == 50)
        #expect(shown == Array(numbers.prefix(50)))
    }

    @Test func `whoever asks for what is near is asked where, and a profile knows it`() async throws {
        try await PeopleSite.with { people in
            let guest = try await Browser(people.site).get("/ideen?sortierung=naehe")
            let person = try await people.signedIn("a@example.org")
            let own = try await people.site.database.read { db in
                try Idea.municipalities(in: try ProgrammeQueries.all(in: db)[0].id, db).last
            }
            let place = try #require(own)
            _ = try await person.submit(
                try await person.get("/mein/profil"),
                ["anzeigename": "Ada", "sprache": "de", "kommune": place.ags], action: "/mein/profil")
            let near = try await person.get("/ideen?sortierung=naehe")

            #expect(guest.words.contains("Wählen Sie eine Kommune"))
            #expect(!near.words.contains("Wählen Sie eine Kommune"))
            #expect(near.text.contains("value=\"\(place.ags)\" selected"))
        }
    }

    @Test func `a place that does not exist is not found`() async throws {
        let answer = try await Browser(Bundled.site()).get("/p/musterregion/ideen?sortierung=naehe&ort=00000000")
        #expect(answer.status == 404)
    }

    @Test func `long lists are read by ranges of keys without losing or doubling a row`() async throws {
        let site = try await Bundled.site()
        let batches = try await Bundled.database(.sqlite).read { db -> [[[[OpenValue]]]] in
            let programme = try #require(try ProgrammeQueries.all(in: db).first(where: \.isInvented)).id
            var context = SiteContext(logger: site.logger, remoteAddress: nil)
            context.currentProgramme = try Site.programmes(db).first { $0.id == programme }
            let reading = OpenReading(
                programme: programme, context: context, today: Moment(site.clock()).day, db: db)
            return try [OpenList.ideas, .journal, .remarks].map { list in
                try [Int64(7), 100_000].map { size in
                    var rows: [[OpenValue]] = []
                    try list.forEachBatch(reading, size: size) { rows += $0 }
                    return rows
                }
            }
        }

        for pair in batches {
            #expect(pair[0] == pair[1])
            #expect(pair[0].count > 7)
        }
    }

    @Test func `an idea says how it is quoted and passed on`() async throws {
        try await PeopleSite.with(publicURL: "https://mitmachen.example") { people in
            let page = try await Browser(people.site).get("/ideen/1")
            let mail = page.links.first { $0.hasPrefix("mailto:") }

            #expect(page.words.contains("Teilen und zitieren"))
            #expect(page.links.contains("https://mitmachen.example/ideen/1"))
            #expect(mail?.contains("https%3A%2F%2Fmitmachen.example%2Fideen%2F1") == true)
        }
    }

    private func place() async throws -> String {
        try await Bundled.database(.sqlite).read { db in
            let programme = try #require(try ProgrammeQueries.all(in: db).first(where: \.isInvented)).id
            return try #require(try Idea.municipalities(in: programme, db).first).ags
        }
    }
}
