// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A place in the ranking of a poll, with the poll and the date it belongs to.
public struct PriorityListing: Equatable, Sendable {
    public let activityID: String
    public let number: Int64
    public let title: String
    public let asOf: PartialDate?
    public let ballots: Int64?
    public let place: Int64
    public let rank: PriorityResult.Rank

    /// The rankings of all polls, or of one, by poll and date.
    ///
    /// - Parameter activity: the id of the only poll asked for
    public static func list(
        in programme: String, activity: String?, _ page: ListPage, _ db: Connection
    ) throws -> [PriorityListing] {
        let only: SQL = activity.map { " AND a.id = \($0)" } ?? ""
        return try db.rows(
            """
            SELECT a.id, m.number, a.title, p.as_of, p.ballots, r.position, r.topic, r.forum_id, r.percent, r.votes
            FROM priority_rank r JOIN priority_result p ON p.id = r.priority_result_id
            JOIN activity a ON a.id = p.matter_id JOIN public_matter m ON m.id = a.id
            WHERE m.programme_id = \(programme)\(only)
            ORDER BY m.number, p.position, r.position LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map { row in
            PriorityListing(
                activityID: try row.get("id"), number: try row.get("number"), title: try row.get("title"),
                asOf: try row.date("as_of"), ballots: try row.get("ballots"), place: try row.get("position"),
                rank: PriorityResult.Rank(
                    topic: try row.get("topic"), forumID: try row.get("forum_id"), percent: try row.get("percent"),
                    votes: try row.get("votes")))
        }
    }
}

/// How many took part in a poll from one municipality; without one, from all others together.
public struct TurnoutListing: Equatable, Sendable {
    public let activityID: String
    public let number: Int64
    public let title: String
    public let asOf: PartialDate?
    public let municipalityKey: String?
    public let municipality: String?
    public let ballots: Int64

    /// - Parameter activity: the id of the only poll asked for
    public static func list(
        in programme: String, activity: String?, _ page: ListPage, _ db: Connection
    ) throws -> [TurnoutListing] {
        let only: SQL = activity.map { " AND a.id = \($0)" } ?? ""
        return try db.rows(
            """
            SELECT a.id, m.number, a.title, p.as_of, y.ags, y.name, t.ballots
            FROM priority_turnout t JOIN priority_result p ON p.id = t.priority_result_id
            JOIN activity a ON a.id = p.matter_id JOIN public_matter m ON m.id = a.id
            LEFT JOIN municipality y ON y.id = t.municipality_id
            WHERE m.programme_id = \(programme)\(only)
            ORDER BY m.number, p.position, t.position LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map { row in
            TurnoutListing(
                activityID: try row.get("id"), number: try row.get("number"), title: try row.get("title"),
                asOf: try row.date("as_of"), municipalityKey: try row.get("ags"), municipality: try row.get("name"),
                ballots: try row.get("ballots"))
        }
    }
}
