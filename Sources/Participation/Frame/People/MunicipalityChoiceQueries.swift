// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A municipality as forms offer it.
public struct MunicipalityChoice: Equatable, Sendable {
    public let ags: String
    public let name: String
}

extension Municipality {
    /// All municipalities of a programme, in German order.
    public static func choices(in programme: String, _ db: Connection) throws -> [MunicipalityChoice] {
        try db.rows(
            """
            SELECT x.ags, x.name FROM municipality x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) ORDER BY x.sort_key, x.id
            """
        ).map { MunicipalityChoice(ags: try $0.get("ags"), name: try $0.get("name")) }
    }
}
