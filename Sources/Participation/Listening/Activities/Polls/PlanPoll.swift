// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The programme office sets up a poll, or changes it before anybody can vote. It is announced at once.
public struct PlanPoll: Sendable {
    private let form: PollForm
    private let programme: String
    private let number: Int64?

    /// - Parameter number: the poll to change; nil for a new one
    public init(_ form: PollForm, in programme: String, number: Int64? = nil) {
        self.form = form
        self.programme = programme
        self.number = number
    }

    /// - Returns: the number of the poll
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> Int64 {
        let person = try visitor.person(if: visitor.mayRunPolls(in: programme))
        let known = try PollChoices.load(in: programme, db)
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        guard let number else {
            let plan = try form.validated(known, on: now.day)
            var record = ActivityRecord()
            record.offer.id = MatterWriting.newKey(.activity)
            record.offer.number = try writing.nextNumber(.activity)
            record.offer.channel = "online"
            record.state = .planned
            plan.fill(&record)
            _ = try writing.create(record, isPublic: true)
            return record.offer.number
        }
        guard let poll = try Poll.find(number: number, in: programme, db) else {
            throw ValueFault("there is no poll \(number)")
        }
        guard poll.standing(at: now) == .coming else { throw Refusal("poll-has-begun") }
        var fixed = form
        // What was announced changes only with a public reason, by MovePoll.
        fixed.startsOn = poll.startsOn.text
        fixed.endsOn = poll.endsOn.text
        let plan = try fixed.validated(known, on: now.day)
        try writing.change(ActivityRecord.self, poll.id) { plan.fill(&$0) }
        return number
    }
}

extension PollForm.Plan {
    fileprivate func fill(_ record: inout ActivityRecord) {
        record.offer.title = title
        record.offer.kind = .onlinePoll
        record.offer.stage = .listening
        record.offer.start = startsOn
        record.offer.end = endsOn
        record.offer.audience = audience
        record.offer.useOfInput = use
        record.choices = choices
        record.resultRule = resultRule
        record.topics = topics
    }
}
