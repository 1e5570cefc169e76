// SPDX-License-Identifier: EUPL-1.2

import Storage

/// An office answers an idea, with reasons. Where the programme wants two pairs of eyes, the answer waits until
/// somebody else releases it.
public struct AnswerIdea: Sendable {
    private let form: ReplyForm
    private let seen: SeenIdea

    /// What has become of the answer.
    public enum Result: String, Sendable {
        case published, waiting
    }

    public init(_ form: ReplyForm, to seen: SeenIdea) {
        self.form = form
        self.seen = seen
    }

    @discardableResult
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> Result {
        var handling = try IdeaHandling(.reply, on: seen, as: visitor, at: now, in: db)
        let offices = try DutyOffice.all(in: seen.programme, db)
        let reply = try form.validated(offices: offices) { number in
            try MatterSummary.find(.proposal, number: number, in: seen.programme, db)?.id
        }
        if try ReplySetting.load(of: seen.programme, db).needsRelease {
            try ReplyDraft.save(reply, to: handling.file.id, by: handling.person.id, at: now, db)
            return .waiting
        }
        try handling.publish(reply)
        return .published
    }
}

/// A second person has read an answer and lets it out.
public struct ReleaseReply: Sendable {
    private let seen: SeenIdea

    public init(_ seen: SeenIdea) {
        self.seen = seen
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var handling = try IdeaHandling(.release, on: seen, as: visitor, at: now, in: db)
        guard let draft = handling.file.draft, let outcome = IdeaFate(rawValue: draft.outcome) else {
            throw Refusal("no-reply-to-release")
        }
        try handling.publish(
            ReplyText(
                outcome: outcome, text: draft.text, officeID: draft.officeID, officeKey: draft.officeKey,
                proposalID: draft.proposalID))
    }
}

extension IdeaHandling {
    /// The answer becomes public, the duty is done, the thread goes on to the proposal, and people are told.
    mutating func publish(_ reply: ReplyText) throws {
        let (day, answered) = (now.day, step(.answered))
        try writing.change(IdeaRecord.self, file.id) { idea in
            if idea.state != .answered || idea.fate != reply.outcome { idea.history.append(answered) }
            idea.state = .answered
            idea.fate = reply.outcome
            var record = OfficialReplyRecord()
            record.text = reply.text
            record.office = reply.officeKey
            record.repliedOn = day
            idea.replies.append(record)
        }
        try ReplyDraft.delete(idea: file.id, db)
        try meetDuty()
        if let proposal = reply.proposalID { try link(to: proposal) }
        try tell(reply.proposalID == nil ? .ideaAnswered : .ideaTakenUp)
    }

    /// The step of the thread from the idea to a proposal, unless it is there.
    private mutating func link(to proposal: String) throws {
        guard
            let idea = try MatterRow.find(file.id, of: programme, in: db),
            let target = try MatterRow.find(proposal, of: programme, in: db)
        else { return }
        var link = LinkRecord()
        link.from = idea.reference
        link.to = target.reference
        link.linkKind = .takenUpIn
        link.effectiveOn = now.day
        guard try MatterRow.find(MatterReference(.link, link.key), of: programme, in: db) == nil else { return }
        _ = try writing.create(link, isPublic: true)
    }
}
