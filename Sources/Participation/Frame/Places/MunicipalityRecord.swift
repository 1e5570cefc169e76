// SPDX-License-Identifier: EUPL-1.2

/// `municipalities.json`: towns and municipalities by their official key.
struct MunicipalityRecord: MatterRecord {
    static let kind = MatterKind.municipality
    static let file = "municipalities"

    var ags = AGS.unset
    var ars: String?
    var name = ""
    var type: String?
    var isDistrictFree = false
    var district: String?
    var districtAGS: String?
    var administrativeRegion: String?
    var population: Int64?
    var populationOn: PartialDate?
    var area: ScaledDecimal?
    var postalCode: String?
    var latitude: ScaledDecimal?
    var longitude: ScaledDecimal?
    var confidence: Confidence?
    var validFrom: PartialDate?
    var earlier: [EarlierMunicipality] = []

    var key: String { ags.text }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("ags", &ags)
        visitor.field("ars", &ars)
        visitor.field("name", &name)
        visitor.field("type", &type)
        visitor.field("district_free", &isDistrictFree, column: "is_district_free")
        visitor.reference("kreis", &district, to: .district, column: "district_id")
        visitor.field("kreis_ags", &districtAGS, column: "district_ags")
        visitor.field("regierungsbezirk", &administrativeRegion, column: "administrative_region")
        visitor.field("population", &population)
        visitor.field("population_date", &populationOn, column: "population_on")
        visitor.field("area_km2", &area, column: "area")
        visitor.field("postal_code_admin", &postalCode, column: "postal_code")
        visitor.field("latitude", &latitude)
        visitor.field("longitude", &longitude)
        visitor.field("confidence", &confidence)
        visitor.field("valid_from", &validFrom)
        visitor.children("earlier", &earlier)
        visitor.stored("sort_key", SortKey.make(name))
    }

    func contradictions(in programme: ProgrammeContext) -> [String] {
        guard let districtAGS, !ags.text.hasPrefix(districtAGS) else { return [] }
        return ["kreis_ags \(districtAGS) is not the beginning of ags \(ags.text)"]
    }
}

/// What a municipality was called and keyed before; old keys redirect to the new one.
struct EarlierMunicipality: ChildRecord {
    static let table = "earlier_municipality"
    static let parentColumn = "municipality_id"

    var ags = AGS.unset
    var name = ""
    var district: String?
    var population: Int64?
    var populationOn: PartialDate?
    var validUntil = PartialDate.unset

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("ags", &ags)
        visitor.field("name", &name)
        visitor.field("kreis", &district, column: "district")
        visitor.field("population", &population)
        visitor.field("population_date", &populationOn, column: "population_on")
        visitor.field("valid_until", &validUntil)
    }
}
