// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The money of a project: what a source has named, and what the ledger holds. The two are never added.
struct Money: Sendable {
    let cited: String
    let citedNote: ProgrammeText?
    let tables: [Ledger]
    /// Said where nothing is booked.
    let none: String?

    /// The ledger on one basis.
    struct Ledger: Sendable {
        let table: Table
        let remaining: String?
    }

    static let sample = Money(
        cited: "18,4 Mio. € laut Quelle", citedNote: .sample,
        tables: [Ledger(table: .sample, remaining: "Noch nicht ausgezahlt: 4,2 Mio. €")], none: "Nichts gebucht.")
}

extension Money {
    init(_ view: ProjectView, _ texts: ProgrammeTexts, in context: SiteContext) {
        let project = view.project
        cited =
            project.citedBudgetCents.map {
                context.text("projects.money.cited", ["amount": context.notation.money($0)])
            } ?? context.text("design.unknown")
        citedNote = texts.text("cited_budget_note", of: project.id, or: project.citedBudgetNote)
        let ledgers = FundingTable.list(view.parts.funding)
        tables = ledgers.map { Ledger($0, in: context) }
        none = ledgers.isEmpty ? context.text("projects.money.none") : nil
    }
}

extension Money.Ledger {
    init(_ ledger: FundingTable, in context: SiteContext) {
        let year = Table.Column(context.text("projects.money.year"))
        let columns = ledger.kinds.map { Table.Column(context.word(.fundingKind, $0.rawValue), isNumber: true) }
        let amount = { (cents: Int64?) in cents.map { context.notation.money($0) } ?? "–" }
        let years = ledger.years.map { number in
            Table.Row(
                [Table.Cell(year, String(number), isHeading: true)]
                    + zip(columns, ledger.kinds).map { Table.Cell($0, amount(ledger.cents($1, in: number))) })
        }
        let total = Table.Row(
            [Table.Cell(year, context.text("projects.money.total"), isHeading: true)]
                + zip(columns, ledger.kinds).map { Table.Cell($0, amount(ledger.total($1))) })
        table = Table(
            caption: context.text(
                "projects.money.caption", ["basis": context.word(.fundingBasis, ledger.basis.rawValue)]),
            columns: [year] + columns, rows: years + [total])
        remaining = ledger.remaining.map {
            context.text("projects.money.remaining", ["amount": context.notation.money($0)])
        }
    }
}
