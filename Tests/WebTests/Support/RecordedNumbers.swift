// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

/// Public numbers looked up where they are stored, for tests about what the pages must not show.
enum RecordedNumbers {
    static func programme(_ slug: String, in db: Connection) throws -> String {
        try #require(try db.value("SELECT id FROM programme WHERE slug = \(slug)"))
    }

    static func idea(_ key: String, in db: Connection) throws -> Int64 {
        try #require(try db.value("SELECT number FROM matter WHERE kind = 'idea' AND key = \(key)"))
    }

    /// The numbers of all matters of a kind that are not public.
    static func hidden(_ kind: String, in db: Connection) throws -> [Int64] {
        try db.rows("SELECT number FROM matter WHERE kind = \(kind) AND visible_from IS NULL ORDER BY number").map {
            try $0.get("number")
        }
    }
}
