// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct SignInTests {
    private let browser = Secret.make()
    private let now = TestPeople.now

    private func signIn(
        _ invitation: AskForSignIn.Invitation, code: String? = nil, browser: Secret?, at moment: Moment,
        _ db: Connection
    ) throws -> SignIn.Outcome {
        try SignIn(.link(invitation.token, code: code), browser: browser, agent: "Firefox, Linux").run(
            at: moment, in: db)
    }

    @Test(arguments: TestPlace.engines)
    func `the link of the mail signs in once, and makes an account on the click alone`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let invitation = try await database.write { [browser] db in
                try TestPeople.ask("neu@example.org", browser: browser, in: db)
            }
            let before = try await database.read { db in
                try Person.find(email: try TestPeople.address("neu@example.org"), in: db)
            }
            let first = try await database.write { [self] db in
                try signIn(invitation, browser: browser, at: now, db)
            }
            let second = try await database.write { [self] db in
                try signIn(invitation, browser: browser, at: now, db)
            }
            let after = try await database.read { db in
                try Person.find(email: try TestPeople.address("neu@example.org"), in: db)
            }

            #expect(invitation.isNewAccount)
            #expect(before == nil)
            guard case .signedIn(let new) = first else {
                Issue.record("not signed in: \(first)")
                return
            }
            #expect(new.session.person == after?.id)
            #expect(second == .unusable(.used))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `of many who use one link at the same moment, exactly one succeeds`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let invitation = try await database.write { [browser] db in
                try TestPeople.ask("viele@example.org", browser: browser, in: db)
            }
            let outcomes = try await withThrowingTaskGroup(of: SignIn.Outcome.self) { group in
                for _ in 0..<16 {
                    group.addTask { [self] in
                        try await database.write { db in try signIn(invitation, browser: browser, at: now, db) }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let sessions = try await database.read { [now] db in
                let person = try #require(try Person.find(email: try TestPeople.address("viele@example.org"), in: db))
                return try Session.list(of: person.id, at: now, in: db).count
            }

            #expect(outcomes.filter(\.isSignedIn).count == 1)
            #expect(outcomes.filter { $0 == .unusable(.used) }.count == 15)
            #expect(sessions == 1)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `another browser must be told the six digits`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let (none, wrong, right) = try await database.write { [self] db in
                let invitation = try TestPeople.ask("a@example.org", browser: browser, in: db)
                let wrongCode = invitation.code == "000000" ? "111111" : "000000"
                return (
                    try signIn(invitation, browser: nil, at: now, db),
                    try signIn(invitation, code: wrongCode, browser: Secret.make(), at: now, db),
                    try signIn(invitation, code: " \(invitation.code) ", browser: Secret.make(), at: now, db)
                )
            }

            #expect(none == .wrongCode)
            #expect(wrong == .wrongCode)
            #expect(right.isSignedIn)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `after five wrong codes even the right one does not help`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let outcomes = try await database.write { [self] db in
                let invitation = try TestPeople.ask("a@example.org", browser: browser, in: db)
                let wrongCode = invitation.code == "000000" ? "111111" : "000000"
                let codes = Array(repeating: wrongCode, count: 5) + [invitation.code]
                return try codes.map { try SignIn(.code($0), browser: browser, agent: "").run(at: now, in: db) }
            }

            #expect(outcomes == Array(repeating: .wrongCode, count: 5) + [.unusable(.blocked)])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the browser that asked may type the code, any other may not`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let (foreign, own) = try await database.write { [self] db in
                let invitation = try TestPeople.ask("a@example.org", browser: browser, in: db)
                return (
                    try SignIn(.code(invitation.code), browser: Secret.make(), agent: "").run(at: now, in: db),
                    try SignIn(.code(invitation.code), browser: browser, agent: "").run(at: now, in: db)
                )
            }

            #expect(foreign == .unusable(nil))
            #expect(own.isSignedIn)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a link ends after a quarter of an hour, and a made-up one never began`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let (late, madeUp, inTime) = try await database.write { [self] db in
                let invitation = try TestPeople.ask("a@example.org", browser: browser, in: db)
                return (
                    try signIn(invitation, browser: browser, at: now.later(bySeconds: 900), db),
                    try SignIn(.link(Secret.make(), code: nil), browser: browser, agent: "").run(at: now, in: db),
                    try signIn(invitation, browser: browser, at: now.later(bySeconds: 899), db)
                )
            }

            #expect(late == .unusable(.expired))
            #expect(madeUp == .unusable(nil))
            #expect(inTime.isSignedIn)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a session ends when it is left alone, and after twelve hours in any case`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let new = try await database.write { [now] db in
                try NewSession.open(for: try TestPeople.make("a@example.org", in: db), agent: "", at: now, in: db)
            }
            func isOpen(after seconds: Int64) async throws -> Bool {
                try await database.read { [now] db in
                    try SignedIn.find(new.secret, at: now.later(bySeconds: seconds), in: db) != nil
                }
            }
            let early = try await (isOpen(after: 7199), isOpen(after: 7200))
            for hour in 1...12 {
                try await database.write { [now] db in
                    try NoteSession(new.session).run(at: now.later(bySeconds: Int64(hour) * 3600 - 10), in: db)
                }
            }
            let late = try await (isOpen(after: 43_199), isOpen(after: 43_200))

            #expect(early == (true, false))
            #expect(late == (true, false))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the database holds nothing with which one could sign in`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let (invitation, new) = try await database.write { [self] db in
                let invitation = try TestPeople.ask("a@example.org", browser: browser, in: db)
                let person = try TestPeople.make("b@example.org", in: db)
                for mail in try MailQueries.due(at: now, in: db) { try MailQueries.markSent(mail.id, at: now, in: db) }
                return (invitation, try NewSession.open(for: person, agent: "", at: now, in: db))
            }
            let texts = try await database.read { db in
                try ["sign_in_link", "session", "mail"].flatMap { table in
                    try db.rows("SELECT * FROM \(identifier: table)").map { row in
                        try row.columns.map { "\(try row.stored($0))" }.joined(separator: " ")
                    }
                }
            }.joined(separator: "\n")

            #expect(texts.contains("a@example.org"))
            for secret in [invitation.token.text, invitation.code, browser.text, new.secret.text] {
                #expect(!texts.contains("\"\(secret)\""))
            }
            #expect(!texts.contains(invitation.token.text))
        }
    }
}

extension SignIn.Outcome {
    fileprivate var isSignedIn: Bool {
        if case .signedIn = self { true } else { false }
    }
}
