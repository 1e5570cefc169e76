// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

@testable import Participation
@testable import Server

@Suite struct MailRoundTests {
    private static let now = Moment(Date(timeIntervalSince1970: 1_795_424_400))

    /// A database with some mails, and a mail server of a certain manner.
    private func with(
        _ manners: [MailSink.Manner], mails: Int,
        _ test: (_ database: Database, _ sink: MailSink, _ settings: MailSettings) async throws -> Void
    ) async throws {
        let sink = try MailSink(manners)
        defer { sink.close() }
        let database = try await Database.open("sqlite::memory:")
        let migrations = try Migration.load(from: Self.resources.appending(path: "Migrations"))
        _ = try await database.migrate(migrations, recordedAt: Self.now.text)
        try await database.write { db in
            for number in 0..<mails { try Self.post(number, in: db) }
        }
        try await test(database, sink, try Self.settings(port: sink.port))
        await database.close()
    }

    private static let resources = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Resources")

    private static func settings(port: Int) throws -> MailSettings {
        let values = [
            "DREIKLANG_SMTP_URL": "smtp://127.0.0.1:\(port)", "DREIKLANG_MAIL_FROM": "post@example.org",
        ]
        return try #require(try MailSettings { values[$0] })
    }

    private static func post(_ number: Int, in db: Connection) throws {
        let address = try #require(EmailAddress("a\(number)@example.org"))
        try PostMail(
            to: address, Letter(subject: "Brücke \(number)", text: "Guten Tag,\n.\n..zwei Punkte\n", html: "<p>x</p>"),
            cause: "test", language: "de"
        ).run(at: now.later(bySeconds: Int64(number)), in: db)
    }

    private func round(_ database: Database, _ settings: MailSettings, after seconds: Int64 = 3600) -> MailRound {
        MailRound(database, settings, clock: { Self.now.later(bySeconds: seconds) })
    }

    private func mails(_ database: Database) async throws -> [Mail] {
        try await database.read { db in try MailQueries.list(of: nil, ListPage(1, size: 500), in: db).rows }
    }

    @Test func `many mails go over one connection, each once and whole`() async throws {
        try await with([], mails: 40) { database, sink, settings in
            let end = try await round(database, settings).run()
            _ = try await round(database, settings).run()
            let states = Set(try await mails(database).map(\.state))

            #expect(end == .done)
            #expect(states == [.sent])
            #expect(sink.mails.count == 40)
            #expect(Set(sink.recipients).count == 40)
            // One, unless the machine was so busy that it was let go for being idle.
            #expect(sink.connections <= 3)
            #expect(sink.mails[0].contains("\n.\n..zwei Punkte\n"))
            #expect(sink.mails[0].contains("Message-ID: <"))
        }
    }

    @Test func `what is refused is given up, what is put off waits, and the others go on`() async throws {
        let manners: [MailSink.Manner] = [
            .refuse("550-no such\r\n550 mailbox"), .refuse("451 greylisted"), .hangUpAtRecipient,
        ]
        try await with(manners, mails: 4) { database, sink, settings in
            let end = try await round(database, settings).run()
            let found = try await mails(database).reversed().map { "\($0.state) \($0.attempts)" }
            let fault = try await mails(database).last?.fault ?? ""
            let later = try await round(database, settings, after: 3600 + 60).run()
            let states = try await mails(database).reversed().map(\.state)

            #expect(end == .done)
            #expect(found == ["failed 1", "waiting 1", "waiting 1", "sent 1"])
            #expect(fault.hasPrefix("refused: 550 mailbox"))
            #expect(later == .done)
            #expect(states == [.failed, .sent, .sent, .sent])
            #expect(sink.mails.count == 3)
        }
    }

    @Test func `a mail of which nobody knows is shown and not sent again`() async throws {
        try await with([.hangUpAtEnd], mails: 2) { database, sink, settings in
            _ = try await round(database, settings).run()
            _ = try await round(database, settings, after: 90_000).run()
            let states = try await mails(database).reversed().map(\.state)

            #expect(states == [.uncertain, .sent])
            #expect(sink.mails.count == 2)
        }
    }

    @Test func `a program that died over a mail leaves it uncertain`() async throws {
        try await with([], mails: 1) { database, sink, settings in
            _ = try await database.write { db in try DispatchMail.claimNext(at: Self.now, in: db) }
            _ = try await round(database, settings, after: 60).run()
            let during = try await mails(database).map(\.state)
            _ = try await round(database, settings, after: 16 * 60).run()
            let after = try await mails(database).map(\.state)

            #expect(during == [.sending])
            #expect(after == [.uncertain])
            #expect(sink.mails == [])
        }
    }

    @Test func `two programs on one database send each mail once`() async throws {
        try await with([], mails: 60) { database, sink, settings in
            let other = try MailSink()
            defer { other.close() }
            let (here, there) = (round(database, settings), round(database, try Self.settings(port: other.port)))
            async let one = here.run()
            async let two = there.run()
            let ends = try await [one, two]

            #expect(ends == [.done, .done])
            #expect(sink.mails.count + other.mails.count == 60)
            #expect(Set(sink.recipients + other.recipients).count == 60)
        }
    }

    @Test func `without a server one mail is tried and all wait`() async throws {
        try await with([], mails: 3) { database, sink, settings in
            sink.close()
            let end = try await round(database, settings).run()
            let attempts = try await mails(database).map(\.attempts)

            guard case .unreachable = end else {
                Issue.record("\(end)")
                return
            }
            #expect(attempts.reduce(0, +) == 1)
        }
    }

    @Test func `TLS is asked for everywhere but on this machine`() throws {
        let settings = { (more: [String: String]) in
            let values = ["DREIKLANG_MAIL_FROM": "post@example.org"].merging(more) { $1 }
            return try MailSettings { values[$0] }
        }
        let away = try settings(["DREIKLANG_SMTP_URL": "smtp://mail.example.org:587"])
        let here = try settings(["DREIKLANG_SMTP_URL": "smtp://127.0.0.1:25"])
        let off = try settings(["DREIKLANG_SMTP_URL": "smtp://mail.example.org", "DREIKLANG_SMTP_TLS": "off"])

        #expect([away?.requiresTLS, here?.requiresTLS, off?.requiresTLS] == [true, false, false])
        #expect(try settings([:]) == nil)
        for wrong in ["http://mail.example.org", "mail.example.org", "smtp://me:secret@mail.example.org"] {
            #expect(throws: CommandFailure.self) { try settings(["DREIKLANG_SMTP_URL": wrong]) }
        }
        #expect(throws: CommandFailure.self) {
            try settings(["DREIKLANG_SMTP_URL": "smtp://a.example", "DREIKLANG_MAIL_FROM": "post@bücher.example"])
        }
    }
}
