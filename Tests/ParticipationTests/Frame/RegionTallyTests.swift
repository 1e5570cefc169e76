// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Counted by hand in `Resources/Programmes/musterregion`: `projects.json`, `links.json`, `applications.json`.
@Suite struct RegionTallyTests {
    @Test(arguments: TestPlace.engines)
    func `the five least served towns of Musterregion are those that were counted by hand`(
        engine: Engine
    ) async throws {
        let (towns, tally) = try await region(engine)
        let names = Dictionary(uniqueKeysWithValues: towns.map { ($0.id, $0.name) })

        let least = spread(towns, tally, .today).leastServed(5)

        // Without the cable car and the house for apprentices, which were discontinued: two projects name
        // Musterhausen (express bus, language bridges), three Beispielstadt (cycle network, sun on the school,
        // language bridges), one Neu-Beispiel (digital consultation), three Grubenau (digital consultation, founders'
        // garage, sun on the school) and four Erzfelden (cycle network, health house, heat study, language bridges).
        #expect(
            least.named.map { "\(names[$0.id] ?? "") \($0.amount)" }
                == ["Musterhausen 2", "Beispielstadt 3", "Neu-Beispiel 1", "Grubenau 3", "Erzfelden 4"])
        #expect(least.withoutAny == 0)
        #expect(spread(towns, tally, .today).giniHundredths == 66)
    }

    @Test(arguments: TestPlace.engines)
    func `discontinued projects count at the decision and no longer today`(engine: Engine) async throws {
        let (towns, tally) = try await region(engine)
        let place = try #require(towns.first { $0.name == "Musterhausen" }).id

        #expect(tally.numbers(of: place, at: .decision).projects == 2)
        #expect(tally.numbers(of: place, at: .today).projects == 2)
        #expect(tally.numbers(of: place, at: .proposal).projects == 5)
        let other = try #require(towns.first { $0.name == "Neu-Beispiel" }).id
        #expect(RegionStage.allCases.map { tally.numbers(of: other, at: $0).projects } == [0, 1, 1])
    }

    @Test(arguments: TestPlace.engines)
    func `funds are known only of projects for one town alone, and unknown is not nought`(
        engine: Engine
    ) async throws {
        let (towns, tally) = try await region(engine)
        let funds = { (name: String) in
            try RegionStage.allCases.map { stage in
                tally.numbers(of: try #require(towns.first { $0.name == name }).id, at: stage).fundsCents
            }
        }

        #expect(try funds("Grubenau") == [48_000_000, 44_315_612, 22_157_806])
        #expect(try funds("Probsthagen") == [nil, 18_233_360, 11_876_519])
        #expect(try funds("Wiesenau") == [nil, nil, nil])
    }

    @Test(arguments: TestPlace.engines)
    func `a town leads what its bodies applied for with success`(engine: Engine) async throws {
        let (towns, tally) = try await region(engine)
        let led = { (name: String) in
            tally.numbers(of: try #require(towns.first { $0.name == name }).id, at: .today).led
        }

        // Heat study (foundry Erzfelden) and repair network (church district with its seat in Erzfelden).
        #expect(try led("Erzfelden") == 2)
        #expect(try led("Musterhausen") == 0)
    }

    @Test func `without any proposal or decision nobody knows how many a town had`() {
        var facts = RegionFacts()
        facts.projects = [.init(id: "a", isDiscontinued: false, hasMinistry: true)]
        facts.places = ["a": ["essen"]]

        let tally = RegionTally(facts, towns: ["essen", "bochum"])

        #expect(RegionStage.allCases.map { tally.numbers(of: "essen", at: $0).projects } == [nil, nil, 1])
        #expect(tally.numbers(of: "bochum", at: .today).projects == 0)
        #expect(tally.numbers(of: "essen", at: .today).participation == nil)
    }

    @Test func `who leads is unknown where nobody wrote it down, and so is nothing said of the places named`() {
        var facts = RegionFacts()
        facts.projects = [
            .init(id: "a", isDiscontinued: false, hasMinistry: false),
            .init(id: "b", isDiscontinued: false, hasMinistry: true),
            .init(id: "c", isDiscontinued: false, hasMinistry: true),
        ]
        facts.places = ["a": ["essen"], "b": ["bochum"], "c": ["hagen"]]
        facts.roles = [("c", "Projektträger", "hagen")]

        let tally = RegionTally(facts, towns: ["essen", "bochum", "hagen"])

        #expect(["essen", "bochum", "hagen"].map { tally.numbers(of: $0, at: .today).led } == [nil, 0, 1])
        #expect(tally.projectsWithLead == 2)
    }

    @Test func `what is counted by days is unknown where no phase has an end, and all of it counts today`() {
        var facts = RegionFacts()
        facts.events = [
            .init(place: "essen", day: PartialDate("2019-05"), number: 2),
            .init(place: "essen", day: PartialDate("2020-01-01"), number: 1),
            .init(place: "essen", day: nil, number: 4),
        ]
        facts.ends = [.decision: PartialDate("2019-05-31")].compactMapValues { $0 }

        let tally = RegionTally(facts, towns: ["essen"])

        #expect(RegionStage.allCases.map { tally.numbers(of: "essen", at: $0).events } == [nil, 2, 7])
    }

    private func region(_ engine: Engine) async throws -> ([MappedMunicipality], RegionTally) {
        try await Bundled.database(engine).read { db in
            let programme = try #require(
                try db.value("SELECT id FROM programme WHERE slug = 'musterregion'", as: String.self))
            let towns = try MappedMunicipality.list(in: programme, db)
            return (towns, try RegionTally.load(for: towns, in: programme, db))
        }
    }

    private func spread(
        _ towns: [MappedMunicipality], _ tally: RegionTally, _ stage: RegionStage
    ) -> PeopleSpread {
        PeopleSpread(
            towns.compactMap { town in
                guard let people = town.population, let projects = tally.numbers(of: town.id, at: stage).projects
                else { return nil }
                return .init(id: town.id, amount: projects, population: people)
            })
    }
}
