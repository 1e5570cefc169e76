// SPDX-License-Identifier: EUPL-1.2

/// Somebody has reported that something public breaks a rule.
public struct FiledFlag: Equatable, Sendable {
    public let id: String
    public let matter: String
    public let reason: FlagReason
    public let text: String
    let person: String?
    let email: EmailAddress?
    let language: String
    public let createdAt: String

    public static let longestText = 2000
}

/// What a report speaks of; each is a rule of use, and stands in the texts under `moderation.rules`.
public enum FlagReason: String, CaseIterable, Sendable {
    case insult, hatred
    case personalData = "personal_data"
    case advertising
    case offTopic = "off_topic"
    case copyright, unlawful, danger, other
}

/// How a moderator decides.
public enum ModerationVerdict: String, CaseIterable, Sendable {
    case hidden, kept, released, rejected
    /// Shown again, by a moderator or because somebody objected.
    case restored
    /// An objection changes nothing.
    case upheld
}

/// A report as it was typed.
public struct FlagForm: Equatable, Sendable {
    public var reason: String?
    public var text: String?
    public var email: String?
    public var isInGoodFaith: Bool
    public var language: String

    public init(
        reason: String? = nil, text: String? = nil, email: String? = nil, isInGoodFaith: Bool = false,
        language: String = "de"
    ) {
        self.reason = reason
        self.text = text
        self.email = email
        self.isInGoodFaith = isInGoodFaith
        self.language = language
    }

    /// The fields by the names they have in the form.
    public enum Field {
        public static let reason = "grund"
        public static let text = "text"
        public static let email = "email"
        public static let goodFaith = "redlich"
    }

    func validated() throws(InvalidForm) -> (reason: FlagReason, text: String, email: EmailAddress?) {
        var check = FormCheck()
        let chosen = reason.flatMap(FlagReason.init)
        if chosen == nil { check.add(Field.reason, reason == nil ? "reason-missing" : "unknown-choice") }
        let text = check.passage(text, field: Field.text, missing: "text-missing", limit: FiledFlag.longestText)
        let address = email == nil ? nil : check.email(email, field: Field.email)
        if !isInGoodFaith { check.add(Field.goodFaith, "good-faith-missing") }
        try check.finish()
        return (chosen ?? .other, text ?? "", address)
    }
}
