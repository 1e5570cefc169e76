// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/moderation/meldungen`: everything that was reported, and deciding about several at once.
struct ModerationFlagsRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ModerationPaths.flags), use: list)
        table.post(RouterPath(ModerationPaths.flags), use: decide)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let page = try await page(ModerationForm(), [], .none(in: context), context)
        return try site.render(page, in: context).unkept
    }

    private func page(
        _ form: ModerationForm, _ chosen: [String], _ faults: FormFaults, _ context: SiteContext
    ) async throws -> ModerationFlagsPage {
        let programme = try context.programme.id
        try context.visitor.mayModerate(in: programme).check()
        let (key, page) = (site.formKey("moderation", in: context), ListPage(try context.query.page()))
        return try await site.read { db in
            let flags = try FiledFlag.open(in: programme, page, db)
            let mentions = try Mentions.load(flags.rows.map(\.matter), programme, context, db)
            return try ModerationFlagsPage(
                flags, page, mentions, form, chosen: chosen, faults, formKey: key, in: context)
        }
    }

    @Sendable
    private func decide(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (form, chosen) = (ModerationForm(sent), sent.texts(DecideFlags.field))
        return try await site.answer(in: context) {
            let key = try site.formKey("moderation", sentIn: sent, context)
            let (programme, visitor, now) = (try context.programme.id, context.visitor, Moment(site.clock()))
            let (site, rules) = (site, site.moderationRules)
            return try await site.once(key, in: context) { db in
                let matters = try chosen.compactMap { try ModerationPaths.matter(at: $0, in: programme, db) }
                try DecideFlags(about: matters, form, in: programme, ruleNames: rules).run(
                    as: visitor, at: now, in: db
                ) { try site.letter($0, in: context) }
                return context.links.to(ModerationPaths.inbox)
            }
        } orShow: { faults in
            try await page(form, chosen, faults, context)
        }.unkept
    }
}

/// What was reported, each matter with everything that was said of it, and one form for all that are ticked.
struct ModerationFlagsPage: Page {
    static let template = "Moderation/flags"
    let heading: String
    let summary: ErrorSummary?
    let form: Form?
    let empty: EmptyState?
    let pager: Pager?
    let crumbs: [Crumb]

    struct Form: Sendable {
        let action: String
        let formKey: String
        let rows: [Row]
        let rule: ChoiceField
        let reason: FormField
    }

    struct Row: Sendable {
        let path: String
        let isChosen: Bool
        let title: String
        let link: String
        let reports: [ModerationFlagPage.Report]
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ModerationFlagsPage(
        heading: "Meldungen", summary: .sample,
        form: Form(
            action: "/arbeit/moderation/meldungen", formKey: "1.2.3",
            rows: [
                Row(
                    path: "/kommentare/1", isChosen: true, title: "Kommentar 1", link: "/kommentare/1",
                    reports: [.init(about: "Werbung · 3. März 2026", text: "Das ist Werbung.")])
            ], rule: .sample, reason: .sample),
        empty: .sample, pager: .sample, crumbs: [Crumb(label: "Moderation", link: "/arbeit/moderation")])
}

extension ModerationFlagsPage {
    init(
        _ flags: Listed<FiledFlag>, _ page: ListPage, _ mentions: Mentions, _ form: ModerationForm, chosen: [String],
        _ faults: FormFaults, formKey: String, in context: SiteContext
    ) throws {
        let rows = Self.rows(flags.rows, mentions, chosen, context)
        heading = context.text("moderation.flags.heading")
        summary = faults.summary
        self.form =
            rows.isEmpty
            ? nil
            : Form(
                action: context.links.to(ModerationPaths.flags), formKey: formKey, rows: rows,
                rule: ModerationFields.rule(form, faults, in: context),
                reason: ModerationFields.reason(form, faults, in: context))
        empty =
            rows.isEmpty ? EmptyState(text: context.text("moderation.flags.empty"), link: nil, linkLabel: nil) : nil
        pager = try Pager(page: page.number, of: flags.total, path: ModerationPaths.flags, in: context)
        crumbs = context.moderationCrumbs
    }

    /// Whatever was reported several times stands once, where it was reported first.
    private static func rows(
        _ flags: [FiledFlag], _ mentions: Mentions, _ chosen: [String], _ context: SiteContext
    ) -> [Row] {
        var order: [String] = []
        for flag in flags where !order.contains(flag.matter) { order.append(flag.matter) }
        return order.compactMap { id in
            guard let matter = mentions.matter(id), let path = ModerationPaths.path(of: matter) else { return nil }
            let reports = flags.filter { $0.matter == id }.map { ModerationFlagPage.Report($0, in: context) }
            return Row(
                path: path, isChosen: chosen.contains(path), title: context.quotation(of: matter),
                link: context.links.to(path), reports: reports)
        }
    }
}

extension ModerationFlagPage.Report {
    init(_ flag: FiledFlag, in context: SiteContext) {
        about = [context.text("moderation.rules.\(flag.reason.rawValue)"), context.moment(flag.createdAt)]
            .joined(separator: " · ")
        text = flag.text
    }
}
