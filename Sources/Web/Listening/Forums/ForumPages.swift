// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// One forum with everything that went in and came out.
struct ForumPage: Page {
    static let template = "Forums/show"
    let frame: MatterFrame
    let sections: [Section]
    /// The way to the forum's desk, for those who work there.
    let work: String?

    var head: PageHead { frame.head }

    static let sample = ForumPage(frame: .sample, sections: [.sample], work: "/arbeit/foren/1")
}

extension CataloguePage {
    static func forums(in programme: String, _ context: SiteContext, _ db: Connection) throws -> CataloguePage {
        let forums = try Forum.list(in: programme, db)
        let mentions = try Mentions.load(forums.flatMap { [$0.id, $0.ministryID] }, programme, context, db)
        let course = try IdeaCourse.load(in: programme, db)
        let unknown = forums.filter { $0.title == nil && $0.topic == nil }
        return CataloguePage(
            heading: context.text("forums.list.heading"), lead: context.text("forums.list.lead"),
            count: context.text("forums.list.count", count: forums.count),
            notice: unknown.isEmpty ? nil : Notice(context.text("forums.list.unknown", count: unknown.count)),
            rows: forums.map { ListRow($0, course, mentions, in: context) },
            empty: forums.isEmpty ? EmptyState(of: "forums", path: "/themenforen", filter: nil, in: context) : nil,
            downloads: forums.isEmpty
                ? nil : Downloads(of: "/themenforen", heading: context.text("forums.list.heading"), in: context))
    }
}

extension ListRow {
    fileprivate init(_ forum: Forum, _ course: IdeaCourse, _ mentions: Mentions, in context: SiteContext) {
        let title = forum.name(mentions, in: context)
        let counts: [String?] = [
            forum.counts.events > 0 ? context.text("forums.events", count: forum.counts.events) : nil,
            forum.counts.ideas > 0 ? context.text("forums.ideas", count: forum.counts.ideas) : nil,
            forum.counts.proposals > 0 ? context.text("forums.proposals", count: forum.counts.proposals) : nil,
            forum.counts.projects > 0 ? context.text("forums.projects", count: forum.counts.projects) : nil,
        ]
        let topic = forum.title == nil ? nil : mentions.texts.text("topic", of: forum.id, or: forum.topic)?.text
        self.init(
            title: title.text, link: context.links.to("/themenforen/\(forum.number)"),
            text: [topic, mentions.title(forum.ministryID)?.text].compactMap { $0 }.joined(separator: " · ").ifNotEmpty,
            facts: ([context.text("forums.number", ["number": String(forum.number)])] + counts
                + [context.hint(confidence: forum.confidence)]).compactMap { $0 },
            sparkline: Sparkline(course, of: forum.id, in: context), language: title.language)
    }
}

extension Forum {
    /// The title, else the topic, else what is known for certain: its number.
    func name(_ mentions: Mentions, in context: SiteContext) -> ProgrammeText {
        if let title { return mentions.texts.text("title", of: id, or: title) }
        if let topic { return mentions.texts.text("topic", of: id, or: topic) }
        let words = context.text("forums.unknown.title", ["number": String(number)])
        return ProgrammeText(text: words, language: nil)
    }
}

extension String {
    var ifNotEmpty: String? { isEmpty ? nil : self }
}

extension ForumPage {
    static func load(
        _ forum: Forum, in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> ForumPage {
        var (ideaFilter, activityFilter) = (Idea.Filter(), Activity.Filter())
        ideaFilter.forum = forum.number
        activityFilter.forum = forum.number
        let events = try Event.list(of: forum.id, in: programme, db)
        let ideas = try Idea.list(
            ideaFilter, Idea.Arrangement(.number, on: context.today), ListPage(1), in: programme, db)
        let activities = try Activity.list(activityFilter, ListPage(1), in: programme, db)
        let proposals = try Proposal.list(ofForum: forum.id, in: programme, db)
        let projects = try Forum.projects(of: forum.id, in: programme, db)
        let members = try Forum.members(of: forum.id, db)
        let named = ideas.rows.flatMap { [$0.id, $0.projectID, $0.municipalityID] } + proposals + projects
        let others = [forum.id, forum.ministryID] + activities.rows.map(\.id) + members.map(\.organisationID)
        let mentions = try Mentions.load(named + others + events.map(\.id), programme, context, db)
        let frame = try MatterFrame(
            forum, mentions, members, excerpt: ThreadExcerpt.load(forum.id, in: programme, context, db),
            sources: SourceList(Source.list(of: forum.id, in: db), in: context), in: context
        ).following(.forum, forum.id, number: forum.number, context, db)
        let story = ForumStory(forum: forum, mentions: mentions, context: context)
        return ForumPage(
            frame: frame,
            sections: [
                story.events(events), story.ideas(ideas), story.activities(activities.rows),
                story.proposals(proposals), story.projects(projects),
            ].compactMap { $0 },
            work: context.visitor.may(.read, inForum: forum.id, of: programme).isAllowed
                ? context.links.to(ForumPaths.desk(forum.number)) : nil)
    }
}

/// The parts of a forum's page below its Steckbrief.
private struct ForumStory {
    let forum: Forum
    let mentions: Mentions
    let context: SiteContext

