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
            let (soon, later) = try await database.read { [now] db in
                (
                    try MailQueries.due(at: now.later(bySeconds: 59), in: db).count,
                    try MailQueries.due(at: now.later(bySeconds: 60), in: db).map(\.attempts)
                )
            }

            #expect(claims.filter { $0 }.count == 1)
            #expect(soon == 0)
            #expect(later == [1])
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
}
