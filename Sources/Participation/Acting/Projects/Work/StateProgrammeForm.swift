// SPDX-License-Identifier: EUPL-1.2

/// What was typed about a state programme, beside what is asked of every project.
public struct StateProgrammeForm: Equatable, Sendable {
    public var legalBasis: String?
    public var totalVolume: String?
    public var regionShare: String?
    public var regionShareMethod: String?

    public init() {}

    /// The fields by the names they have in the form.
    public enum Field {
        public static let legalBasis = "rechtsgrundlage"
        public static let totalVolume = "gesamtvolumen"
        public static let regionShare = "regionsanteil"
        public static let regionShareMethod = "rechenweg"
        public static let all = [legalBasis, totalVolume, regionShare, regionShareMethod]
    }

    /// The same once it has been checked; amounts in cents.
    struct Facts: Sendable {
        var legalBasis: String?
        var totalVolume: Int64?
        var regionShare: Int64?
        var regionShareMethod: String?
    }

    var values: [(field: String, text: String?)] {
        Array(zip(Field.all, [legalBasis, totalVolume, regionShare, regionShareMethod]))
    }

    /// - Parameter pillar: of the project; other pillars have none of this
    func validated(for pillar: String?, _ check: inout FormCheck) -> Facts {
        guard pillar == ProgrammePillar.stateProgrammes else {
            for (field, text) in values where text != nil { check.add(field, "only-state-programmes") }
            return Facts()
        }
        let facts = Facts(
            legalBasis: check.optionalLine(legalBasis, field: Field.legalBasis, limit: 300),
            totalVolume: amount(totalVolume, Field.totalVolume, &check),
            regionShare: amount(regionShare, Field.regionShare, &check),
            regionShareMethod: check.optionalLine(regionShareMethod, field: Field.regionShareMethod, limit: 500))
        if regionShare != nil, regionShareMethod == nil {
            check.add(Field.regionShareMethod, "share-method-missing")
        }
        if regionShare == nil, regionShareMethod != nil { check.add(Field.regionShare, "share-missing") }
        if let share = facts.regionShare, let total = facts.totalVolume, share > total {
            check.add(Field.regionShare, "share-above-total")
        }
        return facts
    }

    private func amount(_ typed: String?, _ field: String, _ check: inout FormCheck) -> Int64? {
        guard let typed, let cents = check.cents(typed, field: field) else { return nil }
        if cents < 0 { check.add(field, "amount-below-nought") }
        return cents
    }
}

extension StateProgrammeForm {
    init(_ record: ProjectRecord) {
        self.init()
        legalBasis = record.legalBasis
        totalVolume = record.totalVolumeCents.map(EuroAmount.typed)
        regionShare = record.regionShareCents.map(EuroAmount.typed)
        regionShareMethod = record.regionShareMethod
    }
}

extension StateProgrammeForm.Facts {
    func fill(_ record: inout ProjectRecord) {
        record.legalBasis = legalBasis
        record.totalVolumeCents = totalVolume
        record.regionShareCents = regionShare
        record.regionShareMethod = regionShareMethod
    }
}
