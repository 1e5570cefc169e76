// SPDX-License-Identifier: EUPL-1.2

/// A public idea as those see it who may have handed it in: what it says now, and how far it has come.
public struct OwnIdea: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let title: String
    public let text: String
    public let standing: OwnIdeaStanding
    /// Another one after every change, so that nobody overwrites what somebody else has just done.
    public let version: String

    /// How long a change leaves no trace but in the journal: long enough to mend a slip.
    public static let graceSeconds: Int64 = 30 * 60
}

/// What a permission to change or take back an idea goes by.
public struct OwnIdeaStanding: Equatable, Sendable {
    /// Whether the visitor has handed it in, or represents the organisation that has.
    public var isOwn: Bool
    public var state: IdeaState
    public var isMerged: Bool
    /// Whether a proposal or a project has begun with it.
    public var isTakenUp: Bool
    /// How long ago it came in.
    public var secondsReceived: Int64

    public init(
        isOwn: Bool, state: IdeaState, isMerged: Bool = false, isTakenUp: Bool = false, secondsReceived: Int64 = 0
    ) {
        self.isOwn = isOwn
        self.state = state
        self.isMerged = isMerged
        self.isTakenUp = isTakenUp
        self.secondsReceived = secondsReceived
    }

    /// Whether a change is only the mending of a slip, which nobody has gone by yet.
    public var isInGrace: Bool { state == .received && secondsReceived <= OwnIdea.graceSeconds }
}

extension Visitor {
    /// To change what an idea says, or to take it back: whoever handed it in, as long as nobody has answered it,
    /// merged it or begun something with it.
    public func mayChange(_ idea: OwnIdeaStanding) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        guard idea.isOwn else { return .refused("idea-not-yours") }
        if idea.isMerged { return .refused("idea-is-merged") }
        if idea.isTakenUp { return .refused("idea-is-taken-up") }
        return idea.state == .answered ? .refused("idea-is-answered") : .allowed
    }
}
