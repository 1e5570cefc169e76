// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// One idea: its text, the answer it got or is still owed, what became of it.
struct IdeaPage: Page {
    static let template = "Ideas/show"
    let frame: MatterFrame
    /// The text, where it is longer than an opening sentence.
    let text: IdeaText.Body?
    let attachments: AttachmentList?
    let own: OwnIdeaBox?
    let support: SupportBox
    let easy: Section?
    let replies: [Reply]
    /// Said where no answer is documented.
    let noReply: Notice?
    let merged: Section?
    let split: Section?
    let history: Section?
    let remarks: RemarkList?

    struct Reply: Sendable {
        /// Who answered, when.
        let about: String
        let text: ProgrammeText
    }

    var head: PageHead { frame.head }

    static let sample = IdeaPage(
        frame: .sample, text: IdeaText.Body(bodyHTML: "<p>Am Kanal.</p>", language: "de"),
        attachments: .sample, own: .sample, support: .sample,
        easy: .sample,
        replies: [Reply(about: "Referat Bus und Bahn · 26. Februar 2024", text: .sample)],
        noReply: .sample, merged: .sample, split: .sample, history: .sample, remarks: .sample)
}

extension IdeaPage {
    static func load(
        _ idea: Idea, in programme: String, at now: Moment, _ context: SiteContext, _ db: Connection
    ) throws -> IdeaPage {
        let day = now.day
        let merged = try Idea.merged(into: idea.id, db)
        let family = try Idea.splitFamily(of: idea.id, db)
        let mentions = try Mentions.load(
            [idea.id, idea.forumID, idea.municipalityID, idea.projectID, idea.mergedIntoID, family.origin] + merged
                + family.parts, programme, context, db)
        let replies = try Idea.replies(to: idea.id, db)
        let owed = try OwedReply.find(to: idea.id, db)
        let text = try IdeaText(mentions.texts.text("summary", of: idea.id, or: idea.summary))
        let frame = try MatterFrame(
            idea, text, owed, mentions, excerpt: ThreadExcerpt.load(idea.id, in: programme, context, db),
            sources: SourceList(Source.list(of: idea.id, in: db), in: context), in: context
        ).following(.idea, idea.id, number: idea.number, context, db)
        return IdeaPage(
            frame: frame, text: text.body,
            attachments: try AttachmentList.load(of: idea.id, in: programme, context, db),
            own: try OwnIdeaBox.load(idea, in: programme, at: now, context, db),
            support: try SupportBox.load(idea, context, db),
            easy: Section(try EasyText.find("summary", of: idea.id, in: programme, db), in: context),
            replies: replies.map { Reply($0, mentions.texts, in: context) },
            noReply: replies.isEmpty ? Self.noReply(to: idea, owed, on: day, in: context) : nil,
            merged: merged.isEmpty
                ? nil
                : Section(
                    context.text("ideas.merged.heading"), anchor: "zusammengefuehrt",
                    rows: merged.compactMap { mentions.row($0, in: context) }),
            split: Section(split: family, mentions, in: context),
            history: Section(try StateChange.list(of: idea.id, db), mentions.texts, in: context),
            remarks: try RemarkList.load(on: idea.id, in: programme, mentions.texts, context, db))
    }

    private static func noReply(
        to idea: Idea, _ owed: OwedReply?, on day: PartialDate, in context: SiteContext
    ) -> Notice {
        if let owed, owed.state == .open {
            let key = owed.isOverdue(on: day) ? "ideas.owed.overdue" : "ideas.owed.open"
            let date = context.notation.date(owed.dueOn)
            return Notice(
                context.text("\(key).text", ["office": owed.office, "date": date]),
                heading: context.text("\(key).heading", ["date": date]),
                tone: owed.isOverdue(on: day) ? .warning : .quiet)
        }
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
        _ idea: Idea, _ text: IdeaText, _ owed: OwedReply?, _ mentions: Mentions, excerpt: ThreadExcerpt?,
        sources: SourceList?, in context: SiteContext
    ) {
        let states = [idea.state.rawValue, idea.outcome].compactMap { $0 }
        self.init(
            kicker: context.text("ideas.number", ["number": context.notation.number(idea.number)]),
            title: mentions.texts.text("title", of: idea.id, or: idea.title),
            badges: states.map { context.badge(state: $0) }, hint: context.hint(confidence: idea.confidence),
            lead: text.lead,
            notices: [
                Self.receipt(of: idea, owed, in: context), Self.changed(in: context),
                Self.endNotice(idea, mentions, in: context),
            ]
            .compactMap { $0 },
            facts: Self.facts(idea, mentions, in: context), excerpt: excerpt,
            note: idea.note.map { mentions.texts.original($0) }, sources: sources,
            crumbs: [context.ideasCrumb])
    }

    /// Said once, to whoever has just handed the idea in.
    private static func receipt(of idea: Idea, _ owed: OwedReply?, in context: SiteContext) -> Notice? {
        guard context.query.text(IdeaPaths.received) != nil else { return nil }
        let number = context.notation.number(idea.number)
        let promise = owed.map { owed in
            context.text(
                "ideas.receipt.promise", ["office": owed.office, "date": context.notation.date(owed.dueOn)])
        }
        return Notice(
            [context.text("ideas.receipt.text", ["number": number]), promise].compactMap { $0 }
                .joined(separator: " "),
            heading: context.text("ideas.receipt.heading"), tone: .good)
    }

    /// Said once, to whoever has just changed the idea.
    private static func changed(in context: SiteContext) -> Notice? {
        guard context.query.text(IdeaPaths.done) != nil else { return nil }
        return Notice(
            context.text("ideas.edit.done.text"), heading: context.text("ideas.edit.done.heading"), tone: .good)
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
    /// The idea that this one was taken out of, or those that were taken out of it; nil where nothing was.
    fileprivate init?(
        split family: (origin: String?, parts: [String]), _ mentions: Mentions, in context: SiteContext
    ) {
        let rows = ([family.origin].compactMap { $0 } + family.parts).compactMap { mentions.row($0, in: context) }
        guard !rows.isEmpty else { return nil }
        self.init(
            context.text(family.origin == nil ? "ideas.split.parts" : "ideas.split.origin"), anchor: "geteilt",
            rows: rows)
    }

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
