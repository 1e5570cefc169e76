// SPDX-License-Identifier: EUPL-1.2

import Participation

extension PanelMaking {
    private typealias Field = ReplyForm.Field

    /// The form for an answer, with what was typed, what waits for release, or nothing yet.
    func reply() throws -> ReplyPanel? {
        guard try permission(.reply).isAllowed else { return nil }
        let needsRelease = view.setting.needsRelease
        let kind = view.file.state == .answered ? "again" : "first"
        return ReplyPanel(
            action: action(.reply), formKey: keys[.reply] ?? "", version: view.file.version,
            heading: context.text("replies.answer.heading-\(kind)"),
            lead: context.text("replies.answer.\(needsRelease ? "lead-release" : "lead")"), templates: templates,
            insertion: IdeaWorkForms.insertion, insertionLabel: context.text("replies.answer.insert"),
            outcome: outcome, text: text, office: office, proposal: proposal,
            button: context.text("replies.answer.\(needsRelease ? "button-release" : "button")"))
    }

    private var written: ReplyForm {
        if let typed = forms.reply { return typed }
        let draft = view.file.draft
        return ReplyForm(
            outcome: draft?.outcome, text: draft?.text, office: draft?.officeKey,
            proposal: draft?.proposalNumber.map { String($0) })
    }

    private var templates: ChoiceField? {
        guard !view.templates.isEmpty else { return nil }
        return ChoiceField(
            name: IdeaWorkForms.chosenTemplate, label: context.text("replies.answer.template"), chosen: forms.template,
            empty: context.text("replies.answer.template-none"),
            options: view.templates.map { (value: $0.id, label: $0.title) })
    }

    private var outcome: ChoiceField {
        ChoiceField(
            name: Field.outcome, label: context.text("replies.answer.outcome"),
            hint: context.text("replies.answer.outcome-hint"), chosen: written.outcome ?? "",
            options: [(value: "", label: context.text("replies.answer.choose"))]
                + ReplyForm.outcomes.map { (value: $0, label: context.word(state: $0)) },
            fault: faults[Field.outcome])
    }

    private var text: FormField {
        FormField(
            name: Field.text, label: context.text("replies.answer.text"),
            hint: context.text("replies.answer.text-hint"),
            value: [written.text, inserted].compactMap { $0 }.joined(separator: "\n\n"), fault: faults[Field.text],
            isRequired: true, rows: 10)
    }

    /// The chosen text block, filled with what is known of the idea.
    private var inserted: String? {
        guard let template = view.templates.first(where: { $0.id == forms.template }) else { return nil }
        let file = view.file
        var values: [ReplyTemplate.Placeholder: String] = [
            .number: String(file.number), .title: file.title,
        ]
        values[.forum] = file.forum?.topic
        values[.office] = file.duty?.officeName
        values[.submitted] = file.submittedOn.map { context.notation.date($0) }
        return template.filled(values)
    }

    private var office: ChoiceField {
        ChoiceField(
            name: Field.office, label: context.text("replies.answer.office"),
            chosen: written.office ?? view.usualOffice ?? "",
            options: [(value: "", label: context.text("replies.answer.choose"))]
                + view.offices.map {
                    (value: $0.key, label: [$0.name, $0.body].compactMap { $0 }.joined(separator: ", "))
                }, fault: faults[Field.office])
    }

    private var proposal: FormField {
        FormField(
            name: Field.proposal, label: context.text("replies.answer.proposal"),
            hint: context.text("replies.answer.proposal-hint"), value: written.proposal ?? "",
            fault: faults[Field.proposal])
    }
}
