// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody has read what is new.
public struct MarkNoticesRead: Sendable {
    private let programme: String
    private let then: Moment

    /// - Parameter then: when the page was drawn; what came since has not been seen
    public init(in programme: String, until then: Moment) {
        self.programme = programme
        self.then = then
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayUseOwnArea)
        try ReceivedNotice.markRead(by: person.id, in: programme, until: min(then, now), at: now, db)
    }
}
