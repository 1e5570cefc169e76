// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Sees to it that a report is owed for each running project that has a rhythm, and a decision for each whose money
/// ends within a year.
public struct FollowProjectDates: Sendable {
    public init() {}

    /// - Returns: for how many projects something is owed now that was not before
    @discardableResult
    public func run(at now: Moment, in db: Connection) throws -> Int {
        let waiting = try Self.waiting(on: now.day, db)
        for (programme, project) in waiting {
            var writing = try MatterWriting(in: programme, by: JournalEntry.system, at: now, db)
            try ReportDuties(project, in: programme).settle(&writing, on: now.day, db)
        }
        return waiting.count
    }

    /// Whether anything is missing, which costs no turn to write.
    public static func isDue(at now: Moment, in db: Connection) throws -> Bool {
        try !waiting(on: now.day, db).isEmpty
    }
}
