// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<Forum>>

extension OpenList {
    /// All topic forums of `/themenforen`.
    static let forums = OpenList(
        "forums", at: "/themenforen", columns: columns,
        whole: { reading in
            let forums = try Forum.list(in: reading.programme, reading.db)
            return try reading.entries(forums) { [$0.id, $0.ministryID] }
        })

    private static let columns = [
        Column("number", number: { $0.number }),
        Column("title", text: { $0.wording("title", of: $0.id, or: $0.title) }),
        Column("topic", text: { $0.wording("topic", of: $0.id, or: $0.topic) }),
        Column("guiding_question", text: { $0.wording("guiding_question", of: $0.id, or: $0.guidingQuestion) }),
        Column("ministry_key", text: { $0.keyOf($0.ministryID) }),
        Column("ministry", text: { $0.titleOf($0.ministryID) }),
        Column("moderator_function", text: { $0.moderatorRole }),
        Column("co_moderator_function", text: { $0.coModeratorRole }),
        Column("events_known", number: { $0.eventsKnown }),
        Column("proposals_submitted", number: { $0.proposalsSubmitted }),
        Column("events", number: { $0.counts.events }),
        Column("ideas", number: { $0.counts.ideas }),
        Column("proposals", number: { $0.counts.proposals }),
        Column("projects", number: { $0.counts.projects }),
        Column("confidence", text: { $0.confidence?.rawValue }),
        Column("address", text: { $0.address("/themenforen/\($0.number)") }),
    ]
}
