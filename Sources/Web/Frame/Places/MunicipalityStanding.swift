// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// What a municipality gets, told in sentences, and where that puts it among the others.
struct MunicipalityStanding: Sendable {
    let municipality: Municipality
    let region: RegionView
    /// Public projects that are for the whole region and name no municipality.
    let regionWide: Int64

    static func load(of municipality: Municipality, in programme: String, _ db: Connection) throws -> Self {
        let towns = try MappedMunicipality.list(in: programme, db)
        return MunicipalityStanding(
            municipality: municipality,
            region: RegionView(
                choice: .comparison, order: nil, towns: towns,
                tally: try RegionTally.load(for: towns, in: programme, db)),
            regionWide: try ProjectReach.load(in: programme, db).regionWideOnly)
    }

    private var today: RegionTally.Numbers { region.tally.numbers(of: municipality.id, at: .today) }

    /// How many projects name the municipality, and its rank by that.
    func sentences(in context: SiteContext) -> [String] {
        let (name, spread) = (municipality.name, region.spread)
        let projects = context.text("places.sheet.projects", count: today.projects ?? 0, ["name": name])
        guard let rank = spread.rank(of: municipality.id), spread.giniHundredths != nil, spread.places.count > 1 else {
            return [projects, context.text("places.sheet.no-rank")]
        }
        let equals = spread.places.count { spread.rank(of: $0.id) == rank } - 1
        let standing = context.text(
            equals == 0 ? "places.sheet.rank" : "places.sheet.rank-shared", count: equals,
            ["rank": context.notation.number(rank), "all": context.notation.number(spread.places.count)])
        let isLeast = spread.leastServed(LeastServed.most).named.contains { $0.id == municipality.id }
        return [projects, standing] + (isLeast ? [context.text("places.sheet.least-served")] : [])
    }

    /// What was paid for this municipality alone, or that nobody documented it.
    func money(in context: SiteContext) -> String {
        guard let cents = today.fundsCents else { return context.text("places.standing.no-money") }
        return context.text(
            "places.standing.money", ["amount": context.notation.money(cents), "name": municipality.name])
    }

    /// Projects that the municipality has a share in without being named.
    func elsewhere(in context: SiteContext) -> String? {
        regionWide > 0 ? context.text("places.sheet.region-wide", count: regionWide) : nil
    }

    func section(in context: SiteContext) -> Section {
        let told = sentences(in: context) + [money(in: context), elsewhere(in: context)].compactMap { $0 }
        return Section(
            context.text("places.standing.heading", ["name": municipality.name]),
            paragraphs: [ProgrammeText(told.joined(separator: " "))],
            more: Section.More(
                label: context.text("places.standing.compare"), link: context.links.to("/region")))
    }
}
