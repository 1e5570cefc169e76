// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Whoever runs the installation lets somebody in: an account, if there is none yet for the address, and a link by
/// which its owner signs in once. This is how the first administrator comes about; there is no default password.
public struct CreatePerson: Sendable {
    private let email: EmailAddress
    private let name: String?
    private let isAdministrator: Bool

    public init(email: EmailAddress, name: String?, isAdministrator: Bool) {
        self.email = email
        self.name = name
        self.isAdministrator = isAdministrator
    }

    /// How long the link is good.
    public static let linkMinutes: Int64 = 60

    public struct Created: Equatable, Sendable {
        public let person: Person
        public let isNew: Bool
        public let token: Secret
    }

    public func runAsOperator(at now: Moment, in db: Connection) throws -> Created {
        let known = try Person.find(email: email, in: db)
        let person = known ?? Person.new(email: email, name: name, language: "de", at: now)
        if known == nil { try person.insert(in: db) }
        if isAdministrator {
            try GrantRole(.administrator, to: person.id).runAsOperator(at: now, in: db)
        }
        let way = try SignInLink.make(
            for: email, language: person.language, onward: nil, browser: nil, minutes: Self.linkMinutes, at: now,
            in: db)
        return Created(person: person, isNew: known == nil, token: way.token)
    }
}
