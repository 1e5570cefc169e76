// SPDX-License-Identifier: EUPL-1.2

import Participation

/// One project for those who run it: what is due, and what can be done now.
struct ProjectAtWorkPage: Page {
    static let template = "Projects/at-work"
    let heading: String
    let badge: Badge
    let light: TrafficLight?
    let summary: ErrorSummary?
    let conflict: ConflictNote?
    let notices: [Notice]
    /// The one thing that is asked most often, first and large.
    let report: Section.More?
    let ways: [Section.More]
    let facts: Facts
    let milestones: Section
    let state: StateForm?
    let funding: FundingForm?
    let crumbs: [Crumb]

    struct StateForm: Sendable {
        let action: String
        let formKey: String
        let seen: String
        let state: ChoiceField
        let effectiveOn: FormField
        let reason: FormField
        let lessons: FormField
    }

    struct FundingForm: Sendable {
        let action: String
        let formKey: String
        let choice: String
        let until: FormField
        let reason: FormField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ProjectAtWorkPage(
        heading: "Landbus Aue", badge: .sample,
        light: TrafficLight(
            TrafficLight.Signal.yellow, in: LocalTexts(texts: Texts(entries: [:]), language: .german)),
        summary: .sample, conflict: .sample, notices: [.sample],
        report: Section.More(label: "Bericht schreiben", link: "/arbeit/projekte/1/bericht"),
        ways: [Section.More(label: "Bearbeiten", link: "/arbeit/projekte/1/bearbeiten")], facts: .sample,
        milestones: .sample,
        state: StateForm(
            action: "/stand", formKey: "1.2.3", seen: "project.running", state: .sample, effectiveOn: .sample,
            reason: .sample, lessons: .sample),
        funding: FundingForm(
            action: "/foerderung", formKey: "1.2.3", choice: "Wie geht es weiter?", until: .sample, reason: .sample),
        crumbs: [Crumb(label: "Projekte", link: "/arbeit/projekte")])
}

/// What the page of a project at work is made of.
struct ProjectWorkReading: Sendable {
    let project: ProjectAtWork
    let milestones: [ProjectMilestone]
    let duties: [ProjectDuty]
    let draft: ReportDraft?
    let today: PartialDate
}

extension ProjectAtWorkPage {
    /// - Parameter sent: what was typed into one of the forms, when the page comes back
    init(
        _ reading: ProjectWorkReading, sent: Query, _ faults: FormFaults, formKey: String,
        in context: SiteContext
    ) {
        let (project, visitor) = (reading.project, context.visitor)
        let forms = ProjectStepForms(
            reading: reading, sent: sent, faults: faults, formKey: formKey, context: context)
        let mayMove = visitor.may(.move, project).isAllowed
        let standing = reading.draft?.state.rawValue ?? "new"
        let mayPlan = visitor.may(.plan, project).isAllowed
        heading = project.title
        badge = context.badge(state: project.state.rawValue)
        light = project.light.map { TrafficLight($0, in: context.texts) }
        summary = faults.summary
        self.conflict = faults.conflict.map {
            ConflictNote(
                $0, labels: [ProjectStateForm.Field.state: context.text("projects.filter.state")],
                words: forms.stateWords, in: context)
        }
        notices = forms.notices
        report =
            visitor.may(.report, project).isAllowed
            ? Section.More(
                label: context.text("projects.work.report.\(standing)"),
                link: context.links.to(ProjectWorkPaths.report(project.number))) : nil
        ways = forms.ways
        facts = forms.facts
        milestones = Section(
            context.text("projects.show.milestones"), anchor: "meilensteine",
            bullets: reading.milestones.map { forms.bullet($0, mayPlan: mayPlan) },
            note: reading.milestones.isEmpty ? context.text("projects.show.no-milestones") : nil,
            more: mayPlan
                ? Section.More(
                    label: context.text("projects.work.milestone.new"),
                    link: context.links.to(ProjectWorkPaths.milestone(project.number, nil))) : nil)
        state = mayMove ? forms.state : nil
        funding = mayMove && !project.state.isEnd ? forms.funding : nil
        crumbs = [context.workCrumb, context.projectDeskCrumb]
    }
}
