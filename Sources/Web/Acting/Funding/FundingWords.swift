// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What the page about money says of the chosen part of the ledger, and what its sum does not contain.
struct FundingWords {
    let view: FundingView
    let selection: FundingSelection
    let mentions: Mentions
    let context: SiteContext

    private var kind: String { context.word(.fundingKind, selection.kind.rawValue) }
    private var basis: String { context.word(.fundingBasis, selection.basis.rawValue) }

    var heading: String { context.text("funding.chosen", ["kind": kind, "basis": basis]) }

    /// Kind and basis have no "all", since they are never added.
    var filter: FilterForm {
        let field = { (name: String, label: String, set: WordSet, keys: [String], chosen: String) in
            FilterForm.Field(
                name: name, label: context.text("funding.filter.\(label)"),
                options: keys.map {
                    FilterForm.Option(value: $0, label: context.word(set, $0), isSelected: $0 == chosen)
                })
        }
        return FilterForm(
            "/mittel",
            [
                field("art", "kind", .fundingKind, FundingKind.allCases.map(\.rawValue), selection.kind.rawValue),
                field(
                    "grundlage", "basis", .fundingBasis, FundingBasis.allCases.map(\.rawValue),
                    selection.basis.rawValue),
                FilterForm.choice(
                    "jahr", label: context.text("funding.filter.year"), view.years.map { (String($0), String($0)) },
                    in: context),
            ], in: context)
    }

    /// Kinds by bases; each sum leads to its picture.
    var sums: Table {
        let bases = FundingBasis.allCases.filter { basis in view.sums.contains { $0.basis == basis } }
        let kinds = FundingKind.allCases.filter { kind in view.sums.contains { $0.kind == kind } }
        let first = Table.Column(context.text("funding.filter.kind"))
        let columns = bases.map { Table.Column(context.word(.fundingBasis, $0.rawValue), isNumber: true) }
        return Table(
            caption: context.text("funding.sums.caption", ["years": years]), columns: [first] + columns,
            rows: kinds.map { kind in
                let cells = zip(columns, bases).map { column, basis -> Table.Cell in
                    guard let cents = view.cents(kind, on: basis) else { return Table.Cell(column, "–") }
                    let link = context.links.to(
                        "/mittel",
                        [
                            "art": kind.rawValue, "grundlage": basis.rawValue,
                            "jahr": selection.year.map { String($0) },
                        ])
                    return Table.Cell(column, context.notation.money(cents), link: link)
                }
                let heading = Table.Cell(first, context.word(.fundingKind, kind.rawValue), isHeading: true)
                return Table.Row([heading] + cells)
            })
    }

    var sentence: String {
        let projects = Set(view.flows.map(\.project)).count
        return context.text(
            "funding.total", count: projects, ["amount": context.notation.money(view.total), "years": years])
    }

    /// What the sum does not contain.
    var missing: [String] {
        let unbooked = view.reach.projects - view.reach.booked
        let others = FundingBasis.allCases.filter { basis in
            basis != selection.basis && view.cents(selection.kind, on: basis) != nil
        }.map { context.word(.fundingBasis, $0.rawValue) }
        let below = view.flows.filter { $0.cents <= 0 }.count
        return [
            unbooked > 0 ? context.text("funding.missing.unbooked", count: unbooked) : nil,
            others.isEmpty
                ? nil : context.text("funding.missing.bases", ["bases": others.joined(separator: ", ")]),
            view.cited.isEmpty ? nil : context.text("funding.missing.cited", count: view.cited.count),
            below > 0 ? context.text("funding.missing.below", count: below) : nil,
        ].compactMap { $0 }
    }

    /// One page of what flows from a source to a project, the largest first.
    var table: Table {
        let columns =
            ["project", "source", "ministry", "field"].map {
                Table.Column(context.text("funding.stage.\($0)"))
            } + [Table.Column(context.text("funding.table.amount"), isNumber: true)]
        return Table(
            caption: context.text("funding.table.caption", ["chosen": heading, "years": years]), columns: columns,
            rows: view.shown.map { flow in
                let title = mentions.texts.title(of: flow.project, or: flow.projectTitle)
                let unknown = context.text("design.unknown")
                return Table.Row([
                    Table.Cell(
                        columns[0], title, link: context.links.to("/projekte/\(flow.projectNumber)#geld"),
                        isHeading: true),
                    Table.Cell(columns[1], context.word(.fundingSource, flow.source.rawValue)),
                    Table.Cell(
                        columns[2], mentions.matter(flow.ministry)?.key ?? unknown,
                        link: mentions.link(flow.ministry, in: context)),
                    Table.Cell(
                        columns[3], mentions.title(flow.field) ?? ProgrammeText(unknown),
                        link: mentions.link(flow.field, in: context)),
                    Table.Cell(columns[4], context.notation.money(flow.cents)),
                ])
            })
    }

    private var years: String {
        if let year = selection.year { return String(year) }
        let chosen = view.sums.filter { $0.kind == selection.kind && $0.basis == selection.basis }.map(\.year)
        guard let first = chosen.min(), let last = chosen.max() else { return context.text("funding.all-years") }
        if first == last { return String(first) }
        return context.text("funding.years", ["from": String(first), "to": String(last)])
    }
}
