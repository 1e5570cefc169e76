// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation

/// `/faden`: the red thread of the whole programme as a river.
struct RiverRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/faden", use: show)
        table.downloads(.river, site)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let strands = ListPage(try context.query.page(), size: RiverPage.strandsOnPage)
        let page = try await site.read { db in
            let view = try RiverView.load(context.query, in: programme, db)
            let beginnings = try ThreadBeginning.list(in: programme, db)
            let ids = view.matters + beginnings.flatMap { [$0.idea.id, $0.result.id] }
            let texts = try ProgrammeTexts(for: context.language, of: ids, in: programme, db)
            return try RiverPage(view, beginnings, page: strands, texts, in: context)
        }
        return try site.render(page, in: context)
    }
}
