// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/melden`: anybody reports something public; and what moderation did, year by year.
struct FlagRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ModerationPaths.flag), use: new)
        table.post(RouterPath(ModerationPaths.flag), use: send)
        table.get(RouterPath(ModerationPaths.flagged), use: thanks)
        table.get(RouterPath(ModerationPaths.years), use: years)
        table.downloads(.moderation, site)
    }

    @Sendable
    private func new(_ request: Request, _ context: SiteContext) async throws -> Response {
        let page = try await page(context.query, FlagForm(), .none(in: context), context)
        return try site.render(page, in: context)
    }

    private func page(
        _ sent: Query, _ form: FlagForm, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> FlagPage {
        let matter = try await matter(sent, context)
        let key = site.formKey("flag", in: context)
        return FlagPage(form, matter, faults, formKey: key, in: context)
    }

    private func matter(_ sent: Query, _ context: SiteContext) async throws -> MatterSummary {
        let programme = try context.programme.id
        guard let path = sent.text(ModerationPaths.aboutField),
            let matter = try await site.read({ db in try ModerationPaths.matter(at: path, in: programme, db) })
        else { throw PageFault.notFound }
        return matter
    }

    @Sendable
    private func send(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let form = FlagForm(sent, in: context)
        let matter = try await matter(sent, context)
        return try await site.answer(in: context) {
            let key = try site.formKey("flag", sentIn: sent, context)
            let (programme, visitor, now) = (try context.programme.id, context.visitor, Moment(site.clock()))
            let network = Network.name(of: context.remoteAddress)
            try site.entrance.limits.count(.flag, for: [network], at: site.clock())
            if let email = form.email {
                try site.entrance.limits.count(.confirmationMail, for: [email.lowercased()], at: site.clock())
            }
            return try await site.once(key, in: context) { db in
                try FileFlag(form, about: matter).run(as: visitor, in: programme, at: now, db) {
                    try site.letter(
                        LetterPage(words: "moderation.letters.receipt", action: nil, in: context), in: context)
                }
                return context.links.to(ModerationPaths.flagged)
            }
        } orShow: { faults in
            try await page(sent, form, faults, context)
        }
    }

    @Sendable
    private func thanks(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(FlagThanksPage(in: context), in: context)
    }

    @Sendable
    private func years(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let years = try await site.read { db in try ModerationYear.list(in: programme, db) }
        return try site.render(ModerationYearsPage(years, in: context), in: context)
    }
}

extension FlagForm {
    init(_ sent: Query, in context: SiteContext) {
        self.init(
            reason: sent.text(Field.reason), text: sent.text(Field.text), email: sent.text(Field.email),
            isInGoodFaith: sent.text(Field.goodFaith) != nil, language: context.language.rawValue)
    }
}
