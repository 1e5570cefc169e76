// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// One offer to take part, with its numbers and what was made of it.
struct ActivityPage: Page {
    static let template = "Activities/show"
    let frame: MatterFrame
    /// Nil for what is not voted on here.
    let voting: PollPanel?
    let options: Section?
    let figures: Section?
    let polls: Polls?
    /// What was done with the input, and how those who took part heard of it.
    let aftermath: [Section]

    struct Polls: Sendable {
        let explained: String
        let results: [PollResult]
        let downloads: Downloads
    }

    var head: PageHead { frame.head }

    static let sample = ActivityPage(
        frame: .sample, voting: .sample, options: .sample, figures: .sample,
        polls: Polls(explained: "Anteil der Teilnehmenden.", results: [.sample], downloads: .sample),
        aftermath: [.sample])
}

extension CataloguePage {
    static func activities(
        _ filter: Activity.Filter, _ page: ListPage, in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> CataloguePage {
        let found = try Activity.list(filter, page, in: programme, db)
        let mentions = try Mentions.load(found.rows.flatMap { [$0.id, $0.forumID] }, programme, context, db)
        let forums = try Forum.choices(in: programme, db)
        try context.query.checkForum(forums)
        let kinds = ActivityKind.allCases.map { ($0.rawValue, context.word(.activityKind, $0.rawValue)) }
        let form = FilterForm(
            "/mitmachangebote",
            [
                FilterForm.choice("art", label: context.text("activities.filter.kind"), kinds, in: context),
                FilterForm.forums(forums, in: context),
            ], in: context)
        return CataloguePage(
            heading: context.text("activities.list.heading"), lead: context.text("activities.list.lead"),
            count: context.text("activities.count", count: found.total), filter: form,
            rows: found.rows.map { ListRow($0, mentions, in: context) },
            empty: found.total > 0
                ? nil : EmptyState(of: "activities", path: "/mitmachangebote", filter: form, in: context),
            pager: try Pager(page: page.number, of: found.total, path: "/mitmachangebote", in: context),
            downloads: found.total > 0
                ? Downloads(of: "/mitmachangebote", heading: context.text("activities.list.heading"), in: context)
                : nil)
    }
}

extension ListRow {
    init(_ activity: Activity, _ mentions: Mentions, in context: SiteContext) {
        let title = mentions.texts.text("title", of: activity.id, or: activity.title)
        let facts: [ProgrammeText?] = [
            ProgrammeText(context.word(.activityKind, activity.kind.rawValue)), context.original(activity.audience),
            context.original(activity.channel), mentions.title(activity.forumID),
            context.hint(confidence: activity.confidence).map { ProgrammeText($0) },
        ]
        self.init(
            title: title.text, link: context.links.to("/mitmachangebote/\(activity.number)"),
            text: context.notation.period(activity.startsOn, activity.endsOn) ?? context.text("design.undated"),
            worded: facts.compactMap { $0 }, language: title.language)
    }
}

extension ActivityPage {
    static func load(
        _ activity: Activity, in programme: String, at now: Moment, _ context: SiteContext, _ db: Connection
    ) throws -> ActivityPage {
        let offer = try Offer.find(of: activity.id, db)
        let poll = try Poll.find(number: activity.number, in: programme, db)
        let mentions = try Mentions.load(
            [activity.id, activity.forumID] + offer.mentioned + (poll?.mentioned ?? []), programme, context, db)
        let frame = try MatterFrame(
            kicker: context.text("activities.number", ["number": context.notation.number(activity.number)]),
            title: mentions.texts.text("title", of: activity.id, or: activity.title),
            hint: context.hint(confidence: activity.confidence), facts: facts(of: activity, mentions, in: context),
            excerpt: ThreadExcerpt.load(activity.id, in: programme, context, db),
            note: activity.note.map { mentions.texts.original($0) },
            sources: SourceList(Source.list(of: activity.id, in: db), in: context),
            crumbs: [
                Crumb(label: context.text("site.navigation.activities"), link: context.links.to("/mitmachangebote"))
            ]
        ).following(.activity, activity.id, number: activity.number, context, db)
        let ballots = try poll.map { try Ballot.count(in: $0.id, db) } ?? 0
        let isOver = activity.endsOn.map { $0.lastDay < context.today.lastDay } ?? true
        return ActivityPage(
            frame: frame, voting: poll.map { PollPanel($0, ballots: ballots, at: now, mentions, in: context) },
            options: Section(offer: offer, isOver: isOver, mentions.texts, in: context),
            figures: Section(figures: offer.figures, mentions.texts, in: context),
            polls: offer.results.isEmpty
                ? nil : Polls(offer.results, of: activity.number, isCounted: poll != nil, mentions, in: context),
            aftermath: [
                Section(use: activity.useOfInput, isOver: isOver, mentions.texts, in: context),
                Section(feedback: activity.feedback, isOver: isOver, mentions.texts, in: context),
            ].compactMap { $0 })
    }

    private static func facts(of activity: Activity, _ mentions: Mentions, in context: SiteContext) -> [Facts.Entry] {
        let unknown = context.text("design.unknown")
        return [
            Facts.Entry(context.text("activities.fact.kind"), context.word(.activityKind, activity.kind.rawValue)),
            Facts.Entry(
                context.text("activities.fact.period"),
                context.notation.period(activity.startsOn, activity.endsOn) ?? unknown),
            Facts.Entry(
                context.text("activities.fact.audience"), mentions.texts.value(activity.audience), orElse: unknown),
            Facts.Entry(
                context.text("activities.fact.channel"), mentions.texts.value(activity.channel), orElse: unknown),
            Facts.Entry(
                context.text("activities.fact.forum"), mentions.value(activity.forumID, in: context),
                orElse: context.text("activities.fact.no-forum")),
        ]
    }
}

extension ActivityPage.Polls {
    /// - Parameter isCounted: whether the ballots were cast here
    fileprivate init(
        _ results: [PriorityResult], of activity: Int64, isCounted: Bool, _ mentions: Mentions,
        in context: SiteContext
    ) {
        explained = context.text(isCounted ? "activities.poll.explained-counted" : "activities.poll.explained")
        self.results = results.map { PollResult($0, mentions, in: context) }
        let lists: [OpenList] = isCounted ? [.pollResults, .pollTurnout] : [.pollResults]
        let formats = lists.flatMap { list in
            OpenFormat.allCases.map { format in
                let name = "\(list.title(in: context)) (\(format.rawValue.uppercased()))"
                return Downloads.Format(
                    label: name,
                    link: context.links.to("\(list.path).\(format.rawValue)", ["angebot": String(activity)]),
                    mediaType: format.mediaType, title: name)
            }
        }
        downloads = Downloads(
            label: context.text("design.downloads.list"), first: formats[0], others: Array(formats.dropFirst()))
    }
}

extension Offer {
    /// The matters that its results name.
    fileprivate var mentioned: [String?] {
        results.flatMap { $0.ranks.map(\.forumID) + $0.turnout.map(\.municipalityID) }
    }
}

extension Poll {
    /// The matters that its topics are about.
    fileprivate var mentioned: [String?] { topics.map { $0.forumID ?? $0.fieldID } }
}
