// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What happened to what a person follows, the latest first.
struct NewsPage: Page {
    static let template = "Notices/news"
    let heading: String
    let news: News?
    let empty: EmptyState?
    let pager: Pager?
    /// Offered while something is new.
    let marking: Marking?
    let followed: String
    let delivery: String
    let crumbs: [Crumb]

    struct News: Sendable {
        let rows: [NoticeRow]
    }

    struct Marking: Sendable {
        let action: String
        /// When the page was drawn: what came since has not been seen.
        let drawn: String
        let count: String
    }

    static let drawnField = "stand"

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = NewsPage(
        heading: "Neues", news: News(rows: [.sample]), empty: .sample, pager: .sample,
        marking: Marking(action: "/mein/neues", drawn: "2026-11-23T09:00:00.000Z", count: "1 neu"),
        followed: "/mein/verfolgt", delivery: "/mein/benachrichtigungen",
        crumbs: [Crumb(label: "Mein Bereich", link: "/mein")])
}

extension NewsPage {
    init(
        _ notices: Listed<ReceivedNotice>, _ texts: ProgrammeTexts, unread: Int64, _ page: ListPage, at now: Moment,
        in context: SiteContext
    ) throws {
        let rows = notices.rows.map { NoticeRow($0, texts, in: context) }
        heading = context.text("notices.news.heading")
        news = rows.isEmpty ? nil : News(rows: rows)
        empty = rows.isEmpty ? .news(in: context) : nil
        pager = try Pager(page: page.number, of: notices.total, path: NoticePaths.news, in: context)
        marking =
            unread == 0
            ? nil
            : Marking(
                action: context.links.to(NoticePaths.news), drawn: now.text,
                count: context.text("notices.news.unread", count: unread))
        followed = context.links.to(NoticePaths.followed)
        delivery = context.links.to(NoticePaths.delivery)
        crumbs = [context.ownCrumb]
    }
}

/// What a person follows, with a button to end it.
struct FollowedPage: Page {
    static let template = "Notices/followed"
    let heading: String
    let list: List?
    let empty: EmptyState?
    let pager: Pager?
    let crumbs: [Crumb]

    struct List: Sendable {
        let rows: [Row]
    }

    struct Row: Sendable {
        let title: ProgrammeText
        let link: String
        let facts: String
        let badge: Badge?
        let action: String
        let wanted: String
        let label: String
        /// Names the matter for those who hear the buttons one after another.
        let longLabel: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = FollowedPage(
        heading: "Was Sie verfolgen",
        list: List(rows: [
            Row(
                title: .sample, link: "/ideen/8", facts: "Idee 8 · von Ihnen", badge: .sample,
                action: "/folgen/idee/8", wanted: "nein", label: "Nicht mehr verfolgen",
                longLabel: "Idee 8 nicht mehr verfolgen")
        ]), empty: .sample, pager: .sample, crumbs: [Crumb(label: "Mein Bereich", link: "/mein")])
}

extension FollowedPage {
    init(_ follows: Listed<Follow>, _ texts: ProgrammeTexts, _ page: ListPage, in context: SiteContext) throws {
        let rows = follows.rows.map { Row($0, texts, in: context) }
        heading = context.text("notices.followed.heading")
        list = rows.isEmpty ? nil : List(rows: rows)
        empty = rows.isEmpty ? .news(in: context) : nil
        pager = try Pager(page: page.number, of: follows.total, path: NoticePaths.followed, in: context)
        crumbs = [context.ownCrumb]
    }
}

extension FollowedPage.Row {
    init(_ follow: Follow, _ texts: ProgrammeTexts, in context: SiteContext) {
        let matter = follow.matter
        let own = follow.isOwn ? context.text("notices.followed.own") : nil
        self.init(
            title: context.title(of: matter, in: texts), link: context.link(to: matter) ?? context.links.to("/"),
            facts: [context.quotation(of: matter), own].compactMap { $0 }.joined(separator: " · "),
            badge: (matter.outcome ?? matter.state).map { context.badge(state: $0) },
            action: context.links.to(NoticePaths.follow(matter.kind, matter.number ?? 0) ?? NoticePaths.followed),
            wanted: FollowButton.no, label: context.text("notices.follow.end"),
            longLabel: context.text("notices.followed.end", ["matter": context.quotation(of: matter)]))
    }
}

extension EmptyState {
    /// Says how one comes to follow something.
    fileprivate static func news(in context: SiteContext) -> EmptyState {
        EmptyState(
            text: context.text("notices.followed.empty"), link: context.links.to("/ideen"),
            linkLabel: context.text("notices.followed.look-around"))
    }
}
