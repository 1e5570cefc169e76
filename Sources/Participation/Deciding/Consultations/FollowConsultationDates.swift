// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Opens consultations on their first day and closes them after their last. Whoever answers is judged by the clock
/// itself; this makes what everybody reads follow.
public struct FollowConsultationDates: Sendable {
    public init() {}

    /// - Returns: how many consultations have moved on
    @discardableResult
    public func run(at now: Moment, in db: Connection) throws -> Int {
        var moved = 0
        for id in try ConsultationRules.awaitingDates(db) {
            guard let rules = try ConsultationRules.find(id: id, db), let next = rules.next(at: now) else { continue }
            var writing = try MatterWriting(in: rules.programme, by: JournalEntry.system, at: now, db)
            try writing.move(rules, to: next, on: now.day)
            try rules.tell(next, by: nil, at: now, in: db)
            moved += 1
        }
        return moved
    }

    /// Whether anything waits to be moved, which costs no turn to write.
    public static func isDue(at now: Moment, in db: Connection) throws -> Bool {
        try ConsultationRules.awaitingDates(db).contains { id in
            try ConsultationRules.find(id: id, db)?.next(at: now) != nil
        }
    }
}

extension ConsultationRules {
    /// The state that the dates ask for; nil when it is the one there is.
    func next(at now: Moment) -> ConsultationState? {
        let today = now.day
        switch state {
        case .planned:
            guard let startsOn, startsOn.precision == .day, startsOn <= today else { return nil }
            return .open
        case .open:
            guard let lastDay, lastDay.lastDay < today.firstDay else { return nil }
            return .closed
        case .closed, .evaluated, .published, .cancelled: return nil
        }
    }
}
