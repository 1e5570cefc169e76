// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias RankColumn = OpenColumn<OpenEntry<PriorityListing>>
private typealias TurnoutColumn = OpenColumn<OpenEntry<TurnoutListing>>

extension OpenList {
    /// The rankings of all polls, or of the one that `?angebot=3` names.
    static let pollResults = OpenList(
        "poll-results", at: "/mitmachangebote/ergebnisse", shownAt: "/mitmachangebote", columns: rankColumns
    ) { reading in
        let activity = try reading.activityOfAddress()
        return { page in
            let ranks = try PriorityListing.list(in: reading.programme, activity: activity, page, reading.db)
            return try reading.entries(ranks) { [$0.activityID, $0.rank.forumID] }
        }
    }

    /// How many took part in polls, by municipality, or in the one that `?angebot=3` names.
    static let pollTurnout = OpenList(
        "poll-turnout", at: "/mitmachangebote/teilnahme", shownAt: "/mitmachangebote", columns: turnoutColumns
    ) { reading in
        let activity = try reading.activityOfAddress()
        return { page in
            let rows = try TurnoutListing.list(in: reading.programme, activity: activity, page, reading.db)
            return try reading.entries(rows) { [$0.activityID] }
        }
    }

    private static let rankColumns = [
        RankColumn("activity_number", number: { $0.subject.number }),
        RankColumn("activity", text: { $0.wording("title", of: $0.activityID, or: $0.subject.title) }),
        RankColumn("as_of", date: { $0.asOf }),
        RankColumn("place", number: { $0.place }),
        RankColumn("topic", text: { $0.rank.topic }),
        RankColumn("forum_number", number: { $0.numberOf($0.rank.forumID) }),
        RankColumn("percent", number: { $0.rank.percent }),
        RankColumn("votes", number: { $0.rank.votes }),
        RankColumn("ballots", number: { $0.ballots }),
        RankColumn("address", text: { $0.address(PollPaths.show($0.subject.number)) }),
    ]

    private static let turnoutColumns = [
        TurnoutColumn("activity_number", number: { $0.subject.number }),
        TurnoutColumn("activity", text: { $0.wording("title", of: $0.activityID, or: $0.subject.title) }),
        TurnoutColumn("as_of", date: { $0.asOf }),
        TurnoutColumn("municipality_key", text: { $0.municipalityKey }),
        TurnoutColumn("municipality", text: { $0.municipality }),
        TurnoutColumn("ballots", number: { $0.ballots }),
        TurnoutColumn("address", text: { $0.address(PollPaths.show($0.subject.number)) }),
    ]
}

extension OpenReading {
    /// The id of the offer that the address names; nil for all, not found where there is none of that number.
    fileprivate func activityOfAddress() throws -> String? {
        guard let number = try context.query.number("angebot") else { return nil }
        guard let activity = try Activity.find(number: number, in: programme, db) else { throw PageFault.notFound }
        return activity.id
    }
}
