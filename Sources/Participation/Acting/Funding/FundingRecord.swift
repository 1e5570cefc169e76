// SPDX-License-Identifier: EUPL-1.2

/// `funding.json`: the append-only ledger (Mittelbewegungen).
struct FundingRecord: MatterRecord {
    static let kind = MatterKind.funding
    static let file = "funding"

    var id = ""
    var project: String?
    var organisation: String?
    var fundingKind = FundingKind.budgeted
    var basis = FundingBasis.stateShare
    var source = FundingSource.land
    var budgetLine: String?
    var fiscalYear: Int64 = 0
    var bookedOn = PartialDate.unset
    var amountCents: Int64 = 0
    var reverses: String?
    var reason: String?
    /// What the partner was told about this amount.
    var told: String?

    var key: String { id }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.reference("project", &project, to: .project)
        visitor.reference("partner", &organisation, to: .organisation, column: "organisation_id")
        visitor.field("kind", &fundingKind)
        visitor.field("basis", &basis)
        visitor.field("source", &source)
        visitor.field("budget_line", &budgetLine)
        visitor.field("fiscal_year", &fiscalYear)
        visitor.field("booked_on", &bookedOn)
        visitor.field("amount_cents", &amountCents)
        visitor.reference("reverses", &reverses, to: .funding)
        visitor.field("reason_de", &reason)
        visitor.newerField("told_de", &told)
    }

    func contradictions(in programme: ProgrammeContext) -> [String] {
        var faults: [String] = []
        if project == nil { faults.append("an entry of the ledger belongs to a project") }
        if !(1990...2100).contains(fiscalYear) { faults.append("fiscal_year is between 1990 and 2100") }
        if amountCents == 0 { faults.append("an entry without an amount is none") }
        if amountCents < 0, reverses == nil {
            faults.append("only a counter-entry that names what it reverses is negative")
        }
        if reverses != nil, reason == nil { faults.append("a counter-entry needs a reason") }
        return faults
    }
}

public enum FundingKind: String, Choice {
    case budgeted, applied, approved, planned, paid, returned
}

/// What an amount covers; amounts on different bases are never added.
public enum FundingBasis: String, Choice {
    case stateShare = "state_share"
    case totalVolume = "total_volume"
    case other
}

public enum FundingSource: String, Choice {
    case land, bund, eu, municipality, `private`
}
