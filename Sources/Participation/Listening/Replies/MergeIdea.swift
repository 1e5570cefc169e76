// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Two ideas want the same: one goes on, the other leads to it. Authors and followers come along, nobody waits longer
/// than before, and everybody is told. It can be undone.
public struct MergeIdea: Sendable {
    private let form: MergeForm
    private let seen: SeenIdea

    public init(_ form: MergeForm, of seen: SeenIdea) {
        self.form = form
        self.seen = seen
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var handling = try IdeaHandling(.merge, on: seen, as: visitor, at: now, in: db)
        let file = handling.file
        let (target, reason) = try form.validated(notInto: file.number) { number in
            try IdeaFile.find(number: number, in: seen.programme, db)
        }
        try visitor.may(.read, target.standing, in: seen.programme).check()
        try handling.leadOn(to: target, reason: reason)
        let targetDuty = try handling.bundle(into: target, reason: reason)
        let merge = IdeaMerge(
            id: Digest.random(bytes: 16), idea: file.id, target: target.id, stateBefore: file.state,
            outcomeBefore: file.outcome, targetStateBefore: target.state, duty: file.duty?.id,
            dutyReasonBefore: file.duty?.reason, targetDuty: targetDuty, targetDueBefore: target.duty?.dueOn)
        try merge.insert(by: handling.person.id, at: now, in: db)
        try ReplyDraft.delete(idea: file.id, db)
        try handling.tell(.ideaMerged)
        try merge.carryPeople(in: db)
    }
}

extension IdeaHandling {
    /// The idea is answered by the reason, and leads to the other one.
    fileprivate mutating func leadOn(to target: IdeaFile, reason: String) throws {
        let key = try MatterRow.find(target.id, of: programme, in: db)?.key
        let office = try (file.duty ?? target.duty).flatMap {
            try MatterRow.find($0.officeID, of: programme, in: db)?.key
        }
        let (day, answered) = (now.day, step(.answered))
        try writing.change(IdeaRecord.self, file.id) { idea in
            idea.mergedInto = key
            idea.fate = .merged
            if idea.state != .answered { idea.history.append(answered) }
            idea.state = .answered
            var reply = OfficialReplyRecord()
            reply.text = reason
            reply.office = office
            reply.repliedOn = day
            idea.replies.append(reply)
        }
    }

    /// What was owed to the one idea is owed to the other, by the earlier day of both. Where the other is answered
    /// already, the reason with the way to that answer is what was owed.
    ///
    /// - Returns: the duty of the other idea that has come to be or has changed
    fileprivate mutating func bundle(into target: IdeaFile, reason: String) throws -> String? {
        guard let duty = file.duty else { return nil }
        if target.state == .answered, target.duty == nil {
            try meetDuty()
            return nil
        }
        try passOn(duty, reason: reason)
        guard let other = target.duty else {
            guard let office = try MatterRow.find(duty.officeID, of: programme, in: db)?.key else { return nil }
            return try owe(to: target.id, office: office, dueOn: duty.dueOn)
        }
        guard duty.dueOn < other.dueOn else { return nil }
        try writing.change(DutyRecord.self, other.id) { $0.dueOn = duty.dueOn }
        return other.id
    }
}
