// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A paper is handed in to the cabinet office: every proposal in it has passed its gate or bears an exception that
/// somebody answers for, and no ministry is left that has said nothing or whose refusal has no answer.
public struct SubmitPaper: Sendable {
    private let number: Int64
    private let programme: String

    public init(_ number: Int64, in programme: String) {
        self.number = number
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var writing = try PaperWriting(number, in: programme, as: visitor, at: now, db) { paper in
            visitor.mayWrite(paper.standing)
        }
        try writing.paper.maySubmit(try writing.paper.gates(db)).check()
        try writing.change { paper in
            paper.state = .submitted
            paper.submittedOn = now.day
        }
    }
}

extension PaperAtWork {
    /// The gates of the proposals that are items of the paper.
    public func gates(_ db: Connection) throws -> [Gate] {
        let proposals = entries.filter { $0.corrects == nil }.compactMap(\.proposal?.id)
        return proposals.isEmpty ? [] : try Gate.check(proposals, in: programme, db)
    }

    /// Whether nothing stands in the way of the paper but a permission.
    public func maySubmit(_ gates: [Gate]) -> Permission {
        guard state == .coSigning else { return .refused("paper-is-not-in-signing") }
        let excepted = Set(entries.filter { $0.exceptionReason != nil }.compactMap(\.proposal?.id))
        let closed = gates.contains { !$0.isOpen && !excepted.contains($0.proposal.id) }
        guard !closed else { return .refused("gate-is-closed") }
        let isStale = entries.contains { entry in
            gates.contains { $0.proposal.id == entry.proposal?.id && $0.proposal.version != entry.version }
        }
        guard !isStale else { return .refused("version-is-outdated") }
        let isUnsigned = signatures.contains { $0.state == .open || ($0.state == .refused && $0.reply == nil) }
        return isUnsigned ? .refused("signatures-open") : .allowed
    }
}

/// A paper is taken back before anything was decided. Its proposals are free for another one.
public struct WithdrawPaper: Sendable {
    private let number: Int64
    private let programme: String

    public init(_ number: Int64, in programme: String) {
        self.number = number
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var writing = try PaperWriting(number, in: programme, as: visitor, at: now, db) { paper in
            visitor.mayWrite(paper.standing)
        }
        try writing.change { $0.state = .withdrawn }
    }
}

/// Follows the clock: signatures that did not come lapse, and what was decided and confirmed becomes public.
public struct FollowPaperTimes: Sendable {
    public init() {}

    /// - Returns: how many papers have moved on
    @discardableResult
    public func run(at now: Moment, in db: Connection) throws -> Int {
        let waiting = try PaperListing.awaitingTime(at: now, db)
        for (programme, id) in waiting {
            guard let paper = try PaperAtWork.find(id, in: programme, db) else { continue }
            if paper.state == .decided {
                try PublishDecisions(paper.number, in: programme).runByClock(at: now, in: db)
            } else {
                var writing = try MatterWriting(in: programme, by: JournalEntry.system, at: now, db)
                try writing.change(PaperRecord.self, id) { record in
                    for index in record.signatures.indices where record.signatures[index].state == .open {
                        record.signatures[index].state = .lapsed
                        record.signatures[index].edition = record.edition
                        record.signatures[index].digest = record.digest
                    }
                }
            }
        }
        return waiting.count
    }

    /// Whether anything waits, which costs no turn to write.
    public static func isDue(at now: Moment, in db: Connection) throws -> Bool {
        try !PaperListing.awaitingTime(at: now, db).isEmpty
    }
}
