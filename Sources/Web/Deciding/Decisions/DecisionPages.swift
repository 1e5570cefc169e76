// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// One decision: what was decided, why, under which conditions, and what came of it.
struct DecisionPage: Page {
    static let template = "Decisions/show"
    let frame: MatterFrame
    /// Official and documented number of projects, side by side.
    let figure: FigureTile?
    let sections: [Section]
    let remarks: RemarkList?

    var head: PageHead { frame.head }

    static let sample = DecisionPage(frame: .sample, figure: .sample, sections: [.sample], remarks: .sample)
}

extension DecisionPage {
    static func load(
        _ decision: Decision, in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> DecisionPage {
        let conditions = try Decision.conditions(of: decision.id, db)
        let results = try Decision.results(of: decision.id, db)
        let proposals = try Decision.proposals(of: decision.id, db)
        let paper = try decision.paperID.flatMap { try Paper.find($0, in: programme, db) }
        let named = [decision.id, decision.sitting.boardID, paper?.ministryID] + conditions.map(\.ministryID)
        let others = (results + proposals).map(\.matterID)
        let signing = paper?.signatures.map(\.ministryID) ?? []
        let items = paper?.entries.compactMap(\.proposalID) ?? []
        let mentions = try Mentions.load(named + others + signing + items, programme, context, db)
        let story = DecisionStory(decision: decision, mentions: mentions, context: context)
        return DecisionPage(
            frame: try frame(decision, mentions, in: programme, context, db), figure: story.figure(),
            sections: [
                story.correction(), story.reason(), story.exception(), story.conditions(conditions),
                story.proposals(proposals), story.results(results),
                story.paper(paper), story.entries(paper), story.signatures(paper),
            ].compactMap { $0 },
            remarks: try RemarkList.load(on: decision.id, in: programme, mentions.texts, context, db))
    }

    private static func frame(
        _ decision: Decision, _ mentions: Mentions, in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> MatterFrame {
        let unknown = context.text("design.unknown")
        var facts: [Facts.Entry] = [
            Facts.Entry(
                context.text("decisions.fact.board"),
                mentions.title(decision.sitting.boardID)?.text ?? decision.sitting.board),
            Facts.Entry(context.text("decisions.fact.date"), context.notation.date(decision.sitting.heldOn)),
            Facts.Entry(context.text("decisions.fact.place"), decision.sitting.place ?? unknown),
            Facts.Entry(context.text("decisions.fact.outcome"), context.word(state: decision.outcome.rawValue)),
        ]
        if let item = decision.item { facts.append(Facts.Entry(context.text("decisions.fact.item"), item)) }
        if let until = decision.deferredUntil {
            facts.append(Facts.Entry(context.text("decisions.fact.deferred-until"), context.notation.date(until)))
        }
        let note = [decision.note, decision.sitting.note].compactMap { $0 }.joined(separator: " ").ifNotEmpty
        return try MatterFrame(
            kicker: context.text("decisions.number", ["number": context.notation.number(decision.number)]),
            title: mentions.texts.text("title", of: decision.id, or: decision.title),
            badges: [context.badge(state: decision.outcome.rawValue)],
            hint: context.hint(confidence: decision.confidence),
            lead: mentions.texts.text("text", of: decision.id, or: decision.text), facts: facts,
            excerpt: ThreadExcerpt.load(decision.id, in: programme, context, db),
            note: note.map { mentions.texts.original($0) },
            sources: SourceList(Source.list(of: decision.id, in: db), in: context),
            crumbs: [Crumb(label: context.text("site.navigation.decisions"), link: context.links.to("/beschluesse"))]
        ).following(.decision, decision.id, number: decision.number, context, db)
    }
}
