// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The bars of the reporting dates, all on one scale.
struct StatusBars {
    let view: StatusView
    let texts: ProgrammeTexts
    let context: SiteContext

    private var scale: Int64 {
        let totals = view.reports.map { max($0.total, $0.counts.compactMap(\.number).reduce(0, +)) }
        return max(1, (totals + view.tallies.map(\.tally.total) + [documented]).max() ?? 1)
    }

    private var documented: Int64 { view.today.map(\.projects).reduce(0, +) }

    /// Every pattern that one of the bars uses.
    var patterns: [FillPattern] {
        view.reports.flatMap { officialParts($0).map(\.pattern) }
            + ProjectState.allCases.map { FillPattern(state: $0.rawValue) }
    }

    func day(_ report: StatusReport) -> StatusPage.Day {
        let source = report.sources.first.flatMap { SourceAddress($0.url).link }
        let official = bar(
            officialParts(report), total: report.total, origin: "reports.status.cited",
            note: report.counts.contains { $0.number != nil } ? nil : context.text("reports.status.no-counts"))
        let tally = view.tallies.first { $0.day == report.asOf }?.tally
        let own = tally.map { tally in
            bar(
                tally.counts.map { part($0.state, $0.projects, link: nil) }, total: tally.total,
                origin: "reports.status.documented",
                note: tally.undated == 0 ? nil : context.text("reports.status.undated", count: tally.undated))
        }
        return StatusPage.Day(
            date: context.notation.date(report.asOf), event: texts.text("event", of: report.id, or: report.event),
            source: source, bars: [official, own].compactMap { $0 })
    }

    /// Nil where no project is documented.
    func today(_ day: PartialDate) -> StatusPage.Day? {
        guard documented > 0 else { return nil }
        let own = bar(
            view.today.map { part($0.state, $0.projects, link: $0.link.map(context.links.to)) }, total: documented,
            origin: "reports.status.documented", note: context.text("reports.status.today-note"))
        return StatusPage.Day(
            date: context.text("reports.status.today", ["date": context.notation.date(day)]), event: nil, source: nil,
            bars: [own])
    }

    private func bar(_ parts: [StackedBar.Part], total: Int64, origin: String, note: String?) -> StatusPage.Bar {
        let origin = context.text(origin, count: total)
        let label = parts.isEmpty ? origin : "\(origin): \(parts.map(\.text).joined(separator: ", "))"
        return StatusPage.Bar(
            origin: origin, bar: StackedBar(parts, scale: scale, label: label, in: context.notation), note: note)
    }

    /// In the order of the report; what it puts nowhere comes last.
    private func officialParts(_ report: StatusReport) -> [StackedBar.Part] {
        let named = report.counts.compactMap { entry in
            entry.number.map { number in
                StackedBar.Part(
                    number: number, text: "\(context.notation.number(number)) \(context.name(of: entry))", link: nil,
                    pattern: FillPattern(StatusCategory(entry.name)))
            }
        }
        guard report.undivided > 0 else { return named }
        let text = context.text(
            "reports.status.undivided", ["number": context.notation.number(report.undivided)])
        return named + [
            StackedBar.Part(number: report.undivided, text: text, link: nil, pattern: FillPattern(.quiet, .dash))
        ]
    }

    private func part(_ state: ProjectState, _ projects: Int64, link: String?) -> StackedBar.Part {
        StackedBar.Part(
            number: projects, text: "\(context.notation.number(projects)) \(context.word(state: state.rawValue))",
            link: link, pattern: FillPattern(state: state.rawValue))
    }
}

extension FillPattern {
    /// A category looks like the first of our states that it stands for.
    init(_ category: StatusCategory) {
        switch category {
        case .states(let states):
            self.init(state: states.first?.rawValue ?? ProjectState.unknown.rawValue)
        case .beforeStart: self.init(.deciding, .diamond)
        case .remainder: self.init(.quiet, .pause)
        case .unmapped: self.init(.quiet, .triangle)
        }
    }
}
