// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// The part of one's own page that tells what is new and what one follows. Template `Notices/own`.
struct OwnNews: Sendable {
    let latest: Latest?
    let followed: Followed?
    /// Said while nothing is followed.
    let nothing: EmptyState?

    struct Latest: Sendable {
        let heading: String
        let rows: [NoticeRow]
        let all: String
    }

    struct Followed: Sendable {
        let rows: [ListRow]
        let all: String
    }

    static let shown: Int64 = 5

    static let sample = OwnNews(
        latest: Latest(heading: "Neues (2 ungelesen)", rows: [.sample], all: "/mein/neues"),
        followed: Followed(rows: [.sample], all: "/mein/verfolgt"), nothing: .sample)

    static func load(
        of person: Person, in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> OwnNews {
        let notices = try ReceivedNotice.list(of: person.id, in: programme, ListPage(1, size: shown), db)
        let follows = try Follow.list(of: person.id, in: programme, ListPage(1, size: shown), db)
        let unread = try ReceivedNotice.unread(by: person.id, in: programme, db)
        let named = notices.rows.flatMap { [$0.matter.id, $0.followed.id] } + follows.rows.map(\.matter.id)
        let texts = try ProgrammeTexts(for: context.language, of: Set(named).sorted(), in: programme, db)
        return OwnNews(notices, follows, unread: unread, texts, in: context)
    }

    private init(
        _ notices: Listed<ReceivedNotice>, _ follows: Listed<Follow>, unread: Int64, _ texts: ProgrammeTexts,
        in context: SiteContext
    ) {
        self.init(
            latest: notices.rows.isEmpty
                ? nil
                : Latest(
                    heading: unread == 0
                        ? context.text("notices.news.heading") : context.text("notices.own.unread", count: unread),
                    rows: notices.rows.map { NoticeRow($0, texts, in: context) },
                    all: context.links.to(NoticePaths.news)),
            followed: follows.rows.isEmpty
                ? nil
                : Followed(
                    rows: follows.rows.map { context.row($0.matter, in: texts) },
                    all: context.links.to(NoticePaths.followed)),
            nothing: follows.rows.isEmpty && notices.rows.isEmpty
                ? EmptyState(
                    text: context.text("notices.followed.empty"), link: context.links.to("/ideen"),
                    linkLabel: context.text("notices.followed.look-around")) : nil)
    }

    private init(latest: Latest?, followed: Followed?, nothing: EmptyState?) {
        self.latest = latest
        self.followed = followed
        self.nothing = nothing
    }
}
