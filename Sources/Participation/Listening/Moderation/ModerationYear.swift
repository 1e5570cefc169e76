// SPDX-License-Identifier: EUPL-1.2

/// What moderation did in one year, for everybody to read. What was taken back within minutes is not counted.
public struct ModerationYear: Equatable, Sendable {
    public let year: Int64
    /// Reports that came in.
    public let flags: Int64
    /// Reports that were decided, whenever they came in.
    public let decided: Int64
    /// How many days half of the decided reports waited at most; nil where none was decided.
    public let medianDays: Int64?
    public let hidden: Int64
    public let kept: Int64
    public let released: Int64
    public let rejected: Int64
    /// Objections that came in.
    public let objections: Int64
    /// Objections that were decided: what was first decided did not stay, or stayed.
    public let granted: Int64
    public let upheld: Int64
    public let restored: Int64
}

extension ModerationYear {
    /// How long reports waited, each number of days with how many waited so long.
    static func median(_ waits: [(days: Int64, count: Int64)]) -> Int64? {
        let total = waits.reduce(0) { $0 + $1.count }
        var passed: Int64 = 0
        for wait in waits.sorted(by: { $0.days < $1.days }) {
            passed += wait.count
            if passed * 2 >= total { return wait.days }
        }
        return nil
    }
}
