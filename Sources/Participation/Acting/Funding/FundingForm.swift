// SPDX-License-Identifier: EUPL-1.2

/// What was typed to book one entry.
public struct FundingForm: Equatable, Sendable {
    public var kind: String?
    public var basis: String?
    public var source: String?
    public var partner: String?
    public var budgetLine: String?
    public var fiscalYear: String?
    public var bookedOn: String?
    public var amount: String?
    public var reason: String?
    public var told: String?

    public init() {}

    public enum Field {
        public static let kind = "art"
        public static let basis = "grundlage"
        public static let source = "geldgeber"
        public static let partner = "partner"
        public static let budgetLine = "haushaltsstelle"
        public static let fiscalYear = "jahr"
        public static let bookedOn = "datum"
        public static let amount = "betrag"
        public static let reason = "grund"
        public static let told = "mitteilung"
    }

    public static let longestReason = 600
    public static let longestBudgetLine = 60

    /// - Parameter partners: the package keys that can be chosen
    func validated(partners: [String], today: PartialDate) throws(InvalidForm) -> FundingDraft {
        var check = FormCheck()
        let kind = choice(kind, as: FundingKind.self, field: Field.kind, &check)
        let basis = choice(basis, as: FundingBasis.self, field: Field.basis, &check)
        let source = choice(source, as: FundingSource.self, field: Field.source, &check)
        let partner = partner.flatMap { $0.isEmpty ? nil : $0 }
        if let partner, !partners.contains(partner) { check.add(Field.partner, "unknown-choice") }
        let line = check.optionalLine(budgetLine, field: Field.budgetLine, limit: Self.longestBudgetLine)
        let year = FundingDraft.year(fiscalYear, field: Field.fiscalYear, &check)
        let day = FundingDraft.day(bookedOn, field: Field.bookedOn, today: today, &check)
        let cents = FundingDraft.cents(amount, field: Field.amount, &check)
        let reason = passage(reason, field: Field.reason, &check)
        let told = passage(told, field: Field.told, &check)
        try check.finish()
        guard let kind, let basis, let source, let year, let day, let cents else { throw InvalidForm(check.faults) }
        return FundingDraft(
            kind: kind, basis: basis, source: source, partner: partner, budgetLine: line, fiscalYear: year,
            bookedOn: day, cents: cents, reason: reason, told: told)
    }

    private func choice<Value: RawRepresentable>(
        _ typed: String?, as type: Value.Type, field: String, _ check: inout FormCheck
    ) -> Value? where Value.RawValue == String {
        let value = typed.flatMap { Value(rawValue: $0) }
        if value == nil { check.add(field, "unknown-choice") }
        return value
    }

    private func passage(_ typed: String?, field: String, _ check: inout FormCheck) -> String? {
        guard let typed, typed.contains(where: { !$0.isWhitespace }) else { return nil }
        return check.passage(typed, field: field, missing: "reason-missing", limit: Self.longestReason)
    }
}

/// An entry that is to be booked; which project it is for stands beside it.
struct FundingDraft: Equatable {
    let kind: FundingKind
    let basis: FundingBasis
    let source: FundingSource
    /// The package key of the organisation.
    let partner: String?
    let budgetLine: String?
    let fiscalYear: Int64
    let bookedOn: PartialDate
    let cents: Int64
    var reason: String?
    var told: String?

    func record(for project: LedgerProject) -> FundingRecord {
        var record = FundingRecord()
        record.id = MatterWriting.newKey(.funding)
        record.project = project.key
        record.organisation = partner
        record.fundingKind = kind
        record.basis = basis
        record.source = source
        record.budgetLine = budgetLine
        record.fiscalYear = fiscalYear
        record.bookedOn = bookedOn
        record.amountCents = cents
        record.reason = reason
        record.told = told
        return record
    }

    /// Money that is still to flow may have a year ahead, but no further than anybody plans.
    static func year(_ typed: String?, field: String, _ check: inout FormCheck) -> Int64? {
        guard let typed, let year = Int64(typed), (1990...2100).contains(year) else {
            check.add(field, "fiscal-year-missing")
            return nil
        }
        return year
    }

    /// `2026-11-20`, with or without a time behind it, or `20.11.2026`.
    static func day(_ typed: String?, field: String, today: PartialDate, _ check: inout FormCheck) -> PartialDate? {
        let word = (typed ?? "").prefix { !$0.isWhitespace && $0 != "T" }
        let parts = word.split(separator: ".").map { $0.count == 1 ? "0\($0)" : String($0) }
        let german = parts.count == 3 ? "\(parts[2])-\(parts[1])-\(parts[0])" : nil
        guard let day = PartialDate(german ?? String(word)), day.precision == .day else {
            check.add(field, "date-unreadable")
            return nil
        }
        if day > today { check.add(field, "day-in-future") }
        return day
    }

    /// More than nought: what was booked wrongly is taken back by a counter-entry.
    static func cents(_ typed: String?, field: String, _ check: inout FormCheck) -> Int64? {
        guard let typed, typed.contains(where: { !$0.isWhitespace }) else {
            check.add(field, "amount-missing")
            return nil
        }
        let cents = check.cents(typed, field: field)
        if let cents, cents <= 0 { check.add(field, cents < 0 ? "amount-negative" : "amount-nothing") }
        return cents
    }
}
