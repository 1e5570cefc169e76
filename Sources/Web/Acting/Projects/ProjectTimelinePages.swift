// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What the timeline of the projects tells.
struct ProjectTimelineView: Sendable {
    let projects: [ProjectListing]
    let milestones: [String: [ProjectMilestone]]
    let total: Int64
    let number: Int64
    let choices: ProjectChoices
    let today: PartialDate

    /// Whose texts the page shows.
    var matters: [String] {
        let relations = choices.fields + choices.forums + choices.ministries + choices.pillars
        return projects.map(\.summary.id) + relations.map(\.id) + milestones.values.flatMap { $0.map(\.id) }.sorted()
    }

    /// Every date that is drawn.
    var dates: [PartialDate] {
        projects.flatMap { project in
            let milestones = milestones[project.summary.id] ?? []
            return [project.starts, project.ends].compactMap { $0 } + milestones.compactMap(\.datedOn)
        }
    }
}

/// `/projekte?ansicht=zeitleiste`: when the projects run, field by field.
struct ProjectTimelinePage: Page {
    static let template = "Projects/timeline"
    let heading: String
    let count: String
    let views: SortBar
    let filter: FilterForm
    let hint: String?
    let unknown: String?
    let patterns: PatternSheet
    let schedule: Schedule?
    let empty: EmptyState?
    let table: Table?
    let pager: Pager?

    var head: PageHead {
        .list("\(heading) – \(views.choices.first { $0.isCurrent }?.label ?? "")", filter: filter, sort: nil)
    }

    static let sample = ProjectTimelinePage(
        heading: "Projekte", count: "56 Projekte", views: .sample, filter: .sample, hint: "Nur genannte Projekte.",
        unknown: "Von 34 Projekten ist die Laufzeit nicht bekannt.", patterns: .sample, schedule: .sample,
        empty: .sample, table: .sample, pager: .sample)
}

extension ProjectTimelinePage {
    init(_ view: ProjectTimelineView, _ texts: ProgrammeTexts, in context: SiteContext) throws {
        heading = context.text("projects.list.heading")
        count = context.text("projects.list.count", count: view.total)
        views = SortBar(projectView: .timeline, in: context)
        filter = FilterForm(
            "/projekte", ProjectListPage.fields(view.choices, texts, in: context), keeping: ["ansicht"], in: context)
        hint =
            context.query.text("kommune") == nil ? nil : context.text("projects.list.region-wide-hint")
        let without = view.projects.count { $0.starts == nil && $0.ends == nil }
        unknown = without == 0 ? nil : context.text("projects.timeline.unknown", count: without)
        patterns = PatternSheet(view.projects.map { FillPattern(state: $0.summary.state.rawValue) })
        let lines = ProjectLines(view: view, texts: texts, context: context)
        schedule = TimeAxis(view.dates + [view.today]).flatMap { axis in
            view.projects.isEmpty ? nil : lines.schedule(on: axis)
        }
        empty =
            view.total > 0
            ? nil
            : EmptyState(
                text: context.text("projects.list.empty"),
                link: context.links.to("/projekte", ["ansicht": ProjectViewKind.timeline.rawValue]),
                linkLabel: context.text("projects.list.all"))
        table = view.projects.isEmpty ? nil : lines.table
        pager = try Pager(page: view.number, of: view.total, path: "/projekte", in: context)
    }
}

/// The lines of a timeline: what is known of when each project runs.
struct ProjectLines {
    let view: ProjectTimelineView
    let texts: ProgrammeTexts
    let context: SiteContext

    func schedule(on axis: TimeAxis) -> Schedule {
        let groups = groups(on: axis)
        return Schedule(
            groups: groups,
            legend: signs + Schedule.Sign.times(groups.flatMap(\.lines), today: view.today, in: context))
    }

    /// Neighbours of the same field under its name.
    private func groups(on axis: TimeAxis) -> [Schedule.Group] {
        var fields: [(field: ProjectRelation?, projects: [ProjectListing])] = []
        for project in view.projects {
            if let last = fields.last, last.field?.id == project.summary.field?.id {
                fields[fields.count - 1].projects.append(project)
            } else {
                fields.append((project.summary.field, [project]))
            }
        }
        return fields.map { field, projects in
            Schedule.Group(
                heading: field.map { texts.title(of: $0.id, or: $0.title) }
                    ?? ProgrammeText(text: context.text("projects.timeline.no-field"), language: nil),
                ticks: axis.ticks, today: Schedule.Today(view.today, on: axis),
                lines: projects.map { line($0, on: axis) })
        }
    }

    private func line(_ project: ProjectListing, on axis: TimeAxis) -> Schedule.Line {
        let summary = project.summary
        let milestones = view.milestones[summary.id] ?? []
        let pattern = FillPattern(state: summary.state.rawValue)
        let period = context.period(project.starts, project.ends)
        let told = milestones.map { context.sentence($0, texts) }
        let title = texts.text("title", of: summary.id, or: summary.title)
        return Schedule.Line(
            title: title, link: context.links.to("/projekte/\(summary.number)"),
            badge: context.badge(state: summary.state.rawValue),
            words: [
                period,
                milestones.isEmpty ? nil : context.text("projects.timeline.milestones", count: milestones.count),
            ].compactMap { $0 }.joined(separator: " · "),
            label: ([title.text, context.word(state: summary.state.rawValue), period] + told)
                .joined(separator: ". "),
            bars: project.starts.map { axis.bars(from: $0, to: project.ends, today: view.today, pattern: pattern) }
                ?? [],
            marks: zip(milestones, told).compactMap { milestone, words in
                Schedule.Mark(milestone, words, on: axis)
            })
    }

    /// The states and marks that occur on the page.
    private var signs: [Schedule.Sign] {
        let states = ProjectState.allCases.filter { state in view.projects.contains { $0.summary.state == state } }
        let milestones = view.projects.flatMap { view.milestones[$0.summary.id] ?? [] }
        return states.map { Schedule.Sign(FillPattern(state: $0.rawValue), context.word(state: $0.rawValue)) }
            + Schedule.Sign.milestones(milestones, in: context)
    }

    var table: Table {
        let columns = [
            Table.Column(context.text("projects.timeline.project")),
            Table.Column(context.text("projects.filter.state")),
            Table.Column(context.text("projects.facts.period")),
            Table.Column(context.text("projects.show.milestones")),
        ]
        return Table(
            caption: context.text("projects.timeline.caption"), columns: columns,
            rows: view.projects.map { project in
                let summary = project.summary
                let milestones = (view.milestones[summary.id] ?? []).map { context.sentence($0, texts) }
                return Table.Row([
                    Table.Cell(
                        columns[0], texts.text("title", of: summary.id, or: summary.title).text,
                        link: context.links.to("/projekte/\(summary.number)"), isHeading: true),
                    Table.Cell(columns[1], context.word(state: summary.state.rawValue)),
                    Table.Cell(columns[2], context.period(project.starts, project.ends)),
                    Table.Cell(
                        columns[3],
                        milestones.isEmpty ? context.text("design.unknown") : milestones.joined(separator: "; ")),
                ])
            })
    }
}
