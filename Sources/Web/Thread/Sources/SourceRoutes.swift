// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation

/// Where everything is known from, with what rests on each source.
struct SourceRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/quellen", use: list)
        table.downloads(.sources, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let page = try context.query.page()
        let language = context.language
        let order = try CitedSource.Order(context.query)
        let (sources, total, texts) = try await site.read { db in
            let sources = try CitedSource.list(by: order, in: programme, page: ListPage(page), db)
            return (
                sources, try CitedSource.count(in: programme, db),
                try ProgrammeTexts(
                    for: language, of: sources.flatMap(\.matters).map(\.id), in: programme, db)
            )
        }
        return try site.render(SourcePage(sources, page: page, of: total, texts, in: context), in: context)
    }
}

extension CitedSource.Order {
    /// `?sortierung=adresse`
    init(_ query: Query) throws(PageFault) {
        self = try query.choice("sortierung", as: CitedSource.Order.self) ?? .citations
    }
}
