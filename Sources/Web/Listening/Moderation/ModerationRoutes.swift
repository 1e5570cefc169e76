// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/moderation`: what waits for a moderator, and deciding about it.
struct ModerationRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ModerationPaths.inbox), use: inbox)
        table.post(RouterPath(ModerationPaths.held), use: decideHeld)
        table.post(RouterPath(ModerationPaths.undo), use: undo)
        table.get(RouterPath(ModerationPaths.decision), use: flagged)
        table.post(RouterPath(ModerationPaths.decision), use: decideFlags)
    }

    @Sendable
    private func inbox(_ request: Request, _ context: SiteContext) async throws -> Response {
        let page = try await inboxPage(ModerationForm(), [], .none(in: context), context)
        return try site.render(page, in: context).unkept
    }

    private func inboxPage(
        _ form: ModerationForm, _ chosen: [String], _ faults: FormFaults, _ context: SiteContext
    ) async throws -> ModerationInboxPage {
        let programme = try context.programme.id
        try context.visitor.mayModerate(in: programme).check()
        let (key, undoKey) = (site.formKey("moderation", in: context), site.formKey("moderation-undo", in: context))
        let (person, now) = (context.visitor.person?.id, Moment(site.clock()))
        return try await site.read { db in
            let rounds = try person.map { try ModerationRound.open(by: $0, in: programme, at: now, db) } ?? []
            let held = try HeldContribution.waiting(in: programme, ListPage(1), db)
            let flags = try FiledFlag.open(in: programme, ListPage(1), db)
            let objections = try Objection.waiting(in: programme, ListPage(1), db)
            let named = held.rows.map(\.about) + flags.rows.map(\.matter)
            let mentions = try Mentions.load(named, programme, context, db)
            return ModerationInboxPage(
                held, flags, objections, mentions, form, chosen: chosen, faults, formKey: key,
                undo: UndoPart(rounds, formKey: undoKey, in: context), in: context)
        }
    }

    @Sendable
    private func undo(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let key = try site.formKey("moderation-undo", sentIn: sent, context)
        let (programme, visitor, now) = (try context.programme.id, context.visitor, Moment(site.clock()))
        guard let round = sent.text(ModerationPaths.idField) else { throw PageFault.unreadableForm }
        return try await site.once(key, in: context) { db in
            try UndoModerationRound(round, in: programme).run(as: visitor, at: now, in: db)
            return context.links.to(ModerationPaths.inbox)
        }
    }

    @Sendable
    private func decideHeld(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (form, chosen) = (ModerationForm(sent), sent.texts(DecideHeldContributions.field))
        return try await site.answer(in: context) {
            let key = try site.formKey("moderation", sentIn: sent, context)
            let (programme, visitor, now) = (try context.programme.id, context.visitor, Moment(site.clock()))
            return try await site.once(key, in: context) { db in
                try DecideHeldContributions(chosen, form, in: programme).run(as: visitor, at: now, in: db) {
                    try site.letter($0, in: context)
                }
                return context.links.to(ModerationPaths.inbox)
            }
        } orShow: { faults in
            try await inboxPage(form, chosen, faults, context)
        }.unkept
    }

    @Sendable
    private func flagged(_ request: Request, _ context: SiteContext) async throws -> Response {
        let page = try await flaggedPage(context.query, ModerationForm(), .none(in: context), context)
        return try site.render(page, in: context).unkept
    }

    private func flaggedPage(
        _ sent: Query, _ form: ModerationForm, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> ModerationFlagPage {
        let programme = try context.programme.id
        try context.visitor.mayModerate(in: programme).check()
        let key = site.formKey("moderation", in: context)
        return try await site.read { db in
            guard let path = sent.text(ModerationPaths.aboutField),
                let matter = try ModerationPaths.matter(at: path, in: programme, db)
            else { throw PageFault.notFound }
            let flags = try FiledFlag.open(about: matter.id, in: programme, db)
            let remark = matter.kind == .remark ? try Remark.find(matter.id, in: programme, db) : nil
            return ModerationFlagPage(
                matter, path, text: remark?.text ?? matter.title, flags, form, faults, formKey: key, in: context)
        }
    }

    @Sendable
    private func decideFlags(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let form = ModerationForm(sent)
        return try await site.answer(in: context) {
            let key = try site.formKey("moderation", sentIn: sent, context)
            let (programme, visitor, now) = (try context.programme.id, context.visitor, Moment(site.clock()))
            let rules = site.moderationRules
            return try await site.once(key, in: context) { db in
                guard let path = sent.text(ModerationPaths.aboutField),
                    let matter = try ModerationPaths.matter(at: path, in: programme, db)
                else { throw PageFault.notFound }
                try DecideFlags(about: [matter], form, in: programme, ruleNames: rules).run(
                    as: visitor, at: now, in: db
                ) { try site.letter($0, in: context) }
                return context.links.to(ModerationPaths.inbox)
            }
        } orShow: { faults in
            try await flaggedPage(sent, form, faults, context)
        }.unkept
    }
}

extension ModerationForm {
    init(_ sent: Query) {
        self.init(
            verdict: sent.text(Field.verdict), rule: sent.text(Field.rule), reason: sent.text(Field.reason))
    }
}
