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
        try await page(context.query.text(ModerationPaths.token), nil, .none(in: context), .ok, context)
    }

    private func page(
        _ token: String?, _ typed: String?, _ faults: FormFaults, _ status: HTTPResponse.Status,
        _ context: SiteContext
    ) async throws -> Response {
        let secret = token.flatMap(Secret.init)
        let objection = try await site.read { db in try secret.flatMap { try Objection.find($0, db) } }
        guard let secret, let objection else { throw PageFault.gone }
        let key = site.formKey("objection", in: context)
        let standing = objection.standing(at: Moment(site.clock()))
        let page = ObjectionPage(objection, standing, secret, typed, faults, formKey: key, in: context)
        return try site.render(page, in: context, status: status).unkept
    }

    @Sendable
    private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (token, text) = (sent.text(ModerationPaths.token), sent.text(FileObjection.field))
        do {
            let key = try site.formKey("objection", sentIn: sent, context)
            guard let secret = token.flatMap(Secret.init) else { throw PageFault.unreadableForm }
            let (now, place) = (Moment(site.clock()), context.links.to(ModerationPaths.objected))
            return try await site.once(key, in: context) { db in
                try FileObjection(secret, because: text).run(at: now, in: db)
                return place
            }
        } catch let invalid as InvalidForm {
            return try await page(token, text, FormFaults(invalid, in: context), .unprocessableContent, context)
        }
    }

    @Sendable
    private func thanks(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(ObjectionThanksPage(in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await decisionPage(context.query.text(ModerationPaths.idField), ModerationForm(), nil, .ok, context)
    }

    private func decisionPage(
        _ id: String?, _ form: ModerationForm, _ invalid: InvalidForm?, _ status: HTTPResponse.Status,
        _ context: SiteContext
    ) async throws -> Response {
        let programme = try context.programme.id
        try context.visitor.mayModerate(in: programme).check()
        let key = site.formKey("moderation", in: context)
        let page = try await site.read { db in
            guard let id, let objection = try Objection.find(id: id, in: programme, db) else {
                throw PageFault.notFound
            }
            let matter = try objection.matter.flatMap { try MatterSummary.list([$0], in: programme, db).first }
            return ObjectionDecisionPage(
                objection, matter, form, FormFaults(invalid, in: context), formKey: key, in: context)
        }
        return try site.render(page, in: context, status: status).unkept
    }

    @Sendable
    private func decide(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (form, id) = (ModerationForm(sent), sent.text(ModerationPaths.idField))
        do {
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
        } catch let invalid as InvalidForm {
            return try await decisionPage(id, form, invalid, .unprocessableContent, context)
        }
    }
}
