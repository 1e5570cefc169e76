// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct BorderMapTests {
    @Test(arguments: TestPlace.engines, ["/karte", "/region?wert=mittel"])
    func `real borders take the place of the hexagons, with their source, until they are removed`(
        engine: Engine, path: String
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let now = people.now
            let corners = [(8.0, 51.0), (9.0, 51.0), (9.0, 51.5), (8.0, 51.5)]
            let shape = BorderShape(ags: "99011000", rings: [corners.map { (longitude: $0.0, latitude: $0.1) }])
            let programme = try await people.site.database.write { db in
                let programme: String = try #require(
                    try db.value("SELECT id FROM programme WHERE slug = 'musterregion'"))
                _ = try ReplaceBorders([shape], attribution: "© Vermessungsamt <Musterland>")
                    .run(in: programme, at: now, db)
                return programme
            }

            people.wait(5)
            let drawn = try await Browser(people.site).get(path)
            #expect(drawn.text.ranges(of: "border-face").count == 1)
            #expect(!drawn.text.contains("M0-53L46-26"))
            #expect(drawn.text.contains("Grenzen: © Vermessungsamt &lt;Musterland&gt;. Vereinfacht"))
            #expect(drawn.text.ranges(of: "<th scope=\"row\"").count == 14)

            try await people.site.database.write { db in _ = try RemoveBorders().run(in: programme, db) }
            people.wait(5)
            let hexagons = try await Browser(people.site).get(path)
            #expect(!hexagons.text.contains("border-face"))
            #expect(hexagons.text.ranges(of: "<g class=\"hexagon ").count == 14)
        }
    }
}
