// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/vorlagen/N/beschluss`: what was decided on each item is taken down.
struct ResultsRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PaperPaths.results), use: show)
        table.post(RouterPath(PaperPaths.results), use: record)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let file = try await site.paperFile(context)
        try context.visitor.mayRunSittings(in: file.paper.programme).check()
        return try site.render(page(file, ResultsForm(file.paper), .none(in: context), context), in: context)
    }

    @Sendable
    private func record(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let file = try await site.paperFile(context)
        let paper = file.paper
        let form = ResultsForm(sent, entries: paper.entries.map(\.label))
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let place = context.links.to(PaperPaths.paper(paper.number))
        let record = RecordResults(
            form, of: paper.number, in: paper.programme, wording: PaperComposer(in: context).resultWording)
        return try await site.answer(in: context) {
            let key = try site.formKey("results", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try record.run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            var form = form
            if faults.isOutdated { form.revision = paper.revision }
            return page(file, form, faults, context)
        }
    }

    private func page(
        _ file: PaperFile, _ form: ResultsForm, _ faults: FormFaults, _ context: SiteContext
    ) -> ResultsPage {
        ResultsPage(
            file, form, faults, formKey: site.formKey("results", in: context), in: context)
    }
}

extension ResultsForm {
    /// What has been taken down, or else: everything adopted in the words of the paper.
    init(_ paper: PaperAtWork) {
        self.init()
        all = DecisionOutcome.adopted.rawValue
        revision = paper.revision
        publishOn = paper.publishAt?.day.text
        publishTime = paper.publishAt?.timeOfDay
        for entry in paper.entries {
            let result = paper.results.first { $0.label == entry.label }
            var typed = Entry()
            typed.outcome = result?.outcome.rawValue
            typed.text = result?.text ?? entry.text
            typed.reason = result?.reason
            typed.deferredUntil = result?.deferredUntil?.text
            typed.conditions =
                result?.conditions.map {
                    Condition(text: $0.text, office: $0.office, dueOn: $0.dueOn.text)
                } ?? []
            entries[entry.label] = typed
        }
    }

    init(_ sent: Query, entries labels: [String]) {
        self.init()
        all = sent.text(Field.all)
        publishOn = sent.text(Field.publishOn)
        publishTime = sent.text(Field.publishTime)
        revision = sent.text(PaperForm.Field.revision)
        for label in labels {
            var typed = Entry()
            typed.outcome = sent.text(Field.outcome(label))
            typed.text = sent.text(Field.text(label))
            typed.reason = sent.text(Field.reason(label))
            typed.deferredUntil = sent.text(Field.until(label))
            typed.conditions = (1...Self.conditionsAtOnce).map { index in
                Condition(
                    text: sent.text(Field.condition(label, index)), office: sent.text(Field.office(label, index)),
                    dueOn: sent.text(Field.due(label, index)))
            }
            entries[label] = typed
        }
    }
}

/// One outcome for all items, and what differs for some.
struct ResultsPage: Page {
    static let template = "Papers/results"
    let heading: String
    let title: String
    let summary: ErrorSummary?
    let conflict: Notice?
    let action: String
    let formKey: String
    let revision: String
    let all: ChoiceField
    let entries: [EntryFields]
    let publishOn: FormField
    let publishTime: FormField
    let crumbs: [Crumb]

    struct EntryFields: Sendable {
        let heading: String
        let outcome: ChoiceField
        let text: FormField
        let reason: FormField
        let until: FormField
        let conditions: [ConditionFields]
        /// Open where something is there that is not as for all.
        let isOpen: Bool
    }

