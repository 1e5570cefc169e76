// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody begins or ceases to follow a matter, as often as they like.
public struct FollowMatter: Sendable {
    private let matter: String
    private let isWanted: Bool

    /// - Parameter isWanted: false ends it, also for whoever handed the matter in
    public init(_ matter: MatterSummary, isWanted: Bool) {
        self.matter = matter.id
        self.isWanted = isWanted
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayFollow)
        if isWanted {
            try Follow.begin(person: person.id, matter: matter, at: now, in: db)
        } else {
            try Follow.end(person: person.id, matter: matter, in: db)
        }
    }
}
