// SPDX-License-Identifier: EUPL-1.2

/// An offer to take part that is voted on here: choosing n of m topics.
public struct Poll: Equatable, Sendable {
    public let id: String
    public let programme: String
    public let number: Int64
    public let title: String
    /// How many topics one may choose.
    public let choices: Int64
    public let resultRule: ResultRule
    public let state: PollState
    public let startsOn: PartialDate
    public let endsOn: PartialDate
    public let topics: [Topic]
    public let changes: [Change]
    /// What the poll's key must be; nil before the first ballot.
    public let keyDigest: String?

    public struct Topic: Equatable, Sendable {
        public let position: Int64
        public let title: String
        public let forumID: String?
        public let fieldID: String?
    }

    /// The period was changed: what it was before, and why.
    public struct Change: Equatable, Sendable {
        public let changedOn: PartialDate
        public let earlierStart: PartialDate?
        public let earlierEnd: PartialDate?
        public let reason: String
    }

    /// What the clock says, whatever has been written down already.
    public enum Standing: Equatable, Sendable {
        case coming, open, over
    }

    /// The last day ends at 24:00 in Berlin.
    public func standing(at now: Moment) -> Standing {
        let today = now.day
        if state == .closed || endsOn < today { return .over }
        return startsOn <= today ? .open : .coming
    }

    /// Fewer ballots than these say too much about each: no result is shown, and no number of a municipality.
    public static let fewest: Int64 = 5
}

/// When people see how a poll stands. Fixed before it opens.
public enum ResultRule: String, Choice {
    case atEnd = "at_end"
    /// Once a day, as it stood at midnight.
    case always
}

public enum PollState: String, Choice {
    case planned = "activity.planned"
    case open = "activity.open"
    case closed = "activity.closed"

    public var word: String {
        switch self {
        case .planned: "geplant"
        case .open: "läuft"
        case .closed: "beendet"
        }
    }
}
