// SPDX-License-Identifier: EUPL-1.2

import Participation

/// All figures in one table: what is documented here beside what was officially stated.
struct FigureListPage: Page {
    static let template = "Figures/list"
    let heading: String
    let table: Table
    let downloads: Downloads?
    /// The way to the numbers of projects at each reporting date.
    let status: Section.More

    var head: PageHead { PageHead(title: heading, formats: downloads?.formats ?? []) }

    static let sample = FigureListPage(
        heading: "Zahlen", table: .sample, downloads: .sample,
        status: Section.More(label: "Stand über die Jahre", link: "/projekte?ansicht=stand"))
}

extension FigureListPage {
    init(_ figures: [Figure], in context: SiteContext) {
        heading = context.text("figures.list.heading")
        status = Section.More(statusIn: context)
        downloads = Downloads(of: "/zahlen", heading: heading, beside: [.citedFigures], in: context)
        let columns = [
            Table.Column(context.text("figures.list.figure")),
            Table.Column(context.text("figures.list.counted"), isNumber: true),
            Table.Column(context.text("figures.list.cited")),
        ]
        table = Table(
            caption: context.text("figures.list.table"), columns: columns,
            rows: figures.map { figure in
                let view = FigureView(figure, in: context)
                return Table.Row([
                    Table.Cell(columns[0], view.label, link: view.link, isHeading: true),
                    Table.Cell(columns[1], view.counted),
                    Table.Cell(columns[2], view.newestCited ?? context.text("figures.none")),
                ])
            })
    }
}

/// One figure: its definition, the count with the list behind it, and every official number with its source.
struct FigurePage: Page {
    static let template = "Figures/show"
    let heading: String
    let tile: FigureTile
    let notices: [Notice]
    let cited: Table?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, description: tile.definition, crumbs: crumbs) }

    static let sample = FigurePage(
        heading: "Projekte", tile: .sample, notices: [.sample], cited: .sample,
        crumbs: [Crumb(label: "Zahlen", link: "/zahlen")])
}

extension FigurePage {
    init(_ figure: Figure, in context: SiteContext) {
        let view = FigureView(figure, in: context)
        heading = view.label
        var values = [FigureTile.Value(number: view.counted, origin: context.text("figures.list.counted"))]
        if let newest = figure.newestCited {
            values.insert(
                FigureTile.Value(number: view.number(newest), origin: view.origin(newest)), at: 0)
        }
        tile = FigureTile(
            label: context.text("figures.show.definition"), values: values, definition: view.definition,
            link: figure.list.map(context.links.to), linkLabel: context.text("figures.show.list"))
        var notices: [Notice] = []
        if figure.isContradicted { notices.append(Notice(context.text("figures.show.contradicted"))) }
        if figure.citesDiffer { notices.append(Notice(context.text("figures.differ"))) }
        self.notices = notices
        cited = view.table
        crumbs = [Crumb(label: context.text("figures.list.heading"), link: context.links.to("/zahlen"))]
    }
}
