// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation

/// `/karte`: the region as hexagons, with the same numbers as a table.
struct MapRoutes: FeatureRoutes {
    let site: Site
    private let maps = HexagonMaps()

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/karte", use: show)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        // Links from before there were more measures than colours say `farbe`.
        let asked = try context.query.choice("wert", as: MapMeasure.self)
        let measure = try asked ?? context.query.choice("farbe", as: MapMeasure.self) ?? .projects
        guard MapMeasure.onMap.contains(measure) else { throw PageFault.unknownValue(name: "wert") }
        let page = ListPage(try context.query.page(), size: MapView.townsOnPage)
        let (view, borders) = try await site.read { db in
            let towns = try MappedMunicipality.list(in: programme, db)
            let view = MapView(
                measure: measure, towns: towns, tally: try PlaceTally.load(for: towns, in: programme, db),
                reach: try ProjectReach.load(in: programme, db))
            return (view, try BorderMap.load(in: programme, db))
        }
        let drawn = TownPicture(view, maps.map(of: view.towns.map(\.site)), borders, in: context)
        return try site.render(MapPage(view, drawn, page: page, in: context), in: context)
    }
}

extension MappedMunicipality {
    /// Where it lies, for arranging the hexagons.
    var site: HexagonMap.Site { HexagonMap.Site(id: id, latitude: latitude, longitude: longitude) }
}
