// SPDX-License-Identifier: EUPL-1.2

/// A comment on a public matter. What moderation has hidden leaves its place and its reason, never its words.
public struct Remark: Equatable, Sendable {
    public let id: String
    public let number: Int64
    /// A group or a chosen name; null for guests.
    public let authorLabel: String?
    /// Null when the remark is hidden.
    public let text: String?
    public let writtenOn: PartialDate?
    public let hiddenReason: String?

    public var isHidden: Bool { text == nil }
}
