// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// Statements in consultations, with their points and the answers to them.
struct StatementRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/stellungnahmen", use: list)
        table.get("/stellungnahmen/{number}", use: show)
        table.downloads(.statements, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let page = ListPage(try context.query.page())
        let answer = try await site.read { db in
            try CataloguePage.statements(page, in: programme, context, db)
        }
        return try site.render(answer, in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        let page = try await site.read { db in
            try Statement.find(number: number, in: programme, db).map { statement in
                try StatementPage.load(statement, in: programme, context, db)
            }
        }
        guard let page else { return try await site.mark(of: .statement, number, context) }
        return try site.render(page, in: context)
    }
}
