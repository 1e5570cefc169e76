// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// What the sheet for a council tells of its municipality.
struct MunicipalitySheetView: Sendable {
    /// More would not fit on two sheets of paper.
    static let mostProjects: Int64 = 15

    let municipality: Municipality
    let standing: MunicipalityStanding
    let projects: [ProjectSummary]
    let allProjects: Int64

    static func find(
        ags: String, in programme: String, _ db: Connection
    ) throws -> MunicipalitySheetView? {
        guard let municipality = try Municipality.find(ags: ags, in: programme, db) else { return nil }
        var selection = ProjectSelection()
        selection.municipality = ags
        return MunicipalitySheetView(
            municipality: municipality, standing: try MunicipalityStanding.load(of: municipality, in: programme, db),
            projects: try ProjectSummary.list(
                in: programme, selection, by: .state, ListPage(1, size: mostProjects), db),
            allProjects: try ProjectSummary.count(in: programme, selection, db))
    }

    /// Whose texts the sheet shows.
    var matters: [String] { projects.map(\.id) }
}

/// `/kommunen/AGS/blatt`: what a council wants to know of its own municipality, on one sheet of paper or two.
struct MunicipalitySheetPage: Page {
    static let template = "Places/sheet"
    let kicker: String
    let heading: String
    let about: String
    let summary: [String]
    let numbers: Table
    let projects: Table?
    let notes: [String]
    let address: String
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: "\(kicker): \(heading)", crumbs: crumbs, isIndexed: false) }

    static let sample = MunicipalitySheetPage(
        kicker: "Zusammenfassung für den Rat", heading: "Essen", about: "Ruhr-Konferenz, Stand 3. Mai 2026",
        summary: ["Essen steht auf Rang 3 von 53."], numbers: .sample, projects: .sample,
        notes: ["30 Projekte gelten der ganzen Region."], address: "https://dreiklang.example/kommunen/05113000",
        crumbs: [Crumb(label: "Essen", link: "/kommunen/05113000")])
}

extension MunicipalitySheetPage {
    init(
        _ view: MunicipalitySheetView, _ texts: ProgrammeTexts, programme: String, today: PartialDate,
        in context: SiteContext
    ) {
        let place = view.municipality
        kicker = context.text("places.sheet.kicker")
        heading = place.name
        about = context.text(
            "places.sheet.about", ["programme": programme, "day": context.notation.date(today)])
        summary = view.standing.sentences(in: context)
        numbers = Self.numbers(view, in: context)
        projects = view.projects.isEmpty ? nil : Self.projects(view, texts, in: context)
        notes = Self.notes(view, in: context)
        address = context.links.absolute("/kommunen/\(place.ags)")
        crumbs = [
            Crumb(label: context.text("places.list.heading"), link: context.links.to("/kommunen")),
            Crumb(label: place.name, link: context.links.to("/kommunen/\(place.ags)")),
        ]
    }

    private static func numbers(_ view: MunicipalitySheetView, in context: SiteContext) -> Table {
        let first = Table.Column(context.text("places.sheet.measure"))
        let stages = RegionStage.allCases.map {
            (column: Table.Column(context.text("maps.region.stages.\($0.rawValue)"), isNumber: true), stage: $0)
        }
        let measures = MapMeasure.ofRegion.filter { $0 != .population }
        let town = view.standing.region.towns.first { $0.id == view.municipality.id }
        return Table(
            caption: context.text("places.sheet.numbers"), columns: [first] + stages.map(\.column),
            rows: measures.map { measure in
                let label = context.text("places.sheet.measures.\(measure.rawValue)")
                return Table.Row(
                    [Table.Cell(first, label, isHeading: true)]
                        + stages.map { stage in
                            let value = town.map {
                                view.standing.region.value(of: $0, .init(measure: measure, stage: stage.stage))
                            }
                            return Table.Cell(stage.column, context.cell(value ?? .unknown, measure))
                        })
            })
    }

    private static func projects(
        _ view: MunicipalitySheetView, _ texts: ProgrammeTexts, in context: SiteContext
    ) -> Table {
        let columns = ["project", "ministry", "state"].map { Table.Column(context.text("places.sheet.\($0)")) }
        return Table(
            caption: context.text("places.sheet.project-list"), columns: columns,
            rows: view.projects.map { project in
                let title = texts.text("title", of: project.id, or: project.title)
                let ministry = project.ministry?.key ?? context.text("design.unknown")
                return Table.Row([
                    Table.Cell(
                        columns[0], title, link: context.links.to("/projekte/\(project.number)"), isHeading: true),
                    Table.Cell(columns[1], ministry),
                    Table.Cell(columns[2], context.word(state: project.state.rawValue)),
                ])
            })
    }

    /// What the numbers leave out.
    private static func notes(_ view: MunicipalitySheetView, in context: SiteContext) -> [String] {
        let shown = Int64(view.projects.count)
        return [
            view.allProjects > shown ? context.text("places.sheet.more", count: view.allProjects - shown) : nil,
            view.standing.elsewhere(in: context),
            context.text("places.sheet.shared-funds"), context.text("places.sheet.unknown"),
        ].compactMap { $0 }
    }
}
