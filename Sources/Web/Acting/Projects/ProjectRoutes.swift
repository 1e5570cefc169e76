// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Interchange
import Participation

/// `/projekte` and `/projekte/N`: what the programme does.
struct ProjectRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/projekte", use: list)
        table.get("/projekte/{number}/verlauf.atom", use: feed)
        table.get("/projekte/{number}", use: show)
        table.downloads(.projects, site)
        table.downloads(.milestones, site)
        table.downloads(.reports, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        switch try context.query.choice("ansicht", as: ProjectViewKind.self) ?? .list {
        case .list: try await rows(context)
        case .timeline: try await timeline(context)
        case .status: try await status(context)
        }
    }

    private func timeline(_ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let number = try context.query.page()
        let today = Moment(site.clock()).day
        let page = try await site.read { db in
            let choices = try ProjectChoices.load(in: programme, db)
            let selection = try ProjectSelection(context.query, among: choices)
            let projects = try ProjectListing.list(in: programme, selection, by: .field, ListPage(number), db)
            let view = ProjectTimelineView(
                projects: projects, milestones: try ProjectMilestone.lists(of: projects.map(\.summary.id), db),
                total: try ProjectSummary.count(in: programme, selection, db), number: number, choices: choices,
                today: today)
            let texts = try ProgrammeTexts(for: context.language, of: view.matters, in: programme, db)
            return try ProjectTimelinePage(view, texts, in: context)
        }
        return try site.render(page, in: context)
    }

    private func status(_ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let today = Moment(site.clock()).day
        let page = try await site.read { db in
            let view = StatusView(
                reports: try StatusReport.list(in: programme, db),
                histories: try ProjectHistory.list(in: programme, db),
                figures: try FigureRegister.list(groups: [.projectStates], of: programme, in: db))
            let texts = try ProgrammeTexts(for: context.language, of: view.matters, in: programme, db)
            return StatusPage(view, texts, today: today, in: context)
        }
        return try site.render(page, in: context)
    }

    private func rows(_ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let number = try context.query.page()
        let page = try await site.read { db in
            let choices = try ProjectChoices.load(in: programme, db)
            let selection = try ProjectSelection(context.query, among: choices)
            let order = try context.query.choice("sortierung", as: ProjectOrder.self) ?? .title
            let projects = try ProjectSummary.list(in: programme, selection, by: order, ListPage(number), db)
            let figures =
                selection.isWhole && number == 1
                ? try FigureRegister.list(groups: [.pillars], of: programme, in: db) : []
            let view = ProjectListView(
                projects: projects,
                total: try ProjectSummary.count(in: programme, selection, db), number: number, choices: choices,
                selection: selection, figures: figures,
                funding: try FundingCourse.lists(of: projects.map(\.id), db))
            let texts = try ProgrammeTexts(for: context.language, of: view.matters, in: programme, db)
            return try ProjectListPage(view, texts, in: context)
        }
        return try site.render(page, in: context)
    }

    @Sendable
    private func feed(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (programme, number) = (try context.programme, try context.number())
        let today = Moment(site.clock()).day
        var context = context
        context.links = context.links.reached(at: site.root(for: request))
        return try await site.read { [context] db in
            guard let project = try Project.find(number, in: programme.id, db) else { throw PageFault.notFound }
            let parts = try ProjectParts.load(of: project.id, in: programme.id, db)
            let matters = [project.id] + parts.milestones.map(\.id) + parts.reports.map(\.id)
            let texts = try ProgrammeTexts(for: context.language, of: matters, in: programme.id, db)
            return AtomFeed(project, parts, texts, of: programme, until: today, in: context)
        }.answer
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let number = try context.number()
        let today = Moment(site.clock()).day
        let page = try await site.read { db in
            guard let project = try Project.find(number, in: programme, db) else { throw PageFault.notFound }
            let view = ProjectView(
                project: project, parts: try ProjectParts.load(of: project.id, in: programme, db),
                sources: try Source.list(of: project.id, in: db),
                thread: try ThreadExcerpt.load(project.id, in: programme, context, db),
                follow: try FollowButton.load(.project, project.id, number: number, context, db),
                easy: try EasyText.find("description", of: project.id, in: programme, db),
                duties: try ProjectDuty.list(of: project.id, db), today: today)
            let texts = try ProgrammeTexts(for: context.language, of: view.matters, in: programme, db)
            var page = ProjectPage(view, texts, today: today, in: context)
            page.sections =
                try Section.broughtAlong(by: project.id, texts, context, db)
                + Section.contributions(try Contribution.list(of: project.id, db), texts, in: context) + page.sections
            page.attachments = try AttachmentList.load(of: project.id, in: programme, context, db)
            page.remarks = try RemarkList.load(on: project.id, in: programme, texts, context, db)
            return page
        }
        return try site.render(page, in: context)
    }
}

extension ProjectSelection {
    /// What the address narrows the list to; a value that the list does not have is no page of it.
    init(_ query: Query, among choices: ProjectChoices) throws(PageFault) {
        self.init()
        isWithoutField = query.text("feld") == FilterForm.none
        field = isWithoutField ? nil : try query.choice("feld", among: choices.fields.map(\.key))
        beginning = try query.choice("entstehung")
        ministry = try query.choice("ressort", among: choices.ministries.map(\.key))
        pillar = try query.choice("saeule", among: choices.pillars.map(\.key))
        municipality = try query.choice("kommune", among: choices.municipalities.map(\.key))
        state = try query.state("stand", as: ProjectState.self)
        (forum, isWithoutForum) = try query.forum()
        if let forum, !choices.forums.contains(where: { $0.number == forum }) { throw .unknownValue(name: "forum") }
        isWithoutGoal = query.text("ziel") == FilterForm.none
        goal = isWithoutGoal ? nil : try query.number("ziel")
        if let goal, !choices.goals.contains(where: { $0.number == goal }) { throw .unknownValue(name: "ziel") }
        isCitizenOrigin = try query.choice("herkunft", among: ["buerger", "andere"]).map { $0 == "buerger" }
    }
}
