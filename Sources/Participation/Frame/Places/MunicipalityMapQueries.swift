// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A municipality as the map needs it.
public struct MappedMunicipality: Sendable {
    public let id: String
    public let ags: String
    public let name: String
    /// Null for a town that belongs to no district.
    public let district: String?
    public let population: Int64?
    public let latitude: ScaledDecimal?
    public let longitude: ScaledDecimal?
    /// Public projects that name the place, as in the list of municipalities.
    public let projects: Int64
}

extension MappedMunicipality {
    /// All public municipalities of a programme, by name.
    public static func list(in programme: String, _ db: Connection) throws -> [MappedMunicipality] {
        try db.counted("municipalities on the map", in: programme) { try read(in: programme, db) }
    }

    private static func read(in programme: String, _ db: Connection) throws -> [MappedMunicipality] {
        try db.rows(
            """
            SELECT x.id, x.ags, x.name, d.name AS district, x.population, x.latitude_units, x.latitude_scale,
                x.longitude_units, x.longitude_scale, COUNT(p.id) AS projects, x.sort_key
            FROM municipality x JOIN public_matter m ON m.id = x.id
            LEFT JOIN district d ON d.id = x.district_id
            LEFT JOIN project_municipality l ON l.municipality_id = x.id
            LEFT JOIN public_matter p ON p.id = l.project_id
            WHERE m.programme_id = \(programme)
            GROUP BY x.id, x.ags, x.name, d.name, x.population, x.latitude_units, x.latitude_scale,
                x.longitude_units, x.longitude_scale, x.sort_key
            ORDER BY x.sort_key, x.id
            """
        ).map { row in
            MappedMunicipality(
                id: try row.get("id"), ags: try row.get("ags"), name: try row.get("name"),
                district: try row.get("district"), population: try row.get("population"),
                latitude: try row.decimal("latitude"), longitude: try row.decimal("longitude"),
                projects: try row.get("projects"))
        }
    }
}

/// Which projects a map of towns can show, and which it cannot.
public struct ProjectReach: Sendable {
    /// All public projects.
    public let all: Int64
    /// Name at least one municipality.
    public let named: Int64
    /// Are for the whole region.
    public let regionWide: Int64
    /// Are for the whole region and name no municipality.
    public let regionWideOnly: Int64

    /// Neither name a municipality nor are for the whole region: they name a district or no place.
    public var elsewhere: Int64 { all - named - regionWideOnly }

    public static func load(in programme: String, _ db: Connection) throws -> ProjectReach {
        let named: SQL = "x.id IN (SELECT project_id FROM project_municipality)"
        let row = try db.row(
            """
            SELECT COUNT(*) AS projects, COALESCE(CAST(SUM(x.is_region_wide) AS BIGINT), 0) AS region_wide,
                COALESCE(CAST(SUM(CASE WHEN \(named) THEN 1 ELSE 0 END) AS BIGINT), 0) AS named,
                COALESCE(CAST(SUM(CASE WHEN \(named) THEN 0 ELSE x.is_region_wide END) AS BIGINT), 0) AS only_region
            FROM project x JOIN public_matter m ON m.id = x.id WHERE m.programme_id = \(programme)
            """)
        guard let row else { return ProjectReach(all: 0, named: 0, regionWide: 0, regionWideOnly: 0) }
        return ProjectReach(
            all: try row.get("projects"), named: try row.get("named"), regionWide: try row.get("region_wide"),
            regionWideOnly: try row.get("only_region"))
    }
}
