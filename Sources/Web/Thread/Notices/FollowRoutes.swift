// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/folgen/idee/8`: to begin and to end following a matter. Guests come here from its page and are led to signing in.
struct FollowRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(NoticePaths.follow), use: ask)
        table.post(RouterPath(NoticePaths.follow), use: change)
    }

    @Sendable
    private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        try context.visitor.mayFollow.check()
        let page = try await site.read { db in
            let matter = try Self.matter(in: context, db)
            let texts = try ProgrammeTexts(for: context.language, of: [matter.id], in: context.programme.id, db)
            return FollowPage(
                matter, texts,
                button: try FollowButton.load(matter.kind, matter.id, number: matter.number ?? 0, context, db),
                in: context)
        }
        return try site.render(page, in: context)
    }

    /// Needs no number of its own: sent twice, it asks for the same again.
    @Sendable
    private func change(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        try visitor.mayFollow.check()
        let isWanted = sent.text(FollowButton.field) != FollowButton.no
        let place = try await site.write { db in
            let matter = try Self.matter(in: context, db)
            try FollowMatter(matter, isWanted: isWanted).run(as: visitor, at: now, in: db)
            return context.link(to: matter) ?? context.links.to(NoticePaths.followed)
        }
        return .seeOther(place)
    }

    private static func matter(in context: SiteContext, _ db: Connection) throws -> MatterSummary {
        guard let kind = MatterPaths.kind(ofThreadWord: try context.parameter("kind")), kind.canBeFollowed,
            let matter = try MatterSummary.find(
                kind, number: try context.number(), in: try context.programme.id, db)
        else { throw PageFault.notFound }
        return matter
    }
}

/// What it means to follow this matter, with the button.
struct FollowPage: Page {
    static let template = "Notices/following"
    let heading: String
    let title: ProgrammeText
    let back: String
    let follow: FollowButton?
    let delivery: String
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = FollowPage(
        heading: "Verfolgen, was daraus wird", title: .sample, back: "/ideen/8", follow: .sample,
        delivery: "/mein/benachrichtigungen", crumbs: [Crumb(label: "Idee 8", link: "/ideen/8")])
}

extension FollowPage {
    init(_ matter: MatterSummary, _ texts: ProgrammeTexts, button: FollowButton?, in context: SiteContext) {
        let back = context.link(to: matter) ?? context.links.to("/")
        self.init(
            heading: context.text("notices.following.heading"), title: context.title(of: matter, in: texts),
            back: back, follow: button, delivery: context.links.to(NoticePaths.delivery),
            crumbs: [Crumb(label: context.quotation(of: matter), link: back)])
    }
}
