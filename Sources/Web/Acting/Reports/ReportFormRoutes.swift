// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/projekte/N/bericht`: a report is written, laid before the ministry and released.
struct ReportFormRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ProjectWorkPaths.report), use: show)
        table.post(RouterPath(ProjectWorkPaths.report), use: save)
        table.post(RouterPath(ProjectWorkPaths.giveBack), use: giveBack)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let project = try await site.projectAtWork(.report, context)
        return try site.render(try await page(project, nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let project = try await site.projectAtWork(.report, context)
        guard let step = try sent.choice("tun", as: ReportStep.self), step != .giveBack else {
            throw PageFault.unreadableForm
        }
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let (form, revision) = (ReportForm(sent), try sent.number(ReportForm.Field.revision) ?? 0)
        let place = context.links.to(ProjectWorkPaths.atWork(project.number))
        let onward = step == .release ? context.links.to("/projekte/\(project.number)") + "#berichte" : place
        return try await site.answer(in: context) {
            let key = try site.formKey("report", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try WriteReport(form, on: project.number, basedOn: revision, step, in: project.programme)
                    .run(as: visitor, at: now, in: db)
                return onward
            }
        } orShow: { faults in
            let typed = ReportFormPage.Typed(form: form, revision: faults.conflict?.revision ?? revision)
            return try await page(project, typed, faults, context)
        }
    }

    @Sendable
    private func giveBack(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let project = try await site.projectAtWork(.release, context)
        let (visitor, now, note) = (context.visitor, Moment(site.clock()), sent.text(ReportForm.Field.note))
        let place = context.links.to(ProjectWorkPaths.atWork(project.number))
        return try await site.answer(in: context) {
            let key = try site.formKey("report-back", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try GiveReportBack(note, on: project.number, in: project.programme).run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            try await page(project, nil, faults, context)
        }
    }

    private func page(
        _ project: ProjectAtWork, _ typed: ReportFormPage.Typed?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> ReportFormPage {
        let today = Moment(site.clock()).day
        let (draft, last) = try await site.read { db in
            (
                try ReportDraft.open(of: project.id, db),
                try ProjectParts.reports(of: project.id, db).first
            )
        }
        let reading = ReportFormPage.Reading(project: project, draft: draft, last: last, today: today)
        let keys = (
            form: site.formKey("report", in: context), back: site.formKey("report-back", in: context)
        )
        return ReportFormPage(reading, typed, faults, keys, in: context)
    }
}

extension ReportForm {
    init(_ sent: Query) {
        self.init()
        asOf = sent.text(Field.asOf)
        done = sent.text(Field.done)
        next = sent.text(Field.next)
        blocked = sent.text(Field.blocked)
        light = sent.text(Field.light)
        lightReason = sent.text(Field.lightReason)
        forecast = sent.text(Field.forecast)
    }
}
