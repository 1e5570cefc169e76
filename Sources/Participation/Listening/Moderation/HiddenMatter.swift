// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Something that moderation has hidden, with the rule that it broke.
public struct HiddenMatter: Equatable, Sendable {
    public let id: String
    public let kind: MatterKind
    public let number: Int64
    public let title: String?
    public let rule: FlagReason?
    public let decidedAt: String

    /// Takes a contribution from the public. What nobody can read is owed to nobody: its duties rest.
    static func hide(
        _ matter: MatterSummary, rule: String?, by actor: String, in programme: String, at now: Moment,
        _ db: Connection
    ) throws {
        var writing = try MatterWriting(in: programme, by: actor, at: now, db)
        switch matter.kind {
        case .remark:
            try writing.change(RemarkRecord.self, matter.id) { record in
                record.isHidden = true
                record.hiddenReason = rule
            }
        case .idea:
            try writing.change(IdeaRecord.self, matter.id, visibility: .concealed) { _ in }
            for duty in try FiledFlag.duties(of: matter.id, .open, in: programme, db) {
                try writing.change(DutyRecord.self, duty) { $0.state = .resting }
            }
        case .statement: try writing.change(StatementRecord.self, matter.id, visibility: .concealed) { _ in }
        // What offices publish is taken back by the office, in its own name.
        default: throw Refusal("moderation-not-here")
        }
        try TellFollowers(of: matter.id, .hiddenByModeration, by: actor, in: programme).run(at: now, in: db)
    }

    /// Gives it back. A duty that rested goes on with as many days as it had left.
    static func show(_ matter: String, by actor: String, in programme: String, at now: Moment, _ db: Connection) throws
    {
        guard let row = try MatterRow.find(matter, of: programme, in: db) else {
            throw ValueFault("there is no matter \(matter)")
        }
        var writing = try MatterWriting(in: programme, by: actor, at: now, db)
        switch row.reference.kind {
        case .remark:
            try writing.change(RemarkRecord.self, matter) { record in
                record.isHidden = false
                record.hiddenReason = nil
            }
        case .idea:
            try writing.change(IdeaRecord.self, matter, visibility: .published) { _ in }
            let rested = try restedDays(matter, until: now, db)
            for duty in try FiledFlag.duties(of: matter, .resting, in: programme, db) {
                try writing.change(DutyRecord.self, duty) { record in
                    record.state = .open
                    record.dueOn = DueDate.after(days: rested, from: record.dueOn)
                }
            }
        case .statement: try writing.change(StatementRecord.self, matter, visibility: .published) { _ in }
        default: throw Refusal("moderation-not-here")
        }
        try TellFollowers(of: matter, .shownAgain, by: actor, in: programme).run(at: now, in: db)
    }

    /// How many days it was hidden.
    private static func restedDays(_ matter: String, until now: Moment, _ db: Connection) throws -> Int {
        guard let since = try ModerationDecision.lastHiding(of: matter, db) else { return 0 }
        return max(0, now.day.firstDay - since.day.firstDay)
    }
}

/// A moderator shows again what was hidden, with a reason; the author is told.
public struct RestoreMatter: Sendable {
    private let id: String
    private let reason: String?
    private let programme: String

    public init(_ id: String, because reason: String?, in programme: String) {
        self.id = id
        self.reason = reason
        self.programme = programme
    }

    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, compose: @escaping ModerationDecision.Compose
    ) throws {
        let isConcerned = try visitor.person.map { try ContributionAuthor.isAuthor($0.id, of: id, in: db) } ?? false
        let person = try visitor.person(if: visitor.mayDecide(isConcerned: isConcerned, in: programme))
        let form = ModerationForm(verdict: ModerationVerdict.restored.rawValue, reason: reason)
        let draft = try form.validated(among: [.restored])
        guard let hidden = try HiddenMatter.find(id, in: programme, db) else {
            throw Refusal("moderation-already-decided")
        }
        _ = try draft.insert(about: hidden.id, held: nil, by: person.id, in: programme, at: now, db)
        try HiddenMatter.show(hidden.id, by: person.actor ?? JournalEntry.system, in: programme, at: now, db)
        for author in try ContributionRecipient.authors(of: hidden.id, db) {
            try DecisionLetters(draft, hidden.title, in: programme, at: now, db, compose)
                .send(to: author, .author, right: nil)
        }
    }
}
