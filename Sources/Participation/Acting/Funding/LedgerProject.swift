// SPDX-License-Identifier: EUPL-1.2

/// A project as the ledger needs it: what it is called, who may book for it, whether it goes on.
public struct LedgerProject: Equatable, Sendable {
    public let id: String
    public let key: String
    public let number: Int64
    public let title: String
    public let officialCode: String?
    public let reference: String
    /// The id of the ministry that leads.
    public let ministry: String?
    public let state: ProjectState

    /// Money for what has ended needs a reason. What was made permanent goes on.
    public var isOver: Bool {
        switch state {
        case .completed, .handedOver, .discontinued: true
        case .planned, .notStarted, .running, .suspended, .permanent, .unknown: false
        }
    }
}

/// One entry of the ledger, as it was booked.
public struct LedgerEntry: Equatable, Sendable {
    public let id: String
    public let key: String
    /// The id of the project.
    public let project: String
    public let projectNumber: Int64
    public let projectTitle: String
    public let kind: FundingKind
    public let basis: FundingBasis
    public let source: FundingSource
    public let partner: String?
    public let budgetLine: String?
    public let fiscalYear: Int64
    public let bookedOn: PartialDate
    public let cents: Int64
    /// The key of the entry that this one takes back.
    public let reverses: String?
    public let isReversed: Bool
    public let reason: String?
    public let told: String?

    /// Whether it can be taken back: a counter-entry cannot, and nothing is taken back twice.
    public var isReversible: Bool { reverses == nil && !isReversed }
}

/// What the ledger says of a project on one basis, for the check of what is to be booked.
struct LedgerBalance: Equatable {
    /// Nil where nothing is approved: that is unknown, not nought.
    var approved: Int64?
    /// What was paid and did not come back.
    var paid: Int64 = 0

    /// Whether more would be paid than was approved.
    var isExceeded: Bool { approved.map { paid > $0 } ?? false }

    mutating func add(_ kind: FundingKind, _ cents: Int64) {
        switch kind {
        case .approved: approved = (approved ?? 0) + cents
        case .paid: paid += cents
        case .returned: paid -= cents
        case .budgeted, .applied, .planned: break
        }
    }
}
