// SPDX-License-Identifier: EUPL-1.2

/// The reply that an office owes, or owed, to an idea.
public struct OwedReply: Equatable, Sendable {
    public let office: String
    public let dueOn: PartialDate
    public let state: DutyState

    /// Whether it should have been given before this day and has not been.
    public func isOverdue(on day: PartialDate) -> Bool { state == .open && dueOn < day }
}
