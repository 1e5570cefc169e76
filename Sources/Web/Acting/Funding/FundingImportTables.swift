// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What the page of a list counts, adds up and complains about.
struct FundingImportTables {
    let preview: PreviewFundingImport
    let context: SiteContext

    /// How many rows are shown before they count, and how many faults.
    private static let shown = 25

    var counts: Facts {
        let booked = preview.booked
        let entries: [(String, Int)] =
            booked.map { [("rows", Int(preview.list.rowCount)), ("booked", Int($0.entries))] } ?? [
                ("rows", Int(preview.list.rowCount)), ("entries", preview.entries.count),
                ("double", preview.duplicates.count), ("subtotals", preview.subtotals),
                ("faulty", preview.faulty.count),
            ]
        return Facts(
            entries: entries.map { key, count in
                Facts.Entry(context.text("funding.list.counts.\(key)"), context.notation.number(count))
            })
    }

    /// Whether the sums come out even, in one sentence.
    var verdict: Notice {
        if let booked = preview.booked {
            let amount = context.notation.money(booked.cents)
            guard preview.list.undoneAt != nil else {
                return Notice(context.text("funding.list.verdict.booked", ["amount": amount]), tone: .good)
            }
            let isEven = booked.cents + booked.reversedCents == 0
            return Notice(
                context.text("funding.list.verdict.\(isEven ? "undone" : "uneven")", ["amount": amount]),
                tone: isEven ? .good : .bad)
        }
        let sums = preview.reconciliation
        if sums.agrees {
            return Notice(
                context.text("funding.list.verdict.even", ["amount": context.notation.money(sums.listed)]), tone: .good)
        }
        let wrong = sums.subtotals.filter { !$0.agrees }.count
        let reasons = [
            sums.unexplained == 0
                ? nil
                : context.text(
                    "funding.list.verdict.unexplained", ["amount": context.notation.money(sums.unexplained)]),
            sums.unreadable == 0 ? nil : context.text("funding.list.verdict.unreadable", count: sums.unreadable),
            wrong == 0 ? nil : context.text("funding.list.verdict.subtotals", count: wrong),
        ].compactMap { $0 }
        return Notice(
            reasons.joined(separator: " "), heading: context.text("funding.list.verdict.not-even"), tone: .warning)
    }

    var sums: Table {
        let columns = [
            Table.Column(context.text("funding.list.sums.what")),
            Table.Column(context.text("funding.table.amount"), isNumber: true),
        ]
        let lines: [(String, Int64)]
        if let booked = preview.booked {
            lines = [("ledger", booked.cents), ("reversed", booked.reversedCents)]
        } else {
            let sums = preview.reconciliation
            lines = [
                ("listed", sums.listed), ("entries", sums.entries), ("double", sums.duplicates),
                ("faulty", sums.faulty), ("difference", sums.unexplained),
            ]
        }
        let own = lines.map { key, cents in
            Table.Row([
                Table.Cell(columns[0], context.text("funding.list.sums.\(key)"), isHeading: true),
                Table.Cell(columns[1], exact(cents)),
            ])
        }
        let subtotals = preview.reconciliation.subtotals.prefix(Self.shown).map { sum in
            let row = context.notation.number(sum.row)
            let words =
                sum.agrees
                ? context.text("funding.list.sums.agrees", ["row": row])
                : context.text("funding.list.sums.disagrees", ["row": row, "counted": exact(sum.counted)])
            return Table.Row([
                Table.Cell(columns[0], words, isHeading: true),
                Table.Cell(columns[1], exact(sum.stated)),
            ])
        }
        return Table(caption: context.text("funding.list.sums.caption"), columns: columns, rows: own + subtotals)
    }

    /// Always with its cents, since that is what is checked.
    private func exact(_ cents: Int64) -> String {
        let amount = context.notation.decimal(cents, places: 2)
        return context.language == .german ? "\(amount)\u{A0}€" : "€\(amount)"
    }

    var previewTable: Table? {
        let names = ["row", "project", "kind", "basis", "year", "day"]
        let columns =
            names.map { Table.Column(context.text("funding.list.columns.\($0)")) }
            + [Table.Column(context.text("funding.table.amount"), isNumber: true)]
        let rows = preview.entries.prefix(Self.shown).map { number, entry in
            let cells = [
                context.notation.number(number), entry.project.title, context.word(.fundingKind, entry.kind.rawValue),
                context.word(.fundingBasis, entry.basis.rawValue), String(entry.fiscalYear),
                context.notation.date(entry.bookedOn), exact(entry.cents),
            ]
            return Table.Row(zip(columns, cells).enumerated().map { Table.Cell($1.0, $1.1, isHeading: $0 == 1) })
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            caption: context.text("funding.list.preview", count: rows.count), columns: columns, rows: Array(rows))
    }

    var faults: Table? {
        let columns = ["row", "field", "fault"].map { Table.Column(context.text("capture.import.columns.\($0)")) }
        let doubles = preview.duplicates.map { number, entry in
            (number, "–", context.text("funding.list.duplicate", ["amount": exact(entry.cents)]))
        }
        let faulty = preview.faulty.flatMap { number, faults in
            faults.map { fault in
                (
                    number, context.text("funding.list.parts.\(fault.field)"),
                    context.text(
                        "forms.faults.\(fault.reason)",
                        ["limit": fault.limit.map { context.notation.number($0) } ?? ""])
                )
            }
        }
        let all = (faulty + doubles).sorted { $0.0 < $1.0 }
        guard !all.isEmpty else { return nil }
        let rows = all.prefix(Self.shown * 4).map { number, field, fault in
            let cells = [context.notation.number(number), field, fault]
            return Table.Row(zip(columns, cells).enumerated().map { Table.Cell($1.0, $1.1, isHeading: $0 == 0) })
        }
        return Table(
            caption: context.text("capture.import.faults", count: all.count), columns: columns, rows: Array(rows))
    }
}
