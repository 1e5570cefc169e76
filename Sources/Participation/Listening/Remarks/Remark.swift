// SPDX-License-Identifier: EUPL-1.2

/// A comment on a public matter, or an answer to such a comment. What moderation has hidden leaves its place and its
/// reason, never its words; what its author has taken back leaves its place.
public struct Remark: Equatable, Sendable {
    public let id: String
    public let number: Int64
    /// The matter it is about.
    public let matterID: String
    /// The remark it answers; there are two levels.
    public let parentID: String?
    /// A group or a chosen name; null for guests.
    public let authorLabel: String?
    /// The office in whose name it was written.
    public let office: String?
    /// Null when the remark is hidden or withdrawn.
    public let text: String?
    public let writtenOn: PartialDate?
    public let hiddenReason: String?
    public let isHidden: Bool
    public let isWithdrawn: Bool

    /// Which come first.
    public enum Order: String, CaseIterable, Sendable {
        case newest = "neu"
        case oldest = "alt"
    }

    /// A remark with the first of its answers.
    public struct Conversation: Equatable, Sendable {
        public let remark: Remark
        public let answers: [Remark]
        /// How many answers there are in all.
        public let answerCount: Int64
    }

    /// So many conversations stand on a page.
    public static let pageSize: Int64 = 20
    /// So many answers stand below a remark; its own page has all.
    public static let shownAnswers: Int64 = 3
    public static let longestText = 3000
    /// So long the author may mend a slip.
    public static let editSeconds: Int64 = 15 * 60
    /// What stands where a text was.
    static let nothing = "–"

    /// The kinds that can be commented on.
    public static let subjects: [MatterKind] = [.idea, .proposal, .project, .decision]
}
