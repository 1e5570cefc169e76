// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The map of towns with what it counts, where least is documented, and all numbers as a table.
struct MapPage: Page {
    static let template = "Places/map"
    let heading: String
    /// Names the measure as well, so that windows and bookmarks can be told apart.
    let title: String
    let empty: EmptyState?
    let measures: SortBar?
    let picture: HexagonPicture?
    let unplaced: Unplaced?
    let reach: Reach?
    let gap: Gap?
    let table: Table?

    /// Towns of which nobody wrote down where they lie.
    struct Unplaced: Sendable {
        let links: [Link]
    }

    struct Link: Sendable {
        let label: String
        let link: String
    }

    /// Which projects the map counts and which it cannot.
    struct Reach: Sendable {
        let sentences: [String]
        let link: String
    }

    /// The towns with the fewest projects for each person.
    struct Gap: Sendable {
        let lead: String
        let places: [Place]
        let gini: String
    }

    struct Place: Sendable {
        let name: String
        let link: String
        let words: String
    }

    var head: PageHead { PageHead(title: title) }

    static let sample = MapPage(
        heading: "Karte", title: "Karte: Einwohnerzahl", empty: .sample, measures: .sample, picture: .sample,
        unplaced: Unplaced(links: [Link(label: "Selm", link: "/kommunen/05978032")]),
        reach: Reach(sentences: ["Von 56 Projekten nennen 26 eine Kommune."], link: "/projekte"),
        gap: Gap(
            lead: "Diese Kommunen haben die wenigsten:",
            places: [Place(name: "Moers", link: "/kommunen/05170024", words: "1,0 je 100.000")],
            gini: "Der Gini-Koeffizient beträgt 0,43."),
        table: .sample)
}

extension MapPage {
    init(_ view: MapView, in context: SiteContext) {
        let map = HexagonMap(
            view.towns.map { HexagonMap.Site(id: $0.id, latitude: $0.latitude, longitude: $0.longitude) })
        let hasTowns = !view.towns.isEmpty
        heading = context.text("maps.heading")
        title =
            view.measure == .projects
            ? heading : heading + ": " + context.text("maps.measure-\(view.measure.rawValue)")
        empty =
            hasTowns
            ? nil
            : EmptyState(
                text: context.text("maps.none"), link: context.links.to("/programm"),
                linkLabel: context.text("maps.none-link"))
        measures = hasTowns ? Self.measures(view, in: context) : nil
        picture = HexagonPicture(view, map, in: context)
        let missing = view.towns.filter { map.unplaced.contains($0.id) }.map {
            Link(label: $0.name, link: context.links.to("/kommunen/\($0.ags)"))
        }
        unplaced = missing.isEmpty ? nil : Unplaced(links: missing)
        reach = hasTowns ? Reach(view.reach, in: context) : nil
        gap = Gap(view, in: context)
        table = hasTowns ? Self.table(view, in: context) : nil
    }

    private static func measures(_ view: MapView, in context: SiteContext) -> SortBar {
        SortBar(
            label: context.text("maps.measure"),
            choices: MapMeasure.allCases.map { measure in
                let query = context.query.replacing(["farbe": measure == .projects ? nil : measure.rawValue])
                return SortBar.Choice(
                    label: context.text("maps.measure-\(measure.rawValue)"),
                    link: context.links.to("/karte") + query.text, isCurrent: measure == view.measure)
            })
    }

    private static func table(_ view: MapView, in context: SiteContext) -> Table {
        let columns = [
            Table.Column(context.text("places.list.name")), Table.Column(context.text("places.list.district")),
            Table.Column(context.text("places.list.population"), isNumber: true),
            Table.Column(context.text("places.list.projects"), isNumber: true),
            Table.Column(context.text("maps.table.rate"), isNumber: true),
        ]
        return Table(
            caption: context.text("maps.table.caption"), columns: columns,
            rows: view.towns.map { town in
                let numbers = [MapMeasure.population, .projects, .projectsForPeople].map { measure in
                    measure.value(of: town).map { measure.written($0, in: context.notation) }
                        ?? context.text("design.unknown")
                }
                return Table.Row(
                    [
                        Table.Cell(
                            columns[0], town.name, link: context.links.to("/kommunen/\(town.ags)"), isHeading: true),
                        Table.Cell(columns[1], town.district ?? context.text("places.list.district-free")),
                    ] + zip(columns.dropFirst(2), numbers).map { Table.Cell($0, $1) })
            })
    }
}

extension MapPage.Reach {
    /// Nil when there are no projects at all.
    init?(_ reach: ProjectReach, in context: SiteContext) {
        guard reach.all > 0 else { return nil }
        let named = context.text(
            "maps.reach.named", count: reach.named, ["all": context.notation.number(reach.all)])
        let others = [
            ("region", reach.regionWideOnly), ("both", reach.regionWide - reach.regionWideOnly),
            ("elsewhere", reach.elsewhere),
        ]
        sentences =
            [named]
            + others.filter { $0.1 > 0 }.map { context.text("maps.reach.\($0.0)", count: $0.1) }
        link = context.links.to("/projekte")
    }
}

extension MapPage.Gap {
    private static let most = 5

    /// Nil when there is nothing to compare: no projects, or fewer than two towns with people.
    init?(_ view: MapView, in context: SiteContext) {
        let spread = view.spread
        guard spread.places.count > 1, let gini = spread.giniHundredths else { return nil }
        let fewest = spread.fewest(Self.most)
        lead = context.text("maps.gap.fewest", count: fewest.count)
        places = fewest.compactMap { place in
            guard let town = view.towns.first(where: { $0.id == place.id }),
                let rate = MapMeasure.projectsForPeople.value(of: town)
            else { return nil }
            return MapPage.Place(
                name: town.name, link: context.links.to("/kommunen/\(town.ags)"),
                words: context.text(
                    "maps.gap.entry", count: place.projects,
                    [
                        "rate": MapMeasure.projectsForPeople.written(rate, in: context.notation),
                        "population": context.notation.number(place.population),
                    ]))
        }
        self.gini = context.text("maps.gap.gini", ["gini": context.notation.decimal(gini, places: 2)])
    }
}
