// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What a moderator decided with one click: one thing or many. For some minutes it can be taken back, and the letters
/// that tell of it wait as long.
public struct ModerationRound: Equatable, Sendable {
    public let id: String
    public let decidedAt: Moment
    /// How many things were decided.
    public let count: Int64

    public static let seconds: Int64 = 10 * 60

    /// Until when it can be taken back.
    public var endsAt: Moment { decidedAt.later(bySeconds: Self.seconds) }
}

/// A moderator takes back what was decided with one click: what was hidden is to be seen again, what was published
/// waits again, reports are open again, and nobody gets a letter.
public struct UndoModerationRound: Sendable {
    private let id: String
    private let programme: String

    public init(_ id: String, in programme: String) {
        self.id = id
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let decisions = try RoundDecision.list(of: id, in: programme, db)
        let isOwn = decisions.allSatisfy { $0.decidedBy == visitor.person?.id }
        let person = try visitor.person(if: visitor.mayUndoRound(isOwn: isOwn, in: programme))
        guard let first = decisions.first, !first.isUndone else { throw Refusal("moderation-undone-already") }
        guard first.decidedAt.seconds(until: now) < ModerationRound.seconds,
            try !ModerationRound.hasSentLetters(id, db)
        else { throw Refusal("moderation-undo-too-late") }
        for decision in decisions {
            try undo(decision, by: person.actor ?? JournalEntry.system, at: now, db)
        }
        try ModerationRound.close(id, at: now, db)
    }

    private func undo(_ decision: RoundDecision, by actor: String, at now: Moment, _ db: Connection) throws {
        switch decision.verdict {
        case .hidden:
            if let matter = decision.matter {
                try HiddenMatter.show(matter, by: actor, in: programme, at: now, db)
            }
            try FiledFlag.reopen(decidedBy: decision.id, in: db)
        case .kept: try FiledFlag.reopen(decidedBy: decision.id, in: db)
        case .released, .rejected:
            guard let held = try decision.held.flatMap({ try HeldContribution.find($0, in: programme, db) }) else {
                return
            }
            if let matter = held.matter {
                guard try Remark.countAnswers(to: matter, db) == 0 else { throw Refusal("moderation-answered-already") }
                var writing = try MatterWriting(in: programme, by: actor, at: now, db)
                try writing.change(RemarkRecord.self, matter, visibility: .concealed) { _ in }
            }
            // Keeps its remark, which becomes public once more when somebody lets it.
            try HeldContribution.decide(held.id, .waiting, matter: held.matter, in: db)
        case .restored, .upheld: return
        }
    }
}

/// One of the things that were decided with one click.
struct RoundDecision: Equatable, Sendable {
    let id: String
    let verdict: ModerationVerdict
    let matter: String?
    let held: String?
    let decidedBy: String
    let decidedAt: Moment
    let isUndone: Bool
}
