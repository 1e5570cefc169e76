// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The right to object to a decision of moderation, and the objection once it has been made.
public struct Objection: Equatable, Sendable {
    public let id: String
    let decision: String
    public let side: ModerationDecision.Message.Side
    let person: String?
    let email: EmailAddress?
    let language: String
    /// When the decision was told; the time to object counts from here.
    public let toldAt: String
    /// Why somebody objects; nil while nobody does.
    public let text: String?
    public let objectedAt: String?
    /// Whether it has been decided about.
    public let isAnswered: Bool
    /// What was decided, and by whom.
    public let verdict: ModerationVerdict
    public let rule: FlagReason?
    public let reason: String?
    let decidedBy: String
    /// The matter it was about; nil for what never became public.
    public let matter: String?
    let held: String?

    /// Six months, in days; no half year has more.
    public static let days: Int64 = 184
    public static let longestText = 3000

    public enum Standing: Equatable, Sendable {
        case possible, made, answered, tooLate
    }

    public func standing(at now: Moment) -> Standing {
        if isAnswered { return .answered }
        if objectedAt != nil { return .made }
        let seconds = Moment(text: toldAt)?.seconds(until: now) ?? .max
        return seconds > Self.days * 24 * 60 * 60 ? .tooLate : .possible
    }
}

/// Somebody objects, by the link of the letter that told them of a decision.
public struct FileObjection: Sendable {
    private let token: Secret
    private let text: String?

    /// The field of the form.
    public static let field = "text"

    public init(_ token: Secret, because text: String?) {
        self.token = token
        self.text = text
    }

    /// - Throws: `InvalidForm`, or `Refusal` when there is no right to object, or not any more
    public func run(at now: Moment, in db: Connection) throws {
        guard let objection = try Objection.find(token, db) else { throw Refusal("objection-unknown") }
        switch objection.standing(at: now) {
        case .possible: break
        case .made, .answered: throw Refusal("objection-made-already")
        case .tooLate: throw Refusal("objection-too-late")
        }
        var check = FormCheck()
        let words = check.passage(text, field: Self.field, missing: "text-missing", limit: Objection.longestText)
        try check.finish()
        try Objection.keep(words ?? "", objection.id, at: now, db)
    }
}
