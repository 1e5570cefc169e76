// SPDX-License-Identifier: EUPL-1.2

import Participation

/// A report about the whole programme, part by part.
struct StocktakingSections {
    let stocktaking: Stocktaking
    let texts: ProgrammeTexts
    let context: SiteContext

    var all: [Section] {
        [summary, states, projects] + funds + [duties, indicators, officials].compactMap { $0 }
    }

    private func text(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        context.text("reports.stock.\(key)", values)
    }

    private func number(_ value: Int64) -> String { context.notation.number(value) }

    private var summary: Section {
        let milestones = stocktaking.milestones
        let lights = [TrafficLight.Signal.green, .yellow, .red]
        let judged: [Participation.TrafficLight] = [.green, .amber, .red]
        let told = zip(lights, judged).map { signal, light in
            "\(TrafficLight(signal, in: context.texts).text) \(number(stocktaking.count(light)))"
        }
        return Section(
            text("summary"), anchor: "kurz",
            bullets: [
                Section.Bullet(
                    context.text("reports.stock.projects-count", count: Int64(stocktaking.projects.count))),
                Section.Bullet(
                    text("lights", ["lights": told.joined(separator: ", ")]),
                    details: text(
                        "without-light", ["number": number(stocktaking.count(nil as Participation.TrafficLight?))])),
                Section.Bullet(
                    text(
                        "milestones",
                        ["reached": number(milestones.reached), "all": number(milestones.all)]),
                    details: text(
                        "milestones-late",
                        ["overdue": number(milestones.overdue), "moved": number(milestones.moved)])),
            ])
    }

    private var states: Section {
        let columns = [Table.Column(text("state")), Table.Column(text("projects"), isNumber: true)]
        let known = ProjectState.allCases.map { ($0 as ProjectState?, context.word(state: $0.rawValue)) }
        let rows = (known + [(nil, text("undated"))]).compactMap { state, label -> Table.Row? in
            let count = stocktaking.count(state)
            guard count > 0 else { return nil }
            return Table.Row([
                Table.Cell(columns[0], label, isHeading: true), Table.Cell(columns[1], number(count)),
            ])
        }
        return Section(
            text("states"), anchor: "stand",
            table: rows.isEmpty ? nil : Table(caption: text("states-caption"), columns: columns, rows: rows),
            note: rows.isEmpty ? text("no-projects") : nil)
    }

    private var projects: Section {
        let columns = ["number", "project", "ministry", "state", "since", "light", "milestones-column"].map {
            Table.Column(text($0), isNumber: $0 == "number")
        }
        let unknown = context.text("design.unknown")
        let rows = stocktaking.projects.map { project in
            let milestones = project.milestones
            return Table.Row([
                Table.Cell(columns[0], number(project.number)),
                Table.Cell(
                    columns[1], texts.title(of: project.id, or: project.title),
                    link: context.links.to("/projekte/\(project.number)"), isHeading: true),
                Table.Cell(columns[2], project.ministry ?? unknown),
                Table.Cell(columns[3], project.state.map { context.word(state: $0.rawValue) } ?? text("undated")),
                Table.Cell(columns[4], project.stateSince.map { context.notation.date($0) } ?? "–"),
                Table.Cell(columns[5], light(of: project) ?? unknown),
                Table.Cell(
                    columns[6],
                    milestones.all == 0
                        ? "–" : text("of", ["part": number(milestones.reached), "whole": number(milestones.all)])),
            ])
        }
        return Section(
            text("projects"), anchor: "projekte",
            table: rows.isEmpty ? nil : Table(caption: text("projects-caption"), columns: columns, rows: rows),
            note: text("projects-note"))
    }

    private func light(of project: Stocktaking.ProjectStanding) -> String? {
        project.light.map { light in
            let date = project.reportOn.map { context.notation.date($0) } ?? ""
            return text("light-of", ["light": context.word(state: light.rawValue), "date": date])
        }
    }

