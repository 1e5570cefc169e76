// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form of a report: short enough for a phone on the way home.
struct ReportFormPage: Page {
    static let template = "Reports/write"
    let heading: String
    let project: String
    let lead: String
    let summary: ErrorSummary?
    let conflict: ConflictNote?
    let notices: [Notice]
    /// What the last report announced, so that nobody has to look for it.
    let announced: ProgrammeText?
    let action: String
    let formKey: String
    let revision: String
    let asOf: FormField
    let done: FormField
    let next: FormField
    let blocked: FormField
    let light: ChoiceField
    let lightReason: FormField
    let forecast: FormField
    let acts: [Act]
    let giveBack: GiveBack?
    let crumbs: [Crumb]

    struct Act: Sendable {
        let step: String
        let label: String
        let isFirst: Bool
    }

    struct GiveBack: Sendable {
        let action: String
        let formKey: String
        let note: FormField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ReportFormPage(
        heading: "Bericht schreiben", project: "Landbus Aue", lead: "Fünf Minuten.", summary: .sample,
        conflict: .sample, notices: [.sample], announced: .sample, action: "/arbeit/projekte/1/bericht",
        formKey: "1.2.3", revision: "2", asOf: .sample, done: .sample, next: .sample, blocked: .sample,
        light: .sample, lightReason: .sample, forecast: .sample,
        acts: [Act(step: "freigeben", label: "Veröffentlichen", isFirst: true)],
        giveBack: GiveBack(action: "/arbeit/projekte/1/bericht/zurueck", formKey: "1.2.3", note: .sample),
        crumbs: [Crumb(label: "Landbus Aue", link: "/arbeit/projekte/1")])
}

extension ReportFormPage {
    struct Reading: Sendable {
        let project: ProjectAtWork
        let draft: ReportDraft?
        /// The latest report that is public.
        let last: ProjectReport?
        let today: PartialDate
    }

    /// What comes back with the page.
    struct Typed: Sendable {
        let form: ReportForm
        let revision: Int64
    }

    init(
        _ reading: Reading, _ typed: Typed?, _ faults: FormFaults,
        _ keys: (form: String, back: String), in context: SiteContext
    ) {
        let project = reading.project
        let form = typed?.form ?? reading.draft?.form ?? ReportForm(beginning: reading)
        let area = { (name: String, value: String?, isRequired: Bool) in
            FormField(
                name: name, label: context.text("reports.write.\(name)"),
                hint: context.text("reports.write.\(name)-hint"), value: value ?? "", fault: faults[name],
                isRequired: isRequired, rows: 4)
        }
        heading = context.text("reports.write.heading")
        self.project = project.title
        lead = context.text("reports.write.lead")
        summary = faults.summary
        self.conflict = faults.conflict.map {
            ConflictNote($0, labels: Self.labels(context), words: Self.words(context), in: context)
        }
        notices = Self.notices(reading, in: context)
        announced = reading.last?.next.map { context.original($0) }
        action = context.links.to(ProjectWorkPaths.report(project.number))
        formKey = keys.form
        revision = String(typed?.revision ?? reading.draft?.revision ?? 0)
        asOf = FormField(
            name: ReportForm.Field.asOf, label: context.text("reports.write.stichtag"),
            hint: context.text("reports.write.stichtag-hint"), value: form.asOf ?? "",
            fault: faults[ReportForm.Field.asOf], isRequired: true, type: "date")
        done = area(ReportForm.Field.done, form.done, true)
        next = area(ReportForm.Field.next, form.next, true)
        blocked = area(ReportForm.Field.blocked, form.blocked, false)
        light = ChoiceField(
            name: ReportForm.Field.light, label: context.text("reports.write.ampel"),
            hint: context.text("reports.write.ampel-hint"), chosen: form.light,
            empty: form.light == nil ? context.text("reports.write.ampel-none") : nil,
            options: Participation.TrafficLight.allCases.map { ($0.rawValue, context.word(state: $0.rawValue)) },
            fault: faults[ReportForm.Field.light])
        lightReason = FormField(
            name: ReportForm.Field.lightReason, label: context.text("reports.write.ampel-grund"),
            value: form.lightReason ?? "", fault: faults[ReportForm.Field.lightReason], isRequired: true,
            completion: "off")
        forecast = area(ReportForm.Field.forecast, form.forecast, false)
        acts = Self.acts(reading, in: context)
        giveBack = Self.giveBack(reading, faults, key: keys.back, in: context)
        crumbs = [
            context.workCrumb, context.projectDeskCrumb,
            Crumb(label: project.title, link: context.links.to(ProjectWorkPaths.atWork(project.number))),
        ]
    }

    private static func notices(_ reading: Reading, in context: SiteContext) -> [Notice] {
        guard let draft = reading.draft else { return [] }
        let saved = context.text(
            "reports.write.saved", ["name": draft.savedBy ?? "–", "moment": context.moment(draft.savedAt)])
        let state =
            draft.state == .submitted
            ? Notice(saved, heading: context.text("projects.work.waits-for-release")) : Notice(saved)
        guard draft.state == .draft, let note = draft.note else { return [state] }
        return [Notice(note, heading: context.text("projects.work.given-back"), tone: .warning), state]
    }

    private static func acts(_ reading: Reading, in context: SiteContext) -> [Act] {
        let mayRelease = context.visitor.may(.release, reading.project).isAllowed
        let steps: [ReportStep] = mayRelease ? [.release, .save] : [.submit, .save]
        return steps.enumerated().map { index, step in
            Act(
                step: step.rawValue, label: context.text("reports.write.\(step.rawValue)"), isFirst: index == 0)
        }
    }

    private static func giveBack(
        _ reading: Reading, _ faults: FormFaults, key: String, in context: SiteContext
    ) -> GiveBack? {
        guard reading.draft?.state == .submitted, context.visitor.may(.release, reading.project).isAllowed else {
            return nil
        }
        return GiveBack(
            action: context.links.to(ProjectWorkPaths.giveBack(reading.project.number)), formKey: key,
            note: FormField(
                name: ReportForm.Field.note, label: context.text("reports.write.hinweis"),
                fault: faults[ReportForm.Field.note], isRequired: true, completion: "off"))
    }

    private static func labels(_ context: SiteContext) -> [String: String] {
        let names = [
            ReportForm.Field.asOf, ReportForm.Field.done, ReportForm.Field.next, ReportForm.Field.blocked,
            ReportForm.Field.light, ReportForm.Field.lightReason, ReportForm.Field.forecast,
        ]
        return Dictionary(names.map { ($0, context.text("reports.write.\($0)")) }) { first, _ in first }
    }

    private static func words(_ context: SiteContext) -> [String: String] {
        Dictionary(
            Participation.TrafficLight.allCases.map { ($0.rawValue, context.word(state: $0.rawValue)) }
        ) { first, _ in first }
    }
}

extension ReportForm {
    /// A new report speaks of the quarter that has ended, unless one already does; then of today.
    fileprivate init(beginning reading: ReportFormPage.Reading) {
        self.init()
        let quarter = reading.today.endOfLastQuarter
        let isTold = reading.project.lastReportOn.map { $0 >= quarter } ?? false
        asOf = isTold ? reading.today.text : quarter.text
        light = reading.project.light?.rawValue
    }
}
