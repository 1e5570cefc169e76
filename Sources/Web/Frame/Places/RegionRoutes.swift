// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation

/// `/region`: every municipality beside the others, as it was proposed, as it was decided, and today.
struct RegionRoutes: FeatureRoutes {
    let site: Site
    private let maps = HexagonMaps()

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/region", use: show)
        table.downloads(.region, site)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let page = ListPage(try context.query.page(), size: MapView.townsOnPage)
        let (view, borders) = try await site.read { db in
            (try RegionView.load(context.query, in: programme, db), try BorderMap.load(in: programme, db))
        }
        let drawn = TownPicture(view, maps.map(of: view.towns.map(\.site)), borders, in: context)
        return try site.render(try RegionPage(view, drawn, page: page, in: context), in: context)
    }
}
