// SPDX-License-Identifier: EUPL-1.2

import Participation

/// `/berichte/vergleich`: what happened between two days.
struct StocktakingChangePage: Page {
    static let template = "Reports/change"
    let heading: String
    let knowledge: String
    let earlier: Section.More
    let later: Section.More
    let sections: [Section]
    let empty: EmptyState?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs) }

    static let sample = StocktakingChangePage(
        heading: "Was sich verändert hat", knowledge: "Wissensstand: heute",
        earlier: Section.More(label: "30. Juni 2025", link: "/berichte/stand?stichtag=2025-06-30"),
        later: Section.More(label: "30. Juni 2026", link: "/berichte/stand?stichtag=2026-06-30"),
        sections: [.sample], empty: .sample, crumbs: [Crumb(label: "Fortschrittsberichte", link: "/berichte")])
}

extension StocktakingChangePage {
    init(_ change: StocktakingChange, _ texts: ProgrammeTexts, in context: SiteContext) {
        let parts = ChangeSections(change: change, texts: texts, context: context)
        heading = context.text(
            "reports.stock.change-title",
            [
                "from": context.notation.date(change.earlier.day), "to": context.notation.date(change.later.day),
            ])
        knowledge = context.knowledgeText(change.later.knowledge)
        earlier = parts.report(change.earlier)
        later = parts.report(change.later)
        sections = parts.all
        empty =
            change.isEmpty
            ? EmptyState(text: context.text("reports.stock.no-change"), link: nil, linkLabel: nil) : nil
        crumbs = [context.reportsCrumb]
    }
}

private struct ChangeSections {
    let change: StocktakingChange
    let texts: ProgrammeTexts
    let context: SiteContext

    var all: [Section] {
        [began, moved, lights, sums, funds, indicators].compactMap { $0 }
    }

    func report(_ stocktaking: Stocktaking) -> Section.More {
        Section.More(
            label: context.text("reports.stock.title", ["date": context.notation.date(stocktaking.day)]),
            link: context.links.report(stocktaking.day, stocktaking.knowledge))
    }

    private func text(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        context.text("reports.stock.\(key)", values)
    }

    private func name(_ state: ProjectState?) -> String {
        state.map { context.word(state: $0.rawValue) } ?? text("undated")
    }

    private func bullet(_ project: Stocktaking.ProjectStanding, _ details: String) -> Section.Bullet {
        Section.Bullet(
            texts.title(of: project.id, or: project.title), link: context.links.to("/projekte/\(project.number)"),
            details: details)
    }

    private var began: Section? {
        guard !change.began.isEmpty else { return nil }
        return Section(
            text("change-began"), anchor: "neu", bullets: change.began.map { bullet($0, name($0.state)) })
    }

    private var moved: Section? {
        guard !change.moved.isEmpty else { return nil }
        return Section(
            text("change-moved"), anchor: "stand",
            bullets: change.moved.map { move in
                let step = text("from-to", ["from": name(move.before.state), "to": name(move.after.state)])
                let since = move.after.stateSince.map { context.notation.date($0) }
                return bullet(
                    move.after, [step, since, move.after.stateReason].compactMap { $0 }.joined(separator: " · "))
            })
    }

    private var lights: Section? {
        guard !change.lights.isEmpty else { return nil }
        let name = { (light: Participation.TrafficLight?) in
            light.map { context.word(state: $0.rawValue) } ?? context.text("design.unknown")
        }
        return Section(
            text("change-lights"), anchor: "ampel",
            bullets: change.lights.map { move in
                bullet(
                    move.after, text("from-to", ["from": name(move.before.light), "to": name(move.after.light)]))
            })
    }

    /// Milestones and duties as numbers: what they were, what they are.
    private var sums: Section? {
        let (before, after) = (change.earlier, change.later)
        let lines: [(String, Int64, Int64)] = [
            ("sum-reached", before.milestones.reached, after.milestones.reached),
            ("sum-moved", before.milestones.moved, after.milestones.moved),
            ("sum-overdue", before.milestones.overdue, after.milestones.overdue),
            ("sum-duties-met", before.duties.met, after.duties.met),
            ("sum-duties-open", before.duties.open, after.duties.open),
        ]
        let changed = lines.filter { $0.1 != $0.2 }
        guard !changed.isEmpty else { return nil }
        return Section(
            text("change-sums"), anchor: "zahlen",
            bullets: changed.map { key, before, after in
                Section.Bullet(
                    text(key),
                    details: text(
                        "from-to",
                        ["from": context.notation.number(before), "to": context.notation.number(after)]))
            })
    }

    private var funds: Section? {
        guard !change.funds.isEmpty else { return nil }
        let columns = [
            Table.Column(text("movement")), Table.Column(text("before"), isNumber: true),
            Table.Column(text("after"), isNumber: true), Table.Column(text("more"), isNumber: true),
        ]
        let money = { (cents: Int64?) in
            cents.map { context.notation.money($0) } ?? context.text("design.unknown")
        }
        return Section(
            text("change-funds"), anchor: "geld",
            table: Table(
                caption: text("change-funds"), columns: columns,
                rows: change.funds.map { funds in
                    let basis = context.word(.fundingBasis, funds.basis.rawValue)
                    return Table.Row([
                        Table.Cell(
                            columns[0], "\(context.word(.fundingKind, funds.kind.rawValue)) (\(basis))",
                            isHeading: true),
                        Table.Cell(columns[1], money(funds.before)), Table.Cell(columns[2], money(funds.after)),
                        Table.Cell(columns[3], money(funds.cents)),
                    ])
                }), note: text("change-funds-note"))
    }

    private var indicators: Section? {
        guard !change.indicators.isEmpty else { return nil }
        return Section(
            text("change-indicators"), anchor: "ziele",
            bullets: change.indicators.map { indicator in
                let value = { (standing: Stocktaking.IndicatorStanding?) in
                    standing?.value.map { "\(context.notation.decimal($0)) \(standing?.unit ?? "")" }
                        ?? context.text("design.unknown")
                }
                return Section.Bullet(
                    texts.text("name", of: indicator.after.id, or: indicator.after.name),
                    details: text("from-to", ["from": value(indicator.before), "to": value(indicator.after)]))
            })
    }
}
