// SPDX-License-Identifier: EUPL-1.2

import Participation

/// All consultations of a programme for those who run them.
struct ConsultationDeskPage: Page {
    static let template = "Consultations/desk"
    let heading: String
    let new: Section.More
    let table: Table?
    let empty: EmptyState?
    let pager: Pager?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ConsultationDeskPage(
        heading: "Beteiligungen", new: Section.More(label: "Neue Beteiligung", link: "/arbeit/beteiligungen/neu"),
        table: .sample, empty: .sample, pager: .sample, crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension ConsultationDeskPage {
    init(_ found: Listed<ConsultationAtWork>, _ page: ListPage, in context: SiteContext) throws {
        let columns = ["title", "state", "period", "invited", "statements", "points"].map { key in
            Table.Column(
                context.text("consultations.desk.columns.\(key)"),
                isNumber: ["invited", "statements", "points"].contains(key))
        }
        let rows = found.rows.map { row in
            Table.Row([
                Table.Cell(
                    columns[0], row.title, link: context.links.to(ConsultationPaths.atWork(row.number)), isHeading: true
                ),
                Table.Cell(columns[1], context.word(state: row.state.rawValue)),
                Table.Cell(
                    columns[2],
                    context.notation.period(row.startsOn, row.endsOn) ?? context.text("design.undated")),
                Table.Cell(columns[3], context.notation.number(row.invited)),
                Table.Cell(columns[4], context.notation.number(row.statements)),
                Table.Cell(columns[5], Self.points(of: row, in: context)),
            ])
        }
        heading = context.text("consultations.desk.heading")
        new = Section.More(
            label: context.text("consultations.plan.new"), link: context.links.to(ConsultationPaths.new))
        table =
            rows.isEmpty
            ? nil : Table(caption: context.text("consultations.desk.caption"), columns: columns, rows: rows)
        empty =
            rows.isEmpty ? EmptyState(text: context.text("consultations.desk.empty"), link: nil, linkLabel: nil) : nil
        pager = try Pager(page: page.number, of: found.total, path: ConsultationPaths.desk, in: context)
        crumbs = [context.workCrumb]
    }

    private static func points(of row: ConsultationAtWork, in context: SiteContext) -> String {
        guard row.unreleased > 0 else { return context.notation.number(row.points) }
        return context.text(
            "consultations.desk.open-points",
            ["points": context.notation.number(row.points), "open": context.notation.number(row.unreleased)])
    }
}
