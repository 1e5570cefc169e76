// SPDX-License-Identifier: EUPL-1.2

/// The sums of one part of the ledger on one basis: a project, a ministry, a year. Nil is unknown, never nought.
public struct FundingTotals: Equatable, Sendable {
    public let budgeted: Int64?
    public let applied: Int64?
    public let approved: Int64?
    public let planned: Int64?
    public let paid: Int64?
    public let returned: Int64?

    /// What is approved and not yet paid; what was paid back counts as not paid. Nil where nothing is approved.
    public var remaining: Int64? { approved.map { $0 - (paid ?? 0) + (returned ?? 0) } }

    public subscript(_ kind: FundingKind) -> Int64? {
        switch kind {
        case .budgeted: budgeted
        case .applied: applied
        case .approved: approved
        case .planned: planned
        case .paid: paid
        case .returned: returned
        }
    }
}

/// What the five questions of the parliamentary inquiry of 2020 ask of a project, on one basis: what was applied for,
/// approved and paid, how the rest flows, and what the partner was told.
public struct FundingAnswers: Equatable, Sendable {
    /// The id of the project.
    public let project: String
    public let projectNumber: Int64
    public let projectTitle: String
    public let ministry: String?
    public let basis: FundingBasis
    public let totals: FundingTotals
    /// Planned for this year and later.
    public let plannedAhead: Int64?
    /// Planned for the years until this one, to compare the outflow with.
    public let plannedSoFar: Int64?
    /// The cut-off date of the outflow: the day of the latest payment.
    public let paidUntil: PartialDate?
    public let told: String?
    public let toldOn: PartialDate?

    /// The part of the rest for which no year is planned; nil where the rest is unknown or all of it is planned.
    public var unplanned: Int64? {
        guard let rest = totals.remaining, rest > (plannedAhead ?? 0) else { return nil }
        return rest - (plannedAhead ?? 0)
    }
}

/// What the ledger can be compared by.
public enum FundingGrouping: String, CaseIterable, Sendable {
    case ministry = "ressort"
    case field = "feld"
    case municipality = "kommune"
    case partner
    case source = "geldgeber"
    case year = "jahr"
}

/// One part of the ledger beside the others of its kind.
public struct FundingGroup: Equatable, Sendable {
    /// The id of the matter, the key of the source or the year; nil for entries without one.
    public let key: String?
    public let projects: Int64
    public let totals: FundingTotals
    public let paidUntil: PartialDate?
}
