// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit`: where those who run a programme begin their day, by what their roles allow.
struct WorkRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PeoplePaths.work), use: show)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        try visitor.mayWork(in: programme).check()
        let waiting: Int64? =
            visitor.mayReadOutbox(in: programme).isAllowed
            ? try await site.read { db in
                let scope = visitor.isAdministrator ? nil : programme
                return try MailQueries.list(of: scope, state: .waiting, ListPage(1, size: 1), in: db).total
            } : nil
        let today = Moment(site.clock()).day
        let owed =
            visitor.maySeeInbox(in: programme).isAllowed
            ? try await site.read { db in try IdeaInbox.of(visitor, in: programme, db).tally(on: today, db) } : nil
        let duties = try await site.read { db in try DutyDesk.tally(of: visitor, in: programme, on: today, db) }
        var page = WorkPage(waiting: waiting, owed: owed, duties: duties, in: context)
        page.projects = try await ProjectCockpit.load(site, context)
        return try site.render(page, in: context)
    }
}

/// What somebody may do here today.
struct WorkPage: Page {
    static let template = "People/work"
    let heading: String
    let roles: [String]
    let groups: [Group]
    let empty: EmptyState?
    /// Set by the route.
    var projects: ProjectCockpit?

    /// Tools for one stretch of the way, under a heading.
    struct Group: Sendable {
        let key: String
        let heading: String
        let tools: [Tool]
    }

    struct Tool: Sendable {
        let title: String
        let link: String
        let text: String
        /// How much waits there; nil when nothing does.
        let count: String?
    }

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = WorkPage(
        heading: "Arbeitsbereich", roles: ["Programmbüro"],
        groups: [
            Group(
                key: "running", heading: "Programm führen",
                tools: [
                    Tool(title: "Postausgang", link: "/arbeit/postausgang", text: "Was hinausgeht.", count: "3 warten")
                ])
        ],
        empty: .sample, projects: .sample)
}

extension WorkPage {
    /// - Parameters:
    ///   - waiting: how many mails have not gone out; nil for whoever may not see them
    ///   - owed: what lies in the inbox of ideas; nil for whoever has none
    ///   - duties: what one's own offices owe; nil for whoever has none
    init(waiting: Int64?, owed: IdeaInbox.Tally?, duties: DutyDesk.Tally?, in context: SiteContext) {
        let programme = context.currentProgramme?.id ?? ""
        let outbox = waiting.map { count in
            Tool(
                title: context.text("people.work.outbox"), link: context.links.to(PeoplePaths.outbox),
                text: context.text("people.work.outbox-text"),
                count: count == 0 ? nil : context.text("people.work.waiting", count: count))
        }
        let people =
            context.visitor.mayListPeople(in: programme).isAllowed
            ? Tool(
                title: context.text("people.work.people"), link: context.links.to(PeoplePaths.people),
                text: context.text("people.work.people-text"), count: nil) : nil
        let forums =
            context.visitor.mayWorkInForums(of: programme).isAllowed
            ? Tool(
                title: context.text("people.work.forums"), link: context.links.to(ForumPaths.work),
                text: context.text("people.work.forums-text"), count: nil) : nil
        let events =
            context.visitor.mayRunSomeEvents(in: programme).isAllowed
            ? Tool(
                title: context.text("people.work.events"), link: context.links.to(EventPaths.work),
                text: context.text("people.work.events-text"), count: nil) : nil
        heading = context.text("people.work.heading")
        roles = context.visitor.roles(in: programme).filter(\.role.isStaff).map {
            context.text("people.roles.\($0.role.rawValue)")
        }
        groups = [
            Group("owed", [owed.map { Tool($0, in: context) }, Tool.duties(duties, in: context)], in: context),
            Group(
                "listening",
                [
                    Tool.capture(in: context), Tool.imports(in: context), forums, events, Self.polls(in: context),
                    Self.moderation(in: context),
                ], in: context),
            Group(
                "deciding",
                [
                    Self.consultations(in: context), Self.revisions(in: context), Self.fieldBoard(in: context),
                    Self.papers(in: context),
                ], in: context),
            Group(
                "acting",
                [
                    Tool.projects(in: context), Self.applications(in: context), Self.ledger(in: context),
                    Self.goals(in: context),
                ], in: context),
            Group(
                "running",
                [
                    Self.exports(in: context), outbox, Tool.replySetting(in: context), people,
                    Tool.offices(in: context),
                ], in: context),
        ].compactMap { $0 }
        empty =
            groups.isEmpty
            ? EmptyState(
                text: context.text("people.work.empty"), link: context.links.to(PeoplePaths.own),
                linkLabel: context.text("people.own.crumb")) : nil
    }

