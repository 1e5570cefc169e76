// SPDX-License-Identifier: EUPL-1.2

/// What one person is told: what happened, at which matter, and why they hear of it. The words are made when it is
/// read.
public struct ReceivedNotice: Equatable, Sendable {
    /// The event; together with the person it names the notice.
    public let event: String
    public let kind: NoticeKind
    public let matter: MatterSummary
    /// What the person follows; differs from the matter when that came out of it.
    public let followed: MatterSummary
    public let occurredAt: String
    public let isRead: Bool
}

/// How notices reach a person by mail. All of them stand on the person's own page, whatever is chosen.
public enum NoticeDelivery: String, CaseIterable, Sendable {
    case atOnce = "at_once"
    case daily, weekly, none
}
