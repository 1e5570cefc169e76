// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/arbeit/antworten`: how a programme answers, and the text blocks its offices share.
struct ReplySettingRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ReplyPaths.setting), use: show)
        table.post(RouterPath(ReplyPaths.setting), use: save)
        table.post(RouterPath(ReplyPaths.templates), use: add)
        table.post(RouterPath(ReplyPaths.templateRemoval), use: remove)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await page(.empty, .none(in: context), context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let setting = ReplySetting(needsRelease: sent.text(ReplySetting.Field.needsRelease) != nil)
        let programme = try context.programme.id
        let days = sent.text(ReplySetting.Field.days)
        return try await perform("reply-setting", sent, context) { visitor, db in
            try ChangeReplySetting(setting, days: days, in: programme).run(as: visitor, in: db)
        }
    }

    @Sendable
    private func add(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let programme = try context.programme.id
        let (title, text) = (sent.text(ReplyTemplate.Field.title), sent.text(ReplyTemplate.Field.text))
        return try await perform("reply-template", sent, context) { visitor, db in
            try AddReplyTemplate(title: title, text: text, in: programme).run(as: visitor, in: db)
        }
    }

    @Sendable
    private func remove(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let programme = try context.programme.id
        let template = sent.text(ReplySettingPage.removedTemplate) ?? ""
        return try await perform("reply-template-removal", sent, context) { visitor, db in
            try RemoveReplyTemplate(template, in: programme).run(as: visitor, in: db)
        }
    }

    private func perform(
        _ form: String, _ sent: Query, _ context: SiteContext,
        _ change: @escaping @Sendable (Visitor, Connection) throws -> Void
    ) async throws -> Response {
        let visitor = context.visitor
        try visitor.maySetReplies(in: try context.programme.id).check()
        let place = context.links.to(ReplyPaths.setting)
        return try await site.answer(in: context) {
            let key = try site.formKey(form, sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try change(visitor, db)
                return place
            }
        } orShow: { faults in
            try await page(sent, faults, context)
        }
    }

    private func page(_ sent: Query, _ faults: FormFaults, _ context: SiteContext) async throws -> ReplySettingPage {
        let programme = try context.programme.id
        try context.visitor.maySetReplies(in: programme).check()
        let (setting, days, templates) = try await site.read { db in
            (
                try ReplySetting.load(of: programme, db), try ListeningRule.find(in: programme, db).replyDays,
                try ReplyTemplate.list(in: programme, db)
            )
        }
        let keys = ReplySettingPage.Keys(
            setting: site.formKey("reply-setting", in: context), adding: site.formKey("reply-template", in: context),
            removal: templates.map { _ in site.formKey("reply-template-removal", in: context) })
        return ReplySettingPage(
            setting, days: days, templates, sent, faults, keys: keys, in: context)
    }
}
