// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation

/// `/karte`: the region as hexagons, with the same numbers as a table.
struct MapRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/karte", use: show)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let measure = try context.query.choice("farbe", as: MapMeasure.self) ?? .projects
        let view = try await site.read { db in
            MapView(
                measure: measure, towns: try MappedMunicipality.list(in: programme, db),
                reach: try ProjectReach.load(in: programme, db))
        }
        return try site.render(MapPage(view, in: context), in: context)
    }
}
