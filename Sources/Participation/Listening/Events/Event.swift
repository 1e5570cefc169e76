// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// One dated gathering of a forum or a consultation.
public struct Event: Equatable, Sendable {
    public let id: String
    public let number: Int64
    /// The forum or consultation that it belongs to.
    public let parentID: String
    public let heldOn: PartialDate?
    public let kind: EventKind
    public let title: String
    public let place: String?
    /// How many came; null where nobody wrote it down.
    public let participants: Int64?
    public let state: EventState
    public let minutes: String?
    /// When what is said here was recorded.
    public let recordedAt: Date

    /// Which events a list shows. Everything nil: all of them.
    public struct Filter: Equatable, Sendable {
        public var forum: Int64?
        public var consultation: Int64?
        public var kind: EventKind?
        public var year: String?
        public var time: Time?

        public init() {}
    }

    /// Seen from a given day, which itself counts as to come.
    public enum Time: Equatable, Sendable {
        case upcoming(from: PartialDate)
        case past(before: PartialDate)
    }
}
