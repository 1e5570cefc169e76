// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/projekte`: projects are begun and changed by those who run them.
struct ProjectWorkRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ProjectWorkPaths.desk), use: list)
        table.get(RouterPath(ProjectWorkPaths.new), use: begin)
        table.post(RouterPath(ProjectWorkPaths.new), use: create)
        table.get(RouterPath(ProjectWorkPaths.atWork), use: show)
        table.get(RouterPath(ProjectWorkPaths.change), use: edit)
        table.post(RouterPath(ProjectWorkPaths.change), use: save)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        try visitor.mayWorkOnProjects(in: programme).check()
        let page = ListPage(try context.query.page())
        let filter = try context.query.choice("auswahl", as: ProjectWorkFilter.self) ?? .own
        let today = Moment(site.clock()).day
        let found = try await site.read { db in
            try ProjectAtWork.list(in: programme, for: visitor, filter, on: today, page, db)
        }
        return try site.render(
            try ProjectWorkListPage(found, filter, page, today: today, in: context), in: context)
    }

    @Sendable
    private func begin(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        try visitor.mayBeginProject(in: programme).check()
        var form = ProjectForm()
        form.reportMonths = String(ProjectForm.usualRhythm)
        return try site.render(try await newPage(form, .none(in: context), context), in: context)
    }

    @Sendable
    private func create(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, links) = (context.visitor, try context.programme.id, context.links)
        try visitor.mayBeginProject(in: programme).check()
        let (form, now) = (ProjectForm(sent), Moment(site.clock()))
        return try await site.answer(in: context) {
            let key = try site.formKey("project", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                let number = try BeginProject(form, in: programme).run(as: visitor, at: now, in: db)
                return links.to(ProjectWorkPaths.atWork(number))
            }
        } orShow: { faults in
            try await newPage(form, faults, context)
        }
    }

    private func newPage(
        _ form: ProjectForm, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> ProjectFormPage {
        let (programme, today) = (try context.programme.id, Moment(site.clock()).day)
        let choices = try await site.read { db in try ProjectFormChoices.load(in: programme, on: today, db) }
        return ProjectFormPage(
            form, nil, choices, faults, formKey: site.formKey("project", in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(
            try await site.projectAtWorkPage(sent: .empty, .none(in: context), context), in: context)
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let project = try await site.projectAtWork(.change, context)
        let found = try await site.read { db in try ChangeProject.form(of: project, db) }
        let page = try await changePage(found.form, project, found.revision, .none(in: context), context)
        return try site.render(page, in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let project = try await site.projectAtWork(.change, context)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let (form, revision) = (ProjectForm(sent), try sent.number(ChangeProject.revisionField) ?? 0)
        let place = context.links.to(ProjectWorkPaths.atWork(project.number))
        return try await site.answer(in: context) {
            let key = try site.formKey("project", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try ChangeProject(project.number, form, basedOn: revision, in: project.programme)
                    .run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            try await changePage(form, project, faults.conflict?.revision ?? revision, faults, context)
        }
    }

    private func changePage(
        _ form: ProjectForm, _ project: ProjectAtWork, _ revision: Int64, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> ProjectFormPage {
        let today = Moment(site.clock()).day
        let (choices, pillar) = try await site.read { db in
            let current = try ChangeProject.form(of: project, db).form
            let choices = try ProjectFormChoices.load(
                in: project.programme, keeping: current.ministry, on: today, db)
            return (choices, current.pillar)
        }
        var form = form
        form.pillar = pillar
        return ProjectFormPage(
            form, (project, revision), choices, faults, formKey: site.formKey("project", in: context),
            in: context)
    }
}

extension Site {
    /// The project of the address, for somebody who may do this with it.
    func projectAtWork(_ act: ProjectAct, _ context: SiteContext) async throws -> ProjectAtWork {
        let (number, programme) = (try context.number(), try context.programme.id)
        try context.visitor.mayWorkOnProjects(in: programme).check()
        let project = try await read { db in try ProjectAtWork.find(number, in: programme, db) }
        guard let project else { throw PageFault.notFound }
        try context.visitor.may(act, project).check()
        return project
    }
}

extension ProjectForm {
    init(_ sent: Query) {
        self.init()
        title = sent.text(Field.title)
        description = sent.text(Field.description)
        pillar = sent.text(Field.pillar)
        field = sent.text(Field.field)
        ministry = sent.text(Field.ministry)
        office = sent.text(Field.office)
        goals = sent.texts(Field.goals)
        isRegionWide = sent.text(Field.isRegionWide) != nil
        municipalities = sent.texts(Field.municipalities)
        partners = sent.text(Field.partners)
        startsOn = sent.text(Field.startsOn)
        endsOn = sent.text(Field.endsOn)
        fundingEndsOn = sent.text(Field.fundingEndsOn)
        contact = sent.text(Field.contact)
        reportMonths = sent.text(Field.reportMonths)
        stateProgramme = StateProgrammeForm(sent)
    }
}

extension StateProgrammeForm {
    init(_ sent: Query) {
        self.init()
        legalBasis = sent.text(Field.legalBasis)
        totalVolume = sent.text(Field.totalVolume)
        regionShare = sent.text(Field.regionShare)
        regionShareMethod = sent.text(Field.regionShareMethod)
    }
}
