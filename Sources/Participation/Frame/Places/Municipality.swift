// SPDX-License-Identifier: EUPL-1.2

/// A town or municipality in the list: name, district, people, projects.
public struct MunicipalityListing: Sendable {
    public let id: String
    public let ags: String
    public let name: String
    /// Null for a town that belongs to no district.
    public let district: String?
    public let population: Int64?
    public let populationOn: PartialDate?
    /// Public projects that name the place; projects for the whole region are not among them.
    public let projects: Int64
}

/// A town or municipality with what is known of it today and before.
public struct Municipality: Sendable {
    public let id: String
    public let ags: String
    public let name: String
    public let type: String?
    public let isDistrictFree: Bool
    public let district: String?
    public let administrativeRegion: String?
    public let population: Int64?
    public let populationOn: PartialDate?
    public let area: ScaledDecimal?
    public let postalCode: String?
    public let validFrom: PartialDate?
    public let confidence: Confidence?
    public let earlier: [Earlier]

    /// What the place, or a part of it, was before.
    public struct Earlier: Sendable {
        public let ags: String
        public let name: String
        public let population: Int64?
        public let populationOn: PartialDate?
        public let validUntil: PartialDate?
    }
}
