// SPDX-License-Identifier: EUPL-1.2

import Participation

/// One consultation for those who run it: how it stands, and what can be done with it now.
struct ConsultationAtWorkPage: Page {
    static let template = "Consultations/at-work"
    let heading: String
    let badge: Badge
    let summary: ErrorSummary?
    let notices: [Notice]
    let ways: [Section.More]
    let facts: Facts
    let step: StepForm?
    let time: TimeForm?
    let sections: [Section]
    let crumbs: [Crumb]

    /// The next steps by hand.
    struct StepForm: Sendable {
        let action: String
        let formKey: String
        let step: ChoiceField
        let reason: FormField
    }

    /// More time to answer.
    struct TimeForm: Sendable {
        let action: String
        let formKey: String
        let name: ChoiceField?
        let endsOn: FormField
        let reason: FormField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ConsultationAtWorkPage(
        heading: "Anhörung der Verbände", badge: .sample, summary: .sample, notices: [.sample],
        ways: [Section.More(label: "Synopse", link: "/arbeit/beteiligungen/1/synopse")], facts: .sample,
        step: StepForm(action: "/stand", formKey: "1.2.3", step: .sample, reason: .sample),
        time: TimeForm(action: "/frist", formKey: "1.2.3", name: .sample, endsOn: .sample, reason: .sample),
        sections: [.sample], crumbs: [Crumb(label: "Beteiligungen", link: "/arbeit/beteiligungen")])
}

extension ConsultationAtWorkPage {
    /// - Parameter sent: what was typed into one of the forms, when the page comes back
    init(
        _ rules: ConsultationRules, sent: Query, _ faults: FormFaults, today: PartialDate, formKey: String,
        in context: SiteContext
    ) {
        let mayRun = context.visitor.mayRun(rules)
        let forms = ConsultationStepForms(
            rules: rules, sent: sent, faults: faults, today: today, formKey: formKey, context: context)
        heading = rules.title
        badge = context.badge(state: rules.state.rawValue)
        summary = faults.summary
        notices = Self.notices(on: rules, mayRun, in: context)
        ways = Self.ways(rules, mayRun: mayRun.isAllowed, in: context)
        facts = Self.facts(of: rules, in: context)
        step = mayRun.isAllowed ? forms.step : nil
        time = mayRun.isAllowed ? forms.time : nil
        sections = [Self.documents(of: rules, in: context), Self.extensions(of: rules, in: context)].compactMap { $0 }
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("consultations.desk.heading"), link: context.links.to(ConsultationPaths.desk)),
        ]
    }

    private static func notices(
        on rules: ConsultationRules, _ mayRun: Permission, in context: SiteContext
    ) -> [Notice] {
        var notices: [Notice] = []
        if case .refused(let refusal) = mayRun { notices.append(Notice(context.text(refusal))) }
        if rules.isShort, [.planned, .open].contains(rules.state) {
            notices.append(
                Notice(
                    context.text("consultations.plan.short", count: ConsultationRules.usualDays), tone: .warning))
        }
        return notices
    }

    private static func ways(_ rules: ConsultationRules, mayRun: Bool, in context: SiteContext) -> [Section.More] {
        var ways: [Section.More] = []
        if mayRun, rules.state == .planned {
            ways.append(
                Section.More(
                    label: context.text("consultations.plan.change"),
                    link: context.links.to(ConsultationPaths.change(rules.number))))
        }
        if rules.state != .planned {
            ways.append(
                Section.More(
                    label: context.text("synopsis.work"), link: context.links.to(SynopsisPaths.table(rules.number))))
        }
        if mayRun, rules.kind == .municipalConference, rules.state != .planned {
            ways.append(
                Section.More(
                    label: context.text("positions.heading"),
                    link: context.links.to(PositionPaths.desk(rules.number))))
            ways.append(
                Section.More(
                    label: context.text("positions.attendance.heading"),
                    link: context.links.to(PositionPaths.attendance(rules.number))))
        }
        if mayRun, rules.kind == .townhall, rules.state != .planned {
            ways.append(
                Section.More(
                    label: context.text("halls.heading"), link: context.links.to(HallPaths.desk(rules.number))))
        }
        if mayRun, !rules.invited.isEmpty {
            ways.append(
                Section.More(
                    label: context.text("statements.invitations.heading"),
                    link: context.links.to(StatementPaths.invitations(rules.number))))
        }
        if mayRun, rules.state != .planned {
            ways.append(
                Section.More(
                    label: context.text("statements.inbox.heading"),
                    link: context.links.to(StatementPaths.inbox(rules.number))))
        }
        if rules.state != .planned {
            ways.append(
                Section.More(
                    label: context.text("consultations.desk.public-page"),
                    link: context.links.to("/beteiligungen/\(rules.number)")))
        }
        return ways
    }

    private static func facts(of rules: ConsultationRules, in context: SiteContext) -> Facts {
        let unknown = context.text("design.unknown")
        var entries = [
            Facts.Entry(
                context.text("consultations.fact.kind"), context.word(.consultationKind, rules.kind.rawValue)),
            Facts.Entry(
                context.text("consultations.fact.period"),
                context.notation.period(rules.startsOn, rules.endsOn) ?? unknown),
            Facts.Entry(context.text("consultations.fact.file-number"), rules.fileNumber ?? unknown),
        ]
        if let day = rules.publishOn {
            entries.append(
                Facts.Entry(context.text("consultations.plan.publish-on"), context.notation.date(day)))
        }
        if !rules.invited.isEmpty {
            entries.append(
                Facts.Entry(
                    context.text("consultations.desk.columns.invited"), rules.invited.joined(separator: ", ")))
        }
        return Facts(entries: entries)
    }

    private static func documents(of rules: ConsultationRules, in context: SiteContext) -> Section {
        Section(
            context.text("consultations.plan.proposals"),
            bullets: rules.documents.map { document in
                Section.Bullet(
                    document.title, link: context.links.to("/vorschlaege/\(document.number)"),
                    details: document.version.map {
                        context.text("consultations.desk.fixed", ["version": context.notation.number($0)])
                    })
            }
                + rules.heardFields.map { field in
                    Section.Bullet(context.text("statements.entry.heard-field", ["name": field.name]))
                },
            note: rules.documents.isEmpty && rules.heardFields.isEmpty
                ? context.text("consultations.none.proposals") : nil)
    }

    private static func extensions(of rules: ConsultationRules, in context: SiteContext) -> Section? {
        guard !rules.extensions.isEmpty else { return nil }
        return Section(
            context.text("consultations.time.heading"),
            bullets: rules.extensions.map { more in
                Section.Bullet(
                    context.text(
                        "consultations.time.line",
                        [
                            "name": more.name ?? context.text("consultations.time.all"),
                            "day": context.notation.date(more.endsOn),
                        ]), details: more.reason)
            })
    }
}

