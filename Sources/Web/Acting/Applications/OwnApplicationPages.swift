// SPDX-License-Identifier: EUPL-1.2

import Participation

/// `/mein/antraege`: the applications of one's organisations, and the way to a new one.
struct OwnApplicationsPage: Page {
    static let template = "Applications/own"
    let heading: String
    let summary: ErrorSummary?
    let list: Section
    let begin: Begin?
    let none: Notice?
    let crumbs: [Crumb]

    struct Begin: Sendable {
        let action: String
        let formKey: String
        let choices: [ChoiceField]
        let title: FormField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = OwnApplicationsPage(
        heading: "Partneranträge", summary: .sample, list: .sample,
        begin: Begin(action: "/x", formKey: "1", choices: [.sample], title: .sample), none: .sample,
        crumbs: [Crumb(label: "Mein Bereich", link: "/mein")])
}

extension OwnApplicationsPage {
    init(
        _ cases: [ApplicationCase], _ calls: [PartnerCallRules], _ organisations: [IdeaChoices.RepresentedOrganisation],
        _ sent: Query?, _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        heading = context.text("applications.own.heading")
        summary = faults.summary
        list = Section(
            context.text("applications.own.list"),
            bullets: cases.map { application in
                Section.Bullet(
                    application.content.title, link: context.links.to(ApplicationPaths.ownCase(application.id)),
                    details: "\(application.call.title), \(application.organisationName)",
                    badge: context.badge(state: application.outcome?.rawValue ?? application.state.rawValue))
            }, note: cases.isEmpty ? context.text("applications.own.none") : nil)
        let mayBegin = !calls.isEmpty && !organisations.isEmpty
        none =
            mayBegin
            ? nil
            : Notice(context.text(calls.isEmpty ? "applications.own.no-call" : "applications.own.no-organisation"))
        begin =
            mayBegin
            ? Begin(
                action: context.links.to(ApplicationPaths.own), formKey: formKey,
                choices: [
                    ChoiceField(
                        name: "aufruf", label: context.text("applications.call"), chosen: sent?.text("aufruf"),
                        options: calls.map { (value: String($0.number), label: $0.title) }),
                    ChoiceField(
                        name: "organisation", label: context.text("applications.own.organisation"),
                        chosen: sent?.text("organisation"),
                        options: organisations.map { (value: String($0.number), label: $0.name) }),
                ],
                title: FormField(
                    name: ApplicationForm.Field.title, label: context.text("applications.form.title"),
                    value: sent?.text(ApplicationForm.Field.title) ?? "", fault: faults[ApplicationForm.Field.title],
                    isRequired: true)) : nil
        crumbs = [Crumb(label: context.text("people.own.crumb"), link: context.links.to(PeoplePaths.own))]
    }
}

/// `/mein/antraege/ID`: one application of one's organisation.
struct OwnApplicationPage: Page {
    static let template = "Applications/write"
    let heading: String
    let badge: Badge
    let call: String
    let deadline: String?
    let summary: ErrorSummary?
    let notices: [Notice]
    let criteria: [String]
    let form: Form?
    let sheet: ApplicationSheet?
    let withdraw: Withdraw?
    let crumbs: [Crumb]

    struct Form: Sendable {
        let action: String
        let submitAction: String
        let formKey: String
        let revision: String
        let lead: [FormField]
        let field: ChoiceField
        let answers: [FormField]
        let attachments: AttachmentFields
        let costs: [Cost]
        let furtherCosts: FurtherCosts?
        let total: String
        let financing: [FormField]
        let secured: FormField
        let consent: TickField
    }

    struct Cost: Sendable {
        let label: FormField
        let amount: FormField
    }

    /// Rows that are still empty, folded up.
    struct FurtherCosts: Sendable {
        let rows: [Cost]
    }

    struct Withdraw: Sendable {
        let action: String
        let formKey: String
    }

    /// The files of an application: on their shelf while it is written, documents once it is handed in.
    struct Files: Sendable {
        let shelf: AttachmentShelf?
        let drafts: [AttachmentDraft]
        /// What was written beside a file that was not kept.
        let description: String?
        let documents: [Document]
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = OwnApplicationPage(
        heading: "Gründungsgarage", badge: .sample, call: "Partnerprojekte 2026", deadline: "bis 31. Dezember 2026",
        summary: .sample, notices: [.sample], criteria: ["wirkt in einem Handlungsfeld"],
        form: Form(
            action: "/x", submitAction: "/y", formKey: "1", revision: "3", lead: [.sample], field: .sample,
            answers: [.sample], attachments: .sample, costs: [Cost(label: .sample, amount: .sample)],
            furtherCosts: FurtherCosts(rows: [Cost(label: .sample, amount: .sample)]), total: "10 €",
            financing: [.sample], secured: .sample,
            consent: .sample),
        sheet: .sample, withdraw: Withdraw(action: "/x", formKey: "1"),
        crumbs: [Crumb(label: "Mein Bereich", link: "/mein")])
}

extension OwnApplicationPage {
    /// - Parameter keys: for the forms that save and take back
    init(
        _ application: ApplicationCase, _ form: ApplicationForm, _ fields: [FieldChoice], _ files: Files,
        _ faults: FormFaults, keys: (String, String), in context: SiteContext
    ) {
        let address = context.links.to(ApplicationPaths.ownCase(application.id))
        heading = application.content.title
        badge = context.badge(state: application.outcome?.rawValue ?? application.state.rawValue)
        call = application.call.title
        deadline = application.call.closesOn.map {
            context.text("applications.own.deadline", ["day": context.notation.date($0)])
        }
        summary = faults.summary
        notices = Self.notices(application, isOutdated: faults.isOutdated, in: context)
        criteria = application.call.criteria
        let fieldsOfForm = ApplicationFields(form: form, choices: fields, faults: faults, context: context)
        self.form =
            application.isEditable
            ? Form(
                action: address, submitAction: "\(address)/einreichung", formKey: keys.0,
                revision: String(application.revision), lead: fieldsOfForm.lead, field: fieldsOfForm.field,
                answers: fieldsOfForm.answers(to: application.call.questions),
                attachments: AttachmentFields(
                    files.drafts, on: files.shelf, newDescription: files.description, faults, in: context),
                costs: fieldsOfForm.costs, furtherCosts: fieldsOfForm.furtherCosts,
                total: context.notation.money(application.content.total),
                financing: fieldsOfForm.financing, secured: fieldsOfForm.secured, consent: fieldsOfForm.consent) : nil
        sheet =
            application.isEditable
            ? nil
            : ApplicationSheet(
                application, files.documents, at: ApplicationPaths.ownCase(application.id), in: context)
        withdraw =
            application.state == .decided || application.state == .withdrawn
            ? nil : Withdraw(action: "\(address)/ruecknahme", formKey: keys.1)
        crumbs = [
            Crumb(label: context.text("people.own.crumb"), link: context.links.to(PeoplePaths.own)),
            Crumb(label: context.text("applications.own.heading"), link: context.links.to(ApplicationPaths.own)),
        ]
    }

