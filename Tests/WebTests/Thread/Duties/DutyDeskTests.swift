// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Participation
import Storage
import Testing

@testable import Web

/// `/arbeit/pflichten`, and what offices are written.
@Suite struct DutyDeskTests {
    @Test(arguments: TestPlace.engines)
    func `a deputy sees what the own office owes, and no other's`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let browser = try await people.signedIn("a@example.org")
            let refused = try await browser.get("/arbeit/pflichten")
            try await people.join("a@example.org", "mwf-fachkraefte", as: "deputy")
            let page = try await browser.get("/arbeit/pflichten")
            let work = try await browser.get("/arbeit")
            let overdue = try await browser.get("/arbeit/pflichten?stand=ueberfaellig&art=report")
            let wrong = try await browser.get("/arbeit/pflichten?stelle=mvu-rad")

            #expect(refused.status == 403)
            #expect(page.words.contains("3 Pflichten"))
            #expect(page.words.contains("2 Pflichten sind überfällig"))
            #expect(page.words.contains("Ihre Stellen: "))
            #expect(page.links.contains { $0.hasPrefix("/arbeit/ideen/") })
            #expect(!page.words.contains("Landbus"))
            #expect(work.links.contains("/arbeit/pflichten"))
            #expect(work.words.contains("2 überfällig"))
            #expect(overdue.words.contains("1 Pflicht "))
            #expect(wrong.status == 404)
        }
    }

    @Test func `the programme office sees what all offices owe, inside the house too`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.signedIn("a@example.org")
            try await people.grant(.programmeOffice, to: "a@example.org")
            let page = try await browser.get("/arbeit/pflichten")
            let one = try await browser.get("/arbeit/pflichten?stelle=sk-kabinett")
            let guest = try await Browser(people.site).get("/arbeit/pflichten")

            #expect(page.words.contains("Pflichten aller Stellen"))
            #expect(one.words.contains("innerhalb der Verwaltung"))
            #expect(guest.status == 303)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `an office is written what is overdue, with the place to do it`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            _ = try await people.signedIn("a@example.org")
            try await people.join("a@example.org", "mwf-fachkraefte", as: "head")
            try await people.site.remindOffices()
            try await people.site.remindOffices()
            let mails = try await people.site.database.read { db in
                try MailQueries.list(of: nil, ListPage(1, size: 200), in: db).rows.filter { $0.cause != "sign_in" }
            }
            let reminder = try #require(mails.first { $0.cause == "duty_reminder" })
            let week = try #require(mails.first { $0.cause == "office_summary" })

            #expect(mails.count == 2)
            #expect(reminder.letter.subject.hasPrefix("2 Pflichten sind überfällig"))
            #expect(reminder.letter.text.replacing("\u{A0}", with: " ").contains("Überfällig seit 11. August 2023"))
            #expect(reminder.letter.text.contains("http://127.0.0.1:8080/arbeit/ideen/"))
            #expect(reminder.stopLink == nil)
            #expect(week.letter.text.contains("3 Pflichten sind offen, davon 2 überfällig"))
        }
    }

    @Test func `the template uses what the page has`() throws {
        try expectKnownTags(DutyDeskPage.self)
    }
}

extension PeopleSite {
    /// Makes somebody a part of an office.
    fileprivate func join(_ email: String, _ office: String, as part: String) async throws {
        try await site.database.write { db in
            try db.execute(
                """
                INSERT INTO office_member (office_id, person_id, part, starts_on, ends_on)
                SELECT m.id, p.id, \(part), '2026-01-01', \(String?.none) FROM matter m, person p
                WHERE m.kind = 'office' AND m.key = \(office) AND p.email = \(email)
                """)
        }
    }
}
