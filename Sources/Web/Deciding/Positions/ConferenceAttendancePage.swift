// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Who came to a conference, with a tick for each name of the list of invitations.
struct ConferenceAttendancePage: Page {
    static let template = "Positions/attendance"
    let heading: String
    let title: String
    let summary: ErrorSummary?
    let notice: Notice?
    let form: Form?
    let table: Table
    let crumbs: [Crumb]

    struct Form: Sendable {
        let action: String
        let formKey: String
        let names: TickGroup
        let settled: TickField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ConferenceAttendancePage(
        heading: "Anwesenheit", title: "Kommunalkonferenz", summary: .sample, notice: .sample,
        form: Form(action: "/anwesenheit", formKey: "1.2.3", names: .sample, settled: .sample), table: .sample,
        crumbs: [Crumb(label: "Beteiligungen", link: "/arbeit/beteiligungen")])
}

extension ConferenceAttendancePage {
    /// - Parameter attended: what was typed, or what is known
    init(
        _ rules: ConsultationRules, _ positions: [MunicipalPosition], attended: [String], isSettled: Bool,
        _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        typealias Field = RecordAttendance.Field
        heading = context.text("positions.attendance.heading")
        title = rules.title
        summary = faults.summary
        let permission = context.visitor.mayRecordAttendance(of: rules)
        if let day = rules.attendanceSettledOn {
            notice = Notice(
                context.text("positions.attendance.settled-on", ["day": context.notation.date(day)]), tone: .good)
        } else if case .refused(let refusal) = permission {
            notice = Notice(context.text(refusal))
        } else {
            notice = nil
        }
        form =
            permission.isAllowed
            ? Form(
                action: context.links.to(PositionPaths.attendance(rules.number)), formKey: formKey,
                names: TickGroup(
                    name: Field.names, legend: context.text("positions.attendance.who"), ticked: attended,
                    options: rules.invited.map { ($0, $0) }, fault: faults[Field.names]),
                settled: TickField(
                    name: Field.settled, label: context.text("positions.attendance.settle"),
                    hint: context.text("positions.attendance.settle-hint"), isTicked: isSettled)) : nil
        table = ConferenceTurnout(rules: rules, positions: positions).table(in: context)
        crumbs = context.crumbs(to: rules)
    }
}

/// Who was invited to a conference, who came, and who said what they think.
struct ConferenceTurnout {
    let rules: ConsultationRules
    let positions: [MunicipalPosition]

    func table(in context: SiteContext) -> Table {
        let columns = ["name", "came", "position"].map {
            Table.Column(context.text("positions.attendance.columns.\($0)"))
        }
        let rows = rules.invited.map { name in
            let spoke = positions.contains { $0.party.isMeant(by: name) }
            return Table.Row([
                Table.Cell(columns[0], name, isHeading: true),
                Table.Cell(columns[1], word(rules.attended.contains(name), in: context)),
                Table.Cell(columns[2], word(spoke, in: context)),
            ])
        }
        return Table(caption: context.text("positions.attendance.caption"), columns: columns, rows: rows)
    }

    /// "12 eingeladen, 9 gekommen, 7 mit Position".
    func tally(in context: SiteContext) -> String {
        let spoke = rules.invited.count { name in positions.contains { $0.party.isMeant(by: name) } }
        let came = rules.invited.count(where: rules.attended.contains)
        return context.text(
            "positions.attendance.tally",
            [
                "invited": context.notation.number(rules.invited.count), "came": context.notation.number(came),
                "spoke": context.notation.number(spoke),
            ])
    }

    private func word(_ answer: Bool, in context: SiteContext) -> String {
        context.text(answer ? "positions.attendance.yes" : "positions.attendance.no")
    }
}
