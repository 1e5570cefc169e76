// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct FundingFlowTests {
    @Test(arguments: TestPlace.engines)
    func `the ways of a kind and basis make up its sum, for all years and for one`(engine: Engine) async throws {
        let (sums, flows) = try await Bundled.database(engine).read { db in
            let programme = try #require(try ProgrammeQueries.id(slug: "musterregion", in: db))
            let sums = try FundingSum.list(in: programme, db)
            let flows = try sums.map { sum in
                let selection = FundingSelection(kind: sum.kind, basis: sum.basis, year: sum.year)
                return try FundingFlow.list(in: programme, selection, db).map(\.cents).reduce(0, +)
            }
            return (sums, flows)
        }

        #expect(sums.map(\.cents) == flows)
        #expect(sums.count > 10)
    }

    @Test(arguments: TestPlace.engines)
    func `approved state money is what the ledger says, largest first`(engine: Engine) async throws {
        let flows = try await Bundled.database(engine).read { db in
            try FundingFlow.list(
                in: try #require(try ProgrammeQueries.id(slug: "musterregion", in: db)),
                FundingSelection(kind: .approved, basis: .stateShare), db)
        }

        #expect(flows.map(\.cents).reduce(0, +) == 3_820_019_385)
        #expect(flows.map(\.cents) == flows.map(\.cents).sorted(by: >))
        #expect(flows.allSatisfy { $0.source == .land })
    }

    @Test(arguments: TestPlace.engines)
    func `Ruhr-Konferenz has amounts that sources name and no ledger`(engine: Engine) async throws {
        let (sums, cited, reach) = try await Bundled.database(engine).read { db in
            let programme = try #require(try ProgrammeQueries.id(slug: "ruhr-konferenz", in: db))
            return (
                try FundingSum.list(in: programme, db), try CitedAmount.list(in: programme, db),
                try FundingReach.load(in: programme, db)
            )
        }

        #expect(sums == [])
        #expect(cited.count == 18)
        #expect(cited.first?.title == "ÖPNV-Initiative")
        #expect(reach == FundingReach(projects: 56, booked: 0, cited: 18))
    }

    @Test func `money is conserved at every knot, and what is not above nought is not drawn`() {
        let flows = [
            flow(.land, "a", cents: 300), flow(.eu, "a", cents: 200), flow(.land, "b", ministry: nil, cents: 50),
            flow(.land, "c", cents: -20),
        ]

        let river = River(flows)

        for knot in river.knots where (1...2).contains(knot.stage) {
            let arriving = river.strands.filter { $0.to == knot.id }.map(\.amount).reduce(0, +)
            let leaving = river.strands.filter { $0.from == knot.id }.map(\.amount).reduce(0, +)
            #expect(arriving == leaving)
            #expect(arriving > 0)
        }
        #expect(river.amount(of: "project a") == 500)
        #expect(river.amount(of: "ministry ") == 50)
        #expect(!river.knots.contains { $0.id == "project c" })
    }

    private func flow(
        _ source: FundingSource, _ project: String, ministry: String? = "vm", cents: Int64
    ) -> FundingFlow {
        FundingFlow(
            source: source, ministry: ministry, field: "f", project: project, projectNumber: 1, projectTitle: project,
            cents: cents)
    }
}
