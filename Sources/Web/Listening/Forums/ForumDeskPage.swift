// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The forums in which somebody works.
struct ForumWorkPage: Page {
    static let template = "Forums/work"
    let heading: String
    let rows: [ListRow]
    let empty: EmptyState?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ForumWorkPage(
        heading: "Forenarbeit", rows: [.sample], empty: .sample, crumbs: [Crumb(label: "Arbeit", link: "/arbeit")])
}

extension ForumWorkPage {
    init(_ forums: [WorkForum], in context: SiteContext) {
        heading = context.text("forums.work.heading")
        rows = forums.map { forum in
            ListRow(
                title: forum.title.isEmpty ? forum.name(in: context) : forum.title,
                link: context.links.to(ForumPaths.desk(forum.number)), facts: [forum.name(in: context)])
        }
        empty = rows.isEmpty ? EmptyState(text: context.text("forums.work.none"), link: nil, linkLabel: nil) : nil
        crumbs = [context.workCrumb]
    }
}

extension WorkForum {
    /// "Themenforum 3"
    func name(in context: SiteContext) -> String {
        context.text("forums.number", ["number": context.notation.number(number)])
    }
}

/// The desk of a forum: its ideas in columns, moved and bundled with one form.
struct ForumDeskPage: Page {
    static let template = "Forums/desk"
    static let ideaField = "idee"
    static let stageField = "spalte"
    let heading: String
    let kicker: String
    let summary: ErrorSummary?
    let ways: [Way]
    /// Nil for members, who discuss and do not arrange.
    let tools: Tools?
    let action: String
    let formKey: String
    let columns: [Column]
    let drafts: Section?
    let pager: Pager?
    let crumbs: [Crumb]

    struct Way: Sendable {
        let label: String
        let link: String
    }

    struct Tools: Sendable {
        let stage: ChoiceField
        let bundle: FormField
        let begin: String
        let number: String
    }

    struct Column: Sendable {
        let key: String
        let heading: String
        let count: String
        let cards: [Card]
        let empty: String?
    }

    struct Card: Sendable {
        let number: String
        let title: String
        let link: String
        let badge: Badge
        let bundle: String?
        let facts: [String]
        let canBeChosen: Bool
        let isChosen: Bool
    }

    var head: PageHead { PageHead(title: "\(kicker): \(heading)", crumbs: crumbs, isIndexed: false) }

    static let sample = ForumDeskPage(
        heading: "Wege, die verbinden", kicker: "Themenforum 1", summary: .sample,
        ways: [Way(label: "Öffentliche Seite", link: "/themenforen/1")],
        tools: Tools(stage: .sample, bundle: .sample, begin: "/arbeit/vorschlaege", number: "1"),
        action: "/arbeit/foren/1/ordnen", formKey: "1.2.3",
        columns: [
            Column(
                key: "new", heading: "Neu", count: "12",
                cards: [
                    Card(
                        number: "8", title: "Nachtbus", link: "/arbeit/foren/1/ideen/8", badge: .sample,
                        bundle: "Bus", facts: ["2 Notizen"], canBeChosen: true, isChosen: true)
                ], empty: "leer")
        ], drafts: .sample, pager: .sample, crumbs: [Crumb(label: "Forenarbeit", link: "/arbeit/foren")])
}

extension ForumDeskPage {
    init(
        _ forum: WorkForum, _ columns: [DeskColumn], _ drafts: [ProposalDraft], page: Int64, chosen: [Int64],
        _ faults: FormFaults, formKey: String, in context: SiteContext
    ) throws {
        let programme = try context.programme.id
        let mayArrange = context.visitor.may(.arrange, inForum: forum.id, of: programme).isAllowed
        heading = forum.title
        kicker = forum.name(in: context)
        summary = faults.summary
        ways = Self.ways(forum, mayArrange: mayArrange, in: context)
        tools = mayArrange ? Tools(forum, faults, in: context) : nil
        action = context.links.to(ForumPaths.arrange(forum.number))
        self.formKey = formKey
        self.columns = columns.map {
            Column($0, forum, mayChoose: mayArrange, chosen: chosen, in: context)
        }
        self.drafts = drafts.isEmpty ? nil : Section(drafts: drafts, in: context)
        pager = try Pager(
            page: page, size: DeskColumn.size, of: columns.map(\.total).max() ?? 0,
            path: ForumPaths.desk(forum.number), in: context)
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("forums.work.heading"), link: context.links.to(ForumPaths.work)),
        ]
    }

    private static func ways(_ forum: WorkForum, mayArrange: Bool, in context: SiteContext) -> [Way] {
        let show = Way(
            label: context.text("forums.work.public"), link: context.links.to(ForumPaths.show(forum.number)))
        guard mayArrange else { return [show] }
        let event = Way(
            label: context.text("events.work.new"),
            link: context.links.to(EventPaths.plan, ["forum": String(forum.number)]))
        let events = Way(label: context.text("events.work.heading"), link: context.links.to(EventPaths.work))
        return [event, events, show]
    }
}

