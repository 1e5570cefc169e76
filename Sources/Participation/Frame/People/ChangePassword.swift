// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A person sets a password, changes it or takes it away; signing in by mail is possible in any case. Every other
/// session ends, since whoever changes a password may have a reason.
public struct ChangePassword: Sendable {
    private let password: Password?
    private let session: String

    /// - Parameters:
    ///   - password: nil takes it away
    ///   - session: the one in use, which goes on
    public init(to password: Password?, keeping session: String) {
        self.password = password
        self.session = session
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayUseOwnArea)
        try Password.replace(of: person.id, with: password, at: now, in: db)
        try Session.deleteOthers(than: session, of: person.id, in: db)
    }
}

/// Somebody signs in whose password has been found right.
public struct SignInByPassword: Sendable {
    private let person: Person
    private let password: Password
    private let agent: String

    public init(_ person: Person, password: Password, agent: String) {
        self.person = person
        self.password = password
        self.agent = agent
    }

    /// Nil when the password was changed while it was being checked.
    public func run(at now: Moment, in db: Connection) throws -> NewSession? {
        guard try Password.find(of: person.id, in: db) == password else { return nil }
        return try NewSession.open(for: person, agent: agent, at: now, in: db)
    }
}
