// SPDX-License-Identifier: EUPL-1.2

import Participation

extension DutyListPage {
    /// What is open at which office by age, and how punctual each ministry is. Nobody is counted as a person.
    static func sections(_ punctuality: DutyPunctuality, in context: SiteContext) -> [Section] {
        [backlogs(punctuality.backlogs, in: context), bodies(punctuality.bodies, in: context)]
    }

    private static func backlogs(_ backlogs: [DutyPunctuality.Backlog], in context: SiteContext) -> Section {
        let words = ["office", "open", "overdue", "long-overdue"].map { context.text("duties.backlog.\($0)") }
        let columns = words.enumerated().map { Table.Column($0.element, isNumber: $0.offset > 0) }
        let rows = backlogs.map { backlog in
            let name = [backlog.office.name, backlog.office.body].compactMap { $0 }.joined(separator: ", ")
            return Table.Row([
                Table.Cell(
                    columns[0], context.original(name),
                    link: context.links.to("/pflichten", ["stelle": backlog.office.key]), isHeading: true),
                Table.Cell(columns[1], context.notation.number(backlog.open)),
                Table.Cell(columns[2], context.overdueCount(backlog.overdue)),
                Table.Cell(columns[3], context.overdueCount(backlog.longOverdue)),
            ])
        }
        return Section(
            context.text("duties.backlog.heading"), anchor: "stellen",
            table: rows.isEmpty
                ? nil : Table(caption: context.text("duties.backlog.caption"), columns: columns, rows: rows),
            note: rows.isEmpty ? context.text("duties.backlog.none") : nil)
    }

    private static func bodies(_ bodies: [DutyPunctuality.Body], in context: SiteContext) -> Section {
        let words = ["body", "open", "overdue", "met", "in-time", "median"].map {
            context.text("duties.punctuality.\($0)")
        }
        let columns = words.enumerated().map { Table.Column($0.element, isNumber: $0.offset > 0) }
        let unknown = context.text("design.unknown")
        let rows = bodies.map { body in
            Table.Row([
                Table.Cell(columns[0], context.original(body.name.isEmpty ? unknown : body.name), isHeading: true),
                Table.Cell(columns[1], context.notation.number(body.open)),
                Table.Cell(columns[2], context.overdueCount(body.overdue)),
                Table.Cell(columns[3], context.notation.number(body.met)),
                Table.Cell(
                    columns[4],
                    body.shareInTime.map { context.notation.percent(perMille: ($0 + 5) / 10 * 10) } ?? unknown),
                Table.Cell(columns[5], body.medianDays.map { context.notation.number($0) } ?? unknown),
            ])
        }
        return Section(
            context.text("duties.punctuality.heading"), anchor: "ressorts",
            table: Table(caption: context.text("duties.punctuality.caption"), columns: columns, rows: rows),
            note: context.text("duties.punctuality.note"))
    }
}

extension SiteContext {
    /// A number of overdue duties, with a sign of its own besides the number: "▲ 3".
    fileprivate func overdueCount(_ count: Int64) -> String {
        count > 0 ? "▲\u{A0}\(notation.number(count))" : notation.number(count)
    }
}
