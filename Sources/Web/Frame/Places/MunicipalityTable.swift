// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<MunicipalityListing>>

extension OpenList {
    /// `/kommunen` as it is narrowed and ordered.
    static let municipalities = OpenList("municipalities", at: "/kommunen", columns: columns) { reading in
        let (programme, query) = (reading.programme, reading.context.query)
        let order = try query.choice("sortierung", as: MunicipalityListing.Order.self) ?? .name
        let districts = try MunicipalityListing.districts(in: programme, reading.db)
        let chosen = try query.choice("kreis", among: districts + [MunicipalityList.districtFree])
        let district = chosen == MunicipalityList.districtFree ? "" : chosen
        return { page in
            let places = try MunicipalityListing.list(
                in: programme, district: district, order: order, page: page, reading.db)
            return try reading.entries(places) { _ in [] }
        }
    }

    private static let columns = [
        Column("municipality_key", text: { $0.ags }),
        Column("name", text: { $0.name }),
        Column("district", text: { $0.district }),
        Column("population", number: { $0.population }),
        Column("population_on", date: { $0.populationOn }),
        Column("projects", number: { $0.projects }),
        Column("address", text: { $0.address("/kommunen/\($0.ags)") }),
    ]
}
