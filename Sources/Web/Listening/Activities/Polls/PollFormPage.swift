// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form by which a poll is set up.
struct PollFormPage: Page {
    static let template = "Activities/plan"
    let heading: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let title: FormField
    let forums: TickGroup
    let fields: TickGroup
    let others: FormField
    let choices: FormField
    let resultRule: ChoiceField
    /// Nil once the dates have been announced.
    let dates: Dates?
    let audience: FormField
    let use: FormField
    let crumbs: [Crumb]

    struct Dates: Sendable {
        let startsOn: FormField
        let endsOn: FormField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = PollFormPage(
        heading: "Abstimmung anlegen", summary: .sample, action: "/arbeit/abstimmungen/neu", formKey: "1.2.3",
        title: .sample, forums: .sample, fields: .sample, others: .sample, choices: .sample, resultRule: .sample,
        dates: Dates(startsOn: .sample, endsOn: .sample), audience: .sample, use: .sample,
        crumbs: [Crumb(label: "Abstimmungen", link: "/arbeit/abstimmungen")])
}

extension PollFormPage {
    /// - Parameter number: the poll that is changed; nil for a new one
    init(
        _ form: PollForm, _ number: Int64?, _ known: PollChoices, _ faults: FormFaults, formKey: String,
        in context: SiteContext
    ) {
        let make = PollFields(faults: faults, context: context)
        self.init(
            heading: context.text(number == nil ? "activities.plan.new" : "activities.plan.change"),
            summary: faults.summary, action: context.links.to(number.map(PollPaths.change) ?? PollPaths.new),
            formKey: formKey, title: make.field(PollForm.Field.title, "title", form.title),
            forums: make.ticks(PollForm.Field.forums, "forums", form.forums, known.forums),
            fields: make.ticks(PollForm.Field.fields, "fields", form.fields, known.fields),
            others: make.field(
                PollForm.Field.others, "others", form.others, hint: "others-hint", isRequired: false, rows: 5),
            choices: make.field(
                PollForm.Field.choices, "choices", form.choices, hint: "choices-hint", type: "number"),
            resultRule: ChoiceField(
                name: PollForm.Field.resultRule, label: context.text("activities.plan.result-rule"),
                hint: context.text("activities.plan.result-rule-hint"), chosen: form.resultRule,
                options: ResultRule.allCases.map {
                    ($0.rawValue, context.text("activities.plan.rules.\($0.rawValue.asAddressWord)"))
                }, fault: faults[PollForm.Field.resultRule]),
            dates: number == nil
                ? Dates(
                    startsOn: make.field(PollForm.Field.startsOn, "starts-on", form.startsOn, type: "date"),
                    endsOn: make.field(
                        PollForm.Field.endsOn, "ends-on", form.endsOn, hint: "ends-on-hint", type: "date"))
                : nil,
            audience: make.field(PollForm.Field.audience, "audience", form.audience),
            use: make.field(PollForm.Field.use, "use", form.use, hint: "use-hint", rows: 4),
            crumbs: [
                context.workCrumb,
                Crumb(label: context.text("activities.desk.heading"), link: context.links.to(PollPaths.desk)),
            ])
    }
}

/// Builds the fields of a form about a poll.
struct PollFields {
    let faults: FormFaults
    let context: SiteContext

    func field(
        _ name: String, _ key: String, _ value: String?, hint: String? = nil, isRequired: Bool = true,
        rows: Int? = nil, type: String = "text"
    ) -> FormField {
        FormField(
            name: name, label: context.text("activities.plan.\(key)"),
            hint: hint.map { context.text("activities.plan.\($0)") }, value: value ?? "", fault: faults[name],
            isRequired: isRequired, rows: rows, type: type, completion: "off")
    }

    func ticks(_ name: String, _ key: String, _ ticked: [String], _ known: [PollChoices.Subject]) -> TickGroup {
        TickGroup(
            name: name, legend: context.text("activities.plan.\(key)"), ticked: ticked,
            options: known.map { (String($0.number), $0.title) }, fault: faults[name])
    }
}
