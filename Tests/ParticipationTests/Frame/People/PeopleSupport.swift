// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// What tests about people begin with.
enum TestPeople {
    static let now: Moment = {
        guard let moment = Moment(text: "2026-11-23T09:00:00.000Z") else { preconditionFailure("not a moment") }
        return moment
    }()

    static func address(_ text: String) throws -> EmailAddress {
        try #require(EmailAddress(text))
    }

    /// Somebody with an account.
    @discardableResult
    static func make(
        _ email: String, name: String? = nil, at now: Moment = TestPeople.now, in db: Connection
    ) throws -> Person {
        let person = Person.new(email: try address(email), name: name, language: "de", at: now)
        try person.insert(in: db)
        return person
    }

    /// Asks for a mail and gives back what stood in it.
    static func ask(
        _ email: String, browser: Secret, at now: Moment = TestPeople.now, in db: Connection
    ) throws -> AskForSignIn.Invitation {
        var invitation: AskForSignIn.Invitation?
        try AskForSignIn(email: try address(email), language: "de", browser: browser).run(at: now, in: db) {
            invitation = $0
            return Letter(subject: "Anmeldung", text: $0.token.text)
        }
        return try #require(invitation)
    }

    /// Runs a test on an empty database with all tables.
    static func with(_ engine: Engine, _ test: (Database) async throws -> Void) async throws {
        try await Bundled.with(engine, .tables, test)
    }
}
