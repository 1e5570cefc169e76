// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/mittel`: where money came from and where it went.
struct FundingRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/mittel", use: show)
        table.downloads(.funding, site)
        table.downloads(.citedFunding, site)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let page = try await site.read { db in
            let view = try FundingView.load(context.query, in: programme, db)
            let mentions = try Mentions.load(view.matters, programme, context, db)
            return try FundingPage(view, mentions, in: context)
        }
        return try site.render(page, in: context)
    }
}
