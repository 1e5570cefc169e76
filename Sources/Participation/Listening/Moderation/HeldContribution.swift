// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A contribution that the public does not see yet: it waits for a click in a mail, or for a moderator.
public struct HeldContribution: Equatable, Sendable {
    public let id: String
    public let programme: String
    public let kind: MatterKind
    /// The matter it is about.
    public let about: String
    /// The remark that it answers.
    let parent: String?
    public let text: String
    public let authorLabel: String?
    let person: String?
    let email: EmailAddress?
    let language: String
    public let suspicions: [Suspicion]
    public let state: State
    /// What it became.
    let matter: String?
    public let createdAt: String
    public let waitingSince: String?

    public enum State: String, Sendable {
        case unconfirmed, waiting, released, rejected
    }

    /// A guest has so long to confirm.
    public static let days: Int64 = 2
}

/// A guest follows the link of the mail and confirms that the address is theirs.
public struct ConfirmHeldContribution: Sendable {
    private let token: Secret

    public init(_ token: Secret) {
        self.token = token
    }

    /// Where the contribution stands afterwards; nil for a link that leads to nothing, or not any more.
    public func run(at now: Moment, in db: Connection) throws -> HeldContribution? {
        guard let held = try HeldContribution.find(token: token, at: now, in: db) else { return nil }
        if held.state == .unconfirmed { try HeldContribution.beginWaiting(held.id, at: now, in: db) }
        return held
    }
}
