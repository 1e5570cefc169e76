// SPDX-License-Identifier: EUPL-1.2

/// Somebody who wants to come to an event. Registrations are kept apart from the programme's file: they are neither
/// journalled nor exported, and they go some weeks after the event.
public struct Registration: Equatable, Sendable {
    public let id: String
    public let event: String
    /// Nil for a guest.
    public let person: String?
    public let name: String
    /// Nil for the invented people of the demonstration.
    public let email: EmailAddress?
    public let organisation: String?
    public let municipality: String?
    /// What somebody needs to be able to take part, in their own words.
    public let needs: String?
    public let language: String
    public let state: State
    /// In the order of confirmation; those who wait move up in this order.
    public let place: Int64?
    public let hasAttended: Bool
    public let createdAt: String

    public enum State: String, CaseIterable, Sendable {
        /// A guest who has not followed the link in the mail yet. Takes no place.
        case unconfirmed
        case confirmed
        case waiting
    }

    /// How many people have registered for an event.
    public struct Tally: Equatable, Sendable {
        public let confirmed: Int64
        public let waiting: Int64
        public let attended: Int64

        /// How many more can come; nil without a limit. While somebody waits there is no free place.
        public func free(of capacity: Int64?) -> Int64? {
            capacity.map { waiting > 0 ? 0 : max(0, $0 - confirmed) }
        }
    }

    /// How long a guest has to follow the link.
    static let hoursToConfirm: Int64 = 48
    /// How long after the event registrations are kept, for questions about attendance.
    public static let daysKept: Int64 = 30
}

/// What a mail about a registration has to say.
public struct RegistrationLetter: Sendable {
    public let occasion: Occasion
    public let registration: Registration
    public let event: Event
    /// Where a gathering online takes place; nil unless the place is certain.
    public let access: String?
    /// Opens the registration of this one person.
    public let token: Secret

    public enum Occasion: Equatable, Sendable {
        /// A guest has to follow the link.
        case confirm
        case confirmed
        case waiting
        case movedUp
        /// Time or place have changed.
        case moved
        case cancelled(reason: String)
        case removed
    }

    /// Writes the mail in the language of the registration.
    public typealias Compose = (RegistrationLetter) throws -> Letter

    var cause: String {
        switch occasion {
        case .confirm: "registration_confirm"
        case .confirmed: "registration_confirmed"
        case .waiting: "registration_waiting"
        case .movedUp: "registration_moved_up"
        case .moved: "event_moved"
        case .cancelled: "event_cancelled"
        case .removed: "registration_removed"
        }
    }
}
