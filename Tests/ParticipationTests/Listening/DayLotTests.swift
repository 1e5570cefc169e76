// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct DayLotTests {
    @Test(arguments: TestPlace.engines)
    func `each day draws another order, and in the long run every idea stands as often at the top`(
        engine: Engine
    ) async throws {
        let days = (1...5).flatMap { month in (10...28).compactMap { PartialDate("2026-0\(month)-\($0)") } }
        let orders = try await Bundled.database(engine).read { db in
            let programme = try #require(try ProgrammeQueries.all(in: db).first(where: \.isInvented)).id
            return try days.map { day in
                try Idea.ids(Idea.Filter(), Idea.Arrangement(.lots, on: day), in: programme, db)
            }
        }
        let all = Set(try #require(orders.first))
        let top = Dictionary(grouping: orders.flatMap { $0.prefix(10) }, by: { $0 }).mapValues(\.count)

        #expect(orders.allSatisfy { Set($0) == all && $0.count == all.count })
        #expect(Set(orders).count > 75)
        // Each is expected at the top on about every fifth day.
        let (least, most) = (all.map { top[$0] ?? 0 }.min() ?? 0, top.values.max() ?? 0)
        #expect(least > 0)
        #expect(most < orders.count / 2)
    }

    @Test func `pages of a day follow one another without a gap`() async throws {
        try await Bundled.database(.sqlite).read { db in
            let programme = try #require(try ProgrammeQueries.all(in: db).first(where: \.isInvented)).id
            let lots = Idea.Arrangement(.lots, on: try #require(PartialDate("2026-11-23")))
            let whole = try Idea.ids(Idea.Filter(), lots, in: programme, db)
            let paged = try ListPage.all(size: 7) { page in
                try Idea.list(Idea.Filter(), lots, page, in: programme, db).rows
            }
            #expect(paged.map(\.id) == whole)
            #expect(whole.count > 14)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `ideas from a municipality stand before those from farther away, and those from nowhere last`(
        engine: Engine
    ) async throws {
        try await Bundled.database(engine).read { db in
            let programme = try #require(try ProgrammeQueries.all(in: db).first(where: \.isInvented)).id
            let towns = try MappedMunicipality.list(in: programme, db)
            let place = try #require(try Idea.municipalities(in: programme, db).last)
            let nearness = try #require(Nearness(to: place.ags, among: towns))
            let day = try #require(PartialDate("2026-11-23"))
            let ids = try Idea.ids(
                Idea.Filter(), Idea.Arrangement(.near, on: day, nearness: nearness), in: programme, db)
            let ideas = try Idea.list(inOrderOf: ids, in: programme, db)
            let rankOf = Dictionary(uniqueKeysWithValues: nearness.ranks.map { ($0.municipality, $0.rank) })
            let ranks = ideas.map { $0.municipalityID.flatMap { rankOf[$0] } ?? .max }

            #expect(ranks == ranks.sorted())
            #expect(ranks.first == 0)
            #expect(Set(ranks).count > 3)
            #expect(Nearness(to: "00000000", among: towns) == nil)
        }
    }
}
