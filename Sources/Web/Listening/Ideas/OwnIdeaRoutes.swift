// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Markup
import Participation
import Storage

/// What those who handed an idea in can do with it, and what everybody can read about that: change it, take it back,
/// see what it said before.
struct OwnIdeaRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(IdeaPaths.edit), use: edit)
        table.post(RouterPath(IdeaPaths.edit), use: save)
        table.get(RouterPath(IdeaPaths.withdraw), use: ask)
        table.post(RouterPath(IdeaPaths.withdraw), use: withdraw)
        table.get(RouterPath(IdeaPaths.versions), use: versions)
    }

    /// The idea, for whoever may change it.
    private func idea(_ context: SiteContext) async throws -> OwnIdea {
        let (number, programme) = (try context.number(), try context.programme.id)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let idea = try await site.read { db in
            try OwnIdea.find(number: number, for: visitor, in: programme, at: now, db)
        }
        guard let idea else { throw PageFault.notFound }
        try visitor.mayChange(idea.standing).check()
        return idea
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let idea = try await idea(context)
        let page = IdeaEditPage(
            IdeaForm(title: idea.title, text: idea.text), idea, .none(in: context),
            formKey: site.formKey("idea-edit", in: context), in: context)
        return try site.render(page, in: context)
    }

    /// Whatever stands in the way, the page comes back with what was typed; where somebody else was faster, with both
    /// texts.
    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let form = IdeaForm(sent)
        let idea = try await idea(context)
        let version = sent.text(IdeaPaths.version) ?? ""
        return try await site.answer(in: context) {
            if sent.text(IdeaSimilarPage.action) == IdeaFormPage.previewing {
                let html = try Markup.html(fromParticipant: try form.validatedText()).text
                let page = IdeaEditPage(
                    form, idea, .none(in: context), version: version, preview: html,
                    formKey: site.formKey("idea-edit", in: context), in: context)
                return try site.render(page, in: context)
            }
            let key = try site.formKey("idea-edit", sentIn: sent, context)
            let (visitor, now) = (context.visitor, Moment(site.clock()))
            let change = ChangeIdea(
                form, of: idea.number, in: try context.programme.id, version: version)
            let place = context.links.to(IdeaPaths.idea(idea.number), [IdeaPaths.done: "geaendert"])
            return try await site.once(key, in: context) { db in
                try change.run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            let theirs = faults.isOutdated ? try await self.idea(context) : nil
            return IdeaEditPage(
                form, theirs ?? idea, faults, theirs: theirs, formKey: site.formKey("idea-edit", in: context),
                in: context)
        }
    }

    @Sendable
    private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        let page = IdeaWithdrawalPage(
            try await idea(context), .none(in: context), formKey: site.formKey("idea-withdrawal", in: context),
            in: context)
        return try site.render(page, in: context)
    }

    @Sendable
    private func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        let withdrawn = try await site.read { db in try Idea.isWithdrawn(number: number, in: programme, db) }
        if withdrawn { return .seeOther(context.links.to(PeoplePaths.own)) }
        let idea = try await idea(context)
        return try await site.answer(in: context) {
            let key = try site.formKey("idea-withdrawal", sentIn: sent, context)
            guard sent.text(IdeaPaths.understood) != nil else {
                throw InvalidForm([.init(IdeaPaths.understood, "idea-withdrawal-unconfirmed")])
            }
            let (now, place) = (Moment(site.clock()), context.links.to(IdeaPaths.list))
            return try await site.once(key, in: context) { db in
                try WithdrawIdea(number, in: programme).run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            IdeaWithdrawalPage(
                idea, faults, formKey: site.formKey("idea-withdrawal", in: context),
                in: context)
        }
    }

    @Sendable
    private func versions(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        let page = try await site.read { db in
            guard let idea = try Idea.find(number: number, in: programme, db) else { throw PageFault.notFound }
            return IdeaVersionsPage(idea, try Idea.earlierVersions(of: idea.id, db), in: context)
        }
        guard let page else { throw PageFault.notFound }
        return try site.render(page, in: context)
    }
}
