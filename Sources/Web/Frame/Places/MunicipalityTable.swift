// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// A municipality as a row of the open list.
private struct MunicipalityEntry: Sendable {
    let place: MunicipalityListing
    let context: SiteContext

    static let columns: [OpenColumn<MunicipalityEntry>] = [
        OpenColumn("municipality_key", text: { $0.place.ags }),
        OpenColumn("name", text: { $0.place.name }),
        OpenColumn("district", text: { $0.place.district }),
        OpenColumn("population", number: { $0.place.population }),
        OpenColumn("population_on", date: { $0.place.populationOn }),
        OpenColumn("projects", number: { $0.place.projects }),
        OpenColumn("address", text: { $0.context.links.absolute("/kommunen/\($0.place.ags)") }),
    ]
}

extension OpenTable {
    /// `/kommunen` as it is narrowed and ordered.
    static func municipalities(in programme: String, _ context: SiteContext, _ db: Connection) throws -> OpenTable {
        let order = try context.query.choice("sortierung", as: MunicipalityListing.Order.self) ?? .name
        let districts = try MunicipalityListing.districts(in: programme, db)
        let chosen = try context.query.choice("kreis", among: districts + [MunicipalityList.districtFree])
        let district = chosen == MunicipalityList.districtFree ? "" : chosen
        let places = try ListPage.all { page in
            try MunicipalityListing.list(in: programme, district: district, order: order, page: page, db)
        }
        return OpenTable(
            MunicipalityEntry.columns, of: places.map { MunicipalityEntry(place: $0, context: context) })
    }
}
