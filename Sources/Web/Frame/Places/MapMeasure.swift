// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What the shades of the map stand for: what was said and held before the decisions, what came of them, and
/// the people.
enum MapMeasure: String, CaseIterable, Sendable {
    case projects = "projekte"
    case projectsForPeople = "projekte-je-100000"
    case funds = "mittel"
    case fundsForPeople = "mittel-je-kopf"
    case ideas = "ideen"
    case ideasForPeople = "ideen-je-1000"
    case events = "veranstaltungen"
    case population = "einwohner"
    case lead = "federfuehrung"
    case participation = "beteiligung-je-1000"

    /// What the map can be coloured by; the others are compared on the page of the region.
    static let onMap = allCases.filter { $0 != .lead && $0 != .participation }
    /// What the region is compared by, in the order of the table's columns.
    static let ofRegion: [MapMeasure] = [
        .population, .projects, .projectsForPeople, .lead, .funds, .fundsForPeople, .events, .participation,
    ]

    /// Fewer ideas than this are not told one by one: few people could be recognised.
    static let fewestIdeas: Int64 = 5

    /// What a town has. Rates come in the smallest step that is shown: tenths of a project, hundredths of an
    /// idea, whole euros.
    func value(of town: MappedMunicipality, _ tally: PlaceTally) -> MapValue {
        switch self {
        case .projects: .number(town.projects)
        case .projectsForPeople:
            MapValue(town.population.flatMap { PeopleSpread.tenths(projects: town.projects, population: $0) })
        case .funds: MapValue(tally.fundsCents[town.id])
        case .fundsForPeople:
            MapValue(tally.fundsCents[town.id].flatMap { Self.rate($0, for: town.population, each: 1, steps: 100) })
        case .ideas: ideas(of: town, tally) { $0 }
        case .ideasForPeople:
            ideas(of: town, tally) { Self.rate($0 * 100, for: town.population, each: 1000, steps: 1) }
        case .events: .number(tally.events[town.id] ?? 0)
        case .population: MapValue(town.population)
        case .lead, .participation: .unknown
        }
    }

    /// What a town has at one moment of the comparison.
    func value(of town: MappedMunicipality, _ numbers: RegionTally.Numbers) -> MapValue {
        switch self {
        case .projects: MapValue(numbers.projects)
        case .projectsForPeople:
            MapValue(
                numbers.projects.flatMap { projects in
                    town.population.flatMap { PeopleSpread.tenths(projects: projects, population: $0) }
                })
        case .funds: MapValue(numbers.fundsCents)
        case .fundsForPeople:
            MapValue(numbers.fundsCents.flatMap { Self.rate($0, for: town.population, each: 1, steps: 100) })
        case .events: MapValue(numbers.events)
        case .population: MapValue(town.population)
        case .lead: MapValue(numbers.led)
        case .participation: Self.participation(numbers.participation, of: town)
        case .ideas, .ideasForPeople: .unknown
        }
    }

    private static func participation(_ number: Int64?, of town: MappedMunicipality) -> MapValue {
        guard let number else { return .unknown }
        if (1..<fewestIdeas).contains(number) { return .few }
        return MapValue(rate(number * 100, for: town.population, each: 1000, steps: 1))
    }

    private func ideas(
        of town: MappedMunicipality, _ tally: PlaceTally, _ value: (Int64) -> Int64?
    ) -> MapValue {
        let ideas = tally.ideas[town.id] ?? 0
        return (1..<Self.fewestIdeas).contains(ideas) ? .few : MapValue(value(ideas))
    }

    /// An amount for so many people each, rounded to steps.
    private static func rate(_ amount: Int64, for population: Int64?, each: Int64, steps: Int64) -> Int64? {
        guard let population, population > 0 else { return nil }
        return (amount * each + population * steps / 2) / (population * steps)
    }

    /// The value as the language writes it.
    func written(_ value: Int64, in notation: Notation) -> String {
        switch self {
        case .projects, .ideas, .events, .population, .lead: notation.number(value)
        case .projectsForPeople: notation.decimal(value, places: 1)
        case .ideasForPeople, .participation: notation.decimal(value, places: 2)
        case .funds: notation.roundedMoney(value)
        case .fundsForPeople: notation.money(value * 100)
        }
    }

    /// Short enough for a hexagon: people in thousands, funds in millions of euros.
    func short(_ value: Int64, in notation: Notation) -> String {
        switch self {
        case .population: notation.number((value + 500) / 1000)
        case .funds: notation.decimal((value + 5_000_000) / 10_000_000, places: 1)
        case .fundsForPeople: notation.number(value)
        case .projects, .projectsForPeople, .ideas, .ideasForPeople, .events, .lead, .participation:
            written(value, in: notation)
        }
    }

    /// The columns of the table that belong to the measure, beside people and projects.
    var columns: [MapMeasure] {
        switch self {
        case .projects, .projectsForPeople, .population, .lead, .participation: []
        case .funds, .fundsForPeople: [.funds, .fundsForPeople]
        case .ideas, .ideasForPeople: [.ideas, .ideasForPeople]
        case .events: [.events]
        }
    }
}

/// A number of the map, or why there is none.
enum MapValue: Equatable, Sendable {
    case number(Int64)
    /// So few that nothing more is said.
    case few
    case unknown

    init(_ number: Int64?) {
        self = number.map { .number($0) } ?? .unknown
    }

    var number: Int64? {
        if case .number(let number) = self { number } else { nil }
    }
}
