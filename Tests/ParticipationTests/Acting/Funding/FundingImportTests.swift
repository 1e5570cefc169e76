// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

@testable import Participation

@Suite struct FundingImportTests {
    /// How long the list is; `DREIKLANG_LEDGER_ROWS=100000` measures a real one in a release build.
    private static let rows =
        ProcessInfo.processInfo.environment["DREIKLANG_LEDGER_ROWS"].flatMap { Int($0) } ?? 600

    /// Amounts of all lengths, dated so that no two rows are the same.
    private static func list() -> (rows: [ImportRow], cents: Int64) {
        var total: Int64 = 0
        let rows = (0..<Self.rows).map { index in
            let cents = Int64(index) * 7 + 1
            total += cents
            let digits = String(cents % 100)
            let amount = "\(cents / 100),\(digits.count == 1 ? "0" + digits : digits)"
            return ImportRow(number: Int64(index + 2), cells: [String(index % 20 + 1), amount, "2026"])
        }
        return (rows, total)
    }

    private func office(_ db: Connection, in programme: String) throws -> Visitor {
        let person = try TestPeople.make("office@example.org", in: db)
        return Visitor(person, roles: [HeldRole(.programmeOffice, in: programme)])
    }

    @Test(arguments: TestPlace.engines)
    func `a long list is booked in one go, the ledger says its sum, and the record stays sound`(
        engine: Engine
    ) async throws {
        let (rows, cents) = Self.list()
        let now = TestPeople.now
        try await Bundled.with(engine, .musterregion(now)) { database in
            let started = ContinuousClock.now
            let (booked, standing) = try await database.write { db in
                let programme = try #require(try ProgrammeQueries.all(in: db).first?.id)
                let office = try office(db, in: programme)
                let id = try BeginFundingImport(
                    "ist.csv", columns: ["Projekt", "Betrag", "Jahr"], rows: rows, in: programme
                ).run(as: office, at: now, in: db)
                var mapping = FundingMapping.guess(["Projekt", "Betrag", "Jahr"], on: now.day)
                mapping.basis = .other
                mapping.kind = .planned
                mapping.reason = "Schlussrechnung"
                try MapFundingImport(id, mapping, in: programme).run(as: office, in: db)
                try RunFundingImport(id, leavesOutFaulty: false, in: programme).run(as: office, at: now, in: db)
                let list = try #require(try FundingImport.find(id, in: programme, db))
                let booked = try list.bookedSum(db)
                return (booked, try list.standingEntries(db).count)
            }
            let seconds = (ContinuousClock.now - started) / .seconds(1)
            print("\(rows.count) rows on \(engine) in \(seconds) s")
            let report = try await database.read { db in try VerifyJournal().run(in: db) }

            #expect(booked.entries == Int64(rows.count))
            #expect(booked.cents == cents)
            #expect(booked.reversedCents == 0)
            #expect(standing == rows.count)
            #expect(report.faults == [])
        }
    }
}
