// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The projects of a programme for those who run them.
struct ProjectWorkListPage: Page {
    static let template = "Projects/desk"
    let heading: String
    let filters: [Filter]
    let new: Section.More?
    let table: Table?
    let empty: EmptyState?
    let pager: Pager?
    let crumbs: [Crumb]

    struct Filter: Sendable {
        let label: String
        let link: String
        let isCurrent: Bool
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ProjectWorkListPage(
        heading: "Projekte", filters: [Filter(label: "Meine", link: "/arbeit/projekte", isCurrent: true)],
        new: Section.More(label: "Neues Projekt", link: "/arbeit/projekte/neu"), table: .sample, empty: .sample,
        pager: .sample, crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension ProjectWorkListPage {
    init(
        _ found: Listed<ProjectAtWork>, _ filter: ProjectWorkFilter, _ page: ListPage, today: PartialDate,
        in context: SiteContext
    ) throws {
        let programme = try context.programme.id
        heading = context.text("projects.work.heading")
        filters = ProjectWorkFilter.allCases.map { choice in
            Filter(
                label: context.text("projects.work.filter.\(choice.rawValue)"),
                link: context.links.to(ProjectWorkPaths.desk(choice.rawValue)), isCurrent: choice == filter)
        }
        new =
            context.visitor.mayBeginProject(in: programme).isAllowed
            ? Section.More(
                label: context.text("projects.work.new"), link: context.links.to(ProjectWorkPaths.new)) : nil
        table =
            found.rows.isEmpty
            ? nil : Table(projectsAtWork: found.rows, today: today, in: context)
        empty =
            found.rows.isEmpty
            ? EmptyState(text: context.text("projects.work.empty"), link: nil, linkLabel: nil) : nil
        pager = try Pager(page: page.number, of: found.total, path: ProjectWorkPaths.desk, in: context)
        crumbs = [context.workCrumb]
    }
}

extension Table {
    /// How projects stand, with what is due; no colour says anything that no word says.
    init(projectsAtWork projects: [ProjectAtWork], today: PartialDate, in context: SiteContext) {
        let columns = ["title", "state", "light", "ministry", "report", "due"].map {
            Table.Column(context.text("projects.work.columns.\($0)"))
        }
        let unknown = context.text("design.unknown")
        let rows = projects.map { project in
            Table.Row([
                Table.Cell(
                    columns[0], context.original(project.title),
                    link: context.links.to(ProjectWorkPaths.atWork(project.number)), isHeading: true),
                Table.Cell(columns[1], context.word(state: project.state.rawValue)),
                Table.Cell(columns[2], project.light.map { context.word(state: $0.rawValue) } ?? unknown),
                Table.Cell(columns[3], context.original(project.ministry ?? unknown)),
                Table.Cell(
                    columns[4],
                    project.lastReportOn.map { context.notation.date($0) }
                        ?? context.text("projects.work.no-report")),
                Table.Cell(columns[5], context.dueText(of: project, today: today)),
            ])
        }
        self.init(caption: context.text("projects.work.caption"), columns: columns, rows: rows)
    }
}

extension SiteContext {
    /// What is due from those who run a project, in words.
    func dueText(of project: ProjectAtWork, today: PartialDate) -> String {
        var parts: [String] = []
        if let due = project.reportDueOn {
            parts.append(
                text(
                    project.isReportOverdue(on: today) ? "projects.work.overdue-since" : "projects.work.due-on",
                    ["date": notation.date(due)]))
        }
        if project.draft == .submitted { parts.append(text("projects.work.waits-for-release")) }
        if let warning = project.fundingWarning(on: today) {
            parts.append(text("projects.work.funding.\(warning.rawValue)"))
        }
        return parts.isEmpty ? "–" : parts.joined(separator: " · ")
    }
}
