// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation

/// The five questions and the ledger as people read them in Excel: words instead of keys, euros instead of cents.
struct FundingWorkbook {
    let context: SiteContext

    private struct Column<Subject> {
        let key: String
        let width: Double
        let cell: (OpenEntry<Subject>) -> XLSXWriter.Cell
    }

    /// Writes the five questions for all projects; tells how many rows there have to be.
    func writeAnswers(_ reading: OpenReading, to sheet: (FundingSheetPlan) throws -> XLSXWriter) throws -> Int64 {
        let answers = try ProjectAnswers.list(in: reading.programme, on: reading.today, reading.db)
        let entries = try reading.entries(answers) { [$0.project, $0.ministry] }
        let writer = try sheet(plan(.fundingAnswers, answerColumns))
        for entry in entries { try writer.append(answerColumns.map { $0.cell(entry) }) }
        try writer.finish()
        return Int64(answers.count)
    }

    /// Writes the ledger batch by batch, so that its length does not matter; tells how many rows there have to be.
    func writeEntries(
        _ reading: OpenReading, batch size: Int64 = 1000, to sheet: (FundingSheetPlan) throws -> XLSXWriter
    ) throws -> Int64 {
        let expected = try LedgerEntry.count(in: reading.programme, reading.db)
        guard expected <= Int64(XLSXWriter.mostRows) else {
            throw PageFault.refused(reason: "funding.workbook.too-long")
        }
        let writer = try sheet(plan(.ledgerEntries, entryColumns))
        var last: Int64 = 0
        while true {
            let batch = try LedgerEntry.batch(in: reading.programme, after: last, size: size, reading.db)
            for entry in try reading.entries(batch.map(\.entry), naming: { [$0.project] }) {
                try writer.append(entryColumns.map { $0.cell(entry) })
            }
            guard Int64(batch.count) == size, let end = batch.last else { break }
            last = end.position
        }
        try writer.finish()
        return expected
    }

    private func plan<Subject>(_ list: OpenList, _ columns: [Column<Subject>]) -> FundingSheetPlan {
        FundingSheetPlan(
            title: list.title(in: context),
            columns: columns.map {
                XLSXWriter.Column(context.text("funding.workbook.\($0.key)"), width: $0.width)
            }, cutMark: context.text("synopsis.cut-mark"))
    }

    private var answerColumns: [Column<ProjectAnswers>] {
        [
            Column(key: "number", width: 8) { .number($0.projectNumber) },
            Column(key: "project", width: 36) { text($0.titleOf($0.subject.project)) },
            Column(key: "ministry", width: 12) { text($0.keyOf($0.subject.ministry)) },
            Column(key: "basis", width: 16) { text($0.answers.map { context.word(.fundingBasis, $0.basis.rawValue) }) },
            Column(key: "applied", width: 18) { euros($0.answers?.totals.applied) },
            Column(key: "approved", width: 18) { euros($0.answers?.totals.approved) },
            Column(key: "paid", width: 18) { euros($0.answers?.totals.paid) },
            Column(key: "returned", width: 18) { euros($0.answers?.totals.returned) },
            Column(key: "paid-until", width: 14) { text($0.answers?.paidUntil?.text) },
            Column(key: "rest", width: 18) { euros($0.answers?.totals.remaining) },
            Column(key: "planned", width: 18) { euros($0.answers?.plannedAhead) },
            Column(key: "told", width: 40) { text($0.answers?.told) },
            Column(key: "told-on", width: 14) { text($0.answers?.toldOn?.text) },
        ]
    }

    private var entryColumns: [Column<LedgerEntry>] {
        [
            Column(key: "entry", width: 16) { .text($0.subject.key) },
            Column(key: "number", width: 8) { .number($0.projectNumber) },
            Column(key: "project", width: 36) { text($0.titleOf($0.subject.project)) },
            Column(key: "kind", width: 14) { .text(context.word(.fundingKind, $0.kind.rawValue)) },
            Column(key: "basis", width: 16) { .text(context.word(.fundingBasis, $0.basis.rawValue)) },
            Column(key: "source", width: 14) { .text(context.word(.fundingSource, $0.source.rawValue)) },
            Column(key: "partner", width: 28) { text($0.partner) },
            Column(key: "budget-line", width: 16) { text($0.budgetLine) },
            Column(key: "year", width: 10) { .number($0.fiscalYear) },
            Column(key: "booked-on", width: 14) { .text($0.bookedOn.text) },
            Column(key: "amount", width: 18) { .euros(cents: $0.cents) },
            Column(key: "reverses", width: 16) { text($0.reverses) },
            Column(key: "reason", width: 36) { text($0.subject.reason) },
            Column(key: "told", width: 40) { text($0.told) },
        ]
    }

    /// What is unknown says so and is never nought.
    private func text(_ text: String?) -> XLSXWriter.Cell { text.map { .text($0) } ?? .empty }

    private func euros(_ cents: Int64?) -> XLSXWriter.Cell {
        cents.map { .euros(cents: $0) } ?? .text(context.text("design.unknown"))
    }
}

/// What a sheet is called and which columns it has.
struct FundingSheetPlan {
    let title: String
    let columns: [XLSXWriter.Column]
    let cutMark: String
}
