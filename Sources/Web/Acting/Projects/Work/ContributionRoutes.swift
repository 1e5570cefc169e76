// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/projekte/N/beitrag`: a project says in words what it contributes to what is measured.
struct ContributionRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ProjectWorkPaths.contributions), use: show)
        table.post(RouterPath(ProjectWorkPaths.contributions), use: save)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await page(nil, nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let project = try await site.projectAtWork(.plan, context)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let known = try await site.read { db in try ContributionForm.indicators(of: project, db).map(\.key) }
        let texts = known.map { key in
            (key, sent.text(ContributionForm.field(key))?.replacing("\r\n", with: "\n") ?? "")
        }
        let form = ContributionForm(texts: Dictionary(texts) { first, _ in first })
        let revision = try sent.number(ChangeProject.revisionField) ?? 0
        let place = context.links.to(ProjectWorkPaths.atWork(project.number))
        return try await site.answer(in: context) {
            let key = try site.formKey("contributions", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try StateContributions(project.number, form, basedOn: revision, in: project.programme)
                    .run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            try await page(form, faults.conflict?.revision ?? revision, faults, context)
        }
    }

    /// - Parameters:
    ///   - sent: what was typed; nil for what is said so far
    ///   - revision: which state of the project that was made of
    private func page(
        _ sent: ContributionForm?, _ revision: Int64?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> GoalWritingPage {
        let project = try await site.projectAtWork(.plan, context)
        let (indicators, found) = try await site.read { db in
            (try ContributionForm.indicators(of: project, db), try ContributionForm.find(of: project, db))
        }
        return GoalWritingPage(
            contributionsOf: project, sent ?? found.form, revision ?? found.revision, indicators, faults,
            formKey: site.formKey("contributions", in: context), in: context)
    }
}

extension GoalWritingPage {
    fileprivate init(
        contributionsOf project: ProjectAtWork, _ form: ContributionForm, _ revision: Int64,
        _ indicators: [Indicator], _ faults: FormFaults, formKey: String,
        in context: SiteContext
    ) {
        let labels = indicators.map { (ContributionForm.field($0.key), $0.name) }
        let parts = indicators.map { indicator in
            let name = ContributionForm.field(indicator.key)
            return Part(
                FormField(
                    name: name, label: indicator.name, hint: context.latest(of: indicator),
                    value: form.texts[indicator.key] ?? "", fault: faults[name], rows: 3))
        }
        let writing = Form(
            anchor: "formular", heading: nil, text: nil,
            action: context.links.to(ProjectWorkPaths.contributions(project.number)), formKey: formKey,
            revision: String(revision), parts: parts, submit: context.text("goals.contributions.submit"))
        self.init(
            kicker: project.title, heading: context.text("goals.contributions.heading"),
            lead: context.text("goals.contributions.lead"), summary: faults.summary,
            conflict: faults.conflict.map {
                ConflictNote($0, labels: Dictionary(labels) { first, _ in first }, in: context)
            },
            notices: indicators.isEmpty ? [Notice(context.text("goals.contributions.no-indicators"))] : [],
            forms: indicators.isEmpty ? [] : [writing],
            crumbs: [
                context.workCrumb, context.projectDeskCrumb,
                Crumb(label: project.title, link: context.links.to(ProjectWorkPaths.atWork(project.number))),
            ])
    }
}
