// SPDX-License-Identifier: EUPL-1.2

/// Somebody with an account. A person is known to the public by the display name alone, which may be a pseudonym.
public struct Person: Equatable, Sendable {
    public let id: String
    public let displayName: String
    public let isPseudonym: Bool
    /// Nil once the account is erased.
    public let email: EmailAddress?
    /// The language of mails: `de` or `en`.
    public let language: String
    /// The official key of the municipality the person lives in or feels at home in.
    public let municipality: String?
    public let ageBand: AgeBand?
    /// Made by the demonstration; cannot sign in otherwise.
    public let isDemo: Bool
    /// What stands in the journal for this person; nil once the account is erased.
    public let actor: String?
    public let createdAt: String

    public static let longestName = 80
}

/// How old somebody roughly is; asked only to see whether all ages are heard.
public enum AgeBand: String, CaseIterable, Sendable {
    case under18 = "under_18"
    case from18 = "18_to_29"
    case from30 = "30_to_44"
    case from45 = "45_to_59"
    case from60 = "60_to_74"
    case from75 = "75_and_over"
}
