// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// One page of the list, and how it was asked for.
struct MunicipalityList: Sendable {
    /// Stands in the address for towns that belong to no district.
    static let districtFree = "kreisfrei"

    let districts: [String]
    let district: String?
    let order: MunicipalityListing.Order
    let rows: [MunicipalityListing]
    let total: Int64
    let page: Int64
}

/// What the page of a municipality tells.
struct MunicipalityView: Sendable {
    let municipality: Municipality
    let standing: MunicipalityStanding
    let projects: [MatterSummary]
    let ideas: [MatterSummary]
    let statements: [MatterSummary]
    let organisations: [MatterSummary]
    let sources: [Source]

    static func find(ags: String, in programme: String, _ db: Connection) throws -> MunicipalityView? {
        guard let municipality = try Municipality.find(ags: ags, in: programme, db) else { return nil }
        return MunicipalityView(
            municipality: municipality, standing: try MunicipalityStanding.load(of: municipality, in: programme, db),
            projects: try municipality.projects(in: programme, db),
            ideas: try municipality.ideas(in: programme, db),
            statements: try municipality.statements(in: programme, db),
            organisations: try municipality.organisations(in: programme, db),
            sources: try Source.list(of: municipality.id, in: db))
    }

    /// Whose texts the page shows.
    var matters: [String] { [municipality.id] + (projects + ideas + statements + organisations).map(\.id) }
}
