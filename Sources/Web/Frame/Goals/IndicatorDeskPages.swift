// SPDX-License-Identifier: EUPL-1.2

import Participation

extension GoalWritingPage {
    /// The form of an indicator.
    ///
    /// - Parameter changed: the indicator that is changed, with the revision that the form is made of; nil for a new
    init(
        _ form: IndicatorForm, _ changed: (indicator: Indicator, revision: Int64)?, _ choices: GoalChoices,
        _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        typealias Field = IndicatorForm.Field
        let fields = GoalFields(words: "indicator-form", faults: faults, context: context)
        let words = Dictionary(choices.goals.map { ($0.key, $0.title) }) { first, _ in first }
        let kind = changed == nil ? "new" : "change"
        let action = changed.map { GoalPaths.changeIndicator($0.indicator.key) } ?? GoalPaths.newIndicator
        let parts = [
            fields.line(Field.name, form.name, isRequired: true), fields.line(Field.unit, form.unit, isRequired: true),
            fields.line(Field.region, form.region, isRequired: true),
            fields.choice(Field.goal, form.goal, choices.goals.map { ($0.key, $0.title) }, isOptional: true),
            fields.line(Field.baseline, form.baseline), fields.line(Field.target, form.target),
            fields.line(Field.targetOn, form.targetOn), fields.line(Field.path, form.path, rows: 3),
            fields.line(Field.sourceName, form.sourceName), fields.line(Field.sourceURL, form.sourceURL),
            fields.line(Field.note, form.note, rows: 3),
        ]
        let why = changed == nil ? [] : [fields.line(Field.reason, form.reason, isRequired: true)]
        self.init(
            heading: changed?.indicator.name ?? context.text("goals.desk.new-indicator"),
            lead: context.text("goals.indicator-form.lead-\(kind)"), summary: faults.summary,
            conflict: faults.conflict.map { ConflictNote($0, fields, words: words) },
            forms: [
                Form(
                    anchor: "formular", heading: nil, text: nil, action: context.links.to(action), formKey: formKey,
                    revision: changed.map { String($0.revision) }, parts: parts + why,
                    submit: context.text("goals.form.submit-\(kind)"))
            ],
            crumbs: [context.workCrumb, context.goalDeskCrumb]
                + (changed.map {
                    [
                        Crumb(
                            label: $0.indicator.name,
                            link: context.links.to(GoalPaths.indicator($0.indicator.key)))
                    ]
                } ?? []))
    }

    /// One indicator with its values, and the form for the next one.
    init(
        _ indicator: Indicator, _ form: MeasurementForm, _ endReason: String?, _ faults: FormFaults, keys: [String],
        in context: SiteContext
    ) {
        typealias Field = MeasurementForm.Field
        let fields = GoalFields(words: "value-form", faults: faults, context: context)
        let value = Form(
            anchor: "messwert", heading: context.text("goals.value-form.heading"),
            text: context.text("goals.value-form.lead", ["unit": indicator.unit]),
            action: context.links.to(GoalPaths.measurement(indicator.key)), formKey: keys[0], revision: nil,
            parts: [
                fields.line(Field.asOf, form.asOf, isRequired: true), fields.line(Field.value, form.value),
                fields.line(Field.sourceName, form.sourceName), fields.line(Field.sourceURL, form.sourceURL),
                fields.line(Field.reason, form.reason), fields.tick(Field.takesBack, form.takesBack),
            ], submit: context.text("goals.value-form.submit"))
        let isRetired = indicator.retiredOn != nil
        self.init(
            heading: indicator.name, lead: context.latest(of: indicator), summary: faults.summary,
            notices: indicator.retiredOn.map { [context.retired("goals.end.indicator-retired", on: $0)] } ?? [],
            ways: [
                Section.More(
                    label: context.text("goals.desk.change-indicator"),
                    link: context.links.to(GoalPaths.changeIndicator(indicator.key))),
                Section.More(
                    label: context.text("goals.desk.public-indicator"),
                    link: context.links.to(GoalPaths.indicators) + "#\(indicator.anchor)"),
            ],
            forms: (isRetired ? [] : [value]) + [
                fields.end(
                    "indicator", isRetired: isRetired, endReason,
                    action: context.links.to(GoalPaths.indicatorEnd(indicator.key)), formKey: keys[1])
            ],
            sections: [
                Section(
                    context.text("goals.value-form.values"), anchor: "werte",
                    table: indicator.values.isEmpty
                        ? nil : Table(measurementsOf: indicator, named: indicator.name, in: context),
                    note: indicator.values.isEmpty ? context.text("goals.indicator.unmeasured") : nil),
                Section.corrections(of: indicator, in: context), Section.changes(of: indicator, in: context),
            ].compactMap { $0 },
            crumbs: [context.workCrumb, context.goalDeskCrumb])
    }
}

extension Indicator {
    /// By which a link reaches it on a page of several.
    var anchor: String { "indikator-" + key.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } }
}

extension Table {
    /// The values that count, each with its source.
    init(measurementsOf indicator: Indicator, named name: String, in context: SiteContext) {
        let unknown = context.text("design.unknown")
        let columns = [
            Column(context.text("goals.indicator.as-of")), Column(indicator.unit, isNumber: true),
            Column(context.text("goals.context.source")),
        ]
        self.init(
            caption: context.text("goals.indicator.values", ["name": name]), columns: columns,
            rows: indicator.values.map { measurement in
                let source = measurement.sourceName ?? indicator.sourceName ?? unknown
                let address = measurement.sourceURL ?? (measurement.sourceName == nil ? indicator.sourceURL : nil)
                return Row([
                    Cell(columns[0], measurement.asOf.map(context.notation.date) ?? unknown, isHeading: true),
                    Cell(columns[1], measurement.value.map(context.notation.decimal) ?? unknown),
                    Cell(columns[2], context.original(source), link: address.flatMap { SourceAddress($0).link }),
                ])
            })
    }
}

extension Section {
    /// Values that stood once, each with what came in its place and why; nil where none was put right.
    static func corrections(of indicator: Indicator, in context: SiteContext) -> Section? {
        guard !indicator.corrections.isEmpty else { return nil }
        let unknown = context.text("design.unknown")
        let amount = { (value: ScaledDecimal?) in value.map { context.amount($0, unit: indicator.unit) } }
        let bullets = indicator.corrections.reversed().map { correction in
            let words = correction.after == nil ? "taken-back" : "corrected"
            let happening = context.text(
                "goals.corrections.\(words)",
                [
                    "date": context.notation.date(correction.asOf), "before": amount(correction.before) ?? unknown,
                    "after": amount(correction.after) ?? unknown,
                ])
            let day = correction.correctedOn.map { context.notation.date($0) }
            return Section.Bullet(
                happening, details: [day, correction.reason].compactMap { $0 }.joined(separator: ": "))
        }
        return Section(
            context.text("goals.corrections.heading", ["name": indicator.name]), bullets: bullets)
    }
}
