// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// Offers to take part: what people could do, how many did, and what was made of it.
struct ActivityRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/mitmachangebote", use: list)
        table.get("/mitmachangebote/{number}", use: show)
        table.downloads(.activities, site)
        table.downloads(.pollResults, site)
        table.downloads(.pollTurnout, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let filter = try Activity.Filter(context.query)
        let page = ListPage(try context.query.page())
        let answer = try await site.read { db in
            try CataloguePage.activities(filter, page, in: programme, context, db)
        }
        return try site.render(answer, in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        let now = Moment(site.clock())
        let page = try await site.read { db in
            guard let activity = try Activity.find(number: number, in: programme, db) else { throw PageFault.notFound }
            return try ActivityPage.load(activity, in: programme, at: now, context, db)
        }
        return try site.render(page, in: context)
    }
}

extension Activity.Filter {
    /// `?art=online_poll&forum=13`
    init(_ query: Query) throws(PageFault) {
        self.init()
        kind = try query.choice("art")
        forum = try query.number("forum")
    }
}
