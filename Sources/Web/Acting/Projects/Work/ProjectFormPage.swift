// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form by which a project is begun or changed.
struct ProjectFormPage: Page {
    static let template = "Projects/form"
    let heading: String
    let lead: String
    let summary: ErrorSummary?
    let conflict: ConflictNote?
    let action: String
    let formKey: String
    let revision: String
    let title: FormField
    let description: FormField
    /// Nil for a project that has its pillar.
    let pillar: ChoiceField?
    let ministry: ChoiceField
    let office: ChoiceField
    let contact: FormField
    let field: ChoiceField
    let goals: TickGroup
    let isRegionWide: TickField
    let municipalities: TickGroup
    let partners: FormField
    let startsOn: FormField
    let endsOn: FormField
    let fundingEndsOn: FormField
    let reportMonths: ChoiceField
    /// Nil for a project of another pillar.
    let stateProgramme: StateProgramme?
    let submit: String
    let crumbs: [Crumb]

    /// What is asked of state programmes alone.
    struct StateProgramme: Sendable {
        let legalBasis: FormField
        let totalVolume: FormField
        let regionShare: FormField
        let regionShareMethod: FormField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ProjectFormPage(
        heading: "Neues Projekt", lead: "Das Projekt ist sofort öffentlich.", summary: .sample, conflict: .sample,
        action: "/arbeit/projekte/neu", formKey: "1.2.3", revision: "7", title: .sample, description: .sample,
        pillar: .sample, ministry: .sample, office: .sample, contact: .sample, field: .sample, goals: .sample,
        isRegionWide: .sample, municipalities: .sample, partners: .sample, startsOn: .sample, endsOn: .sample,
        fundingEndsOn: .sample, reportMonths: .sample,
        stateProgramme: StateProgramme(
            legalBasis: .sample, totalVolume: .sample, regionShare: .sample, regionShareMethod: .sample),
        submit: "Anlegen",
        crumbs: [Crumb(label: "Projekte", link: "/arbeit/projekte")])
}

extension ProjectFormPage {
    /// - Parameter changed: the project that is changed, with the revision that the form is based on; nil for a new one
    init(
        _ form: ProjectForm, _ changed: (project: ProjectAtWork, revision: Int64)?, _ choices: ProjectFormChoices,
        _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        let fields = ProjectFields(form: form, choices: choices, faults: faults, context: context)
        let kind = changed == nil ? "new" : "change"
        self.init(
            heading: changed.map { context.text("projects.work.change-heading", ["title": $0.project.title]) }
                ?? context.text("projects.work.new"),
            lead: context.text("projects.work.form.lead-\(kind)"), summary: faults.summary,
            conflict: faults.conflict.map { ConflictNote($0, labels: fields.labels, words: fields.words, in: context) },
            action: context.links.to(
                changed.map { ProjectWorkPaths.change($0.project.number) } ?? ProjectWorkPaths.new),
            formKey: formKey, revision: changed.map { String($0.revision) } ?? "0",
            title: fields.line(ProjectForm.Field.title, form.title, isRequired: true),
            description: fields.area(ProjectForm.Field.description, form.description, rows: 5, isRequired: true),
            pillar: changed == nil ? fields.choice(ProjectForm.Field.pillar, form.pillar, choices.openPillars) : nil,
            ministry: fields.choice(ProjectForm.Field.ministry, form.ministry, choices.ministries),
            office: fields.office, contact: fields.line(ProjectForm.Field.contact, form.contact),
            field: fields.choice(ProjectForm.Field.field, form.field, choices.fields, isOptional: true),
            goals: fields.ticks(ProjectForm.Field.goals, form.goals, choices.goals),
            isRegionWide: TickField(
                name: ProjectForm.Field.isRegionWide, label: fields.label(ProjectForm.Field.isRegionWide),
                isTicked: form.isRegionWide),
            municipalities: fields.ticks(
                ProjectForm.Field.municipalities, form.municipalities, choices.municipalities),
            partners: fields.area(ProjectForm.Field.partners, form.partners, rows: 4),
            startsOn: fields.line(ProjectForm.Field.startsOn, form.startsOn),
            endsOn: fields.line(ProjectForm.Field.endsOn, form.endsOn),
            fundingEndsOn: fields.day(ProjectForm.Field.fundingEndsOn, form.fundingEndsOn),
            reportMonths: fields.rhythm,
            stateProgramme: changed == nil || form.pillar == ProgrammePillar.stateProgrammes
                ? StateProgramme(form.stateProgramme, fields) : nil,
            submit: context.text("projects.work.form.submit-\(kind)"),
            crumbs: [context.workCrumb, context.projectDeskCrumb])
    }
}

extension ProjectFormPage.StateProgramme {
    fileprivate init(_ form: StateProgrammeForm, _ fields: ProjectFields) {
        legalBasis = fields.line(StateProgrammeForm.Field.legalBasis, form.legalBasis)
        totalVolume = fields.line(StateProgrammeForm.Field.totalVolume, form.totalVolume)
        regionShare = fields.line(StateProgrammeForm.Field.regionShare, form.regionShare)
        regionShareMethod = fields.line(StateProgrammeForm.Field.regionShareMethod, form.regionShareMethod)
    }
}

/// Builds the fields of the form from what was typed.
private struct ProjectFields {
    let form: ProjectForm
    let choices: ProjectFormChoices
    let faults: FormFaults
    let context: SiteContext

