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
    let borders: BorderPicture?
    /// How the picture is to be read.
    let lead: String
    let unplaced: Unplaced?
    let reach: Reach?
    let gap: LeastServed?
    let table: Table?
    let pager: Pager?

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

    var head: PageHead { PageHead(title: title) }

    static let sample = MapPage(
        heading: "Karte", title: "Karte: Einwohnerzahl", empty: .sample, measures: .sample, picture: .sample,
        borders: .sample, lead: "Jedes Sechseck ist eine Stadt oder Gemeinde.",
        unplaced: Unplaced(links: [Link(label: "Selm", link: "/kommunen/05978032")]),
        reach: Reach(sentences: ["Von 56 Projekten nennen 26 eine Kommune."], link: "/projekte"),
        gap: .sample, table: .sample, pager: .sample)
}

extension MapPage {
    init(
        _ view: MapView, _ drawn: TownPicture, page: ListPage, in context: SiteContext
    ) throws(PageFault) {
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
        picture = drawn.hexagons
        borders = drawn.borders
        lead = context.text(drawn.borders == nil ? "maps.lead" : "maps.borders.lead")
        let missing = view.towns.filter { drawn.unplaced.contains($0.id) }.map {
            Link(label: $0.name, link: context.links.to("/kommunen/\($0.ags)"))
        }
        unplaced = missing.isEmpty ? nil : Unplaced(links: missing)
        reach = hasTowns ? Reach(view, in: context) : nil
        gap = LeastServed(view.spread, among: view.towns, "projekte", in: context)
        pager = try Pager(
            page: page.number, size: page.size, of: Int64(view.towns.count), path: "/karte", at: "tabelle",
            in: context)
        table = hasTowns ? Self.table(view, page.rows(of: view.towns), in: context) : nil
    }

    private static func measures(_ view: MapView, in context: SiteContext) -> SortBar {
        SortBar(
            label: context.text("maps.measure"),
            choices: view.measures.map { measure in
                let value = measure == .projects ? nil : measure.rawValue
                let query = context.query.replacing(["wert": value, "farbe": nil])
                return SortBar.Choice(
                    label: context.text("maps.measure-\(measure.rawValue)"),
                    link: context.links.to("/karte") + query.text, isCurrent: measure == view.measure)
            })
    }

    private static func table(
        _ view: MapView, _ towns: ArraySlice<MappedMunicipality>, in context: SiteContext
    ) -> Table {
        let measures = [MapMeasure.population, .projects, .projectsForPeople] + view.measure.columns
        let name = Table.Column(context.text("places.list.name"))
        let district = Table.Column(context.text("places.list.district"))
        let columns = measures.map { Table.Column(context.text("maps.measure-\($0.rawValue)"), isNumber: true) }
        return Table(
            caption: context.text("maps.table.caption"), columns: [name, district] + columns,
            rows: towns.map { town in
                let numbers = zip(columns, measures).map { column, measure in
                    Table.Cell(column, context.cell(view.value(of: town, measure), measure))
                }
                return Table.Row(
                    [
                        Table.Cell(name, town.name, link: context.links.to("/kommunen/\(town.ags)"), isHeading: true),
                        Table.Cell(district, town.district ?? context.text("places.list.district-free")),
                    ] + numbers)
            })
    }
}

extension SiteContext {
    func cell(_ value: MapValue, _ measure: MapMeasure) -> String {
        switch value {
        case .number(let number): measure.written(number, in: notation)
        case .few: text("maps.few", count: MapMeasure.fewestIdeas)
        case .unknown: text("design.unknown")
        }
    }
}

extension MapPage.Reach {
    /// Nil when there are no projects at all.
    init?(_ view: MapView, in context: SiteContext) {
        guard view.reach.all > 0 else { return nil }
        sentences = Self.projects(view.reach, in: context) + Self.others(view.tally, in: context)
        link = context.links.to("/projekte")
    }

    private static func projects(_ reach: ProjectReach, in context: SiteContext) -> [String] {
        let named = context.text(
            "maps.reach.named", count: reach.named, ["all": context.notation.number(reach.all)])
        let others = [
            ("region", reach.regionWideOnly), ("both", reach.regionWide - reach.regionWideOnly),
            ("elsewhere", reach.elsewhere),
        ]
        return [named] + others.filter { $0.1 > 0 }.map { context.text("maps.reach.\($0.0)", count: $0.1) }
    }

    /// How much of ideas, gatherings and funds can be said of a single town.
    private static func others(_ tally: PlaceTally, in context: SiteContext) -> [String] {
        let placed = { (numbers: [String: Int64]) in numbers.values.reduce(0, +) }
        let funds = tally.allFundsCents.map {
            context.text(
                "maps.reach.funds",
                [
                    "all": context.notation.roundedMoney($0),
                    "placed": context.notation.roundedMoney(placed(tally.fundsCents)),
                ])
        }
        let ideas = context.text(
            "maps.reach.ideas", count: placed(tally.ideas), ["all": context.notation.number(tally.allIdeas)])
        let events = context.text(
            "maps.reach.events", count: placed(tally.events), ["all": context.notation.number(tally.allEvents)])
        return [
            funds ?? context.text("maps.reach.no-funds"), tally.allIdeas > 0 ? ideas : nil,
            tally.allEvents > 0 ? events : nil,
        ].compactMap { $0 }
    }
}
