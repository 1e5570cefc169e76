// SPDX-License-Identifier: EUPL-1.2

import Participation

/// `/arbeit/antraege`: what was handed in, and the calls.
struct ApplicationDeskPage: Page {
    static let template = "Applications/desk"
    let heading: String
    let newCall: String?
    let calls: Section
    let cases: Section
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ApplicationDeskPage(
        heading: "Aufrufe und Anträge", newCall: "/x", calls: .sample, cases: .sample,
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension ApplicationDeskPage {
    init(_ list: [ApplicationCase], _ all: [PartnerCallRules], in context: SiteContext) {
        let mayRun = context.visitor.mayRunCalls(in: context.currentProgramme?.id ?? "").isAllowed
        heading = context.text("applications.desk.heading")
        newCall = mayRun ? context.links.to(ApplicationPaths.call(ApplicationPaths.newCall)) : nil
        calls = Section(
            context.text("applications.desk.calls"),
            bullets: all.map { call in
                Section.Bullet(
                    call.title,
                    link: mayRun ? context.links.to(ApplicationPaths.call(String(call.number))) : nil,
                    details: context.notation.period(call.opensOn, call.closesOn)
                        ?? context.text("applications.desk.always-open"))
            }, note: all.isEmpty ? context.text("applications.desk.no-calls") : nil)
        cases = Section(
            context.text("applications.desk.cases"),
            bullets: list.map { application in
                Section.Bullet(
                    application.content.title, link: context.links.to(ApplicationPaths.deskCase(application.id)),
                    details: "\(application.organisationName), \(application.call.title)",
                    badge: context.badge(state: application.outcome?.rawValue ?? application.state.rawValue))
            }, note: list.isEmpty ? context.text("applications.desk.no-cases") : nil)
        crumbs = [context.workCrumb]
    }
}

/// `/arbeit/antraege/ID`: one application with its reviews and the steps that are possible now.
struct ApplicationDeskCasePage: Page {
    static let template = "Applications/handle"
    let heading: String
    let badge: Badge
    let summary: ErrorSummary?
    let outdated: Notice?
    let sheet: ApplicationSheet
    let reviews: Section
    let proposal: Notice?
    let steps: [Step]
    let crumbs: [Crumb]

    struct Step: Sendable {
        let heading: String
        let action: String
        let formKey: String
        let revision: String
        let fields: [FormField]
        let choices: [ChoiceField]
        let button: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ApplicationDeskCasePage(
        heading: "Gründungsgarage", badge: .sample, summary: .sample, outdated: .sample, sheet: .sample,
        reviews: .sample, proposal: .sample,
        steps: [
            Step(
                heading: "Vorschlagen", action: "/x", formKey: "1", revision: "2", fields: [.sample],
                choices: [.sample], button: "Vorschlagen")
        ], crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension ApplicationDeskCasePage {
    init(
        _ application: ApplicationCase, _ reviews: [ApplicationReview], _ files: [Document], _ sent: Query?,
        _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        heading = application.content.title
        badge = context.badge(state: application.outcome?.rawValue ?? application.state.rawValue)
        summary = faults.summary
        outdated = faults.isOutdated ? Notice(context.text("applications.own.outdated"), tone: .warning) : nil
        sheet = ApplicationSheet(
            application, files, at: ApplicationPaths.deskCase(application.id), in: context)
        self.reviews = Self.section(reviews, application, in: context)
        let proposed = application.proposedOutcome.map { context.word(state: $0.rawValue) }
        proposal = application.proposedReason.map { reason in
            Notice(reason, heading: context.text("applications.desk.proposal", ["outcome": proposed ?? ""]))
        }
        steps =
            ApplicationDeskSteps(
                application: application, sent: sent, faults: faults, formKey: formKey, context: context
            ).steps
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("applications.desk.heading"), link: context.links.to(ApplicationPaths.desk)),
        ]
    }

    /// What reviewers gave is told only when nobody writes any more, so that nobody passes it on.
    private static func section(
        _ reviews: [ApplicationReview], _ application: ApplicationCase, in context: SiteContext
    ) -> Section {
        let isWriting = reviews.contains { $0.state == .invited || $0.state == .accepted }
        return Section(
            context.text("applications.review.all"),
            bullets: reviews.map { review in
                let day = ["day": context.notation.date(review.dueOn)]
                let words =
                    review.state == .submitted && !isWriting
                    ? [
                        context.text(
                            "applications.review.points",
                            [
                                "points": String(review.points),
                                "most": String(WriteReview.mostPoints * Int64(application.call.criteria.count)),
                            ]), review.summary,
                    ]
                    : [
                        context.text("applications.review.state.\(review.state.rawValue)"), review.conflict,
                        context.text("applications.review.due", ["day": day.first?.value ?? ""]),
                    ]
                return Section.Bullet(
                    review.personName, details: words.compactMap { $0 }.joined(separator: " · "))
            }, note: reviews.isEmpty ? context.text("applications.review.none") : nil)
    }
}

/// The steps that are possible now for whoever is looking.
private struct ApplicationDeskSteps {
    typealias Field = HandleApplication.Field
    let application: ApplicationCase
    let sent: Query?
    let faults: FormFaults
    let formKey: String
    let context: SiteContext

    var steps: [ApplicationDeskCasePage.Step] {
        let programme = context.currentProgramme?.id ?? ""
        let runs = context.visitor.mayRunCalls(in: programme).isAllowed
        switch application.state {
        case .submitted where runs:
            let ask = step("nachforderung", [area(Field.text, "text"), day])
            return application.request == nil ? [step("pruefung", []), ask] : [ask]
        case .checked where runs: return [step("begutachtung", invitation)]
        case .underReview where runs:
            return [step("begutachtung", invitation), step("vorschlag", [area(Field.reason, "reason")], [outcome])]
        case .proposed where context.visitor.mayDecideApplications(in: programme).isAllowed:
            return [step("entscheidung", [area(Field.reason, "reason")], [outcome])]
        case .draft, .submitted, .checked, .underReview, .proposed, .decided, .withdrawn: return []
        }
    }

    private var invitation: [FormField] {
        [
            FormField(
                name: Field.email, label: context.text("applications.desk.field.email"),
                hint: context.text("applications.desk.field.email-hint"), value: sent?.text(Field.email) ?? "",
                fault: faults[Field.email], isRequired: true, type: "email"), day,
        ]
    }

    private var day: FormField {
        FormField(
            name: Field.until, label: context.text("applications.desk.field.until"),
            value: sent?.text(Field.until) ?? "", fault: faults[Field.until], isRequired: true, type: "date")
    }

    private var outcome: ChoiceField {
        ChoiceField(
            name: Field.outcome, label: context.text("applications.desk.field.outcome"),
            chosen: sent?.text(Field.outcome) ?? application.proposedOutcome?.rawValue,
            options: ApplicationOutcome.allCases.map { (value: $0.rawValue, label: context.word(state: $0.rawValue)) },
            fault: faults[Field.outcome])
    }

    private func area(_ name: String, _ key: String) -> FormField {
        FormField(
            name: name, label: context.text("applications.desk.field.\(key)"), value: sent?.text(name) ?? "",
            fault: faults[name], isRequired: true, rows: 4)
    }

    private func step(
        _ name: String, _ fields: [FormField], _ choices: [ChoiceField] = []
    ) -> ApplicationDeskCasePage.Step {
        ApplicationDeskCasePage.Step(
            heading: context.text("applications.desk.step.\(name)"),
            action: context.links.to(ApplicationPaths.deskCase(application.id)) + "/" + name, formKey: formKey,
            revision: String(application.revision), fields: fields, choices: choices,
            button: context.text("applications.desk.button.\(name)"))
    }
}

/// `/arbeit/aufrufe/N`: a call with its criteria and dates.
struct CallFormPage: Page {
    static let template = "Applications/call"
    let heading: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let fields: [FormField]
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = CallFormPage(
        heading: "Aufruf", summary: .sample, action: "/x", formKey: "1", fields: [.sample],
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension CallFormPage {
    init(_ form: CallForm, _ faults: FormFaults, action: String, formKey: String, in context: SiteContext) {
        typealias Field = CallForm.Field
        let field = { (name: String, key: String, value: String?, rows: Int?, type: String) in
            FormField(
                name: name, label: context.text("applications.call-form.\(key)"),
                hint: type == "date" || rows == 8 ? context.text("applications.call-form.\(key)-hint") : nil,
                value: value ?? "", fault: faults[name], isRequired: type != "date", rows: rows, type: type)
        }
        heading = context.text("applications.call-form.heading")
        summary = faults.summary
        self.action = action
        self.formKey = formKey
        fields = [
            field(Field.title, "title", form.title, nil, "text"),
            field(Field.description, "description", form.description, 5, "text"),
            field(Field.opensOn, "opens", form.opensOn, nil, "date"),
            field(Field.closesOn, "closes", form.closesOn, nil, "date"),
            field(Field.criteria, "criteria", form.criteria, 8, "text"),
            FormField(
                name: Field.questions, label: context.text("applications.call-form.questions"),
                hint: context.text("applications.call-form.questions-hint"), value: form.questions ?? "",
                fault: faults[Field.questions], rows: 6),
        ]
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("applications.desk.heading"), link: context.links.to(ApplicationPaths.desk)),
        ]
    }
}
