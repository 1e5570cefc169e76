// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Opens polls on their first day, counts them after their last, and once a day those whose result is always shown.
/// Whoever votes is judged by the clock itself; this makes what everybody reads follow.
public struct FollowPollDates: Sendable {
    public init() {}

    /// - Returns: how many polls have moved on or were counted
    @discardableResult
    public func run(at now: Moment, in db: Connection) throws -> Int {
        var done = 0
        for poll in try Poll.awaitingDates(db) {
            guard let step = try poll.step(at: now, db) else { continue }
            var writing = try MatterWriting(in: poll.programme, by: JournalEntry.system, at: now, db)
            switch step {
            case .open:
                try writing.change(ActivityRecord.self, poll.id) { $0.state = .open }
                try TellFollowers(of: poll.id, .pollOpened, by: nil, in: poll.programme).run(at: now, in: db)
            case .count(let day):
                try write(try PollTally.count(poll, db), of: poll, as: day, &writing) { _ in }
            case .close:
                try write(try PollTally.count(poll, db), of: poll, as: poll.endsOn, &writing) { $0.state = .closed }
                try PollTally.layPapersAside(poll.id, db)
                try TellFollowers(of: poll.id, .pollCounted, by: nil, in: poll.programme).run(at: now, in: db)
            }
            done += 1
        }
        return done
    }

    /// Whether anything waits to be done, which costs no turn to write.
    public static func isDue(at now: Moment, in db: Connection) throws -> Bool {
        try Poll.awaitingDates(db).contains { try $0.step(at: now, db) != nil }
    }

    /// The tally is the only thing of a poll that the journal holds.
    private func write(
        _ tally: PollTally, of poll: Poll, as day: PartialDate, _ writing: inout MatterWriting,
        _ edit: (inout ActivityRecord) -> Void
    ) throws {
        try writing.change(ActivityRecord.self, poll.id) { record in
            record.offer.results = [PriorityResultRecord(tally, on: day, topics: record.topics, of: poll)]
            edit(&record)
        }
    }
}

extension Poll {
    fileprivate enum Step: Equatable {
        case open
        /// The result as it stood at the end of a day.
        case count(PartialDate)
        case close
    }

    /// What the clock asks for; nil when everything is as it should be.
    fileprivate func step(at now: Moment, _ db: Connection) throws -> Step? {
        switch standing(at: now) {
        case .coming: return nil
        case .over: return .close
        case .open:
            if state == .planned { return .open }
            let yesterday = PartialDate(day: now.day.firstDay - 1)
            guard resultRule == .always, startsOn <= yesterday else { return nil }
            let counted = try resultDate(db)
            return counted.map { $0 < yesterday } ?? true ? .count(yesterday) : nil
        }
    }
}

extension PriorityResultRecord {
    /// With fewer than five ballots there is nothing that could be said without pointing at people.
    fileprivate init(_ tally: PollTally, on day: PartialDate, topics: [PollTopicRecord], of poll: Poll) {
        self.init()
        asOf = day
        guard tally.ballots >= Poll.fewest else { return }
        ballots = tally.ballots
        ranking = tally.ranking(poll.topics).map { topic, votes in
            var rank = PriorityRankRecord()
            rank.topic = topic.title
            rank.forum = topics.first { $0.title == topic.title }?.forum
            rank.percent = tally.percent(votes)
            rank.votes = votes
            return rank
        }
        turnout = tally.turnout.map { origin in
            var row = PriorityTurnoutRecord()
            row.municipality = origin.municipality
            row.ballots = origin.ballots
            return row
        }
    }
}
