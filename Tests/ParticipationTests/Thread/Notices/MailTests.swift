// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct MailTests {
    private let now = TestPeople.now

    private struct Undone: Error {}

    private func post(_ subject: String, isSecret: Bool = false, _ db: Connection) throws -> Mail {
        try PostMail(
            to: try TestPeople.address("a@example.org"), Letter(subject: subject, text: "Text", html: "<p>Text</p>"),
            cause: "test", language: "de", isSecret: isSecret, worthlessFrom: now.later(bySeconds: 900)
        ).run(at: now, in: db)
    }

    @Test func `a subject cannot begin another header`() {
        let letter = Letter(subject: "Hallo\r\nBcc: opfer@example.org\u{0}\u{2028}Ende", text: "")

        #expect(letter.subject == "Hallo Bcc: opfer@example.org  Ende")
        #expect(Letter(subject: "", text: "").subject == "–")
        #expect(Letter(subject: String(repeating: "x", count: 5000), text: "").subject.count == 200)
    }

    @Test(arguments: TestPlace.engines)
    func `a mail whose cause is undone is never sent`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            await #expect(throws: Undone.self) {
                try await database.write { db in
                    _ = try post("Weg", db)
                    throw Undone()
                }
            }
            try await database.write { db in _ = try post("Da", db) }
            let due = try await database.read { [now] db in try MailQueries.due(at: now, in: db) }

            #expect(due.map(\.letter.subject) == ["Da"])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `of many who would send a mail, one has it`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let mail = try await database.write { db in try post("Einmal", db) }
            let claims = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask { [now] in
                        try await database.write { db in
                            try MailQueries.claim(mail, until: now.later(bySeconds: 60), at: now, in: db)
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let states = try await database.write { [now] db in
                try ([59, 60] as [Int64]).map { seconds in
                    try DispatchMail.settle(at: now.later(bySeconds: seconds), in: db)
                    return try MailQueries.find(mail.id, in: db)?.state
                }
            }
            let due = try await database.read { [now] db in
                try MailQueries.due(at: now.later(bySeconds: 60), in: db).count
            }

            #expect(claims.filter { $0 }.count == 1)
            #expect(states == [.sending, .uncertain])
            #expect(due == 0)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a secret mail loses its text when it is sent, another keeps it`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let mails = try await database.write { [now] db in
                let mails = [try post("Geheim", isSecret: true, db), try post("Offen", db)]
                for mail in mails { try MailQueries.markSent(mail.id, at: now, in: db) }
                return try mails.map { try #require(try MailQueries.find($0.id, in: db)) }
            }

            #expect(mails.map(\.letter.text) == ["", "Text"])
            #expect(mails.map(\.letter.html) == [nil, "<p>Text</p>"])
            #expect(mails.map(\.state) == [.sent, .sent])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a mail that failed waits, is given up, or comes too late`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let (failed, late, counts) = try await database.write { [now] db in
                let mails = [try post("Eins", db), try post("Zwei", isSecret: true, db)]
                try MailQueries.markFailed(mails[0].id, fault: "550 no such mailbox", tryAgain: nil, in: db)
                try MailQueries.markFailed(
                    mails[1].id, fault: "421 busy", tryAgain: now.later(bySeconds: 60), in: db)
                let waiting = try MailQueries.due(at: now.later(bySeconds: 60), in: db).count
                let worthless = try MailQueries.due(at: now.later(bySeconds: 900), in: db).count
                try MailQueries.giveUpWorthless(at: now.later(bySeconds: 900), in: db)
                return (
                    try MailQueries.find(mails[0].id, in: db), try MailQueries.find(mails[1].id, in: db),
                    (waiting, worthless)
                )
            }

            #expect(failed?.state == .failed)
            #expect(failed?.fault == "550 no such mailbox")
            #expect(counts == (1, 0))
            #expect(late?.state == .failed)
            #expect(late?.letter.text == "")
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a mail is tried six times, with longer and longer waits`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            let (waits, end) = try await database.write { [now] db in
                let id = try PostMail(
                    to: try TestPeople.address("a@example.org"), Letter(subject: "x", text: "y"), cause: "test",
                    language: "de"
                ).run(at: now, in: db).id
                var (clock, waits): (Moment, [Int64]) = (now, [])
                while let mail = try DispatchMail.claimNext(at: clock, in: db) {
                    try DispatchMail.note(.postponed("451 later"), of: mail, at: clock, in: db)
                    guard
                        let next: String = try db.value(
                            "SELECT next_try_at FROM mail WHERE id = \(id) AND state = 'waiting'"),
                        let then = Moment(text: next)
                    else { break }
                    waits.append(clock.seconds(until: then))
                    clock = then
                }
                return (waits, try MailQueries.find(id, in: db))
            }

            #expect(waits == [60, 300, 1800, 7200, 43_200])
            #expect(end?.state == .failed)
            #expect(end?.attempts == 6)
            #expect(end?.fault == "451 later")
        }
    }

    @Test(arguments: TestPlace.engines)
    func `what did not go out by itself is decided by hand, by whoever may read it`(engine: Engine) async throws {
        try await TestPeople.with(engine) { database in
            try await database.write { [now] db in
                let ada = try TestPeople.make("ada@example.org", in: db)
                let administrator = Visitor(ada, roles: [HeldRole(.administrator)])
                let mail = try post("Eins", db)
                let decide = { (decision: DecideOnMail.Decision, visitor: Visitor) in
                    try DecideOnMail(mail.id, decision).run(as: visitor, in: "p", at: now, in: db)
                }
                let waiting = try decide(.tryAgain, administrator)
                let claimed = try #require(try DispatchMail.claimNext(at: now, in: db))
                try DispatchMail.note(.uncertain("no answer"), of: claimed, at: now, in: db)
                let later = try DispatchMail.claimNext(at: now.later(bySeconds: 86_400), in: db)
                let again = try decide(.tryAgain, administrator)
                let givenUp = try decide(.giveUp, administrator)

                #expect([waiting, again, givenUp] == [false, true, true])
                #expect(later == nil)
                #expect(try MailQueries.find(mail.id, in: db)?.state == .failed)
                #expect(throws: Refusal.self) { try decide(.tryAgain, Visitor(ada)) }
                #expect(throws: Refusal.self) { try decide(.tryAgain, .guest) }
            }
        }
    }
}
