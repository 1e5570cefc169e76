// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What an inbox shows.
struct InboxView: Sendable {
    let lines: Listed<InboxLine>
    let tally: IdeaInbox.Tally
    let forums: [IdeaForum]
    let number: Int64
    let today: PartialDate
}

/// The list of ideas to answer.
struct InboxPage: Page {
    static let template = "Replies/inbox"
    let heading: String
    let done: Notice?
    let tally: Notice?
    let filter: FilterForm?
    let count: String
    let list: Section.List?
    let empty: EmptyState?
    let pager: Pager?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = InboxPage(
        heading: "Ideen beantworten", done: .sample, tally: .sample, filter: .sample, count: "12 Ideen",
        list: Section.List(rows: [.sample]), empty: .sample, pager: .sample,
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension InboxPage {
    init(_ view: InboxView, in context: SiteContext) throws {
        heading = context.text("replies.inbox.heading")
        done = try context.query.choice("getan", among: [IdeaWorkForm.passOn.rawValue]).map {
            Notice(context.text("replies.done.\($0)"), tone: .good)
        }
        tally = Self.tally(view, in: context)
        filter = view.forums.isEmpty ? nil : FilterForm(ReplyPaths.inbox, Self.fields(view, in: context), in: context)
        count = context.text("replies.inbox.count", count: view.lines.total)
        let rows = view.lines.rows.map { ListRow($0, on: view.today, in: context) }
        list = rows.isEmpty ? nil : Section.List(rows: rows)
        empty = rows.isEmpty ? Self.empty(view, in: context) : nil
        pager = try Pager(page: view.number, of: view.lines.total, path: ReplyPaths.inbox, in: context)
        crumbs = [context.workCrumb]
    }

    private static func tally(_ view: InboxView, in context: SiteContext) -> Notice? {
        guard view.tally.overdue > 0 else { return nil }
        return Notice(
            context.text("replies.inbox.overdue-text"),
            heading: context.text("replies.inbox.overdue", count: view.tally.overdue), tone: .bad,
            link: context.links.to(ReplyPaths.inbox, ["stand": InboxStanding.overdue.rawValue]),
            linkLabel: context.text("replies.inbox.overdue-list"))
    }

    private static func fields(_ view: InboxView, in context: SiteContext) -> [FilterForm.Field] {
        let chosen = context.query.text("stand") ?? InboxStanding.open.rawValue
        let standings = InboxStanding.allCases.map { standing in
            FilterForm.Option(
                value: standing.rawValue, label: context.text("replies.standing.\(standing.rawValue)"),
                isSelected: standing.rawValue == chosen)
        }
        let forums = view.forums.map { forum in
            (
                value: String(forum.number),
                text: context.original([String(forum.number), forum.topic].compactMap { $0 }.joined(separator: " · "))
            )
        }
        return [
            FilterForm.Field(name: "stand", label: context.text("replies.inbox.standing"), options: standings),
            FilterForm.choice("forum", label: context.word(kind: .forum), texts: forums, in: context),
        ]
    }

    private static func empty(_ view: InboxView, in context: SiteContext) -> EmptyState {
        if view.forums.isEmpty {
            return EmptyState(
                text: context.text("replies.inbox.no-forum"), link: context.links.to(PeoplePaths.work),
                linkLabel: context.text("people.work.heading"))
        }
        let isNarrowed = context.query.text("stand") != nil || context.query.text("forum") != nil
        return EmptyState(
            text: context.text(isNarrowed ? "replies.inbox.none-such" : "replies.inbox.none"),
            link: isNarrowed ? context.links.to(ReplyPaths.inbox) : nil,
            linkLabel: isNarrowed ? context.text("design.filter.reset") : nil)
    }
}

extension ListRow {
    fileprivate init(_ line: InboxLine, on today: PartialDate, in context: SiteContext) {
        let forum = line.forum.map { forum in
            context.text(
                "replies.inbox.forum", ["number": context.notation.number(forum.number), "topic": forum.topic ?? ""])
        }
        let facts: [ProgrammeText?] = [
            ProgrammeText(context.text("ideas.number", ["number": context.notation.number(line.number)])),
            line.duty == nil ? nil : ProgrammeText(context.word(state: line.state.rawValue)),
            line.hasDraft ? ProgrammeText(context.text("replies.inbox.draft")) : nil,
            context.original(forum ?? context.text("replies.inbox.without-forum")),
            line.submittedOn.map {
                ProgrammeText(context.text("replies.inbox.submitted", ["date": context.notation.date($0)]))
            },
        ]
        self.init(
            title: line.title, link: context.links.to(ReplyPaths.idea(line.number)), worded: facts.compactMap { $0 },
            badge: line.duty.map { Badge(dueOn: $0.dueOn, on: today, in: context) }
                ?? context.badge(state: line.outcome ?? line.state.rawValue),
            language: context.original("").language)
    }
}

extension Badge {
    /// How much time an answer still has, in words and with a sign of its own.
    init(dueOn: PartialDate, on today: PartialDate, in context: SiteContext) {
        let days = dueOn.firstDay - today.firstDay
        if days < 0 {
            self.init(context.text("duties.badge.overdue", count: -days), tone: .bad, shape: .triangle)
        } else if days == 0 {
            self.init(context.text("replies.due.today"), tone: .warning, shape: .diamond)
        } else {
            self.init(
                context.text("replies.due.days", count: days), tone: days <= 7 ? .warning : .quiet,
                shape: days <= 7 ? .diamond : .ring)
        }
    }
}
