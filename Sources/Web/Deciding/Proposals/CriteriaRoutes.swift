// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/vorschlaege/kriterien`: what every proposal of a programme has to answer, set by the programme office.
struct CriteriaRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ProposalPaths.criteria), use: edit)
        table.post(RouterPath(ProposalPaths.criteria), use: save)
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        try context.visitor.maySetCriteria(in: programme).check()
        let criteria = try await site.read { db in try SelectionCriterion.list(in: programme, db) }
        let text = criteria.map(\.text).joined(separator: "\n")
        return try site.render(page(text, .none(in: context), context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme) = (context.visitor, try context.programme.id)
        let typed = sent.text(SetCriteria.field)
        let place = context.links.to(ProposalPaths.work)
        return try await site.answer(in: context) {
            let key = try site.formKey("criteria", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try SetCriteria(typed).run(as: visitor, in: programme, db)
                return place
            }
        } orShow: { faults in
            page(typed ?? "", faults, context)
        }
    }

    private func page(_ text: String, _ faults: FormFaults, _ context: SiteContext) -> CriteriaPage {
        CriteriaPage(
            heading: context.text("proposals.criteria.heading"), summary: faults.summary,
            action: context.links.to(ProposalPaths.criteria), formKey: site.formKey("criteria", in: context),
            text: FormField(
                name: SetCriteria.field, label: context.text("proposals.criteria.label"),
                hint: context.text("proposals.criteria.hint"), value: text, fault: faults[SetCriteria.field], rows: 8),
            crumbs: [
                context.workCrumb,
                Crumb(label: context.text("proposals.draft.heading"), link: context.links.to(ProposalPaths.work)),
            ])
    }
}

/// The form of the criteria.
struct CriteriaPage: Page {
    static let template = "Proposals/criteria"
    let heading: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let text: FormField
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = CriteriaPage(
        heading: "Kriterien", summary: .sample, action: "/arbeit/vorschlaege/kriterien", formKey: "1.2.3",
        text: .sample, crumbs: [Crumb(label: "Vorschläge", link: "/arbeit/vorschlaege")])
}
