// SPDX-License-Identifier: EUPL-1.2

/// The sum of a project's ledger for one basis, kind and year; counter-entries are taken off.
public struct FundingLine: Equatable, Sendable {
    public let basis: FundingBasis
    public let kind: FundingKind
    public let year: Int64
    public let cents: Int64
}

/// The ledger of a project on one basis. Amounts on different bases are never added, so each has a table of its own.
public struct FundingTable: Equatable, Sendable {
    public let basis: FundingBasis
    public let kinds: [FundingKind]
    public let years: [Int64]
    private let lines: [FundingLine]

    /// One table for each basis on which something is booked.
    public static func list(_ lines: [FundingLine]) -> [FundingTable] {
        FundingBasis.allCases.compactMap { basis in
            let own = lines.filter { $0.basis == basis }
            guard !own.isEmpty else { return nil }
            let years = own.map(\.year)
            return FundingTable(
                basis: basis, kinds: FundingKind.allCases.filter { kind in own.contains { $0.kind == kind } },
                years: years.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }, lines: own)
        }
    }

    /// Nil where nothing is booked; that is not the same as nothing.
    public func cents(_ kind: FundingKind, in year: Int64) -> Int64? {
        lines.first { $0.kind == kind && $0.year == year }?.cents
    }

    public func total(_ kind: FundingKind) -> Int64? {
        let amounts = lines.filter { $0.kind == kind }.map(\.cents)
        return amounts.isEmpty ? nil : amounts.reduce(0, +)
    }

    /// What is approved and not yet paid; what was paid back counts as not paid. Nil where nothing is approved.
    public var remaining: Int64? {
        total(.approved).map { $0 - (total(.paid) ?? 0) + (total(.returned) ?? 0) }
    }
}