extension ForumDeskPage.Tools {
    fileprivate init(_ forum: WorkForum, _ faults: FormFaults, in context: SiteContext) {
        stage = ChoiceField(
            name: ForumDeskPage.stageField, label: context.text("forums.desk.move-to"), chosen: nil,
            options: DeskStage.allCases.map { ($0.rawValue, context.text("forums.desk.stages.\($0.rawValue)")) },
            fault: faults[ForumDeskPage.stageField])
        bundle = FormField(
            name: ArrangeIdeas.bundleField, label: context.text("forums.desk.bundle"),
            hint: context.text("forums.desk.bundle-hint"), fault: faults[ArrangeIdeas.bundleField], completion: "off")
        begin = context.links.to(ProposalPaths.work)
        number = String(forum.number)
    }
}

extension ForumDeskPage.Column {
    fileprivate init(
        _ column: DeskColumn, _ forum: WorkForum, mayChoose: Bool, chosen: [Int64], in context: SiteContext
    ) {
        key = column.stage.rawValue
        heading = context.text("forums.desk.stages.\(column.stage.rawValue)")
        count = context.notation.number(column.total)
        cards = column.ideas.map { idea in
            let counts: [String?] = [
                idea.notes > 0 ? context.text("forums.desk.notes", count: idea.notes) : nil,
                idea.drafts > 0 ? context.text("forums.desk.drafts", count: idea.drafts) : nil,
            ]
            return ForumDeskPage.Card(
                number: String(idea.number), title: idea.title,
                link: context.links.to(ForumPaths.idea(idea.number, inForum: forum.number)),
                badge: context.badge(state: idea.state), bundle: idea.bundle, facts: counts.compactMap { $0 },
                canBeChosen: mayChoose, isChosen: chosen.contains(idea.number))
        }
        empty = cards.isEmpty ? context.text("forums.desk.empty") : nil
    }
}

/// One idea of the desk with what has been said about it inside.
struct DeskIdeaPage: Page {
    static let template = "Forums/idea"
    let kicker: String
    let heading: String
    let badge: Badge
    let summary: ErrorSummary?
    let text: [String]
    let facts: Facts
    let ways: [ForumDeskPage.Way]
    let notes: NotePart
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: "\(kicker): \(heading)", crumbs: crumbs, isIndexed: false) }

    static let sample = DeskIdeaPage(
        kicker: "Idee 8", heading: "Nachtbus", badge: .sample, summary: .sample, text: ["Ein Bus."], facts: .sample,
        ways: [ForumDeskPage.Way(label: "Antworten", link: "/arbeit/ideen/8")], notes: .sample,
        crumbs: [Crumb(label: "Forenarbeit", link: "/arbeit/foren")])
}

extension DeskIdeaPage {
    init(
        _ idea: Idea, _ desk: DeskIdea, _ forum: WorkForum, _ notes: NotePart, _ faults: FormFaults,
        in context: SiteContext
    ) {
        kicker = context.text("ideas.number", ["number": context.notation.number(idea.number)])
        heading = idea.title
        badge = context.badge(state: desk.state)
        summary = faults.summary
        text = idea.summary.split(separator: "\n").map(String.init)
        let bundle = desk.bundle.map { Facts.Entry(context.text("forums.desk.bundle"), $0) }
        facts = Facts(
            entries: [
                Facts.Entry(
                    context.text("forums.desk.column"), context.text("forums.desk.stages.\(desk.stage.rawValue)"))
            ] + [bundle].compactMap { $0 })
        ways = [
            ForumDeskPage.Way(
                label: context.text("forums.desk.answer"), link: context.links.to("/arbeit/ideen/\(idea.number)")),
            ForumDeskPage.Way(
                label: context.text("forums.work.public"), link: context.links.to("/ideen/\(idea.number)")),
        ]
        self.notes = notes
        crumbs = [
            context.workCrumb,
            Crumb(label: forum.name(in: context), link: context.links.to(ForumPaths.desk(forum.number))),
        ]
    }
}

/// The notes about an idea or a draft, and the form for one more. Template `Forums/notes`.
struct NotePart: Sendable {
    let action: String
    let formKey: String
    let field: FormField
    let notes: [Note]

    struct Note: Sendable {
        let about: String
        let lines: [String]
    }

    static let sample = NotePart(
        action: "/arbeit/foren/1/ideen/8", formKey: "1.2.3", field: .sample,
        notes: [Note(about: "Luca Leitung, heute", lines: ["Gut."])])
}

extension NotePart {
    init(
        _ notes: [WorkNote], typed: String?, action: String, formKey: String, _ faults: FormFaults,
        in context: SiteContext
    ) {
        self.action = action
        self.formKey = formKey
        field = FormField(
            name: WorkNote.field, label: context.text("forums.notes.new"), value: typed ?? "",
            fault: faults[WorkNote.field], isRequired: true, rows: 4)
        self.notes = notes.map { note in
            Note(
                about: "\(note.author), \(context.moment(note.writtenAt))",
                lines: note.text.split(separator: "\n").map(String.init))
        }
    }
}
