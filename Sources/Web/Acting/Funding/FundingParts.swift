// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The money of a project: what a source has named, and what the ledger holds. The two are never added.
struct Money: Sendable {
    let cited: String
    let citedNote: ProgrammeText?
    let tables: [Ledger]
    /// Said where nothing is booked.
    let none: String?
    /// The five questions.
    let answers: String

    /// The ledger on one basis.
    struct Ledger: Sendable {
        let table: Table
        let remaining: String?
        let bars: Bars?
    }

    /// From what was applied for to what is still to be paid, side by side.
    struct Bars: Sendable {
        /// The basis of all of them.
        let label: String
        let bars: [Bar]
    }

    struct Bar: Sendable {
        let label: String
        let amount: String
        /// Where it begins and how long it is, in thousandths of the largest amount.
        let start: String
        let length: String
        let isRest: Bool
    }

    static let sample = Money(
        cited: "18,4 Mio. € laut Quelle", citedNote: .sample,
        tables: [
            Ledger(
                table: .sample, remaining: "Noch nicht ausgezahlt: 4,2 Mio. €",
                bars: Bars(
                    label: "Landesanteil",
                    bars: [Bar(label: "bewilligt", amount: "10 €", start: "0", length: "1000", isRest: true)]))
        ], none: "Nichts gebucht.", answers: "/mittel/projekte/1")
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
        answers = context.links.to(FundingPaths.answers(project.summary.number))
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
        bars = Money.Bars(ledger, in: context)
        remaining = ledger.remaining.map {
            context.text("projects.money.remaining", ["amount": context.notation.money($0)])
        }
    }
}

extension Money.Bars {
    /// The ways of an amount that are drawn, in their order.
    private static let kinds: [FundingKind] = [.applied, .approved, .paid]

    /// Nil where fewer than two of them are booked, so that there is nothing to compare.
    init?(_ ledger: FundingTable, in context: SiteContext) {
        let known = Self.kinds.compactMap { kind in ledger.total(kind).map { (kind: kind, cents: $0) } }
            .filter { $0.cents > 0 }
        guard known.count > 1, let largest = known.map(\.cents).max() else { return nil }
        let thousandths = { (cents: Int64) in String(max(cents, 0) * 1000 / largest) }
        label = context.word(.fundingBasis, ledger.basis.rawValue)
        let booked = known.map { kind, cents in
            Money.Bar(
                label: context.word(.fundingKind, kind.rawValue), amount: context.notation.money(cents), start: "0",
                length: thousandths(cents), isRest: false)
        }
        let rest = ledger.remaining.flatMap { cents -> Money.Bar? in
            guard cents > 0, let approved = ledger.total(.approved) else { return nil }
            return Money.Bar(
                label: context.text("funding.bars.remaining"), amount: context.notation.money(cents),
                start: thousandths(approved - cents), length: thousandths(cents), isRest: true)
        }
        bars = booked + [rest].compactMap { $0 }
    }
}