    func label(_ name: String) -> String { context.text("projects.work.form.\(name)") }

    private func hint(_ name: String) -> String? {
        let key = "projects.work.form.\(name)-hint"
        return context.texts.has(key) ? context.text(key) : nil
    }

    func line(_ name: String, _ value: String?, isRequired: Bool = false) -> FormField {
        FormField(
            name: name, label: label(name), hint: hint(name), value: value ?? "", fault: faults[name],
            isRequired: isRequired, completion: "off")
    }

    func day(_ name: String, _ value: String?) -> FormField {
        FormField(
            name: name, label: label(name), hint: hint(name), value: value ?? "", fault: faults[name], type: "date")
    }

    func area(_ name: String, _ value: String?, rows: Int, isRequired: Bool = false) -> FormField {
        FormField(
            name: name, label: label(name), hint: hint(name), value: value ?? "", fault: faults[name],
            isRequired: isRequired, rows: rows)
    }

    func choice(
        _ name: String, _ chosen: String?, _ known: [MatterChoice], isOptional: Bool = false
    ) -> ChoiceField {
        ChoiceField(
            name: name, label: label(name), hint: hint(name), chosen: chosen,
            empty: isOptional || chosen == nil ? context.text("projects.work.form.none") : nil,
            options: known.map { ($0.key, $0.title) }, fault: faults[name])
    }

    var office: ChoiceField {
        ChoiceField(
            name: ProjectForm.Field.office, label: label(ProjectForm.Field.office),
            hint: hint(ProjectForm.Field.office), chosen: form.office,
            empty: context.text("projects.work.form.none"),
            options: choices.offices.map { ($0.key, [$0.body, $0.name].compactMap { $0 }.joined(separator: ": ")) },
            fault: faults[ProjectForm.Field.office])
    }

    var rhythm: ChoiceField {
        ChoiceField(
            name: ProjectForm.Field.reportMonths, label: label(ProjectForm.Field.reportMonths),
            hint: hint(ProjectForm.Field.reportMonths), chosen: form.reportMonths ?? String(ProjectForm.usualRhythm),
            options: ProjectForm.rhythms.map { (String($0), context.rhythm($0)) },
            fault: faults[ProjectForm.Field.reportMonths])
    }

    func ticks(_ name: String, _ ticked: [String], _ known: [MatterChoice]) -> TickGroup {
        TickGroup(
            name: name, legend: label(name), hint: hint(name), ticked: ticked,
            options: known.map { ($0.key, $0.title) }, fault: faults[name])
    }

    var labels: [String: String] {
        let names =
            [
                ProjectForm.Field.title, ProjectForm.Field.description, ProjectForm.Field.field,
                ProjectForm.Field.ministry, ProjectForm.Field.office, ProjectForm.Field.goals,
                ProjectForm.Field.isRegionWide, ProjectForm.Field.municipalities, ProjectForm.Field.partners,
                ProjectForm.Field.startsOn, ProjectForm.Field.endsOn, ProjectForm.Field.fundingEndsOn,
                ProjectForm.Field.contact, ProjectForm.Field.reportMonths,
            ] + StateProgrammeForm.Field.all
        return Dictionary(names.map { ($0, label($0)) }) { first, _ in first }
    }

    /// What the keys of choices stand for.
    var words: [String: String] {
        let matters = choices.fields + choices.ministries + choices.goals + choices.municipalities
        let pairs = matters.map { ($0.key, $0.title) } + choices.offices.map { ($0.key, $0.name) }
        return Dictionary(pairs) { first, _ in first }
    }
}

extension SiteContext {
    var projectDeskCrumb: Crumb {
        Crumb(label: text("projects.work.heading"), link: links.to(ProjectWorkPaths.desk))
    }

    /// "vierteljährlich".
    func rhythm(_ months: Int64) -> String {
        let key = "projects.work.rhythm.\(months)"
        return texts.has(key) ? text(key) : text("projects.work.rhythm.other", count: months)
    }
}
