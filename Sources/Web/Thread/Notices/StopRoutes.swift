// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/abbestellen?schluessel=…`: one click ends mails about news, without signing in (RFC 8058). Mail programs send the
/// form themselves; people who open the link find a page with one button. Opening it changes nothing.
struct StopRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(NoticePaths.stop), use: ask)
        table.post(RouterPath(NoticePaths.stop), use: stop)
    }

    @Sendable
    private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        let token = context.query.text(NoticePaths.stopToken).flatMap(Secret.init)
        let isKnown = try await site.read { db in
            try token.map { try NoticeStop.person($0, in: db) != nil } ?? false
        }
        return try answer(isKnown ? .asked : .unknown, token, context)
    }

    /// What a mail program sends with it is not read: the address says everything.
    @Sendable
    private func stop(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let token = context.query.text(NoticePaths.stopToken).flatMap(Secret.init) else {
            return try answer(.unknown, nil, context)
        }
        let now = Moment(site.clock())
        let isDone = try await site.write { db in try StopNoticeMails(token).run(at: now, in: db) }
        return try answer(isDone ? .done : .unknown, token, context)
    }

    private func answer(_ standing: StopPage.Standing, _ token: Secret?, _ context: SiteContext) throws -> Response {
        try site.render(
            StopPage(standing, token, in: context), in: context, status: standing == .unknown ? .gone : .ok
        ).unkept
    }
}

/// Asks, or says that no more mails come.
struct StopPage: Page {
    static let template = "Notices/stop"
    let heading: String
    let lead: String
    /// The button; nil when there is nothing to end.
    let form: Form?
    let delivery: String

    struct Form: Sendable {
        let action: String
    }

    enum Standing: String {
        case asked, done, unknown
    }

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = StopPage(
        heading: "Keine E-Mails mehr?", lead: "Mit einem Klick.", form: Form(action: "/abbestellen?schluessel=1"),
        delivery: "/mein/benachrichtigungen")
}

extension StopPage {
    init(_ standing: Standing, _ token: Secret?, in context: SiteContext) {
        let action = token.map { context.links.to(NoticePaths.stop, [NoticePaths.stopToken: $0.text]) }
        self.init(
            heading: context.text("notices.stop.\(standing.rawValue).heading"),
            lead: context.text("notices.stop.\(standing.rawValue).text"),
            form: standing == .asked ? action.map { Form(action: $0) } : nil,
            delivery: context.links.to(NoticePaths.delivery))
    }
}
