// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// The topic forums: who led them, what they gathered, what they worked out.
struct ForumRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/themenforen", use: list)
        table.get("/themenforen/{number}", use: show)
        table.downloads(.forums, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let page = try await site.read { db in try CataloguePage.forums(in: programme, context, db) }
        return try site.render(page, in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        let page = try await site.read { db in
            guard let forum = try Forum.find(number: number, in: programme, db) else { throw PageFault.notFound }
            return try ForumPage.load(forum, in: programme, context, db)
        }
        return try site.render(page, in: context)
    }
}
