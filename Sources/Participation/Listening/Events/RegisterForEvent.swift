// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody wants to come to an event. A person has a place at once, or waits for one; a guest gets a mail and has one
/// after following its link. Whoever asks for somebody else's address learns nothing by it: the answer is the same.
public struct RegisterForEvent: Sendable {
    private let number: Int64
    private let form: RegistrationForm
    private let language: String

    /// What the page has to say afterwards.
    public enum Outcome: Equatable, Sendable {
        /// A mail is on its way to a guest, whatever it says.
        case mailed
        case settled(Registration.State)
    }

    public init(for number: Int64, _ form: RegistrationForm, language: String) {
        self.number = number
        self.form = form
        self.language = language
    }

    public func run(
        as visitor: Visitor, at now: Moment, in programme: String, _ db: Connection,
        compose: RegistrationLetter.Compose
    ) throws -> Outcome {
        guard let event = try Event.find(number: number, in: programme, db) else {
            throw MissingMatter(.event, number)
        }
        try visitor.mayRegister(for: event, on: now.day).check()
        let draft = try form.validated(
            needsEmail: !visitor.isSignedIn, municipalities: try Municipality.choices(in: programme, db).map(\.ags))
        try DeleteOldRegistrations().run(at: now, in: db)
        let known = try known(visitor.person, draft, event, in: db)
        let id = known?.id ?? Digest.random(bytes: 16)
        if known == nil {
            try Registration.insert(
                id, draft, for: event, of: visitor.person, language: visitor.person?.language ?? language,
                in: programme, at: now, db)
        } else if visitor.isSignedIn || known?.state == .unconfirmed {
            try Registration.update(id, draft, of: visitor.person, in: programme, db)
        }
        guard visitor.isSignedIn else {
            let occasion = known.map { RegistrationLetter.Occasion($0.state) } ?? .confirm
            try TellRegistered(occasion, of: event).run(id, at: now, in: db, compose: compose)
            return .mailed
        }
        return .settled(try SettleRegistration(id, for: event).run(at: now, in: db, compose: compose))
    }

    private func known(
        _ person: Person?, _ draft: RegistrationForm.Draft, _ event: Event, in db: Connection
    ) throws -> Registration? {
        if let person, let own = try Registration.find(of: person.id, for: event.id, in: db) { return own }
        guard let email = person == nil ? draft.email : person?.email else { return nil }
        return try Registration.find(email: email, for: event.id, in: db)
    }
}

extension RegistrationLetter.Occasion {
    fileprivate init(_ state: Registration.State) {
        switch state {
        case .unconfirmed: self = .confirm
        case .confirmed: self = .confirmed
        case .waiting: self = .waiting
        }
    }
}

/// A guest follows the link of the mail.
public struct ConfirmRegistration: Sendable {
    private let token: Secret

    public init(_ token: Secret) {
        self.token = token
    }

    /// Nil when the link leads to nothing any more.
    public func run(
        at now: Moment, in programme: String, _ db: Connection, compose: RegistrationLetter.Compose
    ) throws -> Registration.State? {
        guard let registration = try Registration.find(by: token, in: db),
            let event = try Event.find(id: registration.event, in: programme, db)
        else { return nil }
        guard registration.state == .unconfirmed else { return registration.state }
        try Visitor.guest.mayRegister(for: event, on: now.day).check()
        return try SettleRegistration(registration.id, for: event).run(at: now, in: db, compose: compose)
    }
}

/// Gives a place, or one on the list of those who wait. Writes happen one after another, so no place is given twice.
struct SettleRegistration {
    private let id: String
    private let event: Event

    init(_ id: String, for event: Event) {
        self.id = id
        self.event = event
    }

    func run(
        at now: Moment, in db: Connection, compose: RegistrationLetter.Compose
    ) throws -> Registration.State {
        guard let registration = try Registration.find(id, in: db) else {
            throw ValueFault("there is no registration \(id)")
        }
        guard registration.state == .unconfirmed else { return registration.state }
        let free = try Registration.tally(of: event.id, in: db).free(of: event.capacity)
        let state: Registration.State = (free ?? 1) > 0 ? .confirmed : .waiting
        let place = try Registration.nextPlace(for: event.id, in: db)
        try Registration.settle(id, as: state, place: place, at: now, in: db)
        if let person = registration.person { try Follow.begin(person: person, matter: event.id, at: now, in: db) }
        try TellRegistered(state == .confirmed ? .confirmed : .waiting, of: event)
            .run(id, at: now, in: db, compose: compose)
        return state
    }
}
