// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What the papers of a programme consist of, part by part.
struct PaperTemplatePage: Page {
    static let template = "Papers/template"
    let heading: String
    let summary: ErrorSummary?
    let conflict: Notice?
    let action: String
    let formKey: String
    let revision: String
    let rows: [Row]
    let newHeading: FormField
    let newHint: FormField
    let newRequired: TickField
    let restoreKey: String
    let crumbs: [Crumb]

    struct Row: Sendable {
        let heading: String
        /// Where the portal gets it from; nil for a text that is written.
        let about: String?
        let position: FormField
        let title: FormField
        let hint: FormField?
        let required: TickField?
        let used: TickField?
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = PaperTemplatePage(
        heading: "Muster der Vorlagen", summary: .sample, conflict: .sample, action: "/arbeit/vorlagen/muster",
        formKey: "1.2.3", revision: "abc",
        rows: [
            Row(
                heading: "Sachverhalt", about: "Stellt das Portal zusammen.", position: .sample, title: .sample,
                hint: .sample, required: .sample, used: .sample)
        ], newHeading: .sample, newHint: .sample, newRequired: .sample, restoreKey: "1.2.3",
        crumbs: [Crumb(label: "Kabinettvorlagen", link: "/arbeit/vorlagen")])
}

extension PaperTemplatePage {
    init(
        _ form: PaperTemplateForm, _ faults: FormFaults, formKey: String, restoreKey: String,
        in context: SiteContext
    ) {
        typealias Field = PaperTemplateForm.Field
        heading = context.text("papers.template.heading")
        summary = faults.summary
        conflict = faults.isOutdated ? Notice(context.text("papers.template.conflict"), tone: .warning) : nil
        action = context.links.to(PaperPaths.pattern)
        self.formKey = formKey
        self.restoreKey = restoreKey
        revision = form.revision ?? ""
        rows = form.rows.map { Row($0, faults, in: context) }
        newHeading = FormField(
            name: Field.newHeading, label: context.text("papers.template.title"), value: form.newHeading ?? "",
            fault: faults[Field.newHeading], completion: "off")
        newHint = FormField(
            name: Field.newHint, label: context.text("papers.template.hint"), value: form.newHint ?? "",
            fault: faults[Field.newHint], completion: "off")
        newRequired = TickField(
            name: Field.newRequired, label: context.text("papers.template.required"), isTicked: form.newIsRequired)
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("papers.desk.heading"), link: context.links.to(PaperPaths.desk)),
        ]
    }
}

extension PaperTemplatePage.Row {
    fileprivate init(_ row: PaperTemplateForm.Row, _ faults: FormFaults, in context: SiteContext) {
        typealias Field = PaperTemplateForm.Field
        let isDrawn = PaperPart.drawn.contains(row.part)
        let isIndispensable = PaperPart.indispensable.contains(row.part)
        let usual = context.heading(
            of: PaperTemplate.Part(row.part, heading: row.part.isOwn ? "" : nil, isRequired: false))
        let typed = row.heading ?? ""
        heading = typed.isEmpty ? usual : typed
        let about = isDrawn ? "drawn" : PaperPart.composed.contains(row.part) ? "composed" : nil
        self.about = about.map { context.text("papers.template.\($0)") }
        position = FormField(
            name: Field.position(row.part), label: context.text("papers.template.place"), value: row.position ?? "",
            fault: faults[Field.position(row.part)], isRequired: true, type: "number", completion: "off")
        title = FormField(
            name: Field.heading(row.part), label: context.text("papers.template.title"), value: typed,
            fault: faults[Field.heading(row.part)], completion: "off")
        hint =
            isDrawn
            ? nil
            : FormField(
                name: Field.hint(row.part), label: context.text("papers.template.hint"), value: row.hint ?? "",
                fault: faults[Field.hint(row.part)], completion: "off")
        required =
            isDrawn
            ? nil
            : TickField(
                name: Field.required(row.part), label: context.text("papers.template.required"),
                isTicked: row.isRequired)
        used =
            isIndispensable
            ? nil
            : TickField(
                name: Field.used(row.part), label: context.text("papers.template.used"), isTicked: row.isUsed)
    }
}