    func events(_ events: [Event]) -> Section? {
        let count = forum.eventsKnown ?? 0
        let known = count > 0 ? context.text("forums.events-known", count: count) : nil
        return Section(
            context.text("forums.section.events"), anchor: "veranstaltungen",
            rows: events.map { ListRow($0, mentions, parent: false, in: context) },
            note: events.isEmpty ? known ?? context.text("forums.none.events") : nil)
    }

    func ideas(_ ideas: Listed<Idea>) -> Section? {
        let all = context.links.to("/ideen", ["forum": String(forum.number)])
        return Section(
            context.text("forums.section.ideas"), anchor: "ideen",
            rows: ideas.rows.map { ListRow($0, mentions, forum: false, in: context) },
            note: ideas.rows.isEmpty ? context.text("forums.none.ideas") : nil,
            more: Int(ideas.total) > ideas.rows.count
                ? Section.More(label: context.text("forums.all-ideas", count: ideas.total), link: all) : nil)
    }

    func activities(_ activities: [Activity]) -> Section? {
        guard !activities.isEmpty else { return nil }
        return Section(
            context.text("forums.section.activities"), anchor: "mitmachangebote",
            rows: activities.map { ListRow($0, mentions, in: context) })
    }

    func proposals(_ proposals: [String]) -> Section? {
        let submitted = forum.proposalsSubmitted.map { context.text("forums.proposals-submitted", count: $0) }
        guard !proposals.isEmpty || submitted != nil else { return nil }
        return Section(
            context.text("forums.section.proposals"), anchor: "vorschlaege",
            paragraphs: [submitted.map { ProgrammeText(text: $0, language: nil) }].compactMap { $0 },
            rows: proposals.compactMap { mentions.row($0, in: context) },
            note: proposals.isEmpty ? context.text("forums.none.proposals") : nil)
    }

    func projects(_ projects: [String]) -> Section? {
        Section(
            context.text("forums.section.projects"), anchor: "projekte",
            rows: projects.compactMap { mentions.row($0, in: context) },
            note: projects.isEmpty ? context.text("forums.none.projects") : nil)
    }
}

extension MatterFrame {
    fileprivate init(
        _ forum: Forum, _ mentions: Mentions, _ members: [Forum.Member], excerpt: ThreadExcerpt?,
        sources: SourceList?, in context: SiteContext
    ) {
        let isUnknown = forum.title == nil && forum.topic == nil
        let isInferred = forum.numberConfidence == .low || forum.numberConfidence == .medium
        let notices: [Notice?] = [
            isUnknown
                ? Notice(
                    context.text("forums.unknown.text"), heading: context.text("forums.unknown.heading"),
                    tone: .warning) : nil,
            isInferred ? Notice(context.text("forums.inferred")) : nil,
        ]
        self.init(
            kicker: context.text("forums.number", ["number": String(forum.number)]),
            title: forum.name(mentions, in: context), hint: context.hint(confidence: forum.confidence),
            lead: forum.guidingQuestion.map { mentions.texts.text("guiding_question", of: forum.id, or: $0) },
            notices: notices.compactMap { $0 }, facts: Self.facts(forum, mentions, members, in: context),
            excerpt: excerpt, sources: sources,
            crumbs: [Crumb(label: context.text("site.navigation.forums"), link: context.links.to("/themenforen"))])
    }

    private static func facts(
        _ forum: Forum, _ mentions: Mentions, _ members: [Forum.Member], in context: SiteContext
    ) -> [Facts.Entry] {
        let unknown = context.text("design.unknown")
        var facts: [Facts.Entry] = [
            Facts.Entry(
                context.text("forums.fact.topic"),
                mentions.texts.text("topic", of: forum.id, or: forum.topic).map(Facts.Value.init), orElse: unknown),
            Facts.Entry(
                context.text("forums.fact.ministry"), mentions.value(forum.ministryID, in: context), orElse: unknown),
            Facts.Entry(
                context.text("forums.fact.moderator"), mentions.texts.value(forum.moderatorRole), orElse: unknown,
                explanation: context.text("forums.fact.function-explained")),
            Facts.Entry(
                context.text("forums.fact.co-moderator"), mentions.texts.value(forum.coModeratorRole),
                orElse: unknown),
        ]
        let values = members.compactMap { member -> Facts.Value? in
            guard let value = mentions.value(member.organisationID, in: context) else { return nil }
            let text = [value.text, member.function].compactMap { $0 }.joined(separator: ", ")
            return Facts.Value(text: text, link: value.link, language: value.language)
        }
        if !values.isEmpty { facts.append(Facts.Entry(context.text("forums.fact.members"), values)) }
        return facts
    }
}
