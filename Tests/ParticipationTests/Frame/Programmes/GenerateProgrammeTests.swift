// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

@testable import Participation

@Suite struct GenerateProgrammeTests {
    static let now = Moment(Date(timeIntervalSince1970: 1_572_944_400))
    static let small = GenerationScale(
        ideas: 120, remarks: 200, proposals: 60, statements: 50, projects: 40, municipalities: 30)

    private static func generate(
        _ scale: GenerationScale = small, seed: UInt64 = 7, into database: Database
    ) async throws -> Int {
        let generation = try GenerateProgramme(slug: "weit", scale: scale, seed: seed)
        return try await database.write { db in try generation.run(at: now, in: db) }
    }

    private static func exported(_ database: Database, isComplete: Bool = true) async throws -> [PackageFile] {
        let files = try await database.read { db in try ExportPackage(slug: "weit", isComplete: isComplete).run(in: db)
        }
        return try #require(files)
    }

    @Test(arguments: TestPlace.engines)
    func `what is generated can be verified, exported and imported again`(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let database = try await Bundled.prepare(place)
            let count = try await Self.generate(into: database)
            let report = try await database.read { db in try VerifyJournal().run(in: db) }
            #expect(report.faults == [])
            #expect(report.entriesRead == Int64(count))

            let package = try ImportPackage(try await Self.exported(database))
            let plan = try await database.read { db in try package.plan(in: db) }
            #expect(plan == ImportReport(created: [], changed: [], conflicts: [], unchanged: count))
            await database.close()
        }
    }

    @Test func `the public part of what is generated is a sound package`() async throws {
        try await TestPlace.with(.sqlite) { place in
            let database = try await Bundled.prepare(place)
            let count = try await Self.generate(into: database)
            let files = try await Self.exported(database, isComplete: false)
            let package = try ImportPackage(files)
            #expect(package.count < count)
            #expect(!files.contains { $0.name == RecordKinds.internalFile })
            await database.close()
        }
    }

    @Test func `the same seed gives the same programme, another seed another`() async throws {
        var packages: [[PackageFile]] = []
        for seed: UInt64 in [7, 7, 8] {
            try await TestPlace.with(.sqlite) { place in
                let database = try await Bundled.prepare(place)
                _ = try await Self.generate(seed: seed, into: database)
                packages.append(try await Self.exported(database))
                await database.close()
            }
        }
        #expect(packages[0] == packages[1])
        #expect(packages[0] != packages[2])
    }

    @Test func `there is as much of each kind as was asked for, most of it in few forums`() async throws {
        let programme = InventedProgramme(slug: "weit", scale: Self.small, seed: 3)
        let records = try programme.sections.flatMap { section in try (0..<section.count).flatMap(section.records) }
        let ideas = records.compactMap { $0 as? IdeaRecord }
        #expect(ideas.count == 120)
        #expect(records.count { $0 is RemarkRecord } == 200)
        #expect(records.count { $0 is ProposalRecord } == 60)
        #expect(records.count { $0 is StatementRecord } == 50)
        #expect(records.count { $0 is ProjectRecord } == 40)
        #expect(Set(records.compactMap { ($0 as? MunicipalityRecord)?.name }).count == 30)

        let byForum = Dictionary(grouping: ideas) { $0.forum }.values.map(\.count).sorted(by: >)
        #expect(byForum.prefix(6).reduce(0, +) > ideas.count / 2)
        #expect(ideas.contains { $0.project != nil })
        #expect(Set(ideas.compactMap(\.fate)).isSuperset(of: [.takenUp, .inPart, .merged, .passedOn, .declined]))
    }

    @Test(arguments: TestPlace.engines)
    func `people are made once, even when the programme is made again`(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let database = try await Bundled.prepare(place)
            var scale = GenerationScale(
                ideas: 1, remarks: 0, proposals: 0, statements: 0, projects: 0, municipalities: 5)
            scale.people = 30
            _ = try await Self.generate(scale, into: database)
            try await database.write { db in
                let programme = try #require(try ProgrammeQueries.id(slug: "weit", in: db))
                try RemoveProgramme(programme).run(at: Self.now, in: db)
            }
            scale.people = 40
            _ = try await Self.generate(scale, into: database)
            let people: Int64? = try await database.read { db in try db.value("SELECT COUNT(*) FROM person") }
            #expect(people == 40)
            await database.close()
        }
    }

    @Test func `a programme with a single place and nothing else is sound`() async throws {
        try await TestPlace.with(.sqlite) { place in
            let database = try await Bundled.prepare(place)
            let scale = GenerationScale(
                ideas: 0, remarks: 0, proposals: 0, statements: 0, projects: 0, municipalities: 1)
            _ = try await Self.generate(scale, into: database)
            let report = try await database.read { db in try VerifyJournal().run(in: db) }
            #expect(report.faults == [])
            _ = try ImportPackage(try await Self.exported(database))
            await database.close()
        }
    }

    @Test func `a name is taken only once, and nothing is written the second time`() async throws {
        try await TestPlace.with(.sqlite) { place in
            let database = try await Bundled.prepare(place)
            let scale = GenerationScale(
                ideas: 3, remarks: 0, proposals: 0, statements: 0, projects: 0, municipalities: 1)
            let count = try await Self.generate(scale, into: database)
            await #expect(throws: GenerationRefused.self) { try await Self.generate(scale, into: database) }
            let entries: Int64? = try await database.read { db in try db.value("SELECT COUNT(*) FROM journal_entry") }
            #expect(entries == Int64(count))
            await database.close()
        }
    }

    @Test(arguments: [
        GenerationScale(ideas: -1, remarks: 0, proposals: 0, statements: 0, projects: 0, municipalities: 1),
        GenerationScale(ideas: 0, remarks: 5, proposals: 0, statements: 0, projects: 0, municipalities: 1),
        GenerationScale(ideas: 1, remarks: 0, proposals: 0, statements: 0, projects: 0, municipalities: 0),
        GenerationScale(ideas: 1, remarks: 0, proposals: 0, statements: 0, projects: 0, municipalities: 2001),
    ])
    func `what cannot be made is refused with a reason`(_ scale: GenerationScale) throws {
        let refused = #expect(throws: GenerationRefused.self) {
            try GenerateProgramme(slug: "weit", scale: scale, seed: 1)
        }
        #expect(refused?.reason.isEmpty == false)
    }

    @Test(arguments: ["", "Groß", "zu/viel", String(repeating: "a", count: 41)])
    func `a slug that no address can hold is refused`(_ slug: String) {
        #expect(throws: GenerationRefused.self) { try GenerateProgramme(slug: slug, scale: Self.small, seed: 1) }
    }

    @Test func `names of places are all different`() {
        for seed: UInt64 in [1, 2, 99] {
            let names = InventedNames(seed: seed)
            let places = (0..<GenerationScale.mostMunicipalities).map(names.place)
            #expect(Set(places).count == places.count)
            let districts = (0..<(GenerationScale.mostMunicipalities + 11) / 12).map(names.district)
            #expect(Set(districts).count == districts.count)
        }
    }

    @Test func `the days of the invented calendar are the days of ours`() {
        for text in ["1970-01-01", "2021-03-01", "2024-02-29", "2026-09-30", "2000-12-31"] {
            let day = PartialDate(text)?.firstDay
            #expect(day.map(InventedDates.date)?.text == text)
        }
    }
}

@Suite struct SeededNumbersTests {
    /// Worked out apart from this program, so that a change of the sequence does not go unnoticed.
    @Test func `the sequence of a seed never changes`() {
        var first = SeededNumbers(seed: 1, "idea", 0)
        #expect((0..<6).map { _ in first.below(1000) } == [141, 10, 826, 375, 299, 74])
        var second = SeededNumbers(seed: 1, "idea", 1)
        #expect((0..<6).map { _ in second.below(1000) } == [433, 186, 867, 503, 345, 99])
    }

    @Test func `skewed numbers are mostly low and always in range`() {
        var numbers = SeededNumbers(seed: 4, "test", 0)
        let drawn = (0..<2000).map { _ in numbers.skewed(below: 100) }
        #expect(drawn.allSatisfy { (0..<100).contains($0) })
        #expect(drawn.count { $0 < 10 } > 600)
        #expect(drawn.contains { $0 > 80 })
    }
}
