// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation

/// `/zahlen`: the register of all public numbers, and one page for each.
struct FigureRoutes: FeatureRoutes {
    let site: Site

    func add(to table: RouteTable) {
        table.get("/zahlen", use: list)
        table.get("/zahlen/{key}", use: show)
        table.downloads(.figures, site)
        table.downloads(.citedFigures, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let figures = try await site.read { db in try FigureRegister.all(of: programme, in: db) }
        return try site.render(FigureListPage(figures, in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let key = try context.parameter("key")
        guard let figure = try await site.read({ db in try FigureRegister.find(key, of: programme, in: db) }) else {
            throw PageFault.notFound
        }
        return try site.render(FigurePage(figure, in: context), in: context)
    }
}
