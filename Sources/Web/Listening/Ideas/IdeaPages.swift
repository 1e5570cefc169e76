// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// One idea: its text, the answer it got or is still owed, what became of it.
struct IdeaPage: Page {
    static let template = "Ideas/show"
    let frame: MatterFrame
    let easy: Section?
    let replies: [Reply]
    /// Said where no answer is documented.
    let noReply: Notice?
    let merged: Section?
    let history: Section?
    let remarks: RemarkList?

    struct Reply: Sendable {
        /// Who answered, when.
        let about: String
        let text: ProgrammeText
    }

    var head: PageHead { frame.head }

    static let sample = IdeaPage(
        frame: .sample, easy: .sample,
        replies: [Reply(about: "Referat Bus und Bahn · 26. Februar 2024", text: .sample)],
        noReply: .sample, merged: .sample, history: .sample, remarks: .sample)
}

extension IdeaPage {
    static func load(
        _ idea: Idea, in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> IdeaPage {
        let merged = try Idea.merged(into: idea.id, db)
        let mentions = try Mentions.load(
            [idea.id, idea.forumID, idea.municipalityID, idea.projectID, idea.mergedIntoID] + merged, programme,
            context, db)
        let replies = try Idea.replies(to: idea.id, db)
        let frame = try MatterFrame(
            idea, mentions, excerpt: ThreadExcerpt.load(idea.id, in: programme, context, db),
            sources: SourceList(Source.list(of: idea.id, in: db), in: context), in: context
        ).following(.idea, idea.id, number: idea.number, context, db)
        return IdeaPage(
            frame: frame,
            easy: Section(try EasyText.find("summary", of: idea.id, in: programme, db), in: context),
            replies: replies.map { Reply($0, mentions.texts, in: context) },
            noReply: replies.isEmpty ? Self.noReply(to: idea, in: context) : nil,
            merged: merged.isEmpty
                ? nil
                : Section(
                    context.text("ideas.merged.heading"), anchor: "zusammengefuehrt",
                    rows: merged.compactMap { mentions.row($0, in: context) }),
            history: Section(try StateChange.list(of: idea.id, db), mentions.texts, in: context),
            remarks: try RemarkList.load(on: idea.id, in: programme, mentions.texts, context, db))
    }

    private static func noReply(to idea: Idea, in context: SiteContext) -> Notice {
        let tone: Tone = idea.outcome == nil ? .quiet : .warning
        return Notice(context.text("ideas.no-reply.text"), heading: context.text("ideas.no-reply.heading"), tone: tone)
    }
}

extension IdeaPage.Reply {
    fileprivate init(_ reply: Idea.Reply, _ texts: ProgrammeTexts, in context: SiteContext) {
        let date = reply.repliedOn.map { context.notation.date($0) } ?? context.text("ideas.reply.undated")
        about = [reply.office ?? context.text("ideas.reply.no-office"), date].joined(separator: " · ")
        text = texts.original(reply.text)
    }
}

extension MatterFrame {
    fileprivate init(
        _ idea: Idea, _ mentions: Mentions, excerpt: ThreadExcerpt?, sources: SourceList?, in context: SiteContext
    ) {
        let states = [idea.state.rawValue, idea.outcome].compactMap { $0 }
        self.init(
            kicker: context.text("ideas.number", ["number": context.notation.number(idea.number)]),
            title: mentions.texts.text("title", of: idea.id, or: idea.title),
            badges: states.map { context.badge(state: $0) }, hint: context.hint(confidence: idea.confidence),
            lead: mentions.texts.text("summary", of: idea.id, or: idea.summary),
            notices: [Self.endNotice(idea, mentions, in: context)].compactMap { $0 },
            facts: Self.facts(idea, mentions, in: context), excerpt: excerpt,
            note: idea.note.map { mentions.texts.original($0) }, sources: sources,
            crumbs: [Crumb(label: context.text("site.navigation.ideas"), link: context.links.to("/ideen"))])
    }

    /// Taken up, and given up later: this is said before anything else.
    private static func endNotice(_ idea: Idea, _ mentions: Mentions, in context: SiteContext) -> Notice? {
        guard let project = mentions.matter(idea.projectID), project.state == ProjectState.discontinued.rawValue else {
            return nil
        }
        return Notice(
            context.text("ideas.ended.text"), heading: context.text("ideas.ended.heading"), tone: .warning,
            link: mentions.link(project.id, in: context),
            linkLabel: context.text("ideas.ended.link", ["title": mentions.title(project.id)?.text ?? ""]))
    }

    private static func facts(_ idea: Idea, _ mentions: Mentions, in context: SiteContext) -> [Facts.Entry] {
        let unknown = context.text("design.unknown")
        var facts: [Facts.Entry] = [
            Facts.Entry(
                context.text("ideas.fact.forum"), mentions.value(idea.forumID, in: context), orElse: unknown),
            Facts.Entry(context.text("ideas.fact.channel"), context.word(.ideaChannel, idea.channel.rawValue)),
            Facts.Entry(
                context.text("ideas.fact.submitted"), idea.submittedOn.map { context.notation.date($0) } ?? unknown),
            Facts.Entry(
                context.text("ideas.fact.author"), mentions.texts.value(idea.authorLabel), orElse: unknown,
                explanation: context.text("ideas.fact.author-explained")),
            Facts.Entry(
                context.text("ideas.fact.municipality"), mentions.value(idea.municipalityID, in: context),
                orElse: unknown),
        ]
        if let supports = idea.supports {
            facts.append(Facts.Entry(context.text("ideas.fact.supports"), context.notation.number(supports)))
        }
        if let target = mentions.value(idea.mergedIntoID, in: context) {
            facts.append(Facts.Entry(context.text("ideas.fact.merged-into"), [target]))
        }
        return facts
    }
}

extension Section {
    /// The history of a matter, state by state; nil where none is documented.
    init?(_ changes: [StateChange], _ texts: ProgrammeTexts, in context: SiteContext) {
        guard !changes.isEmpty else { return nil }
        self.init(
            context.text("design.history"), anchor: "verlauf",
            bullets: changes.map { change in
                let date = change.effectiveOn.map { context.notation.date($0) } ?? context.text("design.undated")
                return Bullet(
                    date, details: change.reason.map { texts.original($0).text },
                    badge: context.badge(state: change.state))
            })
    }
}