    private static func moderation(in context: SiteContext) -> Tool? {
        let programme = context.currentProgramme?.id ?? ""
        guard context.visitor.mayModerate(in: programme).isAllowed else { return nil }
        return Tool(
            title: context.text("moderation.inbox.heading"), link: context.links.to(ModerationPaths.inbox),
            text: context.text("moderation.inbox.tool"), count: nil)
    }

    private static func exports(in context: SiteContext) -> Tool? {
        let programme = context.currentProgramme?.id ?? ""
        guard context.visitor.mayWork(in: programme).isAllowed else { return nil }
        return Tool(
            title: context.text("exports.heading"), link: context.links.to(ExportPaths.list),
            text: context.text("exports.tool"), count: nil)
    }

    private static func revisions(in context: SiteContext) -> Tool? {
        let programme = context.currentProgramme?.id ?? ""
        guard context.visitor.mayPlanConsultations(in: programme).isAllowed else { return nil }
        return Tool(
            title: context.text("revision.desk.heading"), link: context.links.to(RevisionPaths.desk),
            text: context.text("revision.desk.tool"), count: nil)
    }

    private static func fieldBoard(in context: SiteContext) -> Tool? {
        let programme = context.currentProgramme?.id ?? ""
        guard context.visitor.mayDraftFields(in: programme).isAllowed else { return nil }
        return Tool(
            title: context.text("papers.board.heading"), link: context.links.to(FieldBoardRoutes.board),
            text: context.text("papers.board.tool"), count: nil)
    }

    private static func goals(in context: SiteContext) -> Tool? {
        guard context.visitor.mayEditGoals(in: context.currentProgramme?.id ?? "").isAllowed else { return nil }
        return Tool(
            title: context.text("goals.desk.heading"), link: context.links.to(GoalPaths.desk),
            text: context.text("goals.desk.tool"), count: nil)
    }

    private static func papers(in context: SiteContext) -> Tool? {
        let programme = context.currentProgramme?.id ?? ""
        guard context.visitor.mayWorkOnPapers(in: programme).isAllowed else { return nil }
        return Tool(
            title: context.text("papers.desk.heading"), link: context.links.to(PaperPaths.desk),
            text: context.text("papers.desk.tool"), count: nil)
    }

    private static func polls(in context: SiteContext) -> Tool? {
        let programme = context.currentProgramme?.id ?? ""
        guard context.visitor.mayRunPolls(in: programme).isAllowed else { return nil }
        return Tool(
            title: context.text("activities.desk.heading"), link: context.links.to(PollPaths.desk),
            text: context.text("activities.desk.tool"), count: nil)
    }

    private static func applications(in context: SiteContext) -> Tool? {
        guard context.visitor.maySeeApplications(in: context.currentProgramme?.id ?? "").isAllowed else { return nil }
        return Tool(
            title: context.text("applications.desk.heading"), link: context.links.to(ApplicationPaths.desk),
            text: context.text("applications.desk.tool"), count: nil)
    }

    private static func ledger(in context: SiteContext) -> Tool? {
        guard context.visitor.mayKeepLedger(in: context.currentProgramme?.id ?? "").isAllowed else { return nil }
        return Tool(
            title: context.text("funding.desk.heading"), link: context.links.to(FundingPaths.desk),
            text: context.text("funding.desk.tool"), count: nil)
    }

    private static func consultations(in context: SiteContext) -> Tool? {
        let programme = context.currentProgramme?.id ?? ""
        guard context.visitor.mayPlanConsultations(in: programme).isAllowed else { return nil }
        return Tool(
            title: context.text("consultations.desk.heading"), link: context.links.to(ConsultationPaths.desk),
            text: context.text("consultations.desk.tool"), count: nil)
    }
}

extension WorkPage.Group {
    /// Nil where the visitor may use none of the tools.
    fileprivate init?(_ key: String, _ tools: [WorkPage.Tool?], in context: SiteContext) {
        let allowed = tools.compactMap { $0 }
        guard !allowed.isEmpty else { return nil }
        self.init(key: key, heading: context.text("people.work.groups.\(key)"), tools: allowed)
    }
}
