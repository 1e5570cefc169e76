// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What the page of a project tells.
struct ProjectView: Sendable {
    let project: Project
    let parts: ProjectParts
    let sources: [Participation.Source]
    let thread: ThreadExcerpt?
    let follow: FollowButton?
    let easy: EasyText?
    /// What the office owes because of the project.
    let duties: [ProjectDuty]
    let today: PartialDate

    /// Whose texts the page shows.
    var matters: [String] {
        let summary = project.summary
        let relations = [summary.field, summary.ministry, project.forum, project.pillar, project.whole]
        return [project.id] + relations.compactMap { $0?.id } + parts.goals.map(\.id) + parts.parts.map(\.id)
            + parts.milestones.map(\.id) + parts.reports.map(\.id)
    }
}

/// `/projekte/N`: the Steckbrief of a project and its story.
struct ProjectPage: Page {
    static let template = "Projects/show"
    let frame: MatterFrame
    let state: State
    let light: TrafficLight?
    let lightReason: ProgrammeText?
    let times: ProjectSchedule?
    let milestones: [Step]
    let noMilestones: String?
    let money: Money
    let reports: [Report]
    let noReports: String?
    let history: [Step]
    var sections: [Section]
    /// The way to follow the project with a feed reader.
    let feed: PageFormat
    /// Set by the route, once the texts are known.
    var remarks: RemarkList?
    /// Papers and photos that lie here; set by the route.
    var attachments: AttachmentList?

    /// Where the project stands, and how it is known.
    struct State: Sendable {
        let asOf: String
        let note: ProgrammeText?
    }

    /// A point in time of the project's story.
    struct Step: Sendable {
        let date: String
        let title: ProgrammeText?
        let badge: Badge?
        let text: ProgrammeText?
        /// How a milestone was moved, line by line.
        var moves: Moves?
    }

    struct Moves: Sendable {
        let lines: [Move]
    }

    struct Move: Sendable {
        let happening: String
        let reason: ProgrammeText?
    }

    struct Report: Sendable {
        let heading: String
        let anchor: String
        let light: TrafficLight?
        let parts: [Part]
    }

    struct Part: Sendable {
        let label: String
        let text: ProgrammeText
    }

    var head: PageHead {
        PageHead(
            title: frame.title.text, description: frame.lead?.text, crumbs: frame.crumbs, formats: [feed],
            language: frame.title.language)
    }

    private static let sampleLight = TrafficLight(
        TrafficLight.Signal.yellow, in: LocalTexts(texts: Texts(entries: [:]), language: .german))
    static let sample = ProjectPage(
        frame: .sample, state: State(asOf: "Stand: 31. Dezember 2021", note: .sample), light: sampleLight,
        lightReason: .sample, times: .sample,
        milestones: [.sample], noMilestones: "Keine Meilensteine.", money: .sample,
        reports: [
            Report(
                heading: "Bericht zum 30. Juni 2025", anchor: "bericht-1", light: sampleLight,
                parts: [Part(label: "Erreicht", text: .sample)])
        ], noReports: "Keine Berichte.", history: [.sample], sections: [.sample],
        feed: PageFormat(mediaType: "application/atom+xml", title: "Verlauf", link: "/projekte/1/verlauf.atom"),
        remarks: .sample, attachments: .sample)
}

extension ProjectPage.Step {
    static let sample = ProjectPage.Step(
        date: "Juni 2025", title: .sample, badge: .sample, text: .sample,
        moves: ProjectPage.Moves(lines: [ProjectPage.Move(happening: "verschoben", reason: .sample)]))
}

extension Project {
    /// Sources often give the reason of an end again as a note on the state.
    fileprivate var saysEndReasonTwice: Bool {
        guard let endReason, let stateNote else { return false }
        return stateNote.contains(endReason)
    }
}

extension ProjectPage {
    init(_ view: ProjectView, _ texts: ProgrammeTexts, today: PartialDate, in context: SiteContext) {
        let project = view.project
        times = ProjectSchedule(view, texts, today: today, in: context)
        frame = MatterFrame(view, texts, in: context)
        let asOf = project.summary.stateAsOf.map { context.notation.date($0) }
        state = State(
            asOf: asOf.map { context.text("projects.show.as-of", ["date": $0]) }
                ?? context.text("projects.list.as-of-unknown"),
            note: project.saysEndReasonTwice ? nil : texts.text("state_note", of: project.id, or: project.stateNote))
        light = project.light.map { TrafficLight($0, in: context.texts) }
        lightReason = texts.text("light_reason", of: project.id, or: project.lightReason)
        milestones = view.parts.milestones.map { Step($0, texts, in: context) }
        noMilestones = milestones.isEmpty ? context.text("projects.show.no-milestones") : nil
        money = Money(view, texts, in: context)
        reports = view.parts.reports.map { Report($0, texts, in: context) }
        noReports = reports.isEmpty ? context.text("projects.show.no-reports") : nil
        history = view.parts.history.map { Step($0, texts, in: context) }
        feed = PageFormat(
            mediaType: "application/atom+xml", title: context.text("projects.show.feed"),
            link: context.links.to(ProjectFeed.path(project.summary.number)))
        sections = [
            Section(view.easy, in: context), Self.lessons(project, texts, in: context),
            Self.documents(view.parts, texts, in: context),
        ].compactMap { $0 }
    }

