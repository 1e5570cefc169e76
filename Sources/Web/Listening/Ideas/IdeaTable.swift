// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<Idea>>

extension OpenList {
    /// `/ideen` as it is narrowed and ordered.
    static let ideas = OpenList(
        "ideas", at: "/ideen", columns: columns,
        keys: { reading -> [String] in
            let (programme, context, db) = (reading.programme, reading.context, reading.db)
            let filter = try Idea.Filter(context.query)
            try context.query.checkIdeas(
                try Forum.choices(in: programme, db), try Idea.municipalities(in: programme, db),
                try FieldChoice.list(in: programme, db))
            let arrangement = try Idea.Arrangement(context, in: programme, on: reading.today, db)
            return try Idea.ids(filter, arrangement, in: programme, db)
        },
        rows: { ids, reading in
            let ideas = try Idea.list(inOrderOf: Array(ids), in: reading.programme, reading.db)
            return try reading.entries(ideas) { [$0.id, $0.forumID, $0.municipalityID, $0.projectID] }
        })

    private static let columns = [
        Column("number", number: { $0.number }),
        Column("title", text: { $0.wording("title", of: $0.id, or: $0.title) }),
        Column("summary", text: { $0.wording("summary", of: $0.id, or: $0.summary) }),
        Column("state", text: { $0.word(state: $0.state.rawValue) }),
        Column("state_key", text: { $0.state.rawValue }),
        Column("outcome", text: { $0.word(state: $0.outcome) }),
        Column("outcome_key", text: { $0.outcome }),
        Column("submitted_on", date: { $0.submittedOn }),
        Column("channel", text: { $0.word(.ideaChannel, $0.channel.rawValue) }),
        Column("author_group", text: { $0.authorLabel }),
        Column("forum_number", number: { $0.numberOf($0.forumID) }),
        Column("forum", text: { $0.titleOf($0.forumID) }),
        Column("municipality_key", text: { $0.keyOf($0.municipalityID) }),
        Column("municipality", text: { $0.titleOf($0.municipalityID) }),
        Column("project_number", number: { $0.numberOf($0.projectID) }),
        Column("project", text: { $0.titleOf($0.projectID) }),
        Column("supports", number: { $0.supports }),
        Column("confidence", text: { $0.confidence?.rawValue }),
        Column("address", text: { $0.address("/ideen/\($0.number)") }),
    ]
}
