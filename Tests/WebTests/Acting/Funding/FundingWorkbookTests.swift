// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Interchange
import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct FundingWorkbookTests {
    @Test(arguments: TestPlace.engines)
    func `the five questions of all projects are one workbook, and what is unknown says so`(
        engine: Engine
    ) async throws {
        let browser = Browser(try await Bundled.site(engine))

        let answer = try await browser.get("/p/musterregion/mittel/fragen.xlsx")
        let sheet = try SheetReader(answer.bytes, mostRows: 1000)
        let numbers = Set(sheet.rows.map { $0.cells[0] })
        let all = Set((1...25).map { String($0) })
        let table = try await browser.get("/p/musterregion/mittel/fragen.csv")

        #expect(answer.status == 200)
        #expect(answer.headers[.contentDisposition]?.contains("musterregion-mittel-fragen-") == true)
        #expect(sheet.columns.contains("5. Mitgeteilt"))
        #expect(numbers == all)
        #expect(sheet.rows.count == table.text.split(separator: "\r\n").count - 1)
        let cableCar = try #require(sheet.rows.first { $0.cells[1] == "Seilbahn Musterhausen" })
        #expect(cableCar.cells.contains("keine Angabe"))
        #expect(!cableCar.cells.contains("0"))
    }

    @Test(arguments: TestPlace.engines)
    func `the ledger as a workbook has every entry and adds up to the same`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))

        let answer = try await browser.get("/p/musterregion/mittel/buchungen.xlsx")
        let sheet = try SheetReader(answer.bytes, mostRows: 10_000)
        let (count, cents) = try await Bundled.database(engine).read { db in
            let row = try #require(
                try db.row(
                    """
                    SELECT COUNT(*) AS entries, CAST(SUM(f.amount_cents) AS BIGINT) AS cents FROM funding f
                    JOIN programme p ON p.id = f.programme_id WHERE p.slug = 'musterregion'
                    """))
            return (try row.get("entries", as: Int.self), try row.get("cents", as: Int64.self))
        }

        let place = try #require(sheet.columns.firstIndex(of: "Betrag"))
        let sum = sheet.rows.compactMap { Self.cents($0.cells[place]) }.reduce(0, +)
        #expect(sheet.rows.count == count)
        #expect(sum == cents)
    }

    @Test func `a list whose rows are not as many as were counted fails instead of being short`() async throws {
        let wrong = OpenList.ledgerEntries.counted { _ in 7 }
        let site = try await Bundled.site()
        let programme = try #require(try await site.read { db in try site.programmes(db) }.first { $0.isInvented })

        await #expect(throws: ExportFault.rowsMissing) {
            try await site.read { db in
                var context = SiteContext(logger: site.logger, remoteAddress: nil)
                context.currentProgramme = programme
                let reading = OpenReading(
                    programme: programme.id, context: context, today: Moment(site.clock()).day, db: db)
                try wrong.forEachBatch(reading) { _ in }
            }
        }
    }

    /// "1234,5" as the reader of sheets writes it.
    private static func cents(_ cell: String) -> Int64? {
        let isNegative = cell.hasPrefix("-")
        let parts = cell.drop { $0 == "-" }.split(separator: ",")
        guard let euros = parts.first.flatMap({ Int64($0) }) else { return nil }
        let rest = parts.count > 1 ? Int64((parts[1] + "0").prefix(2)) ?? 0 : 0
        return (isNegative ? -1 : 1) * (euros * 100 + rest)
    }
}
