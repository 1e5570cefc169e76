// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The acts beside answering: more time, another forum, another idea.
extension PanelMaking {
    func extend() throws -> FoldPanel? {
        typealias Field = ExtensionForm.Field
        let line = FormField(
            name: Field.dueOn, label: context.text("replies.frist.day"), value: forms.extend?.dueOn ?? "",
            fault: faults[Field.dueOn], isRequired: true, type: "date")
        return try fold(
            .extend, .extend, line: line, reason: reason(Field.reason, .extend, forms.extend?.reason, rows: 3))
    }

    func passOn() throws -> FoldPanel? {
        typealias Field = PassOnForm.Field
        let forums = view.forums.filter { $0.id != view.file.forum?.id }.map { forum in
            let label = [String(forum.number), forum.topic].compactMap { $0 }.joined(separator: " · ")
            return (value: String(forum.number), label: label)
        }
        let choice = ChoiceField(
            name: Field.forum, label: context.word(kind: .forum), chosen: forms.passOn?.forum ?? "",
            options: [(value: "", label: context.text("replies.answer.choose"))] + forums, fault: faults[Field.forum])
        return try fold(
            .passOn, .passOn, choice: choice, reason: reason(Field.reason, .passOn, forms.passOn?.reason, rows: 3))
    }

    func merge() throws -> FoldPanel? {
        typealias Field = MergeForm.Field
        let line = FormField(
            name: Field.target, label: context.text("replies.zusammenfuehrung.target"),
            hint: context.text("replies.zusammenfuehrung.target-hint"), value: forms.merge?.target ?? "",
            fault: faults[Field.target], isRequired: true)
        return try fold(.merge, .merge, line: line, reason: reason(Field.reason, .merge, forms.merge?.reason, rows: 5))
    }

    func split() throws -> FoldPanel? {
        typealias Field = SplitForm.Field
        let line = FormField(
            name: Field.title, label: context.text("replies.herausloesung.title"), value: forms.split?.title ?? "",
            fault: faults[Field.title], isRequired: true)
        return try fold(.split, .split, line: line, reason: reason(Field.text, .split, forms.split?.text, rows: 6))
    }

    func unsplit() throws -> ButtonPanel? {
        try permission(.unsplit).isAllowed ? button(.unsplit) : nil
    }

    func unmerge() throws -> ButtonPanel? {
        try permission(.unmerge).isAllowed ? button(.unmerge) : nil
    }

    private func fold(
        _ act: IdeaAct, _ form: IdeaWorkForm, choice: ChoiceField? = nil, line: FormField? = nil, reason: FormField
    ) throws -> FoldPanel? {
        guard try permission(act).isAllowed else { return nil }
        return FoldPanel(
            action: action(form), formKey: keys[form] ?? "", version: view.file.version,
            isOpen: forms.failed == form, heading: context.text("replies.\(form.rawValue).heading"),
            text: context.text("replies.\(form.rawValue).text"), choice: choice, line: line, reason: reason,
            button: context.text("replies.\(form.rawValue).button"))
    }

    private func reason(_ name: String, _ form: IdeaWorkForm, _ typed: String?, rows: Int) -> FormField {
        FormField(
            name: name, label: context.text("replies.\(form.rawValue).reason"),
            hint: context.text("replies.\(form.rawValue).reason-hint"), value: typed ?? "", fault: faults[name],
            isRequired: true, rows: rows)
    }
}
