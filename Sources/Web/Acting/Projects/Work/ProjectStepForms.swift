// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Builds what can be done with a project now.
struct ProjectStepForms {
    let reading: ProjectWorkReading
    let sent: Query
    let faults: FormFaults
    let formKey: String
    let context: SiteContext

    private var project: ProjectAtWork { reading.project }

    /// What each state is called, by its key.
    var stateWords: [String: String] {
        Dictionary(
            ProjectState.allCases.map { ($0.rawValue, context.word(state: $0.rawValue)) }
        ) { first, _ in first }
    }

    var notices: [Notice] {
        var notices: [Notice] = []
        for duty in reading.duties {
            let isOverdue = duty.dueOn < reading.today
            notices.append(
                Notice(
                    context.text(
                        isOverdue ? "projects.work.duty-overdue" : "projects.work.duty-open",
                        [
                            "duty": context.word(.dutyKind, duty.kind.rawValue),
                            "date": context.notation.date(duty.dueOn), "office": duty.office,
                        ]), tone: isOverdue ? .warning : .quiet))
        }
        if let warning = project.fundingWarning(on: reading.today), let end = project.fundingEndsOn {
            notices.append(
                Notice(
                    context.text("projects.work.funding-choice", ["date": context.notation.date(end)]),
                    heading: context.text("projects.work.funding.\(warning.rawValue)"), tone: .warning))
        }
        if let draft = reading.draft, draft.state == .draft, let note = draft.note {
            notices.append(
                Notice(note, heading: context.text("projects.work.given-back"), tone: .warning))
        }
        if project.state == .running, reading.duties.isEmpty, project.reportMonths == nil {
            notices.append(Notice(context.text("projects.work.no-rhythm")))
        }
        return notices
    }

    var ways: [Section.More] {
        var ways: [Section.More] = []
        if context.visitor.may(.change, project).isAllowed {
            ways.append(
                Section.More(
                    label: context.text("projects.work.change"),
                    link: context.links.to(ProjectWorkPaths.change(project.number))))
        }
        if context.visitor.may(.plan, project).isAllowed {
            ways.append(
                Section.More(
                    label: context.text("goals.contributions.heading"),
                    link: context.links.to(ProjectWorkPaths.contributions(project.number))))
        }
        if context.visitor.may(.attach, project).isAllowed {
            ways.append(
                Section.More(
                    label: context.text("projects.documents.heading"),
                    link: context.links.to(ProjectWorkPaths.documents(project.number))))
        }
        ways.append(
            Section.More(
                label: context.text("projects.work.public-page"),
                link: context.links.to("/projekte/\(project.number)")))
        return ways
    }

    var facts: Facts {
        let unknown = context.text("design.unknown")
        return Facts(entries: [
            Facts.Entry(
                context.text("projects.facts.ministry"), context.original(project.ministry ?? unknown)),
            Facts.Entry(
                context.text("projects.facts.period"),
                context.notation.period(project.startsOn, project.endsOn) ?? unknown),
            Facts.Entry(
                context.text("projects.facts.rhythm"), project.reportMonths.map(context.rhythm) ?? unknown),
            Facts.Entry(
                context.text("projects.work.columns.report"),
                project.lastReportOn.map { context.notation.date($0) } ?? context.text("projects.work.no-report")),
            Facts.Entry(
                context.text("projects.facts.funding-end"),
                project.fundingEndsOn.map { context.notation.date($0) } ?? unknown),
        ])
    }

    func bullet(_ milestone: ProjectMilestone, mayPlan: Bool) -> Section.Bullet {
        let details = [
            milestone.datedOn.map { context.text("projects.milestone.planned", ["date": context.notation.date($0)]) },
            milestone.forecastOn.map {
                context.text("projects.milestone.forecast", ["date": context.notation.date($0)])
            },
            milestone.doneOn.map { context.text("projects.milestone.done", ["date": context.notation.date($0)]) },
        ]
        return Section.Bullet(
            context.original(milestone.text), link: mayPlan ? link(to: milestone) : nil,
            details: details.compactMap { $0 }.joined(separator: " · "),
            badge: milestone.state.map { context.badge(state: $0) })
    }

    private func link(to milestone: ProjectMilestone) -> String? {
        milestone.place.map { context.links.to(ProjectWorkPaths.milestone(project.number, $0)) }
    }

    var state: ProjectAtWorkPage.StateForm {
        ProjectAtWorkPage.StateForm(
            action: context.links.to(ProjectWorkPaths.state(project.number)), formKey: formKey,
            seen: project.state.rawValue,
            state: ChoiceField(
                name: ProjectStateForm.Field.state, label: context.text("projects.work.state.state"),
                hint: context.text("projects.work.state.state-hint"), chosen: sent.text(ProjectStateForm.Field.state),
                prompt: context.text("papers.field.choose"),
                options: ProjectStateForm.choices.filter { $0 != project.state }.map {
                    ($0.rawValue, context.word(state: $0.rawValue))
                }, fault: faults[ProjectStateForm.Field.state]),
            effectiveOn: FormField(
                name: ProjectStateForm.Field.effectiveOn, label: context.text("projects.work.state.day"),
                value: sent.text(ProjectStateForm.Field.effectiveOn) ?? reading.today.text,
                fault: faults[ProjectStateForm.Field.effectiveOn], isRequired: true, type: "date"),
            reason: area(ProjectStateForm.Field.reason, "reason", isRequired: true),
            lessons: area(ProjectStateForm.Field.lessons, "lessons"))
    }

    var funding: ProjectAtWorkPage.FundingForm {
        ProjectAtWorkPage.FundingForm(
            action: context.links.to(ProjectWorkPaths.funding(project.number)), formKey: formKey,
            choice: context.text("projects.work.funding.lead"),
            until: FormField(
                name: ExtendFunding.Field.until, label: context.text("projects.work.funding.until"),
                value: sent.text(ExtendFunding.Field.until) ?? "", fault: faults[ExtendFunding.Field.until],
                isRequired: true, type: "date"),
            reason: FormField(
                name: ExtendFunding.Field.reason, label: context.text("projects.work.funding.reason"),
                hint: context.text("projects.work.state.reason-hint"),
                value: sent.text(ExtendFunding.Field.reason) ?? "", fault: faults[ExtendFunding.Field.reason],
                isRequired: true, completion: "off"))
    }

    private func area(_ name: String, _ key: String, isRequired: Bool = false) -> FormField {
        FormField(
            name: name, label: context.text("projects.work.state.\(key)"),
            hint: context.text("projects.work.state.\(key)-hint"),
            value: sent.text(name) ?? "", fault: faults[name], isRequired: isRequired, rows: 3)
    }
}
