// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// How the page of the region can be asked for: one of the three moments, or all of them side by side.
enum RegionChoice: String, CaseIterable, Sendable {
    case today = "heute"
    case decision = "beschluss"
    case proposal = "vorschlag"
    case comparison = "vergleich"

    /// The moment that map and order go by.
    var stage: RegionStage {
        switch self {
        case .today, .comparison: .today
        case .decision: .decision
        case .proposal: .proposal
        }
    }
}

/// A column of the table: a measure at one moment.
struct RegionColumn: Hashable, Sendable {
    let measure: MapMeasure
    let stage: RegionStage

    /// Names the column in the locale files. What is the same at all moments has the same words.
    var wordsKey: String {
        switch measure {
        case .projects, .projectsForPeople, .lead, .funds, .fundsForPeople: "\(stage.rawValue)-\(measure.rawValue)"
        case .events, .participation, .population, .ideas, .ideasForPeople: measure.rawValue
        }
    }
}

/// All municipalities with their numbers, and how they were asked for.
struct RegionView: ColouredTowns, Sendable {
    let choice: RegionChoice
    /// What the table is ordered by and the map shaded by; by name and projects where nothing was chosen.
    let order: MapMeasure?
    let towns: [MappedMunicipality]
    let tally: RegionTally

    static func load(
        _ query: Query, in programme: String, _ db: Connection
    ) throws -> RegionView {
        let choice = try query.choice("stand", as: RegionChoice.self) ?? .today
        let order = try query.choice("wert", as: MapMeasure.self)
        if let order, !MapMeasure.ofRegion.contains(order) { throw PageFault.unknownValue(name: "wert") }
        let towns = try MappedMunicipality.list(in: programme, db)
        return RegionView(
            choice: choice, order: order, towns: towns, tally: try RegionTally.load(for: towns, in: programme, db))
    }

    var measure: MapMeasure { order ?? .projects }
    var wordsKey: String { RegionColumn(measure: measure, stage: choice.stage).wordsKey }

    var columns: [RegionColumn] {
        guard choice == .comparison else {
            return MapMeasure.ofRegion.map { RegionColumn(measure: $0, stage: choice.stage) }
        }
        let compared = [MapMeasure.projects, .funds].flatMap { measure in
            RegionStage.allCases.map { RegionColumn(measure: measure, stage: $0) }
        }
        return [RegionColumn(measure: .population, stage: .today)] + compared
    }

    func value(of town: MappedMunicipality) -> MapValue {
        value(of: town, RegionColumn(measure: measure, stage: choice.stage))
    }

    func value(of town: MappedMunicipality, _ column: RegionColumn) -> MapValue {
        column.measure.value(of: town, tally.numbers(of: town.id, at: column.stage))
    }

    /// From the most to the least; few before none, what is unknown last, equals by name.
    var ordered: [MappedMunicipality] {
        guard order != nil else { return towns }
        let ranks = towns.map { town -> Int64 in
            switch value(of: town) {
            case .number(let number): number > 0 ? number : 0
            case .few: 0
            case .unknown: -1
            }
        }
        return zip(towns, ranks).enumerated()
            .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
    }

    /// Projects, or what was proposed, over the people of the towns.
    var spread: PeopleSpread { spread { $0.projects } }

    /// Money over the people of the towns where it is known.
    var fundsSpread: PeopleSpread { spread { $0.fundsCents } }

    private func spread(_ amount: (RegionTally.Numbers) -> Int64?) -> PeopleSpread {
        PeopleSpread(
            towns.compactMap { town in
                guard let population = town.population,
                    let amount = amount(tally.numbers(of: town.id, at: choice.stage))
                else { return nil }
                return PeopleSpread.Place(id: town.id, amount: amount, population: population)
            })
    }
}
