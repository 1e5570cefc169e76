// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/mein/neues` and `/mein/verfolgt`: what happened to what a person follows, and what that is.
struct NewsRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(NoticePaths.news), use: news)
        table.post(RouterPath(NoticePaths.news), use: markRead)
        table.get(RouterPath(NoticePaths.followed), use: followed)
    }

    @Sendable
    private func news(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try context.visitor.person(if: context.visitor.mayUseOwnArea)
        let programme = try context.programme.id
        let page = ListPage(try context.query.page())
        let now = Moment(site.clock())
        let answer = try await site.read { db in
            let notices = try ReceivedNotice.list(of: person.id, in: programme, page, db)
            let texts = try ProgrammeTexts(notices.rows, in: programme, context, db)
            let unread = try ReceivedNotice.unread(by: person.id, in: programme, db)
            return try NewsPage(notices, texts, unread: unread, page, at: now, in: context)
        }
        return try site.render(answer, in: context)
    }

    /// Sent twice, it marks the same as read once more.
    @Sendable
    private func markRead(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        let then = sent.text(NewsPage.drawnField).flatMap(Moment.init(text:)) ?? now
        try await site.write { db in
            try MarkNoticesRead(in: programme, until: then).run(as: visitor, at: now, in: db)
        }
        return .seeOther(context.links.to(NoticePaths.news))
    }

    @Sendable
    private func followed(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try context.visitor.person(if: context.visitor.mayUseOwnArea)
        let programme = try context.programme.id
        let page = ListPage(try context.query.page())
        let answer = try await site.read { db in
            let follows = try Follow.list(of: person.id, in: programme, page, db)
            let texts = try ProgrammeTexts(for: context.language, of: follows.rows.map(\.matter.id), in: programme, db)
            return try FollowedPage(follows, texts, page, in: context)
        }
        return try site.render(answer, in: context)
    }
}

extension ProgrammeTexts {
    /// The texts of all matters that some notices speak of.
    init(
        _ notices: [ReceivedNotice], in programme: String, _ context: SiteContext, _ db: Connection
    ) throws {
        let matters = Set(notices.flatMap { [$0.matter.id, $0.followed.id] }).sorted()
        try self.init(for: context.language, of: matters, in: programme, db)
    }
}
