// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Ways in that were mailed or wait for the day of their wave, and the forms for waves and for one more.
struct InvitationPage: Page {
    static let template = "Statements/invitations"
    let heading: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let waves: Waves?
    let name: ChoiceField?
    let email: FormField
    let wave: ChoiceField?
    let table: Table?
    let crumbs: [Crumb]

    struct Waves: Sendable {
        let action: String
        let formKey: String
        let days: [FormField]
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = InvitationPage(
        heading: "Einladungen", summary: .sample, action: "/einladungen", formKey: "1.2.3",
        waves: Waves(action: "/wellen", formKey: "1.2.3", days: [.sample]), name: .sample, email: .sample,
        wave: .sample, table: .sample, crumbs: [Crumb(label: "Beteiligungen", link: "/arbeit/beteiligungen")])
}

/// What the page of invitations is made of.
struct InvitationDesk: Sendable {
    let rules: ConsultationRules
    let mailed: [StatementAccess]
    let planned: [PlannedInvitation]
    let days: WaveDays
}

extension InvitationPage {
    init(_ desk: InvitationDesk, sent: Query, _ faults: FormFaults, formKey: String, in context: SiteContext) {
        typealias Field = InviteToConsultation.Field
        let rules = desk.rules
        heading = context.text("statements.invitations.heading")
        summary = faults.summary
        action = context.links.to(StatementPaths.invitations(rules.number))
        self.formKey = formKey
        waves =
            [.planned, .open].contains(rules.state) && !rules.isOpenToAll
            ? Waves(desk, sent: sent, faults, formKey: formKey, in: context) : nil
        name =
            rules.invited.isEmpty
            ? nil
            : ChoiceField(
                name: Field.name, label: context.text("statements.invitations.columns.name"),
                chosen: sent.text(Field.name), options: rules.invited.map { ($0, $0) }, fault: faults[Field.name])
        email = FormField(
            name: Field.email, label: context.text("statements.invitations.columns.email"),
            value: sent.text(Field.email) ?? "", fault: faults[Field.email], isRequired: true, type: "email",
            completion: "off")
        let dated = InvitationWave.allCases.filter { desk.days.days[$0] != nil }
        wave =
            dated.isEmpty
            ? nil
            : ChoiceField(
                name: Field.wave, label: context.text("statements.invitations.when"), chosen: sent.text(Field.wave),
                empty: context.text("statements.invitations.at-once"),
                options: dated.map { wave in
                    (String(wave.rawValue), context.text(wave, on: desk.days.days[wave]))
                }, fault: faults[Field.wave])
        table = Self.table(desk, in: context)
        crumbs = context.crumbs(to: rules)
    }

    private static func table(_ desk: InvitationDesk, in context: SiteContext) -> Table? {
        let columns = ["name", "email", "wave", "sent", "expires"].map {
            Table.Column(context.text("statements.invitations.columns.\($0)"))
        }
        let planned = desk.planned.map { invitation in
            let day = desk.days.days[invitation.wave].map { context.notation.date($0) } ?? "–"
            return [
                invitation.name, invitation.email.masked, context.word(invitation.wave),
                context.text("statements.invitations.waits", ["day": day]), "–",
            ]
        }
        let mailed = desk.mailed.map { access in
            [
                access.party.name, access.email.masked, access.wave.map { context.word($0) } ?? "–",
                context.moment(access.createdAt.text), context.moment(access.expiresAt.text),
            ]
        }
        let rows = (planned + mailed).map { words in
            Table.Row(zip(columns, words).enumerated().map { Table.Cell($1.0, $1.1, isHeading: $0 == 0) })
        }
        return rows.isEmpty
            ? nil : Table(caption: context.text("statements.invitations.caption"), columns: columns, rows: rows)
    }
}

extension InvitationPage.Waves {
    fileprivate init(
        _ desk: InvitationDesk, sent: Query, _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        action = context.links.to(StatementPaths.waves(desk.rules.number))
        self.formKey = formKey
        days = InvitationWave.allCases.map { wave in
            let name = SetWaveDays.Field.day(wave)
            return FormField(
                name: name, label: context.text("statements.invitations.waves.\(wave.rawValue)"),
                hint: context.text("statements.invitations.waves.hint-\(wave.rawValue)"),
                value: sent.text(name) ?? desk.days.days[wave]?.text ?? "", fault: faults[name], type: "date")
        }
    }
}

extension SiteContext {
    fileprivate func word(_ wave: InvitationWave) -> String {
        text("statements.invitations.wave", ["number": notation.number(wave.rawValue)])
    }

    fileprivate func text(_ wave: InvitationWave, on day: PartialDate?) -> String {
        text(
            "statements.invitations.wave-on",
            ["number": notation.number(wave.rawValue), "day": day.map { notation.date($0) } ?? "–"])
    }
}
