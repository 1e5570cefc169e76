// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Ways in that are mailed, and letters that staff write down.
@Suite struct StatementAccessTests {
    @Test(arguments: TestPlace.engines)
    func `a mailed key opens one consultation for one body and ends`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let (access, rules, other, digests) = try await database.write { db in
                let rules = try TestConsultation.opened(db, house)
                let other = try TestConsultation.opened(db, house) { $0.title = "Eine andere" }
                var secret: Secret?
                try InviteToConsultation(
                    rules.number, in: rules.programme, name: rules.invited[1], email: "post@example.org",
                    language: "de"
                ).run(as: house.office, at: TestConsultation.now, in: db) { _, made in
                    secret = made
                    return Letter(subject: "Einladung", text: made.text)
                }
                let token = try #require(secret)
                let digests: [String] = try db.rows("SELECT token_digest FROM statement_access").map {
                    try $0.get("token_digest")
                }
                return (
                    try #require(try StatementAccess.find(token, in: db)), rules, other,
                    digests.map { $0 == token.text }
                )
            }
            let late = try TestConsultation.moment("2027-02-01T10:00:00.000Z")

            #expect(access.party.name == rules.invited[1])
            #expect(digests == [false])
            #expect(access.mayUse(for: rules, at: TestConsultation.now) == .allowed)
            #expect(
                access.mayUse(for: other, at: TestConsultation.now) == .refused("access-for-another-consultation"))
            #expect(access.mayUse(for: rules, at: late) == .refused("access-expired"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `who writes with a key is known to the journal by an actor of its own`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let (actors, report) = try await database.write { db in
                let rules = try TestConsultation.opened(db, house)
                try InviteToConsultation(
                    rules.number, in: rules.programme, name: rules.invited[0], email: "post@example.org",
                    language: "de"
                ).run(as: house.office, at: TestConsultation.now, in: db) { _, secret in
                    Letter(subject: "Einladung", text: secret.text)
                }
                let access = try #require(try StatementAccess.list(of: rules.id, in: db).first)
                try TestStatement.write(TestStatement.form("Ja."), rules, .submit, by: access.writer, in: db)
                let statement = try #require(try TestStatement.submitted(rules, by: access.writer, db))
                let actors: [String] = try db.rows(
                    "SELECT actor_id FROM journal_entry WHERE subject = \(statement.id)"
                ).map { try $0.get("actor_id") }
                return (actors.map { $0 == access.actor }, try VerifyJournal().run(in: db))
            }

            #expect(actors == [true])
            #expect(report.faults == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a letter is written down once, dated, and not after the deadline`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let rules = try await database.write { db in try TestConsultation.opened(db, house) }
            var capture = StatementCapture()
            capture.sender = rules.invited[0]
            capture.channel = "letter"
            capture.receivedOn = "2026-11-23"
            capture.isSummary = true
            capture.form = TestStatement.form(nil, points: ["Mehr Licht", "Mehr Busse"])
            let (first, now) = (capture, TestConsultation.now)
            let (channel, quoted) = try await database.write { db in
                _ = try CaptureStatement(first, in: rules.number, of: rules.programme)
                    .run(as: house.office, at: now, in: db)
                let channel: String? = try db.value(
                    "SELECT channel FROM statement WHERE consultation_id = \(rules.id)")
                let quoted: Int64? = try db.value(
                    """
                    SELECT COUNT(*) FROM point p JOIN statement s ON s.id = p.statement_id
                    WHERE s.consultation_id = \(rules.id) AND p.is_quotation = 0
                    """)
                return (channel, quoted)
            }
            await #expect(throws: InvalidForm([.init("absender", "sender-has-answered")])) {
                try await database.write { db in
                    _ = try CaptureStatement(first, in: rules.number, of: rules.programme)
                        .run(as: house.office, at: now, in: db)
                }
            }
            capture.sender = rules.invited[1]
            capture.receivedOn = "2026-12-21"
            let late = capture
            await #expect(throws: InvalidForm.self) {
                try await database.write { db in
                    _ = try CaptureStatement(late, in: rules.number, of: rules.programme)
                        .run(as: house.office, at: now, in: db)
                }
            }

            #expect(channel == "letter")
            #expect(quoted == 2)
        }
    }
}
