// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/partnerprojekte` and `/landesprogramme`: the two pillars beside the projects of the ministries.
struct PillarRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/partnerprojekte") { try await show(PillarPage.partners, $1) }
        table.get("/landesprogramme") { try await show(PillarPage.stateProgrammes, $1) }
        table.get(RouterPath(OpenList.applications.path), use: applications)
        table.downloads(.partnerProjects, site)
        table.downloads(.applications, site)
        table.downloads(.stateProgrammes, site)
    }

    @Sendable
    private func applications(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let page = ListPage(try context.query.page())
        let answer = try await site.read { db in
            try CataloguePage.applications(page, in: programme, context, db)
        }
        return try site.render(answer, in: context)
    }

    private func show(_ place: PillarPage.Place, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let number = try context.query.page()
        let page = try await site.read { db in
            let selection = ProjectSelection(pillar: place.key)
            let view = PillarView(
                pillar: try ProgrammePillar.find(place.key, in: programme, db),
                projects: try ProjectListing.list(in: programme, selection, by: .title, ListPage(number), db),
                total: try ProjectSummary.count(in: programme, selection, db), number: number,
                calls: place.hasCalls ? try PartnerCall.list(in: programme, db) : [],
                applications: place.hasCalls ? try PartnerApplication.all(in: programme, db) : [])
            let texts = try ProgrammeTexts(for: context.language, of: view.matters, in: programme, db)
            return try PillarPage(place, view, texts, in: context)
        }
        return try site.render(page, in: context)
    }
}
