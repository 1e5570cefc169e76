// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The times of one project side by side: period, states, milestones, reports, and the years for which money is booked.
struct ProjectSchedule: Sendable {
    let schedule: Schedule
    let patterns: PatternSheet

    static let sample = ProjectSchedule(schedule: .sample, patterns: .sample)

    private init(schedule: Schedule, patterns: PatternSheet) {
        self.schedule = schedule
        self.patterns = patterns
    }
}

extension ProjectSchedule {
    private static let money = FillPattern(.quiet, .arrow)

    /// Nil when not a single date of the project is known.
    init?(_ view: ProjectView, _ texts: ProgrammeTexts, today: PartialDate, in context: SiteContext) {
        let parts = ScheduleLanes(view: view, texts: texts, today: today, context: context)
        guard !parts.dates.isEmpty, let axis = TimeAxis(parts.dates + [today]) else { return nil }
        let lines = [
            parts.period(on: axis), parts.states(on: axis), parts.milestones(on: axis), parts.reports(on: axis),
            parts.money(on: axis, Self.money),
        ].compactMap { $0 }
        let group = Schedule.Group(
            heading: nil, ticks: axis.ticks, today: Schedule.Today(today, on: axis), lines: lines)
        let legend =
            Schedule.Sign.milestones(view.parts.milestones, in: context)
            + Schedule.Sign.times(lines, today: today, in: context)
        self.init(
            schedule: Schedule(groups: [group], legend: legend), patterns: PatternSheet(parts.patterns + [Self.money]))
    }
}

/// The lines of one project's schedule; what has no date has no line.
private struct ScheduleLanes {
    let view: ProjectView
    let texts: ProgrammeTexts
    let today: PartialDate
    let context: SiteContext

    private var project: Project { view.project }

    var dates: [PartialDate] {
        let own = [project.starts, project.ends].compactMap { $0 } + view.parts.reports.map(\.asOf)
        let days = view.parts.milestones.compactMap(\.datedOn) + view.parts.history.compactMap(\.effectiveOn)
        return own + days + years.compactMap { PartialDate(String($0)) }
    }

    var patterns: [FillPattern] {
        ([project.summary.state] + view.parts.history.map(\.state)).map { FillPattern(state: $0.rawValue) }
    }

    private var years: [Int64] {
        view.parts.funding.map(\.year).sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    func period(on axis: TimeAxis) -> Schedule.Line? {
        guard let start = project.starts else { return nil }
        return line(
            "projects.facts.period", [context.notation.period(start, project.ends) ?? ""],
            bars: axis.bars(
                from: start, to: project.ends, today: today,
                pattern: FillPattern(state: project.summary.state.rawValue)))
    }

    func states(on axis: TimeAxis) -> Schedule.Line? {
        let dated = view.parts.history.compactMap { change in change.effectiveOn.map { (change.state, $0) } }
        guard !dated.isEmpty else { return nil }
        let ends = dated.dropFirst().map(\.1) + [today]
        let bars = zip(dated, ends).flatMap { change, end in
            axis.bars(from: change.1, to: end, today: today, pattern: FillPattern(state: change.0.rawValue))
        }
        return line(
            "projects.filter.state",
            dated.map { state, day in
                context.text(
                    "projects.timeline.state",
                    ["state": context.word(state: state.rawValue), "date": context.notation.date(day)])
            }, bars: bars)
    }

    func milestones(on axis: TimeAxis) -> Schedule.Line? {
        let told = view.parts.milestones.map { context.sentence($0, texts) }
        let marks = zip(view.parts.milestones, told).compactMap { Schedule.Mark($0, $1, on: axis) }
        guard !marks.isEmpty else { return nil }
        return line(
            "projects.show.milestones", told, shown: context.text("projects.timeline.milestones", count: told.count),
            marks: marks)
    }

    func reports(on axis: TimeAxis) -> Schedule.Line? {
        let reports = view.parts.reports.reversed()
        guard !reports.isEmpty else { return nil }
        let told = reports.map { context.text("projects.report.heading", ["date": context.notation.date($0.asOf)]) }
        let marks = zip(reports, told).map { report, words in
            Schedule.Mark(
                axis.middle(of: report.asOf), report.light.map { StateLook($0.rawValue) } ?? .unjudged, title: words)
        }
        return line(
            "projects.show.reports", told, shown: context.text("projects.timeline.reports", count: told.count),
            marks: marks)
    }

    /// The years of the ledger, each from its first to its last day.
    func money(on axis: TimeAxis, _ pattern: FillPattern) -> Schedule.Line? {
        let booked = years.compactMap { PartialDate(String($0)) }
        guard let first = booked.first, let last = booked.last else { return nil }
        let bars = booked.map { year in
            Schedule.Bar(
                x: axis.place(year.firstDay).text, width: axis.width(from: year.firstDay, through: year.lastDay).text,
                tone: pattern.tone, fill: pattern.reference)
        }
        let period = context.notation.period(first, last) ?? first.text
        return line(
            "projects.timeline.money", [context.text("projects.timeline.money-years", ["period": period])], bars: bars)
    }

    private func line(
        _ title: String, _ told: [String], shown: String? = nil, bars: [Schedule.Bar] = [],
        marks: [Schedule.Mark] = []
    ) -> Schedule.Line {
        let name = context.text(title)
        return Schedule.Line(
            title: ProgrammeText(text: name, language: nil), link: nil, badge: nil,
            words: shown ?? told.joined(separator: ", "), label: "\(name): \(told.joined(separator: "; "))", bars: bars,
            marks: marks)
    }
}
