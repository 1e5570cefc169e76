// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/ideen/uebernehmen`: somebody whose idea was taken down on paper makes it theirs with the code on the card.
struct ClaimRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(CapturePaths.claim), use: show)
        table.post(RouterPath(CapturePaths.claim), use: claim)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try context.visitor.person(if: context.visitor.mayUseOwnArea)
        return try site.render(try page(nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func claim(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let visitor = context.visitor
        let person = try visitor.person(if: visitor.mayUseOwnArea)
        let (now, programme, links) = (Moment(site.clock()), try context.programme.id, context.links)
        let typed = sent.text(ClaimIdea.field)
        return try await site.answer(in: context) {
            let key = try site.formKey("claim", sentIn: sent, context)
            try site.entrance.limits.count(
                .cardCode, for: [person.id, Network.name(of: context.remoteAddress)], at: site.clock())
            return try await site.once(key, in: context) { db in
                let number = try ClaimIdea(typed, in: programme).run(as: visitor, at: now, in: db)
                return links.to(number.map { "/ideen/\($0)" } ?? PeoplePaths.own)
            }
        } orShow: { faults in
            try page(typed, faults, context)
        }
    }

    private func page(_ typed: String?, _ faults: FormFaults, _ context: SiteContext) throws -> ClaimPage {
        ClaimPage(
            typed, faults, formKey: site.formKey("claim", in: context), in: context)
    }
}

/// Asks for the code on the card.
struct ClaimPage: Page {
    static let template = "Capture/claim"
    let heading: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let code: FormField
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ClaimPage(
        heading: "Meine Idee übernehmen", summary: .sample, action: "/ideen/uebernehmen", formKey: "1", code: .sample,
        crumbs: [Crumb(label: "Ideen", link: "/ideen")])
}

extension ClaimPage {
    init(_ typed: String?, _ faults: FormFaults, formKey: String, in context: SiteContext) {
        heading = context.text("capture.claim.heading")
        summary = faults.summary
        action = context.links.to(CapturePaths.claim)
        self.formKey = formKey
        code = FormField(
            name: ClaimIdea.field, label: context.text("capture.claim.code"),
            hint: context.text("capture.claim.code-hint"), value: typed ?? "", fault: faults[ClaimIdea.field],
            isRequired: true, completion: "off")
        crumbs = [Crumb(label: context.word(.matterKinds, MatterKind.idea.rawValue), link: context.links.to("/ideen"))]
    }
}
