// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/widerspruch`: whoever was told of a decision objects by the link of that letter; and another moderator decides.
struct ObjectionRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ModerationPaths.objection), use: new)
        table.post(RouterPath(ModerationPaths.objection), use: file)
        table.get(RouterPath(ModerationPaths.objected), use: thanks)
        table.get(RouterPath(ModerationPaths.objectionDecision), use: show)
        table.post(RouterPath(ModerationPaths.objectionDecision), use: decide)
    }

    @Sendable
    private func new(_ request: Request, _ context: SiteContext) async throws -> Response {
        let token = context.query.text(ModerationPaths.token)
        return try site.render(try await page(token, nil, .none(in: context), context), in: context).unkept
    }

    private func page(
        _ token: String?, _ typed: String?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> ObjectionPage {
        let secret = token.flatMap(Secret.init)
        let objection = try await site.read { db in try secret.flatMap { try Objection.find($0, db) } }
        guard let secret, let objection else { throw PageFault.gone }
        let key = site.formKey("objection", in: context)
        let standing = objection.standing(at: Moment(site.clock()))
        return ObjectionPage(objection, standing, secret, typed, faults, formKey: key, in: context)
    }

    @Sendable
    private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (token, text) = (sent.text(ModerationPaths.token), sent.text(FileObjection.field))
        return try await site.answer(in: context) {
            let key = try site.formKey("objection", sentIn: sent, context)
            guard let secret = token.flatMap(Secret.init) else { throw PageFault.unreadableForm }
            let (now, place) = (Moment(site.clock()), context.links.to(ModerationPaths.objected))
            return try await site.once(key, in: context) { db in
                try FileObjection(secret, because: text).run(at: now, in: db)
                return place
            }
        } orShow: { faults in
            try await page(token, text, faults, context)
        }.unkept
    }

    @Sendable
    private func thanks(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(ObjectionThanksPage(in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = context.query.text(ModerationPaths.idField)
        let page = try await decisionPage(id, ModerationForm(), .none(in: context), context)
        return try site.render(page, in: context).unkept
    }

    private func decisionPage(
        _ id: String?, _ form: ModerationForm, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> ObjectionDecisionPage {
        let programme = try context.programme.id
        try context.visitor.mayModerate(in: programme).check()
        let key = site.formKey("moderation", in: context)
        return try await site.read { db in
            guard let id, let objection = try Objection.find(id: id, in: programme, db) else {
                throw PageFault.notFound
            }
            let matter = try objection.matter.flatMap { try MatterSummary.list([$0], in: programme, db).first }
            return ObjectionDecisionPage(
                objection, matter, form, faults, formKey: key, in: context)
        }
    }

    @Sendable
    private func decide(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (form, id) = (ModerationForm(sent), sent.text(ModerationPaths.idField))
        return try await site.answer(in: context) {
            let key = try site.formKey("moderation", sentIn: sent, context)
            let (programme, visitor, now) = (try context.programme.id, context.visitor, Moment(site.clock()))
            let (site, rules) = (site, site.moderationRules)
            guard let id else { throw PageFault.unreadableForm }
            return try await site.once(key, in: context) { db in
                try DecideObjection(id, form, in: programme, ruleNames: rules).run(as: visitor, at: now, in: db) {
                    try site.letter($0, in: context)
                }
                return context.links.to(ModerationPaths.inbox)
            }
        } orShow: { faults in
            try await decisionPage(id, form, faults, context)
        }.unkept
    }
}
