// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// A proposal as a row of the open list.
private struct ProposalEntry: Sendable {
    let proposal: Proposal
    let mentions: Mentions
    let context: SiteContext

    static let columns: [OpenColumn<ProposalEntry>] = [
        OpenColumn("number", number: { $0.proposal.number }),
        OpenColumn("title", text: { $0.text("title", $0.proposal.title) }),
        OpenColumn("summary", text: { $0.text("summary", $0.proposal.summary) }),
        OpenColumn("state", text: { $0.context.word(state: $0.proposal.state.rawValue) }),
        OpenColumn("state_key", text: { $0.proposal.state.rawValue }),
        OpenColumn("outcome", text: { entry in entry.proposal.outcome.map { entry.context.word(state: $0.rawValue) } }),
        OpenColumn("outcome_key", text: { $0.proposal.outcome?.rawValue }),
        OpenColumn("field", text: { $0.mentions.title($0.proposal.fieldID)?.text }),
        OpenColumn("forum_number", number: { $0.mentions.matter($0.proposal.forumID)?.number }),
        OpenColumn("forum", text: { $0.mentions.title($0.proposal.forumID)?.text }),
        OpenColumn("ministry_key", text: { $0.mentions.matter($0.proposal.ministryID)?.key }),
        OpenColumn("ministry", text: { $0.mentions.title($0.proposal.ministryID)?.text }),
        OpenColumn("cost_cents", number: { $0.proposal.costCents }),
        OpenColumn("address", text: { $0.context.links.absolute("/vorschlaege/\($0.proposal.number)") }),
    ]

    private func text(_ field: String, _ original: String) -> String {
        mentions.texts.text(field, of: proposal.id, or: original).text
    }
}

extension OpenTable {
    /// `/vorschlaege` as it is narrowed and ordered.
    static func proposals(in programme: String, _ context: SiteContext, _ db: Connection) throws -> OpenTable {
        let filter = try Proposal.Filter(context.query)
        let order = try context.query.choice("sortierung", as: Proposal.Order.self) ?? .number
        let choices = try Proposal.choices(in: programme, db)
        let known = try Mentions.load(choices.fields + choices.ministries, programme, context, db)
        try ProposalOptions(choices, known).check(context.query, try Forum.choices(in: programme, db))
        let entries = try ListPage.all { page in
            let proposals = try Proposal.list(filter, order, page, in: programme, db).rows
            let named = proposals.flatMap { [$0.id, $0.forumID, $0.ministryID, $0.fieldID] }
            let mentions = try Mentions.load(named, programme, context, db)
            return proposals.map { ProposalEntry(proposal: $0, mentions: mentions, context: context) }
        }
        return OpenTable(ProposalEntry.columns, of: entries)
    }
}
