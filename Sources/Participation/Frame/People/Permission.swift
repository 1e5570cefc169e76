// SPDX-License-Identifier: EUPL-1.2

/// Whether a visitor may do something, and if not, why. Permissions are pure functions of the visitor and of what is
/// to be done (`visitor.mayChangeProfile`), so that pages and use cases give the same answer.
public enum Permission: Equatable, Sendable {
    case allowed
    case refused(Refusal)

    public static func refused(_ reason: String) -> Permission { .refused(Refusal(reason)) }

    public var isAllowed: Bool { self == .allowed }

    /// Throws the refusal, if there is one.
    public func check() throws(Refusal) {
        if case .refused(let refusal) = self { throw refusal }
    }
}

/// A no with its reason, as the texts know it under `forms.refusals`.
public struct Refusal: Error, Equatable, Sendable {
    public let reason: String

    public init(_ reason: String) {
        self.reason = reason
    }

    /// The only reason that signing in can cure.
    public static let signInNeeded = Refusal("sign-in-needed")
}