/// Builds the forms for the next steps from what is possible now.
private struct ConsultationStepForms {
    let rules: ConsultationRules
    let sent: Query
    let faults: FormFaults
    let today: PartialDate
    let formKey: String
    let context: SiteContext

    var step: ConsultationAtWorkPage.StepForm? {
        let steps = ConsultationStep.allCases.filter { $0.isPossible(from: rules.state) }
        guard !steps.isEmpty else { return nil }
        return ConsultationAtWorkPage.StepForm(
            action: context.links.to(ConsultationPaths.step(rules.number)), formKey: formKey,
            step: ChoiceField(
                name: MoveConsultation.Field.step, label: context.text("consultations.step.label"),
                chosen: sent.text(MoveConsultation.Field.step),
                options: steps.map { ($0.rawValue, context.text("consultations.step.\($0.rawValue)")) }),
            reason: field(
                MoveConsultation.Field.reason, "consultations.step.reason", hint: "consultations.step.reason-hint"))
    }

    var time: ConsultationAtWorkPage.TimeForm? {
        guard [.planned, .open, .closed].contains(rules.state) else { return nil }
        return ConsultationAtWorkPage.TimeForm(
            action: context.links.to(ConsultationPaths.time(rules.number)), formKey: formKey,
            name: rules.invited.isEmpty
                ? nil
                : ChoiceField(
                    name: ExtendConsultation.Field.name, label: context.text("consultations.time.for"),
                    chosen: sent.text(ExtendConsultation.Field.name), empty: context.text("consultations.time.all"),
                    options: rules.invited.map { ($0, $0) }, fault: faults[ExtendConsultation.Field.name]),
            endsOn: FormField(
                name: ExtendConsultation.Field.endsOn, label: context.text("consultations.time.ends-on"),
                value: sent.text(ExtendConsultation.Field.endsOn) ?? "",
                fault: faults[ExtendConsultation.Field.endsOn], isRequired: true, type: "date"),
            reason: field(
                ExtendConsultation.Field.reason, "consultations.step.reason", hint: "consultations.time.reason-hint",
                isRequired: true))
    }

    private func field(_ name: String, _ label: String, hint: String, isRequired: Bool = false) -> FormField {
        FormField(
            name: name, label: context.text(label), hint: context.text(hint), value: sent.text(name) ?? "",
            fault: faults[name], isRequired: isRequired, completion: "off")
    }
}
