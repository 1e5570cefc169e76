// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation

/// `/faden/KIND/N`: the red thread of one matter.
struct ThreadRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.downloads(.thread, site)
        table.get("/faden/{kind}/{number}", use: show)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let number = try context.number()
        guard let kind = MatterPaths.kind(ofThreadWord: try context.parameter("kind")) else { throw PageFault.notFound }
        let page = try await site.read { db in
            guard let start = try MatterSummary.find(kind, number: number, in: programme, db) else {
                throw PageFault.notFound
            }
            let thread = try RedThread.load(from: start, in: programme, db)
            let wording = try ThreadWording(thread, in: programme, context, db)
            return ThreadPage(thread, wording)
        }
        return try site.render(page, in: context)
    }
}
