// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias FlowColumn = OpenColumn<OpenEntry<LedgerRow>>
private typealias CitedColumn = OpenColumn<OpenEntry<CitedAmount>>

/// What one source gave for one project, with the part of the ledger it stands in.
private struct LedgerRow: Sendable {
    let flow: FundingFlow
    let selection: FundingSelection
}

extension OpenList {
    /// The part of the ledger that `/mittel` shows.
    static let funding = OpenList(
        "funding", at: "/mittel", columns: flowColumns,
        whole: { reading in
            let view = try FundingView.load(reading.context.query, in: reading.programme, reading.db)
            let rows = view.selection.map { selection in
                view.flows.map { LedgerRow(flow: $0, selection: selection) }
            }
            return try reading.entries(rows ?? []) { [$0.flow.ministry, $0.flow.field, $0.flow.project] }
        })

    /// Amounts that sources have named for projects; they are no part of the ledger.
    static let citedFunding = OpenList(
        "cited-funding", at: "/mittel/genannte-betraege", shownAt: "/mittel", columns: citedColumns,
        whole: { reading in
            let amounts = try CitedAmount.list(in: reading.programme, reading.db)
            return try reading.entries(amounts) { [$0.project, $0.field] }
        })

    private static let flowColumns = [
        FlowColumn("kind", text: { $0.selection.kind.rawValue }),
        FlowColumn("basis", text: { $0.selection.basis.rawValue }),
        FlowColumn("fiscal_year", number: { $0.selection.year }),
        FlowColumn("source", text: { $0.flow.source.rawValue }),
        FlowColumn("ministry", text: { $0.keyOf($0.flow.ministry) }),
        FlowColumn("field", text: { $0.titleOf($0.flow.field) }),
        FlowColumn("project_number", number: { $0.flow.projectNumber }),
        FlowColumn("project", text: { $0.titleOf($0.flow.project) }),
        FlowColumn("amount_cents", number: { $0.flow.cents }),
        FlowColumn("address", text: { $0.address("/projekte/\($0.flow.projectNumber)") }),
    ]

    private static let citedColumns = [
        CitedColumn("project_number", number: { $0.number }),
        CitedColumn("project", text: { $0.titleOf($0.subject.project) }),
        CitedColumn("field", text: { $0.titleOf($0.subject.field) }),
        CitedColumn("cited_cents", number: { $0.cents }),
        CitedColumn("covers", text: { $0.wording("cited_budget_note", of: $0.project, or: $0.subject.note) }),
        CitedColumn("address", text: { $0.address("/projekte/\($0.number)") }),
    ]
}
