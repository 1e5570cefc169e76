// SPDX-License-Identifier: EUPL-1.2

import Participation

/// A page on which something about goals, indicators or values is written: what is there, and one form or several.
struct GoalWritingPage: Page {
    static let template = "Goals/write"
    let kicker: String?
    let heading: String
    let lead: String?
    let summary: ErrorSummary?
    let conflict: ConflictNote?
    let notices: [Notice]
    let ways: [Section.More]
    let forms: [Form]
    let sections: [Section]
    let crumbs: [Crumb]

    struct Form: Sendable {
        let anchor: String
        let heading: String?
        let text: String?
        let action: String
        let formKey: String
        /// Which state of the thing the form was made of.
        let revision: String?
        let parts: [Part]
        let submit: String
    }

    /// One field, of whatever sort.
    struct Part: Sendable {
        let line: FormField?
        let choice: ChoiceField?
        let tick: TickField?

        init(_ line: FormField) {
            (self.line, choice, tick) = (line, nil, nil)
        }

        init(_ choice: ChoiceField) {
            (line, self.choice, tick) = (nil, choice, nil)
        }

        init(_ tick: TickField) {
            (line, choice, self.tick) = (nil, nil, tick)
        }

        fileprivate init(line: FormField, choice: ChoiceField, tick: TickField) {
            (self.line, self.choice, self.tick) = (line, choice, tick)
        }
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = GoalWritingPage(
        kicker: "Ziel 3", heading: "Jede Stunde ein Bus", lead: "Alle können es lesen.", summary: .sample,
        conflict: .sample, notices: [.sample], ways: [Section.More(label: "Öffentliche Seite", link: "/ziele/3")],
        forms: [
            Form(
                anchor: "formular", heading: "Ändern", text: "Mit Grund.", action: "/arbeit/ziele/3",
                formKey: "1.2.3", revision: "7", parts: [Part(line: .sample, choice: .sample, tick: .sample)],
                submit: "Speichern")
        ], sections: [.sample], crumbs: [Crumb(label: "Ziele", link: "/arbeit/ziele")])

    init(
        kicker: String? = nil, heading: String, lead: String? = nil, summary: ErrorSummary? = nil,
        conflict: ConflictNote? = nil, notices: [Notice] = [], ways: [Section.More] = [], forms: [Form],
        sections: [Section] = [], crumbs: [Crumb]
    ) {
        self.kicker = kicker
        self.heading = heading
        self.lead = lead
        self.summary = summary
        self.conflict = conflict
        self.notices = notices
        self.ways = ways
        self.forms = forms
        self.sections = sections
        self.crumbs = crumbs
    }
}

/// Builds fields whose words stand together under one key of the texts.
struct GoalFields {
    /// The group under `goals` in the texts.
    let words: String
    let faults: FormFaults
    let context: SiteContext

    func label(_ name: String) -> String { context.text("goals.\(words).\(name)") }

    private func hint(_ name: String) -> String? {
        let key = "goals.\(words).\(name)-hint"
        return context.texts.has(key) ? context.text(key) : nil
    }

    func line(
        _ name: String, _ value: String?, isRequired: Bool = false, rows: Int? = nil
    ) -> GoalWritingPage.Part {
        GoalWritingPage.Part(
            FormField(
                name: name, label: label(name), hint: hint(name), value: value ?? "", fault: faults[name],
                isRequired: isRequired, rows: rows, completion: rows == nil ? "off" : nil))
    }

    func choice(
        _ name: String, _ chosen: String?, _ options: [(value: String, label: String)], isOptional: Bool = false
    ) -> GoalWritingPage.Part {
        GoalWritingPage.Part(
            ChoiceField(
                name: name, label: label(name), hint: hint(name), chosen: chosen,
                empty: isOptional ? context.text("goals.form.none") : nil, options: options, fault: faults[name]))
    }

    func tick(_ name: String, _ isTicked: Bool) -> GoalWritingPage.Part {
        GoalWritingPage.Part(
            TickField(name: name, label: label(name), hint: hint(name), isTicked: isTicked, fault: faults[name]))
    }

    /// The form by which something ends, or is taken up again.
    func end(
        _ kind: String, isRetired: Bool, _ reason: String?, action: String, formKey: String
    ) -> GoalWritingPage.Form {
        let way = isRetired ? "resume" : "retire"
        return GoalWritingPage.Form(
            anchor: "ende", heading: context.text("goals.end.\(kind)-\(way)"),
            text: context.text("goals.end.\(kind)-\(way)-text"), action: action, formKey: formKey,
            revision: isRetired ? "wieder" : nil,
            parts: [
                GoalWritingPage.Part(
                    FormField(
                        name: RetireGoal.Field.reason, label: context.text("goals.form.grund"),
                        hint: context.text("goals.form.grund-hint"), value: reason ?? "",
                        fault: faults[RetireGoal.Field.reason], isRequired: true, completion: "off"))
            ], submit: context.text("goals.end.\(kind)-\(way)"))
    }
}

extension ConflictNote {
    /// - Parameter words: what stands for the values of choices, by their keys
    init(_ conflict: Outdated, _ fields: GoalFields, words: [String: String] = [:]) {
        let labels = conflict.theirs.map { ($0.field, fields.label($0.field)) }
        self.init(
            conflict, labels: Dictionary(labels) { first, _ in first }, words: words, in: fields.context)
    }
}
