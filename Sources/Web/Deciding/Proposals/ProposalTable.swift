// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<Proposal>>

extension OpenList {
    /// `/vorschlaege` as it is narrowed and ordered.
    static let proposals = OpenList("proposals", at: "/vorschlaege", columns: columns) { reading in
        let (programme, context, db) = (reading.programme, reading.context, reading.db)
        let filter = try Proposal.Filter(context.query)
        let order = try context.query.choice("sortierung", as: Proposal.Order.self) ?? .number
        let choices = try Proposal.choices(in: programme, db)
        let known = try Mentions.load(choices.fields + choices.ministries, programme, context, db)
        try ProposalOptions(choices, known).check(context.query, try Forum.choices(in: programme, db))
        return { page in
            let proposals = try Proposal.list(filter, order, page, in: programme, db).rows
            return try reading.entries(proposals) { [$0.id, $0.forumID, $0.ministryID, $0.fieldID] }
        }
    }

    private static let columns = [
        Column("number", number: { $0.number }),
        Column("title", text: { $0.wording("title", of: $0.id, or: $0.title) }),
        Column("summary", text: { $0.wording("summary", of: $0.id, or: $0.summary) }),
        Column("state", text: { $0.word(state: $0.state.rawValue) }),
        Column("state_key", text: { $0.state.rawValue }),
        Column("outcome", text: { $0.word(state: $0.outcome?.rawValue) }),
        Column("outcome_key", text: { $0.outcome?.rawValue }),
        Column("field", text: { $0.titleOf($0.fieldID) }),
        Column("forum_number", number: { $0.numberOf($0.forumID) }),
        Column("forum", text: { $0.titleOf($0.forumID) }),
        Column("ministry_key", text: { $0.keyOf($0.ministryID) }),
        Column("ministry", text: { $0.titleOf($0.ministryID) }),
        Column("cost_cents", number: { $0.costCents }),
        Column("address", text: { $0.address("/vorschlaege/\($0.number)") }),
    ]
}
