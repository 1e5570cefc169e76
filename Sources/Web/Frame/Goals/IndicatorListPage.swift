// SPDX-License-Identifier: EUPL-1.2

import Participation

/// `/ziele/indikatoren`: what is measured, small pictures side by side, each with its table.
struct IndicatorListPage: Page {
    static let template = "Goals/indicators"
    let heading: String
    let lead: String
    let count: String
    let filter: FilterForm?
    let groups: [Group]
    let empty: EmptyState?
    let downloads: Downloads?

    /// Indicators of one vision or goal, or of the region in general.
    struct Group: Sendable {
        let heading: ProgrammeText
        let link: String?
        let lead: String?
        let cards: [Card]
    }

    struct Card: Sendable {
        let anchor: String
        let name: ProgrammeText
        let story: String
        let chart: CourseChart?
        let legend: String?
        let table: Fold?
        let notes: [ProgrammeText]
        let contributions: Contributions?
    }

    /// A table that stands folded behind the picture.
    struct Fold: Sendable {
        let label: String
        let table: Table
    }

    /// What projects contribute, in their own words.
    struct Contributions: Sendable {
        let lines: [Line]
    }

    struct Line: Sendable {
        let project: String
        let link: String
        let text: ProgrammeText
    }

    var head: PageHead {
        .list(heading, description: lead, filter: filter, sort: nil, formats: downloads?.formats ?? [])
    }

    static let sample = IndicatorListPage(
        heading: "Indikatoren", lead: "Woran man es misst.", count: "10 Indikatoren", filter: .sample,
        groups: [
            Group(
                heading: .sample, link: "/ziele/3", lead: "Kennzahlen.",
                cards: [
                    Card(
                        anchor: "indikator-takt", name: .sample, story: "Zuletzt 63,8 Prozent.", chart: .sample,
                        legend: "Gestrichelt: der Weg.", table: Fold(label: "Messwerte", table: .sample),
                        notes: [.sample],
                        contributions: Contributions(lines: [
                            Line(project: "Landbus", link: "/projekte/1", text: .sample)
                        ]))
                ])
        ], empty: .sample, downloads: .sample)
}

extension IndicatorListPage {
    init(
        _ tree: GoalTree, _ contributions: [Contribution], onlyUnmeasured: Bool, _ texts: ProgrammeTexts,
        in context: SiteContext
    ) {
        let told = Dictionary(grouping: contributions, by: \.indicator)
        let shown = tree.indicators.filter { $0.retiredOn == nil && (!onlyUnmeasured || $0.isWithoutValue) }
        let card = { (indicator: Indicator) in
            Card(
                IndicatorPart(indicator: indicator, texts: texts, context: context), told[indicator.id] ?? [],
                in: context)
        }
        let measured = tree.measurable.compactMap { goal -> Group? in
            let own = shown.filter { $0.goalID == goal.id }
            guard !own.isEmpty else { return nil }
            return Group(
                heading: texts.text("title", of: goal.id, or: goal.title),
                link: context.links.to("/ziele/\(goal.number)"), lead: nil, cards: own.map(card))
        }
        let surroundings = tree.contextIndicators.filter { indicator in shown.contains { $0.id == indicator.id } }
        let region =
            surroundings.isEmpty
            ? []
            : [
                Group(
                    heading: ProgrammeText(context.text("goals.context.heading")),
                    link: tree.visions.first.map { context.links.to("/ziele/\($0.number)") },
                    lead: context.text("goals.context.lead"), cards: surroundings.map(card))
            ]
        heading = context.text("goals.indicators.heading")
        lead = context.text("goals.indicators.lead")
        count = context.text("goals.goal.indicators-count", count: shown.count)
        filter = FilterForm(
            GoalPaths.indicators,
            [
                FilterForm.choice(
                    "messwert", label: context.text("goals.indicators.filter"),
                    [(FilterForm.none, context.text("goals.indicators.without"))], in: context)
            ], in: context)
        groups = measured + region
        empty =
            groups.isEmpty
            ? EmptyState(
                text: context.text("goals.indicators.empty"), link: context.links.to(GoalPaths.list),
                linkLabel: context.text("goals.list.all")) : nil
        downloads = Downloads(of: GoalPaths.indicators, heading: heading, beside: [.measurements], in: context)
    }
}

extension IndicatorListPage.Card {
    init(_ part: IndicatorPart, _ told: [Contribution], in context: SiteContext) {
        let indicator = part.indicator
        anchor = indicator.anchor
        name = part.texts.text("name", of: indicator.id, or: indicator.name)
        story = part.story
        chart = part.chart
        legend = chart?.way == nil ? nil : context.text("goals.indicators.legend")
        table = part.measurements.map {
            IndicatorListPage.Fold(label: context.text("goals.indicators.table"), table: $0)
        }
        notes =
            part.notes
            + [
                [context.hint(confidence: indicator.confidence), indicator.sourceName].compactMap { $0 }
                    .joined(separator: " · ")
            ].filter { !$0.isEmpty }.map(context.original)
        contributions =
            told.isEmpty
            ? nil
            : IndicatorListPage.Contributions(
                lines: told.map { contribution in
                    IndicatorListPage.Line(
                        project: contribution.projectTitle,
                        link: context.links.to("/projekte/\(contribution.projectNumber)"),
                        text: part.texts.original(contribution.text))
                })
    }
}

extension IndicatorPart {
    /// The course as a picture; nil where there is none yet.
    var chart: CourseChart? {
        let point = { (day: PartialDate?, value: ScaledDecimal?) -> CourseChart.Point? in
            guard let day, let value else { return nil }
            return CourseChart.Point(
                on: day, value: value, words: "\(amount(value)), \(context.notation.date(day))")
        }
        let values = indicator.values.compactMap { point($0.asOf, $0.value) }
        let end = point(indicator.targetOn, indicator.target)
        let start = end == nil ? nil : values.first.flatMap { point($0.on, indicator.baseline ?? $0.value) }
        let steps = end == nil ? [] : indicator.path.compactMap { point($0.dueOn, $0.value) }
        let way = ([start] + steps + [end]).compactMap { $0 }
        let courses = values.map(\.words).joined(separator: "; ")
        let target = end.map { context.text("goals.indicators.target", ["target": $0.words]) }
        return CourseChart(
            "bild-\(indicator.anchor)", values: values, way: way, title: name,
            description: [courses, target].compactMap { $0 }.joined(separator: ". "), in: context.notation)
    }
}
