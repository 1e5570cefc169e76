// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A date people put into their own calendar: a gathering with a beginning and an end, or a deadline for a whole day.
public struct CalendarEvent: Equatable, Sendable {
    public enum Time: Equatable, Sendable {
        case moments(start: Date, end: Date?)
        /// From the first to the last day, both included.
        case days(first: CalendarDay, last: CalendarDay)
    }

    public enum Status: String, Sendable {
        case tentative = "TENTATIVE"
        case confirmed = "CONFIRMED"
        /// A cancelled event stays in the feed, or calendars that know it would go on showing it.
        case cancelled = "CANCELLED"
    }

    /// Never changes, so that a calendar recognises the event when it has moved.
    public var identifier: String
    /// Raised with each change of time, place or status.
    public var sequence: Int
    /// When what is said here was last changed.
    public var changedAt: Date
    public var time: Time
    public var status: Status
    public var title: String
    public var description: String?
    public var location: String?
    public var link: String?
    public var categories: [String]

    public init(
        identifier: String, sequence: Int = 0, changedAt: Date, time: Time, status: Status = .confirmed, title: String,
        description: String? = nil, location: String? = nil, link: String? = nil, categories: [String] = []
    ) {
        self.identifier = identifier
        self.sequence = sequence
        self.changedAt = changedAt
        self.time = time
        self.status = status
        self.title = title
        self.description = description
        self.location = location
        self.link = link
        self.categories = categories
    }
}
