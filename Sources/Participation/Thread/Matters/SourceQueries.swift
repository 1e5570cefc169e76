// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Where a statement about a matter comes from.
public struct Source: Equatable, Sendable {
    public let url: String

    /// The sources of one matter, in order.
    public static func list(of matter: String, in db: Connection) throws -> [Source] {
        try db.rows("SELECT url FROM source WHERE matter_id = \(matter) ORDER BY position").map {
            Source(url: try $0.get("url"))
        }
    }
}
