// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// One offer to take part, with its numbers and what was made of it.
struct ActivityPage: Page {
    static let template = "Activities/show"
    let frame: MatterFrame
    let options: Section?
    let figures: Section?
    let polls: Polls?
    /// What was done with the input, and how those who took part heard of it.
    let aftermath: [Section]

    struct Polls: Sendable {
        let results: [PollResult]
    }

    var head: PageHead { frame.head }

    static let sample = ActivityPage(
        frame: .sample, options: .sample, figures: .sample, polls: Polls(results: [.sample]), aftermath: [.sample])
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
        _ activity: Activity, in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> ActivityPage {
        let offer = try Offer.find(of: activity.id, db)
        let forums = offer.results.flatMap { $0.ranks.map(\.forumID) }
        let mentions = try Mentions.load([activity.id, activity.forumID] + forums, programme, context, db)
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
        return ActivityPage(
            frame: frame, options: Section(offer: offer, mentions.texts, in: context),
            figures: Section(figures: offer.figures, mentions.texts, in: context),
            polls: offer.results.isEmpty
                ? nil : Polls(results: offer.results.map { PollResult($0, mentions, in: context) }),
            aftermath: [
                Section(use: activity.useOfInput, mentions.texts, in: context),
                Section(feedback: activity.feedback, mentions.texts, in: context),
            ])
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
