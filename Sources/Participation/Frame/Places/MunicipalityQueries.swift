// SPDX-License-Identifier: EUPL-1.2

import Storage

extension MunicipalityListing {
    /// The orders of the list.
    public enum Order: String, CaseIterable, Sendable {
        case name, district = "kreis", population = "einwohner", projects = "projekte"
    }

    /// All municipalities, or those of a district. `district` is a district's name; the empty text stands for places
    /// that belong to none.
    public static func list(
        in programme: String, district: String?, order: Order, page: ListPage, _ db: Connection
    ) throws -> [MunicipalityListing] {
        let ordering: SQL =
            switch order {
            case .name: "x.sort_key, x.id"
            case .district: "COALESCE(d.sort_key, ''), x.sort_key, x.id"
            case .population: "COALESCE(x.population, -1) DESC, x.sort_key, x.id"
            case .projects: "projects DESC, x.sort_key, x.id"
            }
        return try db.rows(
            """
            SELECT x.id, x.ags, x.name, d.name AS district, x.population, x.population_on,
                COUNT(p.id) AS projects, x.sort_key, d.sort_key AS district_sort_key
            FROM municipality x JOIN public_matter m ON m.id = x.id
            LEFT JOIN district d ON d.id = x.district_id
            LEFT JOIN project_municipality l ON l.municipality_id = x.id
            LEFT JOIN public_matter p ON p.id = l.project_id
            WHERE \(condition(programme, district))
            GROUP BY x.id, x.ags, x.name, d.name, x.population, x.population_on, x.sort_key, d.sort_key
            ORDER BY \(ordering) LIMIT \(page.size) OFFSET \(page.size * (page.number - 1))
            """
        ).map { row in
            MunicipalityListing(
                id: try row.get("id"), ags: try row.get("ags"), name: try row.get("name"),
                district: try row.get("district"), population: try row.get("population"),
                populationOn: try row.date("population_on"), projects: try row.get("projects"))
        }
    }

    public static func count(in programme: String, district: String?, _ db: Connection) throws -> Int64 {
        try db.value(
            """
            SELECT COUNT(*) FROM municipality x JOIN public_matter m ON m.id = x.id
            LEFT JOIN district d ON d.id = x.district_id WHERE \(condition(programme, district))
            """) ?? 0
    }

    /// The names of all districts, in German order.
    public static func districts(in programme: String, _ db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT x.name FROM district x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) ORDER BY x.sort_key, x.id
            """
        ).map { try $0.get("name") }
    }

    private static func condition(_ programme: String, _ district: String?) -> SQL {
        let all: SQL = "m.programme_id = \(programme)"
        guard let district else { return all }
        return district.isEmpty ? all + " AND x.district_id IS NULL" : all + " AND d.name = \(district)"
    }
}

extension Municipality {
    public static func find(ags: String, in programme: String, _ db: Connection) throws -> Municipality? {
        let row = try db.row(
            """
            SELECT x.id, x.ags, x.name, x.type, x.is_district_free, d.name AS district, x.administrative_region,
                x.population, x.population_on, x.area_units, x.area_scale, x.postal_code, x.valid_from, x.confidence
            FROM municipality x JOIN public_matter m ON m.id = x.id LEFT JOIN district d ON d.id = x.district_id
            WHERE m.programme_id = \(programme) AND x.ags = \(ags)
            """)
        guard let row else { return nil }
        let id: String = try row.get("id")
        let earlier = try db.rows(
            """
            SELECT ags, name, population, population_on, valid_until FROM earlier_municipality
            WHERE municipality_id = \(id) ORDER BY position
            """
        ).map {
            Earlier(
                ags: try $0.get("ags"), name: try $0.get("name"), population: try $0.get("population"),
                populationOn: try $0.date("population_on"), validUntil: try $0.date("valid_until"))
        }
        return Municipality(
            id: id, ags: try row.get("ags"), name: try row.get("name"), type: try row.get("type"),
            isDistrictFree: try row.get("is_district_free"), district: try row.get("district"),
            administrativeRegion: try row.get("administrative_region"), population: try row.get("population"),
            populationOn: try row.date("population_on"), area: try row.decimal("area"),
            postalCode: try row.get("postal_code"), validFrom: try row.date("valid_from"),
            confidence: try row.get("confidence"), earlier: earlier)
    }

    /// The key that a municipality has today, by one of its earlier keys.
    public static func presentKey(ofEarlier ags: String, in programme: String, _ db: Connection) throws -> String? {
        try db.value(
            """
            SELECT x.ags FROM earlier_municipality e JOIN municipality x ON x.id = e.municipality_id
            JOIN public_matter m ON m.id = x.id WHERE m.programme_id = \(programme) AND e.ags = \(ags)
            ORDER BY e.valid_until DESC, x.id LIMIT 1
            """)
    }

    /// The public projects that name the place, by title.
    public func projects(in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try MatterSummary.projects(
            where: "x.id IN (SELECT l.project_id FROM project_municipality l WHERE l.municipality_id = \(id))",
            in: programme, db)
    }

    public func ideas(in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try MatterSummary.ideas(where: "x.municipality_id = \(id)", in: programme, db)
    }

    public func statements(in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try MatterSummary.statements(where: "x.municipality_id = \(id)", in: programme, db)
    }

    /// The public organisations that have their seat here, by name.
    public func organisations(in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try MatterSummary.organisations(where: "x.municipality_id = \(id)", in: programme, db)
    }
}
