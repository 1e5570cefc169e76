// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form by which a paper is begun, and the one by which its words are changed.
struct PaperFormPage: Page {
    static let template = "Papers/form"
    let heading: String
    let lead: String
    let summary: ErrorSummary?
    let conflict: Notice?
    let action: String
    let formKey: String
    let revision: String
    let title: FormField
    let fileNumber: FormField
    let ministry: ChoiceField
    let handling: ChoiceField?
    let urgency: FormField?
    let entries: [EntryFields]
    let proposals: TickGroup
    /// An item without a proposal.
    let addition: Addition?
    let parts: [FormField]
    let crumbs: [Crumb]

    struct EntryFields: Sendable {
        let heading: String
        let text: FormField
        let exceptionBy: FormField
        let exceptionReason: FormField
        let takenOut: TickField
        /// Open where the gate is closed or an exception stands.
        let isExcepted: Bool
    }

    struct Addition: Sendable {
        let title: FormField
        let text: FormField
        let corrects: FormField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = PaperFormPage(
        heading: "Neue Vorlage", lead: "Alles, was das Portal weiß, steht gleich darin.", summary: .sample,
        conflict: .sample, action: "/arbeit/vorlagen/neu", formKey: "1.2.3", revision: "abc", title: .sample,
        fileNumber: .sample, ministry: .sample, handling: .sample, urgency: .sample,
        entries: [
            EntryFields(
                heading: "1. Landbus", text: .sample, exceptionBy: .sample, exceptionReason: .sample,
                takenOut: .sample, isExcepted: true)
        ], proposals: .sample, addition: Addition(title: .sample, text: .sample, corrects: .sample),
        parts: [.sample], crumbs: [Crumb(label: "Kabinettvorlagen", link: "/arbeit/vorlagen")])
}

extension PaperFormPage {
    /// - Parameter paper: the paper that is changed; nil for a new one
    init(
        _ form: PaperForm, _ paper: PaperAtWork?, gates: [Gate], ministries: [SynopsisChoices.Ministry],
        _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        let fields = PaperFields(form: form, paper: paper, gates: gates, faults: faults, context: context)
        heading =
            paper.map { context.text("papers.form.change", ["title": $0.title]) } ?? context.text("papers.form.new")
        lead = context.text(paper == nil ? "papers.form.lead-new" : "papers.form.lead-change")
        summary = faults.summary
        conflict = faults.isOutdated ? Notice(context.text("papers.form.conflict"), tone: .warning) : nil
        action = context.links.to(paper.map { PaperPaths.text($0.number) } ?? PaperPaths.new)
        self.formKey = formKey
        revision = form.revision ?? ""
        title = fields.line(PaperForm.Field.title, "title", form.title, isRequired: true)
        fileNumber = fields.line(PaperForm.Field.fileNumber, "file-number", form.fileNumber)
        ministry = ChoiceField(
            name: PaperForm.Field.ministry, label: context.text("papers.field.lead"), chosen: form.ministry,
            prompt: context.text("papers.field.choose"), options: ministries.map { ($0.key, "\($0.key) · \($0.name)") },
            fault: faults[PaperForm.Field.ministry])
        handling = paper.map { _ in
            ChoiceField(
                name: PaperForm.Field.handling, label: context.text("papers.fact.handling"), chosen: form.handling,
                options: PaperHandling.allCases.map { ($0.rawValue, context.text("papers.handling.\($0.rawValue)")) },
                fault: faults[PaperForm.Field.handling])
        }
        urgency = paper.map { _ in
            fields.area(PaperForm.Field.urgency, "urgency", form.urgency, rows: 2, hint: "urgency-hint")
        }
        entries = paper?.entries.map { fields.entry($0) } ?? []
        proposals = fields.proposals
        addition = paper.map { _ in fields.addition }
        parts = paper?.template.texts.map { fields.part($0) } ?? []
        crumbs =
            [
                context.workCrumb,
                Crumb(label: context.text("papers.desk.heading"), link: context.links.to(PaperPaths.desk)),
            ] + (paper.map { [Crumb(label: $0.title, link: context.links.to(PaperPaths.paper($0.number)))] } ?? [])
    }
}

/// Builds the fields of the form from what was typed.
private struct PaperFields {
    let form: PaperForm
    let paper: PaperAtWork?
    let gates: [Gate]
    let faults: FormFaults
    let context: SiteContext

