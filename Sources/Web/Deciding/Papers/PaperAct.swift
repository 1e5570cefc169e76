// SPDX-License-Identifier: EUPL-1.2

import Participation

/// A small form on a page of work: one thing that can be done, with what it needs. Template `Papers/act`.
struct PaperAct: Sendable {
    let step: String
    let heading: String
    let hint: String?
    let action: String
    let formKey: String
    let revision: String
    /// A ministry that the act is about; nil for none.
    let ministry: String?
    let choices: [ChoiceField]
    let ticks: [TickGroup]
    let fields: [FormField]
    /// Nil where only the reason stands why it is not possible yet.
    let submit: String?
    /// Beside the next step, which the eye shall find first.
    let isQuiet: Bool

    init(
        step: String, heading: String, hint: String? = nil, action: String, formKey: String, revision: String,
        ministry: String? = nil, choices: [ChoiceField] = [], ticks: [TickGroup] = [], fields: [FormField] = [],
        submit: String?, isQuiet: Bool = false
    ) {
        self.step = step
        self.heading = heading
        self.hint = hint
        self.action = action
        self.formKey = formKey
        self.revision = revision
        self.ministry = ministry
        self.choices = choices
        self.ticks = ticks
        self.fields = fields
        self.submit = submit
        self.isQuiet = isQuiet
    }

    static let sample = PaperAct(
        step: "zeichnen", heading: "Mitzeichnen", hint: "Was Sie zeichnen, ist diese Fassung.",
        action: "/arbeit/vorlagen/1", formKey: "1.2.3", revision: "abc", ministry: "MVU", choices: [.sample],
        ticks: [.sample], fields: [.sample], submit: "Zeichnen")
}
