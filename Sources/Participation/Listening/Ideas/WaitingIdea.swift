// SPDX-License-Identifier: EUPL-1.2

/// An idea before it is one: a guest's that waits for the click in a mail. It is no matter and has no number yet.
public struct WaitingIdea: Equatable, Sendable {
    public let id: String
    public let programme: String
    public let form: IdeaForm
    let language: String
    public let expiresAt: String
    /// The number it has been received under; nil while it waits.
    public let ideaNumber: Int64?

    public static let days: Int64 = 7

    /// Whether it can still be confirmed, and if not, why.
    public enum Standing: String, Equatable, Sendable {
        case waiting, confirmed, expired
    }

    public func standing(at now: Moment) -> Standing {
        if ideaNumber != nil { return .confirmed }
        return expiresAt <= now.text ? .expired : .waiting
    }
}
