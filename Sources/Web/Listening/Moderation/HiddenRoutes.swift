// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/arbeit/moderation/ausgeblendet`: what is hidden, and showing it again.
struct HiddenRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ModerationPaths.hidden), use: list)
        table.post(RouterPath(ModerationPaths.restoring), use: restore)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await page(nil, nil, .none(in: context), context), in: context).unkept
    }

    private func page(
        _ chosen: String?, _ reason: String?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> HiddenMattersPage {
        let programme = try context.programme.id
        try context.visitor.mayModerate(in: programme).check()
        let page = ListPage(try context.query.page())
        let hidden = try await site.read { db in try HiddenMatter.list(in: programme, page, db) }
        let key = site.formKey("moderation", in: context)
        return try HiddenMattersPage(hidden, page, chosen, reason, faults, formKey: key, in: context)
    }

    @Sendable
    private func restore(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (id, reason) = (sent.text(ModerationPaths.idField), sent.text(ModerationForm.Field.reason))
        return try await site.answer(in: context) {
            let key = try site.formKey("moderation", sentIn: sent, context)
            let (programme, visitor, now) = (try context.programme.id, context.visitor, Moment(site.clock()))
            let site = site
            return try await site.once(key, in: context) { db in
                guard let id else { throw InvalidForm([.init(ModerationPaths.idField, "restoring-missing")]) }
                try RestoreMatter(id, because: reason, in: programme).run(as: visitor, at: now, in: db) {
                    try site.letter($0, in: context)
                }
                return context.links.to(ModerationPaths.hidden)
            }
        } orShow: { faults in
            try await page(id, reason, faults, context)
        }.unkept
    }
}

/// What is hidden, with the form by which one of them is shown again.
struct HiddenMattersPage: Page {
    static let template = "Moderation/hidden"
    let heading: String
    let summary: ErrorSummary?
    let form: Form?
    let empty: EmptyState?
    let pager: Pager?
    let crumbs: [Crumb]

    struct Form: Sendable {
        let action: String
        let formKey: String
        let matter: ChoiceField
        let reason: FormField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = HiddenMattersPage(
        heading: "Ausgeblendetes", summary: .sample,
        form: Form(
            action: "/arbeit/moderation/ausgeblendet/zeigen", formKey: "1.2.3", matter: .sample, reason: .sample),
        empty: .sample, pager: .sample, crumbs: [Crumb(label: "Moderation", link: "/arbeit/moderation")])
}

extension HiddenMattersPage {
    init(
        _ found: Listed<HiddenMatter>, _ page: ListPage, _ chosen: String?, _ reason: String?, _ faults: FormFaults,
        formKey: String, in context: SiteContext
    ) throws {
        heading = context.text("moderation.hidden.heading")
        summary = faults.summary
        form =
            found.rows.isEmpty
            ? nil
            : Form(
                action: context.links.to(ModerationPaths.restoring), formKey: formKey,
                matter: ChoiceField(
                    name: ModerationPaths.idField, label: context.text("moderation.hidden.which"), chosen: chosen,
                    options: found.rows.map { ($0.id, $0.label(in: context)) },
                    fault: faults[ModerationPaths.idField]),
                reason: ModerationFields.reason(ModerationForm(reason: reason), faults, in: context))
        empty =
            found.rows.isEmpty
            ? EmptyState(text: context.text("moderation.hidden.empty"), link: nil, linkLabel: nil) : nil
        pager = try Pager(page: page.number, of: found.total, path: ModerationPaths.hidden, in: context)
        crumbs = context.moderationCrumbs
    }
}

extension HiddenMatter {
    /// "Idee 12: Mehr Bänke (Keine Werbung, 3. März 2026)"
    fileprivate func label(in context: SiteContext) -> String {
        let name = "\(context.word(kind: kind)) \(context.notation.number(number))"
        let rule = rule.map { context.text("moderation.rules.\($0.rawValue)") }
        let facts = [rule, context.moment(decidedAt)].compactMap { $0 }.joined(separator: ", ")
        return "\(title.map { "\(name): \($0.prefix(80))" } ?? name) (\(facts))"
    }
}

/// What stands at the address of something that is hidden: by which rule, and since when. None of its words.
struct HiddenMarkPage: Page {
    static let template = "Moderation/mark"
    let heading: String
    let text: String
    let years: String

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = HiddenMarkPage(
        heading: "Idee 12 ist ausgeblendet", text: "Regel: Keine Werbung", years: "/moderation")
}

extension HiddenMarkPage {
    init(_ hidden: HiddenMatter, in context: SiteContext) {
        let name = "\(context.word(kind: hidden.kind)) \(context.notation.number(hidden.number))"
        let rule = context.text("moderation.rules.\((hidden.rule ?? .other).rawValue)")
        heading = context.text("moderation.mark.heading", ["name": name])
        text = context.text("moderation.mark.text", ["rule": rule, "date": context.moment(hidden.decidedAt)])
        years = context.links.to(ModerationPaths.years)
    }
}

extension Site {
    /// What stands at the address of something that moderation has hidden as a whole: by which rule.
    ///
    /// - Throws: `PageFault.notFound` where nothing was hidden
    func mark(of kind: MatterKind, _ number: Int64, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let hidden = try await read { db in try HiddenMatter.find(kind, number: number, in: programme, db) }
        guard let hidden else { throw PageFault.notFound }
        return try render(HiddenMarkPage(hidden, in: context), in: context, status: .gone)
    }
}