    struct ConditionFields: Sendable {
        let text: FormField
        let office: ChoiceField
        let due: FormField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ResultsPage(
        heading: "Beschluss festhalten", title: "Leitentscheidung", summary: .sample, conflict: .sample,
        action: "/arbeit/vorlagen/3/beschluss", formKey: "1.2.3", revision: "abc", all: .sample,
        entries: [
            EntryFields(
                heading: "1. Landbus", outcome: .sample, text: .sample, reason: .sample, until: .sample,
                conditions: [ConditionFields(text: .sample, office: .sample, due: .sample)], isOpen: true)
        ], publishOn: .sample, publishTime: .sample, crumbs: [Crumb(label: "Vorlage 3", link: "/arbeit/vorlagen/3")])
}

extension ResultsPage {
    init(
        _ file: PaperFile, _ form: ResultsForm, _ faults: FormFaults, formKey: String,
        in context: SiteContext
    ) {
        let paper = file.paper
        let fields = ResultFields(file: file, form: form, faults: faults, context: context)
        heading = context.text("papers.record.heading")
        title = paper.title
        summary = faults.summary
        conflict = faults.isOutdated ? Notice(context.text("papers.form.conflict"), tone: .warning) : nil
        action = context.links.to(PaperPaths.results(paper.number))
        self.formKey = formKey
        revision = form.revision ?? ""
        all = ChoiceField(
            name: ResultsForm.Field.all, label: context.text("papers.record.all"), chosen: form.all,
            options: fields.outcomes, fault: faults[ResultsForm.Field.all])
        entries = paper.entries.map { fields.entry($0) }
        publishOn = FormField(
            name: ResultsForm.Field.publishOn, label: context.text("papers.record.publish-on"),
            hint: context.text("papers.record.publish-hint"), value: form.publishOn ?? "",
            fault: faults[ResultsForm.Field.publishOn], type: "date")
        publishTime = FormField(
            name: ResultsForm.Field.publishTime, label: context.text("papers.record.publish-time"),
            value: form.publishTime ?? "", fault: faults[ResultsForm.Field.publishTime], type: "time")
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("papers.desk.heading"), link: context.links.to(PaperPaths.desk)),
            Crumb(label: paper.title, link: context.links.to(PaperPaths.paper(paper.number))),
        ]
    }
}

/// Builds the fields of each item.
private struct ResultFields {
    let file: PaperFile
    let form: ResultsForm
    let faults: FormFaults
    let context: SiteContext

    var outcomes: [(value: String, label: String)] {
        DecisionOutcome.allCases.map { ($0.rawValue, context.word(state: $0.rawValue)) }
    }

    func entry(_ entry: PaperAtWork.Entry) -> ResultsPage.EntryFields {
        let (label, typed) = (entry.label, form.entries[entry.label] ?? ResultsForm.Entry())
        let conditions = (1...ResultsForm.conditionsAtOnce).map { condition($0, label, typed) }
        return ResultsPage.EntryFields(
            heading: context.text("decisions.agenda-entry", ["label": label, "title": entry.title]),
            outcome: ChoiceField(
                name: ResultsForm.Field.outcome(label), label: context.text("papers.record.outcome"),
                chosen: typed.outcome, empty: context.text("papers.record.as-all"), options: outcomes,
                fault: faults[ResultsForm.Field.outcome(label)]),
            text: area(
                ResultsForm.Field.text(label), "text", typed.text, hint: context.text("papers.record.text-hint")),
            reason: area(ResultsForm.Field.reason(label), "reason", typed.reason),
            until: day(ResultsForm.Field.until(label), "until", typed.deferredUntil), conditions: conditions,
            isOpen: typed.outcome != nil || typed.reason != nil
                || conditions.contains { $0.text.fault != nil || !$0.text.value.isEmpty })
    }

    private func condition(
        _ index: Int, _ label: String, _ typed: ResultsForm.Entry
    ) -> ResultsPage.ConditionFields {
        let known = typed.conditions.indices.contains(index - 1) ? typed.conditions[index - 1] : nil
        let office = ResultsForm.Field.office(label, index)
        return ResultsPage.ConditionFields(
            text: FormField(
                name: ResultsForm.Field.condition(label, index),
                label: context.text("papers.record.condition", ["number": String(index)]), value: known?.text ?? "",
                fault: faults[ResultsForm.Field.condition(label, index)], rows: 2),
            office: ChoiceField(
                name: office, label: context.text("papers.record.office"), chosen: known?.office,
                empty: context.text("papers.field.choose"), options: file.choices.offices.map { ($0.key, $0.name) },
                fault: faults[office]),
            due: day(ResultsForm.Field.due(label, index), "due", known?.dueOn))
    }

    private func area(_ name: String, _ key: String, _ value: String?, hint: String? = nil) -> FormField {
        FormField(
            name: name, label: context.text("papers.record.\(key)"), hint: hint, value: value ?? "",
            fault: faults[name], rows: 3)
    }

    private func day(_ name: String, _ key: String, _ value: String?) -> FormField {
        FormField(
            name: name, label: context.text("papers.record.\(key)"), value: value ?? "", fault: faults[name],
            type: "date")
    }
}
