// SPDX-License-Identifier: EUPL-1.2

/// An organisation or a municipality for which somebody speaks.
public struct RepresentedBody: Equatable, Sendable {
    /// The id of the matter.
    public let matter: String
    public let kind: MatterKind
    public let key: String
    public let title: String
    /// Whether the visitor may invite others to speak for it.
    public let mayInvite: Bool

    /// What those are who speak for it.
    public var role: Role { kind == .municipality ? .municipalityDelegate : .organisationRepresentative }

    static let roles: [Role] = [.organisationRepresentative, .municipalityDelegate]
}

/// Somebody who speaks for a body.
public struct Representative: Equatable, Sendable {
    /// Identifies the role as it was given.
    public let assignment: String
    public let person: String
    public let displayName: String
    public let email: EmailAddress?
    public let startsOn: PartialDate
    public let mayInvite: Bool
}

extension Visitor {
    /// To invite others to speak for a body, and to end that: whoever speaks for it and was trusted with it by the
    /// programme office.
    public func mayInvite(for body: RepresentedBody, in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        guard holds(body.role, in: programme, for: body.matter) else { return .refused("speaks-for-another") }
        return body.mayInvite ? .allowed : .refused("may-not-invite")
    }
}
