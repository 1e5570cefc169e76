// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What a moderator has typed about a report or about contributions that wait.
public struct ModerationForm: Equatable, Sendable {
    public var verdict: String?
    public var rule: String?
    public var reason: String?

    public init(verdict: String? = nil, rule: String? = nil, reason: String? = nil) {
        self.verdict = verdict
        self.rule = rule
        self.reason = reason
    }

    /// The fields by the names they have in the form.
    public enum Field {
        public static let verdict = "entscheidung"
        public static let rule = "regel"
        public static let reason = "begruendung"
    }

    public static let longestReason = 1000

    /// Whoever restricts something names the rule and the facts; whoever turns a report down gives a reason.
    func validated(among verdicts: [ModerationVerdict]) throws(InvalidForm) -> ModerationDecision.Draft {
        var check = FormCheck()
        let verdict = verdict.flatMap(ModerationVerdict.init).flatMap { verdicts.contains($0) ? $0 : nil }
        if verdict == nil { check.add(Field.verdict, "unknown-choice") }
        let restricts = verdict == .hidden || verdict == .rejected
        let rule = rule.flatMap(FlagReason.init)
        if self.rule != nil, rule == nil { check.add(Field.rule, "unknown-choice") }
        if restricts, self.rule == nil { check.add(Field.rule, "rule-missing") }
        var reason: String?
        if verdict != .released {
            reason = check.passage(
                self.reason, field: Field.reason, missing: "moderation-reason-missing", limit: Self.longestReason)
        }
        try check.finish()
        return ModerationDecision.Draft(verdict: verdict ?? .kept, rule: restricts ? rule : nil, reason: reason)
    }
}

/// A decision with its reasons, as both sides are told.
public enum ModerationDecision {
    public struct Draft: Equatable, Sendable {
        public let verdict: ModerationVerdict
        public let rule: FlagReason?
        public let reason: String?
    }

    /// Whom a letter goes to, and what it is about.
    public struct Message: Equatable, Sendable {
        public enum Side: String, Sendable {
            case author, flagger
        }

        public let side: Side
        public let decision: Draft
        /// `de` or `en`.
        public let language: String
        /// The words that were decided about.
        public let text: String?
        /// The secret of the link by which one may object; nil when that is not possible.
        public let objection: Secret?
    }

    /// Writes the letter to one side.
    public typealias Compose = (Message) throws -> Letter
}
