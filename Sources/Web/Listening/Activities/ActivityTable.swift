// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<Activity>>

extension OpenList {
    /// `/mitmachangebote` as it is narrowed.
    static let activities = OpenList("activities", at: "/mitmachangebote", columns: columns) { reading in
        try reading.context.query.checkForum(try Forum.choices(in: reading.programme, reading.db))
        let filter = try Activity.Filter(reading.context.query)
        return { page in
            let activities = try Activity.list(filter, page, in: reading.programme, reading.db).rows
            return try reading.entries(activities) { [$0.id, $0.forumID] }
        }
    }

    private static let columns = [
        Column("number", number: { $0.number }),
        Column("title", text: { $0.wording("title", of: $0.id, or: $0.title) }),
        Column("kind", text: { $0.word(.activityKind, $0.kind.rawValue) }),
        Column("kind_key", text: { $0.kind.rawValue }),
        Column("stage", text: { $0.word(.stage, $0.stage.rawValue) }),
        Column("starts_on", date: { $0.startsOn }),
        Column("ends_on", date: { $0.endsOn }),
        Column("audience_words", text: { $0.audience }),
        Column("channel", text: { $0.channel }),
        Column("forum_number", number: { $0.numberOf($0.forumID) }),
        Column("forum", text: { $0.titleOf($0.forumID) }),
        Column("use_of_input", text: { $0.useOfInput }),
        Column("feedback", text: { $0.feedback }),
        Column("confidence", text: { $0.confidence?.rawValue }),
        Column("address", text: { $0.address("/mitmachangebote/\($0.number)") }),
    ]
}
