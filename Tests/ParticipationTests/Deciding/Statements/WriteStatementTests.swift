// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// A statement from the first word to the receipt.
@Suite struct WriteStatementTests {
    @Test(arguments: TestPlace.engines)
    func `a draft is kept, released and handed in, with a receipt, and nobody else sees it`(
        _ engine: Engine
    ) async throws {
        try await TestConsultation.with(engine) { database, house in
            let (states, mail, found, report) = try await database.write { db in
                let rules = try TestConsultation.opened(db, house)
                let writer = try TestStatement.writer(rules, in: db)
                let form = TestStatement.form("GEHEIM7 insgesamt gut", points: ["GEHEIM8 auch sonntags"])
                var states: [StatementState?] = []
                for (intent, revision) in [(StatementIntent.save, 0), (.release, 1), (.submit, 2)] {
                    var form = form
                    form.revision = Int64(revision)
                    try TestStatement.write(form, rules, intent, by: writer, in: db)
                    states.append(try StatementDraft.find(of: writer.party, in: rules, db)?.state)
                }
                let mails = try MailQueries.due(at: TestConsultation.now, in: db)
                let mail = mails.last { $0.cause == "statement_received" }
                let number = try Statement.list(of: rules.id, in: house.programme, db).count
                let found: Int64? = try db.value(
                    "SELECT COUNT(*) FROM search_passage WHERE text = 'GEHEIM8 auch sonntags'")
                return (states, mail, (number, found), try VerifyJournal().run(in: db))
            }

            #expect(states == [.draft, .releasedInternally, .draft])
            #expect(mail?.letter.subject == "ZM-99/2026-1")
            #expect(found.0 == 0)
            #expect(found.1 == 0)
            #expect(report.faults == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the last second counts, the next one does not`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let (rules, writer) = try await database.write { db in
                let rules = try TestConsultation.opened(db, house)
                return (rules, try TestStatement.writer(rules, in: db))
            }
            let last = try TestConsultation.moment("2026-12-20T22:59:59.999Z")
            let late = try TestConsultation.moment("2026-12-20T23:00:00.000Z")
            try await database.write { db in
                try TestStatement.write(TestStatement.form("Ja."), rules, .submit, by: writer, at: last, in: db)
            }
            await #expect(throws: Refusal("consultation-is-over")) {
                try await database.write { db in
                    let form = TestStatement.form("Nein.", revision: 1)
                    try TestStatement.write(form, rules, .submit, by: writer, at: late, in: db)
                }
            }
            let (text, moment) = try await database.read { db in
                let row = try db.row("SELECT text, submitted_at FROM statement WHERE consultation_id = \(rules.id)")
                return (try row?.get("text", as: String.self), try row?.get("submitted_at", as: String.self))
            }

            #expect(text == "Ja.")
            #expect(moment == last.text)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `two people of one organisation never overwrite each other`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let (rules, vera, viktor) = try await database.write { db in
                let rules = try TestConsultation.opened(db, house)
                let vera = try TestStatement.writer(rules, in: db)
                return (rules, vera, try TestStatement.writer(rules, email: "viktor@example.org", in: db))
            }
            try await database.write { db in
                try TestStatement.write(TestStatement.form("Von Vera."), rules, .save, by: vera, in: db)
            }
            await #expect(throws: Outdated()) {
                try await database.write { db in
                    try TestStatement.write(TestStatement.form("Von Viktor."), rules, .submit, by: viktor, in: db)
                }
            }
            let kept = try await database.read { db in try StatementDraft.find(of: vera.party, in: rules, db) }

            #expect(kept?.form.text == "Von Vera.")
            #expect(kept?.submitted == nil)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `what is handed in again replaces the words and keeps every point's place`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let (points, state, fileNumbers, report) = try await database.write { db in
                let rules = try TestConsultation.opened(db, house)
                let writer = try TestStatement.writer(rules, in: db)
                let first = TestStatement.form("Ja.", points: ["Eins", "Zwei"])
                try TestStatement.write(first, rules, .submit, by: writer, in: db)
                let before = try TestStatement.submitted(rules, by: writer, db)
                let second = TestStatement.form("Ja.", points: ["Eins neu"], revision: 1)
                try TestStatement.write(second, rules, .submit, by: writer, in: db)
                let after = try TestStatement.submitted(rules, by: writer, db)
                let points: [String] = try db.rows(
                    "SELECT text FROM point WHERE statement_id = \(after?.id ?? "") ORDER BY position"
                ).map { try $0.get("text") }
                return (
                    points, after?.state, [before?.fileNumber, after?.fileNumber], try VerifyJournal().run(in: db)
                )
            }

            #expect(points == ["Eins neu", "Diesen Punkt hat der Absender gestrichen."])
            #expect(state == .amended)
            #expect(fileNumbers == ["ZM-99/2026-1", "ZM-99/2026-1"])
            #expect(report.faults == [])
        }
    }

    @Test func `it can be withdrawn once, and handed in anew`() async throws {
        try await TestConsultation.with(.sqlite) { database, house in
            let (rules, writer) = try await database.write { db in
                let rules = try TestConsultation.opened(db, house)
                return (rules, try TestStatement.writer(rules, in: db))
            }
            let withdrawal = WithdrawStatement(in: rules.number, of: rules.programme)
            let states = try await database.write { db -> [StatementState?] in
                try TestStatement.write(TestStatement.form("Ja."), rules, .submit, by: writer, in: db)
                try withdrawal.run(by: writer, at: TestConsultation.now, in: db)
                let withdrawn = try TestStatement.submitted(rules, by: writer, db)?.state
                let form = TestStatement.form("Doch.", revision: 1)
                try TestStatement.write(form, rules, .submit, by: writer, in: db)
                let again = try TestStatement.submitted(rules, by: writer, db)?.state
                try withdrawal.run(by: writer, at: TestConsultation.now, in: db)
                return [withdrawn, again]
            }
            await #expect(throws: Refusal("nothing-to-withdraw")) {
                try await database.write { db in
                    try withdrawal.run(by: writer, at: TestConsultation.now, in: db)
                }
            }

            #expect(states == [.withdrawn, .amended])
        }
    }

    @Test func `200,000 characters fit, one more does not, and nil returns have no words`() async throws {
        try await TestConsultation.with(.sqlite) { database, house in
            let places = try await database.write { db in
                try StatementPlace.list(try TestConsultation.opened(db, house), db)
            }
            let long = String(repeating: "ä", count: StatementForm.longestText)
            let fits = try TestStatement.form(long).validated(places, isFinal: true)
            var silent = TestStatement.form("Doch etwas.")
            silent.isNilReturn = true

            #expect(fits.text?.count == 200_000)
            #expect(throws: InvalidForm([.init("gesamt", "too-long", limit: 200_000)])) {
                try TestStatement.form(long + "ä").validated(places, isFinal: false)
            }
            #expect(throws: InvalidForm([.init("fehlanzeige", "nil-return-with-words")])) {
                try silent.validated(places, isFinal: true)
            }
            #expect(throws: InvalidForm([.init("gesamt", "statement-empty")])) {
                try TestStatement.form(nil).validated(places, isFinal: true)
            }
        }
    }
}
