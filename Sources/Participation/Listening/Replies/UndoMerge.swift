// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A merging was a mistake: both ideas stand by themselves again, with what was owed to each.
public struct UndoMerge: Sendable {
    private let seen: SeenIdea

    public init(of seen: SeenIdea) {
        self.seen = seen
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var handling = try IdeaHandling(.unmerge, on: seen, as: visitor, at: now, in: db)
        guard let merge = try IdeaMerge.find(of: handling.file.id, in: db) else { throw Refusal("merge-was-imported") }
        guard try merge.targetState(in: db) != .answered || merge.targetStateBefore == .answered else {
            throw Refusal("merge-is-answered")
        }
        try handling.restore(merge)
        try merge.sendPeopleBack(at: now, in: db)
        try handling.tell(.ideaSplit)
    }
}

extension IdeaHandling {
    fileprivate mutating func restore(_ merge: IdeaMerge) throws {
        let again = step(merge.stateBefore)
        try writing.change(IdeaRecord.self, file.id) { idea in
            idea.mergedInto = nil
            idea.fate = merge.outcomeBefore.flatMap(IdeaFate.init)
            idea.state = merge.stateBefore
            idea.replies.removeLast()
            idea.history.append(again)
        }
        if let duty = merge.duty {
            try writing.change(DutyRecord.self, duty) { record in
                record.state = .open
                record.metOn = nil
                record.reason = merge.dutyReasonBefore
            }
        }
        guard let targetDuty = merge.targetDuty else { return }
        try writing.change(DutyRecord.self, targetDuty) { record in
            if let before = merge.targetDueBefore { record.dueOn = before } else { record.state = .lapsed }
        }
    }
}
