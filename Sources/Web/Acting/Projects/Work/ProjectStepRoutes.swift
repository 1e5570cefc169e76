// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// The steps of a project: its state, its money's end, its milestones.
struct ProjectStepRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.post(RouterPath(ProjectWorkPaths.state), use: move)
        table.post(RouterPath(ProjectWorkPaths.funding), use: extend)
        table.get(RouterPath(ProjectWorkPaths.newMilestone), use: newMilestone)
        table.post(RouterPath(ProjectWorkPaths.newMilestone), use: addMilestone)
        table.get(RouterPath(ProjectWorkPaths.milestone), use: milestone)
        table.post(RouterPath(ProjectWorkPaths.milestone), use: saveMilestone)
    }

    @Sendable
    private func move(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (number, programme) = (try context.number(), try context.programme.id)
        let form = ProjectStateForm(sent)
        return try await step(sent, context) { visitor, now, db in
            try MoveProject(number, form, in: programme).run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func extend(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (number, programme) = (try context.number(), try context.programme.id)
        let extend = ExtendFunding(
            number, until: sent.text(ExtendFunding.Field.until), because: sent.text(ExtendFunding.Field.reason),
            in: programme)
        return try await step(sent, context) { visitor, now, db in
            try extend.run(as: visitor, at: now, in: db)
        }
    }

    private typealias Change = @Sendable (Visitor, Moment, Connection) throws -> Void

    /// One step; what was typed comes back when something is wrong with it.
    private func step(_ sent: Query, _ context: SiteContext, _ change: @escaping Change) async throws -> Response {
        _ = try await site.projectAtWork(.move, context)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let place = context.links.to(ProjectWorkPaths.atWork(try context.number()))
        return try await site.answer(in: context) {
            let key = try site.formKey("project-step", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try change(visitor, now, db)
                return place
            }
        } orShow: { faults in
            try await site.projectAtWorkPage(sent: sent, faults, context)
        }
    }

    @Sendable
    private func newMilestone(_ request: Request, _ context: SiteContext) async throws -> Response {
        let project = try await site.projectAtWork(.plan, context)
        var form = MilestoneForm()
        form.state = MilestoneState.planned.rawValue
        let page = MilestonePage(
            form, at: nil, of: project, seen: "", .none(in: context),
            formKey: site.formKey("milestone", in: context), in: context)
        return try site.render(page, in: context)
    }

    @Sendable
    private func addMilestone(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await keep(request, context, at: nil)
    }

    @Sendable
    private func milestone(_ request: Request, _ context: SiteContext) async throws -> Response {
        let project = try await site.projectAtWork(.plan, context)
        let place = try context.number("place")
        let form = try await site.read { db in try MilestoneForm.find(place, of: project, db) }
        guard let form else { throw PageFault.notFound }
        let page = MilestonePage(
            form, at: place, of: project, seen: form.mark, .none(in: context),
            formKey: site.formKey("milestone", in: context), in: context)
        return try site.render(page, in: context)
    }

    @Sendable
    private func saveMilestone(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await keep(request, context, at: try context.number("place"))
    }

    private func keep(_ request: Request, _ context: SiteContext, at place: Int64?) async throws -> Response {
        let sent = try await context.form(in: request)
        let project = try await site.projectAtWork(.plan, context)
        let (visitor, now, form) = (context.visitor, Moment(site.clock()), MilestoneForm(sent))
        let seen = sent.text(MilestoneForm.Field.seen)
        let link = context.links.to(ProjectWorkPaths.atWork(project.number) + "#meilensteine")
        if let place {
            let known = try await site.read { db in try MilestoneForm.find(place, of: project, db) }
            guard known != nil else { throw PageFault.notFound }
        }
        return try await site.answer(in: context) {
            let key = try site.formKey("milestone", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try SaveMilestone(form, at: place, of: project.number, seen: seen, in: project.programme)
                    .run(as: visitor, at: now, in: db)
                return link
            }
        } orShow: { faults in
            var seen = seen
            if faults.isOutdated, let place {
                seen = try await site.read { db in try MilestoneForm.find(place, of: project, db)?.mark }
            }
            return MilestonePage(
                form, at: place, of: project, seen: seen ?? "", faults,
                formKey: site.formKey("milestone", in: context), in: context)
        }
    }
}

extension Site {
    /// The page of the project of the address for those who run it.
    func projectAtWorkPage(
        sent: Query, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> ProjectAtWorkPage {
        let project = try await projectAtWork(.read, context)
        let today = Moment(clock()).day
        let reading = try await read { db in
            ProjectWorkReading(
                project: project, milestones: try ProjectMilestone.list(of: project.id, db),
                duties: try ProjectDuty.list(of: project.id, db), draft: try ReportDraft.open(of: project.id, db),
                today: today)
        }
        return ProjectAtWorkPage(
            reading, sent: sent, faults, formKey: formKey("project-step", in: context), in: context)
    }
}

extension ProjectStateForm {
    init(_ sent: Query) {
        self.init()
        state = sent.text(Field.state)
        effectiveOn = sent.text(Field.effectiveOn)
        reason = sent.text(Field.reason)
        lessons = sent.text(Field.lessons)
        seen = sent.text(Field.seen)
    }
}

extension MilestoneForm {
    init(_ sent: Query) {
        self.init()
        text = sent.text(Field.text)
        datedOn = sent.text(Field.datedOn)
        forecastOn = sent.text(Field.forecastOn)
        state = sent.text(Field.state)
        doneOn = sent.text(Field.doneOn)
        reason = sent.text(Field.reason)
    }
}
