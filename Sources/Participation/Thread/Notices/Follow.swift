// SPDX-License-Identifier: EUPL-1.2

/// That a person wants to be told what becomes of a matter. Nobody else sees who follows what.
public struct Follow: Equatable, Sendable {
    public let matter: MatterSummary
    public let since: String
    /// Whether the person handed the matter in.
    public let isOwn: Bool
}

extension Visitor {
    /// To follow a matter: whoever is signed in may follow whatever the public can read.
    public var mayFollow: Permission { mayUseOwnArea }
}

extension MatterKind {
    /// The kinds that go on, so that following them makes sense.
    public var canBeFollowed: Bool { Self.followed.contains(self) }

    private static let followed: [MatterKind] = [
        .forum, .activity, .event, .idea, .consultation, .proposal, .statement, .decision, .project, .application,
    ]
}
