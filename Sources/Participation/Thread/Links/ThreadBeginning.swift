// SPDX-License-Identifier: EUPL-1.2

import Storage

/// An idea together with what it became: a good place to take up the thread.
public struct ThreadBeginning: Equatable, Sendable {
    public let idea: MatterSummary
    public let result: MatterSummary

    /// The first ideas that became a project or were taken up in a proposal; two statements, kept until the journal
    /// has gone on.
    public static func list(in programme: String, limit: Int64 = 50, _ db: Connection) throws -> [ThreadBeginning] {
        try db.counted("\(limit) beginnings", in: programme) { try read(in: programme, limit: limit, db) }
    }

    private static func read(in programme: String, limit: Int64, _ db: Connection) throws -> [ThreadBeginning] {
        let pairs = try pairs(in: programme, limit: limit, db)
        let matters = try MatterSummary.list(pairs.flatMap { [$0.idea, $0.result] }, in: programme, db)
        let known = Dictionary(matters.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return pairs.compactMap { pair in
            guard let idea = known[pair.idea], let result = known[pair.result] else { return nil }
            return ThreadBeginning(idea: idea, result: result)
        }
    }
}