    func line(_ name: String, _ key: String, _ value: String?, isRequired: Bool = false) -> FormField {
        FormField(
            name: name, label: context.text("papers.field.\(key)"), value: value ?? "", fault: faults[name],
            isRequired: isRequired, completion: "off")
    }

    func area(_ name: String, _ key: String, _ value: String?, rows: Int, hint: String? = nil) -> FormField {
        FormField(
            name: name, label: context.text("papers.field.\(key)"),
            hint: hint.map { context.text("papers.field.\($0)") }, value: value ?? "", fault: faults[name], rows: rows)
    }

    func part(_ part: PaperTemplate.Part) -> FormField {
        let (name, hint) = (PaperForm.Field.text(part.part), context.hint(of: part))
        return FormField(
            name: name, label: context.heading(of: part), hint: hint.isEmpty ? nil : hint,
            value: form.texts[part.part] ?? "", fault: faults[name],
            rows: PaperPart.composed.contains(part.part) ? 8 : 5)
    }

    func entry(_ entry: PaperAtWork.Entry) -> PaperFormPage.EntryFields {
        let typed = form.entries[entry.label] ?? PaperForm.Entry()
        let (by, reason) = (PaperForm.Field.exceptionBy(entry.label), PaperForm.Field.exceptionReason(entry.label))
        let gate = gates.first { $0.proposal.id == entry.proposal?.id }
        return PaperFormPage.EntryFields(
            heading: context.text("decisions.agenda-entry", ["label": entry.label, "title": entry.title]),
            text: area(PaperForm.Field.entryText(entry.label), "item-text", typed.text, rows: 3),
            exceptionBy: FormField(
                name: by, label: context.text("papers.field.exception-by"),
                hint: context.text("papers.field.exception-hint"), value: typed.exceptionBy ?? "", fault: faults[by]),
            exceptionReason: area(reason, "exception-reason", typed.exceptionReason, rows: 2),
            takenOut: TickField(
                name: PaperForm.Field.takenOut(entry.label), label: context.text("papers.field.take-out"),
                isTicked: typed.isTakenOut),
            isExcepted: gate.map { !$0.isOpen } ?? false || typed.exceptionBy != nil || typed.exceptionReason != nil)
    }

    /// Proposals that are in no paper yet; those that are ready first.
    var proposals: TickGroup {
        let free = gates.filter { $0.proposal.paper == nil || form.proposals.contains(String($0.proposal.number)) }
        let sorted = free.filter(\.isOpen) + free.filter { !$0.isOpen }
        return TickGroup(
            name: PaperForm.Field.proposals, legend: context.text("papers.field.proposals"),
            hint: context.text("papers.field.proposals-hint"), ticked: form.proposals,
            options: sorted.map { gate in
                let standing =
                    gate.isOpen
                    ? context.text("papers.gate.open")
                    : context.text("papers.gate.closed", count: gate.missing.count)
                let proposal = gate.proposal
                return (
                    String(proposal.number),
                    "\(context.notation.number(proposal.number)) · \(proposal.title) (\(standing))"
                )
            }, fault: faults[PaperForm.Field.proposals])
    }

    var addition: PaperFormPage.Addition {
        PaperFormPage.Addition(
            title: line(PaperForm.Field.newTitle, "new-title", form.newTitle),
            text: area(PaperForm.Field.newText, "new-text", form.newText, rows: 3),
            corrects: FormField(
                name: PaperForm.Field.corrects, label: context.text("papers.field.corrects"),
                hint: context.text("papers.field.corrects-hint"), value: form.corrects ?? "",
                fault: faults[PaperForm.Field.corrects], completion: "off"))
    }
}
