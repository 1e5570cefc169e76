// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Ballot {
    /// What somebody has voted; the code of the voter is needed, so only they can ask.
    public static func find(of voter: Voter, in poll: String, _ db: Connection) throws -> Ballot? {
        let row = try db.row(
            """
            SELECT b.cast_on, y.ags FROM ballot b LEFT JOIN municipality y ON y.id = b.municipality_id
            WHERE b.activity_id = \(poll) AND b.voter = \(voter.code)
            """)
        guard let row else { return nil }
        let topics = try db.rows(
            """
            SELECT topic FROM ballot_choice WHERE activity_id = \(poll) AND voter = \(voter.code) ORDER BY topic
            """
        ).map { try $0.get("topic", as: Int64.self) }
        return Ballot(
            topics: topics, municipality: try row.get("ags"), castOn: try PartialDate(row: row, column: "cast_on"))
    }

    /// How many have voted so far.
    public static func count(in poll: String, _ db: Connection) throws -> Int64 {
        try db.value("SELECT COUNT(*) FROM ballot WHERE activity_id = \(poll)") ?? 0
    }

    /// The municipality of an official key.
    static func place(_ ags: String, in programme: String, _ db: Connection) throws -> String? {
        try db.value(
            """
            SELECT x.id FROM municipality x JOIN public_matter m ON m.id = x.id
            WHERE x.ags = \(ags) AND m.programme_id = \(programme)
            """)
    }

    static func cast(
        _ topics: [Int64], from municipality: String?, by voter: Voter, in poll: String, on day: PartialDate,
        _ db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO ballot (activity_id, voter, municipality_id, cast_on)
            VALUES (\(poll), \(voter.code), \(municipality), \(day.text))
            ON CONFLICT (activity_id, voter) DO UPDATE SET municipality_id = excluded.municipality_id,
                cast_on = excluded.cast_on
            """)
        try db.execute("DELETE FROM ballot_choice WHERE activity_id = \(poll) AND voter = \(voter.code)")
        let rows = topics.map { topic -> SQL in "(\(poll), \(voter.code), \(topic))" }
        try db.execute(
            "INSERT INTO ballot_choice (activity_id, voter, topic) VALUES " + SQL.joined(rows, separator: ", "))
    }

    /// Whoever leaves takes along what lies in the boxes of polls that are not over; from the others nobody can.
    static func removeAll(of person: Person, _ keys: PollKeys, in db: Connection) throws {
        for poll in try Poll.withKey(db) {
            guard let key = try keys.find(poll) else { continue }
            try remove(key.voter(person), in: poll, db)
        }
    }

    private static func remove(_ voter: Voter, in poll: String, _ db: Connection) throws {
        try db.execute("DELETE FROM ballot_choice WHERE activity_id = \(poll) AND voter = \(voter.code)")
        try db.execute("DELETE FROM ballot WHERE activity_id = \(poll) AND voter = \(voter.code)")
        try db.execute("DELETE FROM ballot_access WHERE activity_id = \(poll) AND voter = \(voter.code)")
    }
}

extension PollTally {
    /// What lies in the box.
    static func count(_ poll: Poll, _ db: Connection) throws -> PollTally {
        let votes = try db.rows(
            """
            SELECT topic, COUNT(*) AS votes FROM ballot_choice WHERE activity_id = \(poll.id) GROUP BY topic
            """)
        let places = try db.rows(
            """
            SELECT m.key, b.ballots FROM (SELECT municipality_id, COUNT(*) AS ballots FROM ballot
                WHERE activity_id = \(poll.id) GROUP BY municipality_id) b
            LEFT JOIN matter m ON m.id = b.municipality_id ORDER BY m.key
            """)
        return PollTally(
            ballots: try Ballot.count(in: poll.id, db), votes: try byTopic(votes),
            origins: try places.map { Origin(municipality: try $0.get("key"), ballots: try $0.get("ballots")) })
    }

    /// The same from the papers that remain after the end.
    public static func recount(_ poll: String, _ db: Connection) throws -> (papers: Int64, votes: [Int64: Int64]) {
        let rows = try db.rows(
            "SELECT topic, COUNT(*) AS votes FROM counted_paper WHERE activity_id = \(poll) GROUP BY topic")
        let papers: Int64? = try db.value(
            "SELECT COUNT(DISTINCT paper) FROM counted_paper WHERE activity_id = \(poll)")
        return (papers ?? 0, try byTopic(rows))
    }

    private static func byTopic(_ rows: [Row]) throws -> [Int64: Int64] {
        var votes: [Int64: Int64] = [:]
        for row in rows { votes[try row.get("topic")] = try row.get("votes", as: Int64.self) }
        return votes
    }

    /// Empties the box. The papers stay without their voter, their place and their day.
    static func layPapersAside(_ poll: String, _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO counted_paper (activity_id, paper, topic)
            SELECT activity_id, DENSE_RANK() OVER (ORDER BY voter), topic FROM ballot_choice
            WHERE activity_id = \(poll) ORDER BY voter, topic
            """)
        for table in ["ballot_choice", "ballot", "ballot_access", "poll_key"] {
            try db.execute("DELETE FROM \(identifier: table) WHERE activity_id = \(poll)")
        }
    }
}

/// The way to a ballot that was mailed to a guest.
public enum BallotAccess {
    static func open(
        _ token: Secret, for voter: Voter, in poll: String, on day: PartialDate, _ db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO ballot_access (token_digest, activity_id, voter, made_on)
            VALUES (\(token.digest), \(poll), \(voter.code), \(day.text))
            """)
    }

    /// Whose ballot a link leads to; nil when there is no such link, or the poll is over.
    public static func voter(_ token: Secret, in poll: String, _ db: Connection) throws -> Voter? {
        let code: String? = try db.value(
            "SELECT voter FROM ballot_access WHERE token_digest = \(token.digest) AND activity_id = \(poll)")
        return code.map { Voter(code: $0) }
    }
}
