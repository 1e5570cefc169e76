// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct FundingTableTests {
    private let lines = [
        FundingLine(basis: .stateShare, kind: .approved, year: 2025, cents: 1_000_00),
        FundingLine(basis: .stateShare, kind: .approved, year: 2026, cents: 500_00),
        FundingLine(basis: .stateShare, kind: .paid, year: 2026, cents: 700_00),
        FundingLine(basis: .stateShare, kind: .returned, year: 2026, cents: 50_00),
        FundingLine(basis: .totalVolume, kind: .budgeted, year: 2025, cents: 9_000_00),
    ]

    @Test func `amounts on different bases are never added`() {
        let tables = FundingTable.list(lines)

        #expect(tables.map(\.basis) == [.stateShare, .totalVolume])
        #expect(tables.map { $0.total(.budgeted) } == [nil, 9_000_00])
        #expect(tables.map(\.years) == [[2025, 2026], [2025]])
    }

    @Test func `what remains is approved and not paid, and what came back counts as not paid`() {
        #expect(FundingTable.list(lines).map(\.remaining) == [850_00, nil])
    }

    @Test func `a year without an entry is unknown and not zero`() {
        let table = FundingTable.list(lines)[0]

        #expect(table.cents(.paid, in: 2025) == nil)
        #expect(table.cents(.paid, in: 2026) == 700_00)
    }
}
