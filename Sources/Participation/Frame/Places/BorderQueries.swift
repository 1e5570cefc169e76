// SPDX-License-Identifier: EUPL-1.2

import Storage

extension BorderMap {
    /// Nil where the map shows hexagons.
    public static func load(in programme: String, _ db: Connection) throws -> BorderMap? {
        guard
            let map = try db.row(
                "SELECT attribution, width, height FROM border_map WHERE programme_id = \(programme)")
        else { return nil }
        let borders = try db.rows(
            """
            SELECT municipality_id, path, label_x, label_y FROM border WHERE programme_id = \(programme)
            ORDER BY municipality_id
            """
        ).map { row in
            (
                try row.get("municipality_id", as: String.self),
                Border(path: try row.get("path"), labelX: try row.get("label_x"), labelY: try row.get("label_y"))
            )
        }
        return BorderMap(
            attribution: try map.get("attribution"), width: try map.get("width"), height: try map.get("height"),
            borders: Dictionary(borders, uniquingKeysWith: { first, _ in first }))
    }

    static func insert(
        _ borders: [(municipality: String, place: BorderDrawing.Place)], of drawing: BorderDrawing,
        _ attribution: String, in programme: String, at now: Moment, _ db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO border_map (programme_id, attribution, width, height, imported_at)
            VALUES (\(programme), \(attribution), \(Int64(drawing.width)), \(Int64(drawing.height)), \(now.text))
            """)
        for (municipality, place) in borders {
            try db.execute(
                """
                INSERT INTO border (municipality_id, programme_id, path, label_x, label_y)
                VALUES (\(municipality), \(programme), \(place.path), \(Int64(place.label.x)),
                    \(Int64(place.label.y)))
                """)
        }
    }

    @discardableResult
    static func remove(from programme: String, _ db: Connection) throws -> Int64 {
        let number: Int64? = try db.value("SELECT COUNT(*) FROM border WHERE programme_id = \(programme)")
        try db.execute("DELETE FROM border WHERE programme_id = \(programme)")
        try db.execute("DELETE FROM border_map WHERE programme_id = \(programme)")
        return number ?? 0
    }
}
