// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The period of a poll changes, with a reason that everybody reads beside the old dates; followers are told.
public struct MovePoll: Sendable {
    private let number: Int64
    private let programme: String
    private let startsOn: String?
    private let endsOn: String?
    private let reason: String?

    public enum Field {
        public static let startsOn = "beginn"
        public static let endsOn = "ende"
        public static let reason = "grund"
    }

    public init(
        _ number: Int64, in programme: String, from startsOn: String?, until endsOn: String?, because reason: String?
    ) {
        self.number = number
        self.programme = programme
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.reason = reason
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayRunPolls(in: programme))
        guard let poll = try Poll.find(number: number, in: programme, db) else {
            throw ValueFault("there is no poll \(number)")
        }
        guard poll.standing(at: now) != .over else { throw Refusal("poll-is-over") }
        let (start, end, reason) = try validated(poll, at: now)
        var change = PollChangeRecord()
        change.changedOn = now.day
        change.earlierStart = poll.startsOn
        change.earlierEnd = poll.endsOn
        change.reason = reason
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(ActivityRecord.self, poll.id) { record in
            record.offer.start = start
            record.offer.end = end
            record.changes.append(change)
        }
        try TellFollowers(of: poll.id, .pollMoved, by: person.id, in: programme).run(at: now, in: db)
    }

    private func validated(
        _ poll: Poll, at now: Moment
    ) throws(InvalidForm) -> (start: PartialDate, end: PartialDate, reason: String) {
        var check = FormCheck()
        let today = now.day
        // A poll that has begun has begun.
        let start =
            poll.standing(at: now) == .open
            ? poll.startsOn : ConsultationForm.day(startsOn, Field.startsOn, missing: "start-missing", &check)
        let end = ConsultationForm.day(endsOn, Field.endsOn, missing: "end-missing", &check)
        if let start, start != poll.startsOn, start < today { check.add(Field.startsOn, "poll-start-in-the-past") }
        if let end, end < today { check.add(Field.endsOn, "poll-end-in-the-past") }
        if let start, let end, end < start { check.add(Field.endsOn, "end-before-start") }
        if let start, let end, start == poll.startsOn, end == poll.endsOn { check.add(Field.endsOn, "poll-not-moved") }
        let text = check.line(reason, field: Field.reason, missing: "reason-missing", limit: 500)
        try check.finish()
        return (start ?? poll.startsOn, end ?? poll.endsOn, text ?? "")
    }
}
