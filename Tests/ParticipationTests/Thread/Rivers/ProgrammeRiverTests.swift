// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct ProgrammeRiverTests {
    @Test(arguments: TestPlace.engines, Bundled.slugs)
    func `the river counts what the register counts`(engine: Engine, slug: String) async throws {
        let (river, figures) = try await Bundled.database(engine).read { db in
            let programme = try #require(try ProgrammeQueries.id(slug: slug, in: db))
            return (try Self.river(in: programme, RiverSelection(), db), try FigureRegister.all(of: programme, in: db))
        }

        let counted = Dictionary(figures.map { ($0.key, $0.counted) }, uniquingKeysWith: { first, _ in first })
        #expect(river.total(.idea) == counted["ideas"])
        #expect(river.total(.proposal) == counted["proposals"])
        #expect(river.total(.statement) == counted["statements"])
        #expect(river.total(.project) == counted["projects"])
        #expect(river.total(.idea) > 0)
    }

    @Test(arguments: TestPlace.engines, Bundled.slugs)
    func `every project stands in one field and one state, every idea in one forum`(
        engine: Engine, slug: String
    ) async throws {
        let programmeRiver = try await Bundled.database(engine).read { db in
            try Self.river(in: try #require(try ProgrammeQueries.id(slug: slug, in: db)), RiverSelection(), db)
        }

        let strands = programmeRiver.river.strands
        let arriving = { (stage: RiverStage) in
            let here = Set(programmeRiver.places.filter { $0.stage == stage }.map(\.id))
            return strands.filter { here.contains($0.to) }
        }
        #expect(arriving(.projects).map(\.amount).reduce(0, +) == programmeRiver.total(.project))
        #expect(arriving(.results).map(\.amount).reduce(0, +) == programmeRiver.total(.project))
        #expect(arriving(.forums).map(\.amount).reduce(0, +) == programmeRiver.total(.idea))
        let ended = programmeRiver.losses.filter { $0.measure == .idea }.map(\.number).reduce(0, +)
        #expect(ended + programmeRiver.ideasTakenUp == programmeRiver.total(.idea))
        #expect(strands.allSatisfy { strand in strand.amount > 0 })
    }

    @Test(arguments: TestPlace.engines)
    func `Ruhr-Konferenz shows what nobody documented`(engine: Engine) async throws {
        let river = try await Bundled.database(engine).read { db in
            let programme = try #require(try ProgrammeQueries.id(slug: "ruhr-konferenz", in: db))
            return try Self.river(in: programme, RiverSelection(), db)
        }

        let stages = Set(river.places.filter { !$0.isLost }.map(\.stage))
        #expect(!stages.contains(.proposals))
        #expect(!stages.contains(.statements))
        #expect(river.projectsWithoutDecision == 13)
        #expect(river.ideasTakenUp == 13)
        let losses = Dictionary(river.losses.map { ($0.place, $0.number) }, uniquingKeysWith: { first, _ in first })
        #expect(losses[.ideaEnd("idea.unknown")] == 8)
        #expect(losses[.ideaEnd("idea.declined")] == 1)
        #expect(losses[.state(.unknown)] == 9)
        #expect(losses[.state(.discontinued)] == 2)
    }

    @Test(arguments: TestPlace.engines) func `the parts of the forums make up the whole`(engine: Engine) async throws {
        let (whole, parts) = try await Bundled.database(engine).read { db in
            let programme = try #require(try ProgrammeQueries.id(slug: "musterregion", in: db))
            let names = try RiverNames.load(in: programme, db)
            let parts = try names.forums.map { forum in
                var selection = RiverSelection()
                selection.forum = forum.number
                return try Self.river(in: programme, selection, db)
            }
            return (try Self.river(in: programme, RiverSelection(), db), parts)
        }

        let without = whole.river.strands.filter { $0.to == "forum " }.map(\.amount).reduce(0, +)
        #expect(parts.count == 6)
        #expect(parts.map { $0.total(.idea) }.reduce(without, +) == whole.total(.idea))
        #expect(parts.allSatisfy { $0.total(.project) < whole.total(.project) })
    }

    @Test(arguments: TestPlace.engines) func `a field has its own projects and proposals`(engine: Engine) async throws {
        let (river, projects, proposals) = try await Bundled.database(engine).read { db in
            let programme = try #require(try ProgrammeQueries.id(slug: "musterregion", in: db))
            var selection = RiverSelection()
            selection.field = "wege"
            return (
                try Self.river(in: programme, selection, db),
                try ProjectSummary.count(in: programme, Self.projects(of: "wege"), db),
                try Proposal.list(Self.proposals(of: 1), .number, ListPage(1), in: programme, db).total
            )
        }

        #expect(river.total(.project) == projects)
        #expect(river.total(.proposal) == proposals)
        #expect(projects == 7)
        #expect(river.places.filter { $0.stage == .projects }.count == 1)
    }

    private static func projects(of field: String) -> ProjectSelection {
        var selection = ProjectSelection()
        selection.field = field
        return selection
    }

    private static func proposals(of field: Int64) -> Proposal.Filter {
        var filter = Proposal.Filter()
        filter.field = field
        return filter
    }

    private static func river(
        in programme: String, _ selection: RiverSelection, _ db: Connection
    ) throws -> ProgrammeRiver {
        ProgrammeRiver(
            try RiverCounts.load(in: programme, selection, db), try RiverNames.load(in: programme, db))
    }
}