    private static func lessons(_ project: Project, _ texts: ProgrammeTexts, in context: SiteContext) -> Section? {
        project.lessons.map {
            Section(
                context.text("projects.show.lessons"), paragraphs: [texts.text("lessons", of: project.id, or: $0)])
        }
    }

    private static func documents(_ parts: ProjectParts, _ texts: ProgrammeTexts, in context: SiteContext) -> Section? {
        guard !parts.documents.isEmpty else { return nil }
        let bullets = parts.documents.map { document in
            let details = [document.datedOn.map { context.notation.date($0) }, document.rights]
            return Section.Bullet(
                texts.original(document.title), link: document.url,
                details: details.compactMap { $0 }.joined(separator: " · "))
        }
        return Section(context.text("projects.show.documents"), bullets: bullets)
    }
}

extension ProjectPage.Step {
    init(_ milestone: ProjectMilestone, _ texts: ProgrammeTexts, in context: SiteContext) {
        let day = milestone.doneOn ?? milestone.forecastOn ?? milestone.datedOn
        date = day.map { context.notation.date($0) } ?? context.text("projects.show.no-date")
        title = texts.text("text", of: milestone.id, or: milestone.text)
        badge = milestone.state.map { context.badge(state: $0) }
        text = milestone.datedOn.flatMap { planned in
            planned == day
                ? nil
                : ProgrammeText(
                    context.text(
                        milestone.doneOn == nil ? "projects.milestone.moved" : "projects.milestone.was-planned",
                        ["date": context.notation.date(planned)]))
        }
        let lines = milestone.changes.map { context.line(of: $0) }
        moves = lines.isEmpty ? nil : ProjectPage.Moves(lines: lines)
    }

    init(_ change: ProjectChange, _ texts: ProgrammeTexts, in context: SiteContext) {
        date = change.effectiveOn.map { context.notation.date($0) } ?? context.text("projects.show.no-date")
        title = nil
        badge = context.badge(state: change.state.rawValue)
        text = change.reason.map { texts.original($0) }
    }
}

extension ProjectPage.Report {
    init(_ report: ProjectReport, _ texts: ProgrammeTexts, in context: SiteContext) {
        heading = context.text("projects.report.heading", ["date": context.notation.date(report.asOf)])
        anchor = "bericht-\(report.number)"
        light = report.light.map { TrafficLight($0, in: context.texts) }
        let told = [
            ("light-reason", report.lightReason), ("done", report.done), ("next", report.next),
            ("blocked", report.blocked), ("forecast", report.forecast),
        ]
        parts = told.compactMap { name, words in
            words.map {
                ProjectPage.Part(
                    label: context.text("projects.report.\(name)"),
                    text: texts.text(name.replacing("-", with: "_"), of: report.id, or: $0))
            }
        }
    }
}

extension SiteContext {
    /// "12. Mai 2026: von 30. Juni 2026 auf 30. September 2026, weil …"
    fileprivate func line(of change: ProjectMilestone.Change) -> ProjectPage.Move {
        let unknown = text("projects.show.no-date")
        let day = { (date: PartialDate?) in date.map { notation.date($0) } ?? unknown }
        let isMoved = change.before != change.after && change.state == MilestoneState.planned.rawValue
        let happening =
            isMoved
            ? text("projects.milestone.move", ["before": day(change.before), "after": day(change.after)])
            : change.state.map { word(state: $0) } ?? ""
        return ProjectPage.Move(
            happening: text(
                "projects.milestone.change", ["date": notation.date(change.changedOn), "happening": happening]),
            reason: change.reason.map { original($0) })
    }
}

extension TrafficLight {
    init(_ light: Participation.TrafficLight, in texts: LocalTexts) {
        switch light {
        case .green: self.init(Signal.green, in: texts)
        case .amber: self.init(Signal.yellow, in: texts)
        case .red: self.init(Signal.red, in: texts)
        }
    }
}
