// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// Decisions and the sittings in which they were taken.
struct DecisionRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/beschluesse", use: list)
        table.get("/beschluesse/{number}", use: show)
        table.downloads(.decisions, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let today = Moment(site.clock()).day
        let order = try context.query.choice("sortierung", as: Decision.Order.self) ?? .newest
        let page = ListPage(try context.query.page())
        let answer = try await site.read { db in
            try CataloguePage.decisions(order, page, today: today, in: programme, context, db)
        }
        return try site.render(answer, in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        let page = try await site.read { db in
            guard let decision = try Decision.find(number: number, in: programme, db) else { throw PageFault.notFound }
            return try DecisionPage.load(decision, in: programme, context, db)
        }
        return try site.render(page, in: context)
    }
}

extension Decision.Filter {
    /// `?ergebnis=decision-adopted&gremium=landeskabinett`
    init(_ query: Query, boards: [String]) throws(PageFault) {
        self.init()
        outcome = try query.state("ergebnis")
        board = try query.choice("gremium", among: boards)
    }
}
