// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What a form is drawn with when it comes back: what was typed, and what was wrong with it.
struct FormFaults: Sendable {
    /// Why the form comes back when somebody else was faster; nil otherwise.
    let conflict: Outdated?
    private let faults: [InvalidForm.Fault]
    private let texts: LocalTexts

    static func none(in context: SiteContext) -> FormFaults {
        FormFaults(nil, in: context)
    }

    init(_ invalid: InvalidForm?, conflict: Outdated? = nil, in context: SiteContext) {
        self.conflict = conflict
        faults = invalid?.faults ?? []
        texts = context.texts
    }

    var isEmpty: Bool { faults.isEmpty }
    var isOutdated: Bool { conflict != nil }

    /// What is wrong with a field, in words.
    subscript(_ field: String) -> String? {
        faults.first { $0.field == field }.map(text)
    }

    /// Stands at the top of the page; nil while nothing is wrong.
    var summary: ErrorSummary? {
        guard !faults.isEmpty else { return nil }
        return ErrorSummary(
            heading: texts.text("forms.summary", count: faults.count),
            faults: faults.map { ErrorSummary.Fault(text: text($0), field: $0.field) })
    }

    private func text(_ fault: InvalidForm.Fault) -> String {
        let limit = fault.limit.map { Notation(language: texts.language).number($0) } ?? ""
        return texts.text("forms.faults.\(fault.reason)", ["limit": limit])
    }
}

extension SiteContext {
    /// Why something is refused, in words.
    func text(_ refusal: Refusal) -> String {
        text("forms.refusals.\(refusal.reason)")
    }
}
