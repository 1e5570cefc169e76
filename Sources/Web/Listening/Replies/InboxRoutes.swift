// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/ideen`: the ideas that wait for an answer in one's own forums, the longest overdue first.
struct InboxRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ReplyPaths.inbox), use: list)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        try visitor.maySeeInbox(in: programme).check()
        let today = Moment(site.clock()).day
        let number = try context.query.page()
        let page = try await site.read { db in
            let inbox = try IdeaInbox.of(visitor, in: programme, db)
            let forums = try inbox.forums ?? IdeaForum.list(in: programme, db)
            let selection = try InboxSelection(context.query, among: forums)
            let view = InboxView(
                lines: try inbox.list(selection, on: today, ListPage(number), db),
                tally: try inbox.tally(on: today, db),
                forums: forums, number: number, today: today)
            return try InboxPage(view, in: context)
        }
        return try site.render(page, in: context)
    }
}

extension InboxSelection {
    /// `?forum=3&stand=ueberfaellig`
    init(_ query: Query, among forums: [IdeaForum]) throws(PageFault) {
        self.init()
        let chosen = try query.choice("forum", among: forums.map { String($0.number) })
        forum = forums.first { String($0.number) == chosen }?.id
        standing = try query.choice("stand", as: InboxStanding.self) ?? .open
    }
}
