// SPDX-License-Identifier: EUPL-1.2

import Participation

/// One idea with all that can be done about it.
struct IdeaWorkPage: Page {
    static let template = "Replies/show"
    let kicker: String
    let title: ProgrammeText
    let badges: [Badge]
    let notices: [Notice]
    let summary: ErrorSummary?
    let paragraphs: [ProgrammeText]
    let facts: Facts
    let excerpt: ThreadExcerpt?
    let review: ButtonPanel?
    let draft: DraftPanel?
    let reply: ReplyPanel?
    let folds: [FoldPanel]
    let unmerge: ButtonPanel?
    let unsplit: ButtonPanel?
    let replies: Section?
    let history: Section?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: title.text, crumbs: crumbs, isIndexed: false, language: title.language) }

    static let sample = IdeaWorkPage(
        kicker: "Idee 8", title: .sample, badges: [.sample], notices: [.sample], summary: .sample,
        paragraphs: [.sample], facts: .sample, excerpt: .sample, review: .sample, draft: .sample, reply: .sample,
        folds: [.sample], unmerge: .sample, unsplit: .sample, replies: .sample, history: .sample,
        crumbs: [Crumb(label: "Ideen", link: "/arbeit/ideen")])
}

extension IdeaWorkPage {
    /// - Parameter keys: a key for each form of the page
    init(
        _ view: IdeaWorkView, _ forms: IdeaWorkForms, _ faults: FormFaults, keys: [IdeaWorkForm: String],
        in context: SiteContext
    ) throws {
        let file = view.file
        let panels = PanelMaking(view: view, forms: forms, keys: keys, faults: faults, context: context)
        kicker = context.text("ideas.number", ["number": context.notation.number(file.number)])
        title = context.original(file.title)
        badges = Self.badges(view, in: context)
        notices = Self.notices(view, forms, faults, in: context)
        summary = faults.summary
        paragraphs = file.text.split(separator: "\n\n").map { context.original(String($0)) }
        facts = Facts(entries: Self.facts(file, in: context))
        excerpt = view.excerpt
        review = try panels.review()
        draft = try panels.draft()
        reply = try panels.reply()
        folds = try [panels.extend(), panels.passOn(), panels.merge(), panels.split()].compactMap { $0 }
        unmerge = try panels.unmerge()
        unsplit = try panels.unsplit()
        replies = Self.replies(view.replies, in: context)
        history = Self.history(view, in: context)
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("replies.inbox.heading"), link: context.links.to(ReplyPaths.inbox)),
        ]
    }

    private static func badges(_ view: IdeaWorkView, in context: SiteContext) -> [Badge] {
        [
            context.badge(state: view.file.state.rawValue), view.file.outcome.map { context.badge(state: $0) },
            view.file.duty.map { Badge(dueOn: $0.dueOn, on: view.today, in: context) },
        ].compactMap { $0 }
    }

    private static func notices(
        _ view: IdeaWorkView, _ forms: IdeaWorkForms, _ faults: FormFaults, in context: SiteContext
    ) -> [Notice] {
        let done = forms.done.map { act in
            let waits = act == .reply && view.file.draft != nil
            return Notice(context.text("replies.done.\(waits ? "waiting" : act.rawValue)"), tone: .good)
        }
        let outdated =
            faults.isOutdated
            ? Notice(
                context.text("replies.outdated.text"), heading: context.text("replies.outdated.heading"),
                tone: .warning) : nil
        let merged = view.target.map { target in
            Notice(
                context.text("replies.merged.text"), heading: context.text("replies.merged.heading"),
                link: target.number.map { context.links.to(ReplyPaths.idea($0)) },
                linkLabel: [context.quotation(of: target), target.title].compactMap { $0 }.joined(separator: ": "))
        }
        return [done, outdated, merged].compactMap { $0 }
    }

    private static func facts(_ file: IdeaFile, in context: SiteContext) -> [Facts.Entry] {
        let forum = file.forum.map { forum in
            Facts.Value(
                text: context.text(
                    "replies.inbox.forum",
                    ["number": context.notation.number(forum.number), "topic": forum.topic ?? ""]),
                link: context.links.to("/themenforen/\(forum.number)"))
        }
        let unknown = context.text("design.unknown")
        return [
            Facts.Entry(
                context.text("replies.facts.due"),
                file.duty.map { context.notation.date($0.dueOn) } ?? context.text("replies.facts.nothing-owed")),
            Facts.Entry(context.text("replies.facts.office"), file.duty?.officeName ?? unknown),
            Facts.Entry(
                context.word(kind: .forum), forum, orElse: context.text("replies.inbox.without-forum")),
            Facts.Entry(
                context.text("replies.facts.submitted"),
                file.submittedOn.map { context.notation.date($0) } ?? unknown),
            Facts.Entry(
                context.text("replies.facts.channel"), context.word(.ideaChannel, file.channel.rawValue)),
            Facts.Entry(context.text("replies.facts.author"), file.authorLabel ?? unknown),
            Facts.Entry(context.word(kind: .municipality), file.municipality ?? unknown),
            Facts.Entry(
                context.text("replies.facts.public-page"),
                [
                    Facts.Value(
                        text: context.text("replies.facts.public-link"),
                        link: context.links.to("/ideen/\(file.number)"))
                ]),
        ]
    }

    private static func replies(_ replies: [Idea.Reply], in context: SiteContext) -> Section? {
        guard !replies.isEmpty else { return nil }
        let bullets = replies.map { reply in
            Section.Bullet(
                context.original(reply.text),
                details: [
                    reply.office ?? context.text("ideas.reply.no-office"),
                    reply.repliedOn.map { context.notation.date($0) } ?? context.text("ideas.reply.undated"),
                ].joined(separator: ", "))
        }
        return Section(context.text("replies.given.heading"), anchor: "antworten", bullets: bullets)
    }

    private static func history(_ view: IdeaWorkView, in context: SiteContext) -> Section? {
        let steps = view.history.map { step in
            Section.Bullet(
                context.word(state: step.state),
                details: [step.effectiveOn.map { context.notation.date($0) }, step.reason].compactMap { $0 }
                    .joined(separator: ": "))
        }
        let moved = view.extensions.map { moved in
            Section.Bullet(
                context.text(
                    "replies.history.moved",
                    [
                        "before": context.notation.date(moved.dueBefore),
                        "after": context.notation.date(moved.dueAfter),
                    ]), details: moved.reason)
        }
        guard !(steps + moved).isEmpty else { return nil }
        return Section(context.text("replies.history.heading"), bullets: steps + moved)
    }
}
