// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Towns with a number each, by which a map is shaded.
protocol ColouredTowns {
    var towns: [MappedMunicipality] { get }
    var measure: MapMeasure { get }
    /// Under which the locale files have the words for the measure: `maps.measure-KEY`, `maps.value.KEY`.
    var wordsKey: String { get }
    /// The value of the chosen measure.
    func value(of town: MappedMunicipality) -> MapValue
}

extension ColouredTowns {
    /// The districts that have towns here, by name; a letter and an outline belong to each.
    var districts: [String] {
        towns.compactMap(\.district).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.sorted()
    }
}

/// What the map shows, and how it was asked for.
struct MapView: ColouredTowns, Sendable {
    let measure: MapMeasure
    let towns: [MappedMunicipality]
    let tally: PlaceTally
    let reach: ProjectReach

    /// How many rows the tables below maps have: enough for the 53 of the Ruhr, and a whole state is still read fast.
    static let townsOnPage: Int64 = 60

    var wordsKey: String { measure.rawValue }

    /// What can be chosen: measures of which nothing is documented are left out, unless one of them was asked for.
    var measures: [MapMeasure] {
        MapMeasure.onMap.filter { measure in
            measure == self.measure || measure == .projects
                || towns.contains { value(of: $0, measure) == .few || value(of: $0, measure).number ?? 0 > 0 }
        }
    }

    func value(of town: MappedMunicipality, _ measure: MapMeasure) -> MapValue {
        measure.value(of: town, tally)
    }

    /// The value of the chosen measure.
    func value(of town: MappedMunicipality) -> MapValue { value(of: town, measure) }

    /// Towns whose population is known, by how many projects there are for each person.
    var spread: PeopleSpread {
        PeopleSpread(
            towns.compactMap { town in
                town.population.map {
                    PeopleSpread.Place(id: town.id, amount: town.projects, population: $0)
                }
            })
    }
}

/// A name in rows that fit into a hexagon; what is too long is parted before a usual ending, or ends with a point.
enum TownLabel {
    static let longest = 11
    private static let endings = [
        "beispiel", "hausen", "kirchen", "scheid", "stadt", "muster", "brunn", "bruch", "berg", "burg", "dorf", "feld",
        "furt", "haven", "heim", "hofen", "ingen", "rode", "thal", "wald",
    ]

    /// One or two rows. What stands in brackets or after a stroke is left out.
    static func rows(of name: String) -> [String] {
        let short = String(name.prefix { $0 != "(" && $0 != "/" }).trimmed
        guard short.count > longest else { return [short] }
        if let parted = parted(short) { return parted }
        var rows: [String] = []
        for piece in pieces(of: short) {
            if let last = rows.last, (last + piece).trimmed.count <= longest {
                rows[rows.count - 1] = last + piece
            } else {
                rows.append(piece)
            }
        }
        return rows.prefix(2).map { shortened($0.trimmed) }
    }

    /// "Reckling-", "hausen": one word of which both parts fit.
    private static func parted(_ word: String) -> [String]? {
        guard word.allSatisfy(\.isLetter), let ending = endings.first(where: word.hasSuffix) else { return nil }
        let rows = ["\(word.dropLast(ending.count))-", ending]
        return rows.allSatisfy { $0.count <= longest } ? rows : nil
    }

    /// Words with the space or hyphen that follows them.
    private static func pieces(of name: String) -> [String] {
        var pieces = [""]
        for character in name {
            pieces[pieces.count - 1].append(character)
            if character == " " || character == "-" { pieces.append("") }
        }
        return pieces.filter { !$0.isEmpty }
    }

    private static func shortened(_ text: String) -> String {
        text.count > longest ? text.prefix(longest - 1) + "." : text
    }
}
