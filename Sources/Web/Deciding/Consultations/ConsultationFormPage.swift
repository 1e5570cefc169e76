// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form by which a consultation is set up.
struct ConsultationFormPage: Page {
    static let template = "Consultations/plan"
    let heading: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let title: FormField
    let kind: ChoiceField
    let startsOn: FormField
    let endsOn: FormField
    let publishOn: FormField
    let fileNumber: FormField
    let audience: FormField
    let channel: FormField
    let use: FormField
    let proposals: TickGroup
    /// Only for those whose board it is.
    let hearsFields: TickField?
    let organisations: TickGroup
    let municipalities: TickGroup
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ConsultationFormPage(
        heading: "Beteiligung anlegen", summary: .sample, action: "/arbeit/beteiligungen/neu", formKey: "1.2.3",
        title: .sample, kind: .sample, startsOn: .sample, endsOn: .sample, publishOn: .sample, fileNumber: .sample,
        audience: .sample, channel: .sample, use: .sample, proposals: .sample, hearsFields: .sample,
        organisations: .sample,
        municipalities: .sample, crumbs: [Crumb(label: "Beteiligungen", link: "/arbeit/beteiligungen")])
}

extension ConsultationFormPage {
    /// - Parameter number: the consultation that is changed; nil for a new one
    init(
        _ form: ConsultationForm, _ number: Int64?, _ choices: ConsultationChoices, _ faults: FormFaults,
        formKey: String, in context: SiteContext
    ) {
        let fields = ConsultationFields(form: form, faults: faults, context: context)
        self.init(
            heading: context.text(number == nil ? "consultations.plan.new" : "consultations.plan.change"),
            summary: faults.summary,
            action: context.links.to(number.map(ConsultationPaths.change) ?? ConsultationPaths.new), formKey: formKey,
            title: fields.line(ConsultationForm.Field.title, "title", form.title),
            kind: ChoiceField(
                name: ConsultationForm.Field.kind, label: context.text("consultations.plan.kind"),
                hint: context.text("consultations.plan.kind-hint"), chosen: form.kind,
                options: ConsultationKind.allCases.map { ($0.rawValue, context.word(.consultationKind, $0.rawValue)) },
                fault: faults[ConsultationForm.Field.kind]),
            startsOn: fields.day(ConsultationForm.Field.startsOn, "starts-on", form.startsOn),
            endsOn: fields.day(ConsultationForm.Field.endsOn, "ends-on", form.endsOn, hint: "ends-on-hint"),
            publishOn: fields.day(
                ConsultationForm.Field.publishOn, "publish-on", form.publishOn, hint: "publish-on-hint",
                isRequired: false),
            fileNumber: fields.line(
                ConsultationForm.Field.fileNumber, "file-number", form.fileNumber, hint: "file-number-hint"),
            audience: fields.line(ConsultationForm.Field.audience, "audience", form.audience, hint: "audience-hint"),
            channel: fields.line(ConsultationForm.Field.channel, "channel", form.channel),
            use: FormField(
                name: ConsultationForm.Field.use, label: context.text("consultations.plan.use"),
                hint: context.text("consultations.plan.use-hint"), value: form.use ?? "",
                fault: faults[ConsultationForm.Field.use], isRequired: true, rows: 4),
            proposals: fields.proposals(choices.proposals),
            hearsFields: context.visitor.mayDraftFields(in: context.currentProgramme?.id ?? "").isAllowed
                ? TickField(
                    name: ConsultationForm.Field.hearsFields, label: context.text("consultations.plan.fields"),
                    hint: context.text("consultations.plan.fields-hint"), isTicked: form.hearsFields,
                    fault: faults[ConsultationForm.Field.hearsFields]) : nil,
            organisations: fields.invited("organisations", choices.organisations, suffix: ""),
            municipalities: fields.invited("municipalities", choices.municipalities, suffix: "-kommunen"),
            crumbs: [
                context.workCrumb,
                Crumb(
                    label: context.text("consultations.desk.heading"), link: context.links.to(ConsultationPaths.desk)),
            ])
    }
}

/// Builds the fields of the form from what was typed.
private struct ConsultationFields {
    let form: ConsultationForm
    let faults: FormFaults
    let context: SiteContext

    func line(_ name: String, _ key: String, _ value: String?, hint: String? = nil) -> FormField {
        FormField(
            name: name, label: context.text("consultations.plan.\(key)"),
            hint: hint.map { context.text("consultations.plan.\($0)") }, value: value ?? "", fault: faults[name],
            isRequired: true, completion: "off")
    }

    func day(
        _ name: String, _ key: String, _ value: String?, hint: String? = nil, isRequired: Bool = true
    ) -> FormField {
        FormField(
            name: name, label: context.text("consultations.plan.\(key)"),
            hint: hint.map { context.text("consultations.plan.\($0)", count: ConsultationRules.usualDays) },
            value: value ?? "", fault: faults[name], isRequired: isRequired, type: "date")
    }

    func proposals(_ choices: [ConsultationRules.Document]) -> TickGroup {
        TickGroup(
            name: ConsultationForm.Field.proposals, legend: context.text("consultations.plan.proposals"),
            hint: context.text("consultations.plan.proposals-hint"), ticked: form.proposals,
            options: choices.map { (String($0.number), label($0)) }, fault: faults[ConsultationForm.Field.proposals])
    }

    private func label(_ document: ConsultationRules.Document) -> String {
        guard let version = document.version else {
            return context.text("consultations.plan.without-version", ["title": document.title])
        }
        return context.text(
            "consultations.plan.version", ["title": document.title, "version": context.notation.number(version)])
    }

    /// Both lists are one field for the server, which takes from it what the kind of consultation asks for.
    func invited(_ key: String, _ names: [String], suffix: String) -> TickGroup {
        TickGroup(
            name: ConsultationForm.Field.invited, id: ConsultationForm.Field.invited + suffix,
            legend: context.text("consultations.plan.\(key)"), hint: context.text("consultations.plan.\(key)-hint"),
            ticked: form.invited, options: names.map { ($0, $0) },
            fault: suffix.isEmpty ? faults[ConsultationForm.Field.invited] : nil)
    }
}
