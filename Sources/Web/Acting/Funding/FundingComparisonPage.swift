// SPDX-License-Identifier: EUPL-1.2

import Participation

/// `/mittel/vergleich`: the ledger on one basis by ministry, field, municipality, partner, source or year.
struct FundingComparisonPage: Page {
    static let template = "Funding/comparison"
    let heading: String
    let filter: FilterForm
    let note: String?
    let table: Table?
    let empty: EmptyState?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs) }

    static let sample = FundingComparisonPage(
        heading: "Mittel nach Ressort", filter: .sample, note: "Mehrfach.", table: .sample, empty: .sample,
        crumbs: [Crumb(label: "Mittel", link: "/mittel")])
}

extension FundingComparisonPage {
    init(
        _ groups: [FundingGroup], by grouping: FundingGrouping, on basis: FundingBasis, _ mentions: Mentions,
        in context: SiteContext
    ) {
        let basisWord = context.word(.fundingBasis, basis.rawValue)
        heading = context.text("funding.comparison.heading.\(grouping.rawValue)")
        filter = Self.filter(grouping, basis, in: context)
        note =
            grouping == .municipality || grouping == .partner
            ? context.text("funding.comparison.note.\(grouping.rawValue)") : nil
        let first = Table.Column(context.text("funding.comparison.part.\(grouping.rawValue)"))
        let projects = Table.Column(context.text("funding.comparison.projects"), isNumber: true)
        let kinds = FundingKind.allCases.filter { kind in groups.contains { $0.totals[kind] != nil } }
        let columns = kinds.map { Table.Column(context.word(.fundingKind, $0.rawValue), isNumber: true) }
        let rest = Table.Column(context.text("funding.bars.remaining"), isNumber: true)
        let cut = Table.Column(context.text("funding.answers.cut-off"))
        let amount = { (cents: Int64?) in cents.map { context.notation.money($0) } ?? context.text("design.unknown") }
        let ordered = grouping == .year ? groups.sorted { ($0.key ?? "") < ($1.key ?? "") } : groups
        let rows = ordered.map { group in
            let name = Self.name(group, grouping, mentions, in: context)
            let day = group.paidUntil.map { context.notation.date($0) } ?? context.text("design.unknown")
            return Table.Row(
                [
                    Table.Cell(first, name, link: mentions.link(group.key, in: context), isHeading: true),
                    Table.Cell(projects, context.notation.number(group.projects)),
                ] + zip(columns, kinds).map { Table.Cell($0, amount(group.totals[$1])) }
                    + [Table.Cell(rest, amount(group.totals.remaining)), Table.Cell(cut, day)])
        }
        table =
            rows.isEmpty
            ? nil
            : Table(
                caption: context.text("funding.comparison.caption", ["basis": basisWord]),
                columns: [first, projects] + columns + [rest, cut], rows: rows)
        empty =
            rows.isEmpty
            ? EmptyState(
                text: context.text("funding.empty"), link: context.links.to("/mittel"),
                linkLabel: context.text("funding.heading")) : nil
        crumbs = [Crumb(label: context.text("funding.heading"), link: context.links.to("/mittel"))]
    }

    private static func name(
        _ group: FundingGroup, _ grouping: FundingGrouping, _ mentions: Mentions, in context: SiteContext
    ) -> ProgrammeText {
        guard let key = group.key else {
            return ProgrammeText(context.text("funding.comparison.without.\(grouping.rawValue)"))
        }
        return switch grouping {
        case .year: ProgrammeText(key)
        case .source: ProgrammeText(context.word(.fundingSource, key))
        case .ministry, .field, .municipality, .partner:
            mentions.title(key) ?? ProgrammeText(context.text("design.unknown"))
        }
    }

    private static func filter(
        _ grouping: FundingGrouping, _ basis: FundingBasis, in context: SiteContext
    ) -> FilterForm {
        FilterForm(
            FundingPaths.comparison,
            [
                FilterForm.Field(
                    name: "nach", label: context.text("funding.comparison.by"),
                    options: FundingGrouping.allCases.map {
                        FilterForm.Option(
                            value: $0.rawValue, label: context.text("funding.comparison.part.\($0.rawValue)"),
                            isSelected: $0 == grouping)
                    }),
                FilterForm.Field(
                    name: "grundlage", label: context.text("funding.filter.basis"),
                    options: FundingBasis.allCases.map {
                        FilterForm.Option(
                            value: $0.rawValue, label: context.word(.fundingBasis, $0.rawValue),
                            isSelected: $0 == basis)
                    }),
            ], in: context)
    }
}
