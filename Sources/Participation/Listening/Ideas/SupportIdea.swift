// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Visitor {
    /// To support an idea or to take that back: whoever is signed in, also when the idea has been answered. What was
    /// merged is supported where it went.
    public func maySupport(_ idea: Idea) -> Permission { maySupport(isMerged: idea.mergedIntoID != nil) }

    func maySupport(isMerged: Bool) -> Permission {
        if isMerged { return .refused("idea-merged") }
        return isSignedIn ? .allowed : .refused(.signInNeeded)
    }
}

/// Somebody supports an idea, or takes that back. Asked for twice, it is done once. Only the number of supports is ever
/// public; the journal does not know of them.
public struct SupportIdea: Sendable {
    private let idea: Idea
    private let isWanted: Bool

    /// - Parameter isWanted: false takes the support back
    public init(_ idea: Idea, isWanted: Bool) {
        self.idea = idea
        self.isWanted = isWanted
    }

    public func run(as visitor: Visitor, in db: Connection) throws {
        let person = try visitor.person(if: visitor.maySupport(idea))
        if isWanted {
            try Support.add(person.id, to: idea.id, in: db)
        } else {
            try Support.remove(person.id, from: idea.id, in: db)
        }
    }
}