    /// A table for each basis: amounts on different bases are never added, nor set side by side.
    private var funds: [Section] {
        let tables = FundingBasis.allCases.compactMap { basis -> Section? in
            let sums = stocktaking.funds.filter { $0.basis == basis }
            guard !sums.isEmpty else { return nil }
            let columns = [
                Table.Column(text("movement")), Table.Column(text("amount"), isNumber: true),
                Table.Column(text("projects"), isNumber: true),
            ]
            let label = text("money", ["basis": context.word(.fundingBasis, basis.rawValue)])
            return Section(
                label, anchor: "geld-\(basis.rawValue)",
                table: Table(
                    caption: label, columns: columns,
                    rows: sums.map { sum in
                        Table.Row([
                            Table.Cell(columns[0], context.word(.fundingKind, sum.kind.rawValue), isHeading: true),
                            Table.Cell(columns[1], context.notation.money(sum.cents)),
                            Table.Cell(columns[2], number(sum.projects)),
                        ])
                    }), note: text("money-note", ["number": number(stocktaking.projectsWithoutFunds)]))
        }
        guard tables.isEmpty else { return tables }
        return [Section(text("money-heading"), anchor: "geld", note: text("no-money"))]
    }

    private var duties: Section {
        let duties = stocktaking.duties
        return Section(
            text("duties"), anchor: "pflichten",
            bullets: duties.due == 0
                ? []
                : [
                    Section.Bullet(
                        text(
                            "duties-met",
                            [
                                "due": number(duties.due), "met": number(duties.met),
                                "in-time": number(duties.inTime),
                            ])),
                    Section.Bullet(text("duties-open", ["open": number(duties.open)])),
                ], note: duties.due == 0 ? text("no-duties") : nil)
    }

    private var indicators: Section? {
        guard !stocktaking.indicators.isEmpty else { return nil }
        let columns = ["indicator", "value", "measured", "target"].map { Table.Column(text($0)) }
        let unknown = context.text("design.unknown")
        let rows = stocktaking.indicators.map { indicator in
            Table.Row([
                Table.Cell(
                    columns[0], texts.text("name", of: indicator.id, or: indicator.name), isHeading: true),
                Table.Cell(
                    columns[1], indicator.value.map { "\(context.notation.decimal($0)) \(indicator.unit)" } ?? unknown),
                Table.Cell(columns[2], indicator.valueOn.map { context.notation.date($0) } ?? "–"),
                Table.Cell(columns[3], target(of: indicator) ?? unknown),
            ])
        }
        return Section(
            text("goals"), anchor: "ziele",
            table: Table(caption: text("goals-caption"), columns: columns, rows: rows), note: text("goals-note"))
    }

    private func target(of indicator: Stocktaking.IndicatorStanding) -> String? {
        indicator.target.map { target in
            let amount = "\(context.notation.decimal(target)) \(indicator.unit)"
            guard let day = indicator.targetOn else { return amount }
            return text("target-on", ["amount": amount, "date": context.notation.date(day)])
        }
    }

    private var officials: Section? {
        guard !stocktaking.officials.isEmpty else { return nil }
        let columns = ["official-date", "official", "documented", "difference", "why"].map {
            Table.Column(text($0), isNumber: ["official", "documented", "difference"].contains($0))
        }
        let rows = stocktaking.officials.map { official in
            Table.Row([
                Table.Cell(
                    columns[0], "\(context.notation.date(official.asOf)): \(official.event)", isHeading: true),
                Table.Cell(columns[1], number(official.official)),
                Table.Cell(columns[2], number(official.documented)),
                Table.Cell(columns[3], number(official.difference)),
                Table.Cell(columns[4], explanation(of: official)),
            ])
        }
        return Section(
            text("officials"), anchor: "amtlich",
            table: Table(caption: text("officials"), columns: columns, rows: rows), note: text("officials-note"))
    }

    /// Only what follows from the data; what remains is said to remain.
    private func explanation(of official: Stocktaking.OfficialComparison) -> String {
        guard official.difference != 0 else { return text("same") }
        var reasons: [String] = []
        var rest = abs(official.difference)
        if official.difference > 0 {
            let undated = min(rest, official.undated)
            if undated > 0 { reasons.append(text("why-undated", ["number": number(undated)])) }
            rest -= undated
            if rest > 0 { reasons.append(text("why-missing", ["number": number(rest)])) }
        } else {
            let parts = min(rest, official.parts)
            if parts > 0 { reasons.append(text("why-parts", ["number": number(parts)])) }
            rest -= parts
            if rest > 0 { reasons.append(text("why-more", ["number": number(rest)])) }
        }
        return reasons.joined(separator: " ")
    }
}
