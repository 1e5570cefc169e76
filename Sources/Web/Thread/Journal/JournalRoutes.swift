// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation

/// The journal as anyone may read it: what was recorded when, and the digest that seals everything before.
struct JournalRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/protokoll", use: list)
        table.downloads(.journal, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let page = try context.query.page()
        let view = try await site.read { db in
            let head = try JournalListing.head(in: db)
            return JournalView(
                entries: try JournalListing.list(of: programme, page: ListPage(page), in: db),
                total: try JournalListing.count(of: programme, in: db), page: page,
                head: head.map { JournalView.Head(number: $0.number, digest: $0.digest) })
        }
        return try site.render(CataloguePage(view, in: context), in: context)
    }
}

/// One page of the journal, with the head of the whole chain.
struct JournalView: Sendable {
    let entries: [JournalListing]
    let total: Int64
    let page: Int64
    let head: Head?

    struct Head: Sendable {
        let number: Int64
        let digest: String
    }
}
