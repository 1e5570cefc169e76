// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form of a milestone.
struct MilestonePage: Page {
    static let template = "Projects/milestone"
    let heading: String
    let project: String
    let summary: ErrorSummary?
    let conflict: ConflictNote?
    let action: String
    let formKey: String
    let seen: String
    let text: FormField
    let datedOn: FormField
    let state: ChoiceField
    let forecastOn: FormField
    let doneOn: FormField
    let reason: FormField
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = MilestonePage(
        heading: "Meilenstein", project: "Landbus Aue", summary: .sample, conflict: .sample,
        action: "/arbeit/projekte/1/meilensteine/2", formKey: "1.2.3", seen: "abc", text: .sample, datedOn: .sample,
        state: .sample, forecastOn: .sample, doneOn: .sample, reason: .sample,
        crumbs: [Crumb(label: "Landbus Aue", link: "/arbeit/projekte/1")])
}

extension MilestonePage {
    init(
        _ form: MilestoneForm, at place: Int64?, of project: ProjectAtWork, seen: String, _ faults: FormFaults,
        formKey: String, in context: SiteContext
    ) {
        let field = { (name: String, value: String?, hint: Bool, isRequired: Bool) in
            FormField(
                name: name, label: context.text("projects.work.milestone.\(name)"),
                hint: hint ? context.text("projects.work.milestone.\(name)-hint") : nil, value: value ?? "",
                fault: faults[name], isRequired: isRequired, completion: "off")
        }
        let names = [
            MilestoneForm.Field.text, MilestoneForm.Field.datedOn, MilestoneForm.Field.forecastOn,
            MilestoneForm.Field.state, MilestoneForm.Field.doneOn,
        ]
        let states: [MilestoneState] = place == nil ? [.planned, .done] : MilestoneState.allCases
        self.init(
            heading: context.text(place == nil ? "projects.work.milestone.new" : "projects.work.milestone.change"),
            project: project.title, summary: faults.summary,
            conflict: faults.conflict.map {
                ConflictNote(
                    $0,
                    labels: Dictionary(names.map { ($0, context.text("projects.work.milestone.\($0)")) }) { a, _ in a },
                    words: Dictionary(states.map { ($0.rawValue, context.word(state: $0.rawValue)) }) { a, _ in a },
                    in: context)
            }, action: context.links.to(ProjectWorkPaths.milestone(project.number, place)), formKey: formKey,
            seen: seen, text: field(MilestoneForm.Field.text, form.text, false, true),
            datedOn: field(MilestoneForm.Field.datedOn, form.datedOn, true, true),
            state: ChoiceField(
                name: MilestoneForm.Field.state, label: context.text("projects.work.milestone.stand"),
                chosen: form.state, options: states.map { ($0.rawValue, context.word(state: $0.rawValue)) },
                fault: faults[MilestoneForm.Field.state]),
            forecastOn: field(MilestoneForm.Field.forecastOn, form.forecastOn, true, false),
            doneOn: field(MilestoneForm.Field.doneOn, form.doneOn, true, false),
            reason: field(MilestoneForm.Field.reason, form.reason, true, false),
            crumbs: [
                context.workCrumb, context.projectDeskCrumb,
                Crumb(label: project.title, link: context.links.to(ProjectWorkPaths.atWork(project.number))),
            ])
    }
}
