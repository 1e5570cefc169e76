// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// The parts of a consultation's page below its Steckbrief.
struct ConsultationStory {
    let consultation: Consultation
    let mentions: Mentions
    let context: SiteContext

    /// Nil where no list of invitations is documented.
    func figures(_ turnout: Turnout) -> TurnoutFigures? {
        guard !turnout.invitations.isEmpty else { return nil }
        var shown: [(key: String, count: Int)] = [
            ("invited", turnout.invitations.count),
            ("answered", turnout.count(.answered) + turnout.count(.unpublished)),
            ("nil-return", turnout.count(.nilReturn)), (silence, turnout.count(.none)),
        ]
        if turnout.count(.withdrawn) > 0 { shown.insert(("withdrawn", turnout.count(.withdrawn)), at: 3) }
        return TurnoutFigures(
            tiles: shown.map { figure in
                FigureTile(
                    label: context.text("consultations.turnout.\(figure.key).label"),
                    values: [
                        FigureTile.Value(
                            number: context.notation.number(figure.count),
                            origin: context.text("consultations.turnout.\(figure.key).origin"))
                    ], definition: nil, link: nil, linkLabel: nil)
            })
    }

    /// While people can still answer, silence is no result yet.
    private var silence: String {
        switch consultation.state {
        case .planned, .open: "pending"
        case .cancelled: "cancelled"
        case .closed, .evaluated, .published: "silent"
        }
    }

    func proposals(_ proposals: [String]) -> Section? {
        Section(
            context.text("consultations.section.proposals"), anchor: "unterlagen",
            rows: proposals.compactMap { mentions.row($0, in: context) },
            note: proposals.isEmpty ? context.text("consultations.none.proposals") : nil)
    }

    func responses(_ turnout: Turnout) -> Section? {
        guard !turnout.invitations.isEmpty else {
            return Section(
                context.text("consultations.section.responses"), anchor: "rueckmeldungen",
                note: context.text("consultations.none.invitees"))
        }
        let columns = ["name", "response", "date"].map {
            Table.Column(context.text("consultations.responses.\($0)"))
        }
        let rows = turnout.invitations.map { invitation in
            let link = invitation.statement.map { context.links.to("/stellungnahmen/\($0.number)") }
            return Table.Row([
                Table.Cell(columns[0], invitation.name, isHeading: true),
                Table.Cell(columns[1], word(invitation.response), link: link),
                Table.Cell(columns[2], invitation.statement?.submittedOn.map { context.notation.date($0) } ?? "–"),
            ])
        }
        return Section(
            context.text("consultations.section.responses"), anchor: "rueckmeldungen",
            table: Table(
                caption: context.text("consultations.responses.caption"), columns: columns, rows: rows),
            note: silence == "silent" ? context.text("consultations.responses.explained") : nil)
    }

    /// The fields of action in the making on which people are heard, as they stood when the consultation was planned.
    func heardFields(in programme: String, _ db: Connection) throws -> Section? {
        let rules = try ConsultationRules.find(number: consultation.number, in: programme, db)
        let fields = rules?.heardFields ?? []
        guard !fields.isEmpty else { return nil }
        return Section(
            context.text("consultations.section.fields"), anchor: "handlungsfelder",
            bullets: fields.map { field in
                let goals = field.goals.map {
                    context.text("papers.board.goals", ["goals": $0.replacing("\n", with: "; ")])
                }
                let proposals = field.proposals.map {
                    context.text("consultations.heard-proposals", ["titles": $0.replacing("\n", with: "; ")])
                }
                return Section.Bullet(
                    field.name,
                    details: [field.aim.replacing("\n", with: " "), goals, proposals].compactMap { $0 }
                        .joined(separator: " · "))
            }, note: context.text("consultations.fields-note"))
    }

    /// Who came to a conference, once that is settled. Positions count as far as they are public.
    func attendance(in programme: String, _ db: Connection) throws -> Section? {
        guard consultation.kind == .municipalConference,
            let rules = try ConsultationRules.find(number: consultation.number, in: programme, db),
            rules.attendanceSettledOn != nil
        else { return nil }
        let positions = try MunicipalPosition.list(of: consultation.id, publicOnly: true, db)
        let turnout = ConferenceTurnout(rules: rules, positions: positions)
        return Section(
            context.text("positions.attendance.public-heading"), anchor: "anwesenheit",
            table: turnout.table(in: context), note: turnout.tally(in: context))
    }

    private func word(_ response: Turnout.Response) -> String {
        switch response {
        case .answered: context.word(.statementKind, StatementKind.statement.rawValue)
        case .unpublished: context.text("consultations.responses.unpublished")
        case .nilReturn: context.word(.statementKind, StatementKind.nilReturn.rawValue)
        case .withdrawn: context.word(state: StatementState.withdrawn.rawValue)
        case .none: context.text("consultations.turnout.\(silence).label")
        }
    }

    /// Statements of those who were not on the list, such as citizens.
    func statements(_ turnout: Turnout) -> Section? {
        guard !turnout.others.isEmpty else {
            return turnout.invitations.isEmpty
                ? Section(
                    context.text("consultations.section.statements"), anchor: "stellungnahmen",
                    note: context.text("consultations.none.statements")) : nil
        }
        return Section(
            context.text("consultations.section.statements"), anchor: "stellungnahmen",
            rows: turnout.others.map { ListRow($0, mentions, in: context) })
    }

    func events(_ events: [Event]) -> Section? {
        guard !events.isEmpty else { return nil }
        return Section(
            context.text("consultations.section.events"), anchor: "veranstaltungen",
            rows: events.map { ListRow($0, mentions, parent: false, in: context) })
    }
}
