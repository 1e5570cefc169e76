// SPDX-License-Identifier: EUPL-1.2

/// An answer that one person has written and another must release.
public struct ReplyDraft: Equatable, Sendable {
    /// A key of the table `state`, such as `idea.taken_up`.
    public let outcome: String
    public let text: String
    public let officeID: String
    public let officeKey: String
    public let officeName: String
    public let proposalID: String?
    public let proposalNumber: Int64?
    /// The id of the person who wrote it.
    public let writer: String
    public let writerName: String
    public let writtenAt: String
}