    private static func notices(
        _ application: ApplicationCase, isOutdated: Bool, in context: SiteContext
    ) -> [Notice] {
        let outdated = isOutdated ? Notice(context.text("applications.own.outdated"), tone: .warning) : nil
        let request = application.request.map { text in
            Notice(
                text,
                heading: context.text(
                    "applications.own.request",
                    ["day": application.requestDueOn.map { context.notation.date($0) } ?? ""]), tone: .warning)
        }
        let decided = application.reason.map { reason in
            Notice(
                reason,
                heading: context.text(
                    application.outcome == .accepted ? "applications.own.accepted" : "applications.own.declined"),
                tone: application.outcome == .accepted ? .good : .quiet)
        }
        return [outdated, request, decided].compactMap { $0 }
    }
}

/// The fields of an application.
private struct ApplicationFields {
    typealias Field = ApplicationForm.Field
    let form: ApplicationForm
    let choices: [FieldChoice]
    let faults: FormFaults
    let context: SiteContext

    var lead: [FormField] {
        [
            line(Field.title, "title", form.title, isRequired: true),
            area(Field.summary, "summary", form.summary, rows: 3), area(Field.plan, "plan", form.plan, rows: 10),
        ]
    }

    var field: ChoiceField {
        ChoiceField(
            name: Field.field, label: context.text("applications.form.field"), chosen: form.field,
            prompt: context.text("capture.choose"), options: choices.map { (value: $0.key, label: $0.name) },
            fault: faults[Field.field])
    }

    /// The rows with something in them, and one more to write on.
    var costs: [OwnApplicationPage.Cost] { Array(costRows.prefix(shownCosts)) }

    var furtherCosts: OwnApplicationPage.FurtherCosts? {
        let rows = Array(costRows.dropFirst(shownCosts))
        return rows.isEmpty ? nil : OwnApplicationPage.FurtherCosts(rows: rows)
    }

    private var shownCosts: Int {
        let written = costRows.lastIndex { row in
            [row.label, row.amount].contains { !$0.value.isEmpty || $0.fault != nil }
        }
        return max(Self.fewestCosts, (written ?? 0) + 2)
    }

    private static let fewestCosts = 3

    private var costRows: [OwnApplicationPage.Cost] {
        (1...ApplicationForm.mostCosts).map { row in
            let cost = form.costs.indices.contains(row - 1) ? form.costs[row - 1] : (label: nil, amount: nil)
            let number = ["row": String(row)]
            return OwnApplicationPage.Cost(
                label: FormField(
                    name: Field.label(row), label: context.text("applications.form.cost", ["row": String(row)]),
                    value: cost.label ?? "", fault: faults[Field.label(row)]),
                amount: FormField(
                    name: Field.amount(row),
                    label: context.text("applications.form.cost-amount", ["row": number["row"] ?? ""]),
                    value: cost.amount ?? "", fault: faults[Field.amount(row)]))
        }
    }

    func answers(to questions: [String]) -> [FormField] {
        questions.enumerated().map { index, question in
            let name = Field.answer(index + 1)
            let typed = form.answers.indices.contains(index) ? form.answers[index] : nil
            return FormField(
                name: name, label: question, value: typed ?? "", fault: faults[name], isRequired: true, rows: 4)
        }
    }

    var financing: [FormField] {
        [
            line(Field.own, "own", form.own), line(Field.others, "others", form.others),
            line(Field.grant, "grant", form.grant),
        ]
    }

    var secured: FormField { area(Field.secured, "secured", form.secured, rows: 3) }

    var consent: TickField {
        TickField(
            name: Field.isPublic, label: context.text("applications.form.consent"),
            hint: context.text("applications.form.consent-hint"), isTicked: form.isPublic)
    }

    private func line(_ name: String, _ key: String, _ value: String?, isRequired: Bool = false) -> FormField {
        FormField(
            name: name, label: context.text("applications.form.\(key)"), value: value ?? "", fault: faults[name],
            isRequired: isRequired)
    }

    private func area(_ name: String, _ key: String, _ value: String?, rows: Int) -> FormField {
        FormField(
            name: name, label: context.text("applications.form.\(key)"),
            hint: context.text("applications.form.\(key)-hint"), value: value ?? "", fault: faults[name], rows: rows)
    }
}
