// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What the list of projects tells.
struct ProjectListView: Sendable {
    let projects: [ProjectSummary]
    let total: Int64
    let number: Int64
    let choices: ProjectChoices
    let selection: ProjectSelection
    /// How many projects each pillar has; only on the first page of the whole list.
    let figures: [Figure]
    let funding: [String: FundingCourse]

    /// Whose texts the page shows.
    var matters: [String] {
        let relations = choices.fields + choices.forums + choices.ministries + choices.pillars
        return projects.map(\.id) + relations.map(\.id)
    }
}

/// `/projekte`: all projects, to be narrowed and ordered.
struct ProjectListPage: Page {
    static let template = "Projects/list"
    let heading: String
    let count: String
    let views: SortBar
    let figures: Figures?
    let filter: FilterForm
    let hint: String?
    let sort: SortBar
    let rows: [ListRow]
    let empty: EmptyState?
    let pager: Pager?
    let downloads: Downloads?

    struct Figures: Sendable {
        let tiles: [FigureTile]
    }

    var head: PageHead { .list(heading, filter: filter, sort: sort, formats: downloads?.formats ?? []) }

    static let sample = ProjectListPage(
        heading: "Projekte", count: "56 Projekte", views: .sample, figures: Figures(tiles: [.sample]), filter: .sample,
        hint: "Projekte für die ganze Region sind nicht dabei.", sort: .sample, rows: [.sample], empty: .sample,
        pager: .sample, downloads: .sample)
}

extension ProjectListPage {
    init(_ view: ProjectListView, _ texts: ProgrammeTexts, in context: SiteContext) throws {
        heading = context.text("projects.list.heading")
        count = context.text("projects.list.count", count: view.total)
        views = SortBar(projectView: .list, in: context)
        let tiles = view.figures.compactMap { FigureTile(pillar: $0, view.choices.pillars, texts, in: context) }
        figures = tiles.isEmpty ? nil : Figures(tiles: tiles)
        filter = FilterForm(
            "/projekte", Self.fields(view.choices, texts, in: context), keeping: ["sortierung"], in: context)
        hint = view.selection.municipality == nil ? nil : context.text("projects.list.region-wide-hint")
        sort = SortBar(
            "/projekte",
            orders: ProjectOrder.allCases.map { ($0.rawValue, context.text("projects.order.\($0.rawValue)")) },
            in: context)
        let years = FundingCourse.span(of: view.projects.compactMap { view.funding[$0.id] })
        rows = view.projects.map { project in
            let course = years.flatMap { years in
                view.funding[project.id].flatMap { Sparkline($0, in: years, context) }
            }
            return ListRow(project, sparkline: course, texts, in: context)
        }
        empty =
            view.total > 0
            ? nil
            : EmptyState(
                text: context.text("projects.list.empty"), link: context.links.to("/projekte"),
                linkLabel: context.text("projects.list.all"))
        pager = try Pager(page: view.number, of: view.total, path: "/projekte", in: context)
        downloads = view.total > 0 ? Downloads(of: "/projekte", heading: heading, in: context) : nil
    }

    static func fields(
        _ choices: ProjectChoices, _ texts: ProgrammeTexts, in context: SiteContext
    ) -> [FilterForm.Field] {
        let label = { (relation: ProjectRelation) in texts.title(of: relation.id, or: relation.title) }
        let forums = choices.forums.compactMap { forum in
            forum.number.map { (value: String($0), text: label(forum).replacing("\($0) · \(label(forum).text)")) }
        }
        return [
            FilterForm.choice(
                "feld", label: context.text("projects.filter.field"),
                texts: choices.fields.map { ($0.key, label($0)) } + none("field", in: context), in: context),
            FilterForm.choice(
                "ziel", label: context.text("projects.filter.goal"),
                texts: choices.goals.compactMap { goal in goal.number.map { (String($0), label(goal)) } }
                    + [(FilterForm.none, ProgrammeText(context.text("projects.filter.no-goal")))], in: context),
            FilterForm.states(
                "stand", label: context.text("projects.filter.state"), ProjectState.allCases.map(\.rawValue),
                in: context),
            FilterForm.choice(
                "saeule", label: context.text("projects.filter.pillar"),
                texts: choices.pillars.map { ($0.key, label($0)) },
                in: context),
            FilterForm.choice(
                "ressort", label: context.text("projects.filter.ministry"),
                texts: choices.ministries.map { ($0.key, label($0).replacing("\($0.key) · \(label($0).text)")) },
                in: context),
            FilterForm.choice(
                "forum", label: context.text("projects.filter.forum"), texts: forums + none("forum", in: context),
                in: context),
            FilterForm.choice(
                "kommune", label: context.text("projects.filter.municipality"),
                choices.municipalities.map { ($0.key, $0.title) }, in: context),
            FilterForm.choice(
                "herkunft", label: context.text("projects.filter.origin"),
                [
                    ("buerger", context.text("projects.filter.citizens")),
                    ("andere", context.text("projects.filter.others")),
                ], in: context),
            FilterForm.choice(
                "entstehung", label: context.text("projects.filter.beginning"),
                ProjectBeginning.allCases.map { ($0.rawValue, context.text("projects.beginning.\($0.rawValue)")) },
                in: context),
        ]
    }

    /// The choice of things that belong to no forum or field.
    private static func none(_ word: String, in context: SiteContext) -> [(value: String, text: ProgrammeText)] {
        [(FilterForm.none, ProgrammeText(context.text("rivers.end.\(word)")))]
    }
}

extension ListRow {
    init(
        _ project: ProjectSummary, sparkline: Sparkline? = nil, _ texts: ProgrammeTexts, in context: SiteContext
    ) {
        let title = texts.text("title", of: project.id, or: project.title)
        let field = project.field.map { texts.title(of: $0.id, or: $0.title) }
        let asOf = project.stateAsOf.map {
            context.text("projects.list.as-of", ["date": context.notation.date($0)])
        }
        self.init(
            title: title.text, link: context.links.to("/projekte/\(project.number)"),
            worded: [
                ProgrammeText(
                    context.text("projects.list.number", ["number": context.notation.number(project.number)])),
                field, project.ministry.map { ProgrammeText($0.key) },
                ProgrammeText(asOf ?? context.text("projects.list.as-of-unknown")),
                context.hint(confidence: project.stateConfidence).map { ProgrammeText($0) },
            ].compactMap { $0 },
            badge: context.badge(state: project.state.rawValue),
            sparkline: sparkline, language: title.language)
    }
}

extension FigureTile {
    /// How many projects a pillar has: what officials said last, and what is documented here.
    init?(
        pillar figure: Figure, _ pillars: [ProjectRelation], _ texts: ProgrammeTexts, in context: SiteContext
    ) {
        guard let pillar = pillars.first(where: { figure.key == "projects-\($0.key)" }) else { return nil }
        let cited = figure.newestCited.map { cited in
            let date = cited.asOf.map { context.notation.date($0) }
            let origin = [context.text("projects.figure.official"), date].compactMap { $0 }.joined(separator: ", ")
            return Value(number: context.notation.number(cited.value), origin: origin)
        }
        let counted = figure.counted.map {
            Value(number: context.notation.number($0), origin: context.text("projects.figure.documented"))
        }
        self.init(
            label: texts.title(of: pillar.id, or: pillar.title).text, values: [cited, counted].compactMap { $0 },
            definition: nil, link: context.links.to("/projekte", ["saeule": pillar.key]),
            linkLabel: context.text("projects.figure.list"))
    }
}
