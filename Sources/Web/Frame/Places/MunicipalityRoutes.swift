// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation

/// The towns and municipalities of the region; an earlier key leads to the present one.
struct MunicipalityRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/kommunen", use: list)
        table.get("/kommunen/{ags}", use: show)
        table.get("/kommunen/{ags}/blatt", use: sheet)
        table.downloads(.municipalities, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let page = try context.query.page()
        let order = try context.query.choice("sortierung", as: MunicipalityListing.Order.self) ?? .name
        let chosen = context.query.text("kreis")
        let (districts, rows, total) = try await site.read { db in
            let districts = try MunicipalityListing.districts(in: programme, db)
            let district = chosen == MunicipalityList.districtFree ? "" : chosen
            return (
                districts,
                try MunicipalityListing.list(
                    in: programme, district: district, order: order, page: ListPage(page), db),
                try MunicipalityListing.count(in: programme, district: district, db)
            )
        }
        _ = try context.query.choice("kreis", among: districts + [MunicipalityList.districtFree])
        let found = MunicipalityList(
            districts: districts, district: chosen, order: order, rows: rows, total: total, page: page)
        return try site.render(CataloguePage(found, in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let ags = try context.parameter("ags")
        let language = context.language
        let found = try await site.read { db -> MunicipalityFinding in
            guard let view = try MunicipalityView.find(ags: ags, in: programme, db) else {
                return .elsewhere(try Municipality.presentKey(ofEarlier: ags, in: programme, db))
            }
            return .here(view, try ProgrammeTexts(for: language, of: view.matters, in: programme, db))
        }
        switch found {
        case .here(let view, let texts):
            return try site.render(DossierPage(view, texts, in: context), in: context)
        case .elsewhere(let present?):
            let target = context.links.to("/kommunen/\(present)")
            return Response(status: .permanentRedirect, headers: [.location: target])
        case .elsewhere(nil):
            throw PageFault.notFound
        }
    }
}

extension MunicipalityRoutes {
    /// For paper: what a council wants to know of its own municipality.
    @Sendable
    fileprivate func sheet(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme
        let (ags, language) = (try context.parameter("ags"), context.language)
        let today = Moment(site.clock()).day
        let found = try await site.read { db in
            try MunicipalitySheetView.find(ags: ags, in: programme.id, db).map {
                ($0, try ProgrammeTexts(for: language, of: $0.matters, in: programme.id, db))
            }
        }
        guard let (view, texts) = found else { throw PageFault.notFound }
        var context = context
        context.links = context.links.reached(at: site.root(for: request))
        let page = MunicipalitySheetPage(
            view, texts, programme: programme.name(in: language), today: today, in: context)
        return try site.render(page, in: context)
    }
}

/// What stands behind a municipality key: a place of today, or the present key of an earlier one.
private enum MunicipalityFinding: Sendable {
    case here(MunicipalityView, ProgrammeTexts)
    case elsewhere(String?)
}
