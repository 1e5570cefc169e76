// SPDX-License-Identifier: EUPL-1.2

/// A statement in the making. Only those who write it can see it; it is no matter and not journalled.
public struct StatementDraft: Equatable, Sendable {
    public let id: String
    public let party: StatementParty
    public let form: StatementForm
    /// Draft, or released inside the organisation.
    public let state: StatementState
    public let changedAt: Moment
    /// What has been handed in; nil as long as nothing has.
    public let submitted: Submitted?

    public struct Submitted: Equatable, Sendable {
        public let id: String
        public let state: StatementState
        public let fileNumber: String?
        public let submittedAt: Moment?
    }
}

/// What is done with a statement when its form is sent.
public enum StatementIntent: String, CaseIterable, Sendable {
    case save = "speichern"
    case release = "freigeben"
    case submit = "abgeben"
}
