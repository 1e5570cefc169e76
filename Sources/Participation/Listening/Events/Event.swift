// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// One dated gathering of a forum or a consultation.
public struct Event: Equatable, Sendable {
    public let id: String
    public let number: Int64
    /// The forum or consultation that it belongs to.
    public let parentID: String
    public let heldOn: PartialDate?
    /// In Berlin; nil where only the day is known.
    public let startsAt: TimeOfDay?
    public let endsAt: TimeOfDay?
    public let kind: EventKind
    public let title: String
    public let place: String?
    /// What is planned, as CommonMark.
    public let agenda: String?
    /// How many came; null where nobody wrote it down.
    public let participants: Int64?
    public let state: EventState
    /// As CommonMark.
    public let minutes: String?
    /// How many places there are; null without a limit.
    public let capacity: Int64?
    /// The first and the last day on which people can register; null where nobody needs to.
    public let registrationFrom: PartialDate?
    public let registrationUntil: PartialDate?
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

    public enum Order: String, CaseIterable, Sendable {
        case newest = "neueste"
        case oldest = "aelteste"

        /// What is to come stands nearest first, all else newest first.
        public init(usual time: Time?) {
            if case .upcoming = time { self = .oldest } else { self = .newest }
        }
    }

    /// How many of those who came live in one municipality.
    public struct Origin: Equatable, Sendable {
        /// Null for those from elsewhere, without an answer, or from places with fewer than five.
        public let municipalityID: String?
        public let participants: Int64
    }
}

extension Event {
    /// The state on a given day: while people can register it is open, whoever wrote down that it is planned.
    public func state(on day: PartialDate) -> EventState {
        guard state == .planned, case .open = registration(on: day) else { return state }
        return .open
    }

    /// Whether people can register on a given day, without a look at how many places are left.
    public func registration(on day: PartialDate) -> RegistrationPeriod {
        guard let from = registrationFrom else { return .none }
        guard state.isAhead else { return .over }
        if let heldOn, heldOn.lastDay < day.lastDay { return .over }
        if from.lastDay > day.lastDay { return .later(from) }
        if let until = registrationUntil, until.lastDay < day.lastDay { return .over }
        return .open
    }

    public enum RegistrationPeriod: Equatable, Sendable {
        /// Nobody needs to register.
        case none
        case later(PartialDate)
        case open
        case over
    }
}
