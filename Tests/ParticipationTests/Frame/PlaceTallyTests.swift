// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct PlaceTallyTests {
    @Test func `a gathering counts where its place begins with the whole name of a town`() {
        let tally = PlaceTally.events(
            [("Essen, Zollverein", 2), ("Essen", 1), ("Essen-Kettwig", 1), ("Alte Halle, Essen", 1)],
            names: ["Essen": "essen"])

        #expect(tally == ["essen": 3])
    }

    @Test(arguments: TestPlace.engines)
    func `only money of projects for a single town is said of that town`(engine: Engine) async throws {
        let (tally, shared) = try await Bundled.database(engine).read { db in
            let programme = try #require(
                try db.value("SELECT id FROM programme WHERE slug = 'musterregion'", as: String.self))
            let towns = try MappedMunicipality.list(in: programme, db)
            let shared: Int64 =
                try db.value(
                    """
                    SELECT CAST(SUM(f.amount_cents) AS BIGINT) FROM funding f JOIN project x ON x.id = f.project_id
                    WHERE x.programme_id = \(programme) AND f.kind = 'approved' AND f.basis = 'state_share'
                        AND (x.is_region_wide = 1
                            OR (SELECT COUNT(*) FROM project_municipality l WHERE l.project_id = x.id) <> 1)
                    """) ?? 0
            return (try PlaceTally.load(for: towns, in: programme, db), shared)
        }

        let placed = tally.fundsCents.values.reduce(0, +)
        #expect(placed > 0)
        #expect(shared > 0)
        #expect(tally.allFundsCents == placed + shared)
        #expect(tally.ideas.values.reduce(0, +) <= tally.allIdeas)
        #expect(tally.events.values.reduce(0, +) > 10)
    }

    @Test func `where nothing is booked the funds are unknown and not nothing`() async throws {
        let tally = try await Bundled.database(.sqlite).read { db in
            let programme = try #require(
                try db.value("SELECT id FROM programme WHERE slug = 'ruhr-konferenz'", as: String.self))
            return try PlaceTally.load(for: try MappedMunicipality.list(in: programme, db), in: programme, db)
        }

        #expect(tally.allFundsCents == nil)
        #expect(tally.fundsCents.isEmpty)
    }
}
