// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/ideen/8/unterstuetzung`: to support an idea and to take that back. Guests come here from its page and are led to
/// signing in, and back to the idea.
struct SupportRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(IdeaPaths.support), use: lead)
        table.post(RouterPath(IdeaPaths.support), use: change)
    }

    /// Opening an address changes nothing: whoever is signed in finds the button at the idea.
    @Sendable
    private func lead(_ request: Request, _ context: SiteContext) async throws -> Response {
        let idea = try await site.read { db in try Self.idea(in: context, db) }
        try context.visitor.maySupport(idea).check()
        return .seeOther(context.links.to(IdeaPaths.idea(idea.number)) + "#unterstuetzung")
    }

    /// Needs no number of its own: sent twice, it asks for the same again.
    @Sendable
    private func change(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let visitor = context.visitor
        let isWanted = sent.text(SupportBox.field) != SupportBox.no
        let number = try await site.write { db in
            let idea = try Self.idea(in: context, db)
            try SupportIdea(idea, isWanted: isWanted).run(as: visitor, in: db)
            return idea.number
        }
        return .seeOther(context.links.to(IdeaPaths.idea(number)))
    }

    private static func idea(in context: SiteContext, _ db: Connection) throws -> Idea {
        guard let idea = try Idea.find(number: try context.number(), in: try context.programme.id, db) else {
            throw PageFault.notFound
        }
        return idea
    }
}
