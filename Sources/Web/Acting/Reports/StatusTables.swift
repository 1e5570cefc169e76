// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The same numbers as the bars: every category of every report with the states it matches here, and the documented
/// projects by state and day.
struct StatusTables {
    let view: StatusView
    let context: SiteContext

    func tables(today: PartialDate) -> [Table] {
        [official, documented(today: today)].compactMap { $0 }
    }

    /// Every name once, in the order in which the reports brought them up.
    private var names: [NamedEntry] {
        view.reports.flatMap(\.counts).reduce(into: []) { names, entry in
            if !names.contains(where: { $0.name == entry.name }) { names.append(entry) }
        }
    }

    private var official: Table? {
        guard !view.reports.isEmpty else { return nil }
        let category = Table.Column(context.text("reports.table.category"))
        let meaning = Table.Column(context.text("reports.table.meaning"))
        let days = view.reports.map { Table.Column(context.notation.date($0.asOf), isNumber: true) }
        let rows = names.map { name in
            let numbers = zip(days, view.reports).map { column, report in
                Table.Cell(column, report.counts.first { $0.name == name.name }.map { context.value(of: $0) } ?? "–")
            }
            return Table.Row(
                [Table.Cell(category, context.name(of: name), isHeading: true)] + numbers
                    + [Table.Cell(meaning, words(for: StatusCategory(name.name)))])
        }
        let total = Table.Row(
            [Table.Cell(category, context.text("reports.table.total"), isHeading: true)]
                + zip(days, view.reports).map { Table.Cell($0, context.notation.number($1.total)) }
                + [Table.Cell(meaning, "–")])
        return Table(
            caption: context.text("reports.table.cited"), columns: [category] + days + [meaning],
            rows: rows + [total])
    }

    private func words(for category: StatusCategory) -> String {
        switch category {
        case .states(let states): states.map { context.word(state: $0.rawValue) }.joined(separator: ", ")
        case .beforeStart: context.text("reports.table.before-start")
        case .remainder: context.text("reports.table.remainder")
        case .unmapped: context.text("reports.table.unmapped")
        }
    }

    private func documented(today: PartialDate) -> Table? {
        let current = view.today
        guard !current.isEmpty else { return nil }
        let past = view.tallies
        let state = Table.Column(context.text("projects.filter.state"))
        let days = past.map { Table.Column(context.notation.date($0.day), isNumber: true) }
        let now = Table.Column(context.notation.date(today), isNumber: true)
        let shown = ProjectState.allCases.filter { state in
            current.contains { $0.state == state }
                || past.contains { $0.tally.counts.contains { $0.state == state } }
        }
        let number = { (projects: Int64?) in context.notation.number(projects ?? 0) }
        let rows = shown.map { kind in
            Table.Row(
                [Table.Cell(state, context.word(state: kind.rawValue), isHeading: true)]
                    + zip(days, past).map { column, day in
                        Table.Cell(column, number(day.tally.counts.first { $0.state == kind }?.projects))
                    } + [Table.Cell(now, number(current.first { $0.state == kind }?.projects))])
        }
        let total = Table.Row(
            [Table.Cell(state, context.text("reports.table.total"), isHeading: true)]
                + zip(days, past).map { Table.Cell($0, number($1.tally.total)) }
                + [Table.Cell(now, number(current.map(\.projects).reduce(0, +)))])
        return Table(
            caption: context.text("reports.table.documented"), columns: [state] + days + [now], rows: rows + [total])
    }
}
