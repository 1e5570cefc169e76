// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The region as a whole: the map, who has least, every municipality in a table, and what each number counts.
struct RegionPage: Page {
    static let template = "Places/region"
    let heading: String
    let title: String
    let empty: EmptyState?
    let stages: SortBar?
    let measures: SortBar?
    /// What the chosen moment is.
    let stage: String?
    let picture: HexagonPicture?
    let borders: BorderPicture?
    let gap: LeastServed?
    let table: Table?
    let pager: Pager?
    let downloads: Downloads?
    let definitions: Facts?

    var head: PageHead { PageHead(title: title, formats: downloads?.formats ?? []) }

    static let sample = RegionPage(
        heading: "Die Region", title: "Die Region: Mittel", empty: .sample, stages: .sample, measures: .sample,
        stage: "Was heute steht.", picture: .sample, borders: .sample, gap: .sample, table: .sample, pager: .sample,
        downloads: .sample,
        definitions: .sample)
}

extension RegionPage {
    init(_ view: RegionView, _ drawn: TownPicture, page: ListPage, in context: SiteContext) throws(PageFault) {
        let hasTowns = !view.towns.isEmpty
        heading = context.text("maps.region.heading")
        let chosen = context.text("maps.measure-\(view.wordsKey)")
        title = view.order == nil && view.choice == .today ? heading : "\(heading): \(chosen)"
        empty =
            hasTowns
            ? nil
            : EmptyState(
                text: context.text("maps.none"), link: context.links.to("/programm"),
                linkLabel: context.text("maps.none-link"))
        stages = hasTowns ? Self.stages(view, in: context) : nil
        measures = hasTowns ? Self.measures(view, in: context) : nil
        stage = hasTowns ? context.text("maps.region.about.\(view.choice.rawValue)") : nil
        picture = drawn.hexagons
        borders = drawn.borders
        gap = LeastServed(
            view.spread, among: view.towns, view.choice.stage == .proposal ? "vorschlaege" : "projekte",
            funds: view.fundsSpread, in: context)
        pager = try Pager(
            page: page.number, size: page.size, of: Int64(view.towns.count), path: "/region", at: "tabelle",
            in: context)
        table = hasTowns ? Self.table(view, page.rows(of: view.ordered), in: context) : nil
        downloads = hasTowns ? Downloads(of: "/region", heading: heading, in: context) : nil
        definitions = hasTowns ? Self.definitions(view, in: context) : nil
    }

    private static func stages(_ view: RegionView, in context: SiteContext) -> SortBar {
        SortBar(
            label: context.text("maps.region.stage"),
            choices: RegionChoice.allCases.map { choice in
                let query = context.query.replacing(
                    ["stand": choice == .today ? nil : choice.rawValue, "seite": nil])
                return SortBar.Choice(
                    label: context.text("maps.region.stages.\(choice.rawValue)"),
                    link: context.links.to("/region") + query.text, isCurrent: choice == view.choice)
            })
    }

    private static func measures(_ view: RegionView, in context: SiteContext) -> SortBar {
        let byName = SortBar.Choice(
            label: context.text("places.list.name"),
            link: context.links.to("/region") + context.query.replacing(["wert": nil, "seite": nil]).text,
            isCurrent: view.order == nil)
        return SortBar(
            label: context.text("maps.region.order"),
            choices: [byName]
                + MapMeasure.ofRegion.map { measure in
                    let column = RegionColumn(measure: measure, stage: view.choice.stage)
                    let query = context.query.replacing(["wert": measure.rawValue, "seite": nil])
                    return SortBar.Choice(
                        label: context.text("maps.measure-\(column.wordsKey)"),
                        link: context.links.to("/region") + query.text, isCurrent: measure == view.order)
                })
    }

    private static func table(
        _ view: RegionView, _ towns: ArraySlice<MappedMunicipality>, in context: SiteContext
    ) -> Table {
        let name = Table.Column(context.text("places.list.name"))
        let columns = view.columns.map {
            (column: Table.Column(context.text("maps.measure-\($0.wordsKey)"), isNumber: true), place: $0)
        }
        return Table(
            caption: context.text("maps.region.caption.\(view.choice.rawValue)"),
            columns: [name] + columns.map(\.column),
            rows: towns.map { town in
                let heading = Table.Cell(
                    name, town.name, link: context.links.to("/kommunen/\(town.ags)"), isHeading: true)
                return Table.Row(
                    [heading]
                        + columns.map {
                            Table.Cell($0.column, context.cell(view.value(of: town, $0.place), $0.place.measure))
                        })
            })
    }

    /// What each number counts, and what it leaves out.
    private static func definitions(_ view: RegionView, in context: SiteContext) -> Facts {
        let day = { (stage: RegionStage) in
            view.tally.ends[stage].map { context.notation.date($0) } ?? context.text("design.unknown")
        }
        let number = { (number: Int) in context.notation.number(number) }
        return Facts(
            entries: ["projects", "lead", "funds", "events", "participation", "unknown"].map { key in
                Facts.Entry(
                    context.text("maps.region.counts.\(key).term"),
                    context.text(
                        "maps.region.counts.\(key).text",
                        [
                            "listening": day(.proposal), "deciding": day(.decision),
                            "projects": number(view.tally.projects), "led": number(view.tally.projectsWithLead),
                        ]))
            })
    }
}
