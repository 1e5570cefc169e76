// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody withdraws, or is taken off the list. The row goes at once, and whoever waits longest moves up.
public struct EndRegistration: Sendable {
    private let way: Way

    public enum Way: Sendable {
        /// By the link of a mail.
        case link(Secret)
        /// One's own, signed in, for the event of this number.
        case own(Int64)
        /// Somebody else's, by those who run the event; the person is told.
        case staff(event: Int64, registration: String)
    }

    public init(_ way: Way) {
        self.way = way
    }

    /// False when there was nothing to end.
    @discardableResult
    public func run(
        as visitor: Visitor, at now: Moment, in programme: String, _ db: Connection,
        compose: RegistrationLetter.Compose
    ) throws -> Bool {
        guard let registration = try registration(visitor, in: programme, db),
            let event = try Event.find(id: registration.event, in: programme, db)
        else { return false }
        if case .staff = way {
            try TellRegistered(.removed, of: event).run(registration.id, at: now, in: db, compose: compose)
        }
        try Registration.delete(registration.id, in: db)
        try FillPlaces(of: event).run(at: now, in: db, compose: compose)
        return true
    }

    private func registration(
        _ visitor: Visitor, in programme: String, _ db: Connection
    ) throws -> Registration? {
        switch way {
        case .link(let token):
            return try Registration.find(by: token, in: db)
        case .own(let number):
            let person = try visitor.person(if: visitor.mayUseOwnArea)
            guard let event = try Event.find(number: number, in: programme, db) else { return nil }
            return try Registration.find(of: person.id, for: event.id, in: db)
        case .staff(let number, let id):
            let (event, parent) = try Event.withParent(number, in: programme, db)
            try visitor.mayRunEvents(of: parent).check()
            let found = try Registration.find(id, in: db)
            return found?.event == event.id ? found : nil
        }
    }
}

/// Gives places that have become free to those who wait, the longest first. What is over has no places to give.
public struct FillPlaces: Sendable {
    private let event: Event

    public init(of event: Event) {
        self.event = event
    }

    public func run(at now: Moment, in db: Connection, compose: RegistrationLetter.Compose) throws {
        guard event.state.isAhead, event.heldOn.map({ $0.lastDay >= now.day.lastDay }) ?? true else { return }
        while try hasFreePlace(in: db), let next = try Registration.firstWaiting(for: event.id, in: db) {
            try Registration.settle(next.id, as: .confirmed, place: next.place ?? 1, at: now, in: db)
            try TellRegistered(.movedUp, of: event).run(next.id, at: now, in: db, compose: compose)
        }
    }

    private func hasFreePlace(in db: Connection) throws -> Bool {
        guard let capacity = event.capacity else { return true }
        return try Registration.tally(of: event.id, in: db).confirmed < capacity
    }
}

/// Writes to those who have registered, each in their own language and with a link of their own.
struct TellRegistered {
    private let occasion: RegistrationLetter.Occasion
    private let event: Event

    init(_ occasion: RegistrationLetter.Occasion, of event: Event) {
        self.occasion = occasion
        self.event = event
    }

    /// Everybody with a place or waiting for one.
    func run(at now: Moment, in db: Connection, compose: RegistrationLetter.Compose) throws {
        for registration in try Registration.list(of: event.id, in: db) {
            try tell(registration, at: now, in: db, compose: compose)
        }
    }

    /// One of them.
    func run(_ id: String, at now: Moment, in db: Connection, compose: RegistrationLetter.Compose) throws {
        guard let registration = try Registration.find(id, in: db) else { return }
        try tell(registration, at: now, in: db, compose: compose)
    }

    private func tell(
        _ registration: Registration, at now: Moment, in db: Connection, compose: RegistrationLetter.Compose
    ) throws {
        guard let email = registration.email else { return }
        let token = Secret.make()
        try Registration.keepLink(token, to: registration.id, in: db)
        let access = registration.state == .confirmed ? try Event.access(to: event.id, in: db) : nil
        let message = RegistrationLetter(
            occasion: occasion, registration: registration, event: event, access: access, token: token)
        try PostMail(
            to: email, try compose(message), cause: message.cause, language: registration.language,
            person: registration.person, programme: try Event.programme(of: event.id, in: db),
            isSecret: occasion == .confirm
        ).run(at: now, in: db)
    }
}

/// Takes away registrations that nobody needs any more: at the start of the program, and whenever somebody registers.
public struct DeleteOldRegistrations: Sendable {
    public init() {}

    /// Tells how many have gone.
    @discardableResult
    public func run(at now: Moment, in db: Connection) throws -> Int {
        let day = now.later(bySeconds: -Registration.daysKept * 24 * 60 * 60).day
        try Registration.deleteUnconfirmed(
            before: now.later(bySeconds: -Registration.hoursToConfirm * 3600), in: db)
        return try Registration.deleteOld(before: day, in: db)
    }
}
