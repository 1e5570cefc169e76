// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// `/arbeit/stellen`: offices with their people and responsibilities, and hand-overs.
@Suite struct OfficePageTests {
    private static let office = "/arbeit/stellen/mvu-bus-bahn"

    @Test(arguments: TestPlace.engines)
    func `the programme office enters somebody who is told, and lets them leave`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let browser = try await people.programmeOffice()
            let list = try await browser.get("/arbeit/stellen")
            let page = try await browser.get(Self.office)
            let wrong = try await browser.submit(
                page, ["email": "neu", "teil": "head", "bis": "2026-01-01"], action: Self.office + "/mitglieder")
            people.wait(1)
            let added = try await browser.submit(
                wrong, ["email": "neu@example.org", "teil": "head", "ab": "", "bis": ""],
                action: Self.office + "/mitglieder")
            let mail = try #require(try await people.mails().last)
            let filled = try await browser.get(Self.office)
            people.wait(1)
            let ended = try await browser.submit(filled, action: Self.office + "/mitglieder/ende")
            let empty = try await browser.get(Self.office)

            #expect(list.links.contains(Self.office))
            #expect(page.words.contains("Zu dieser Stelle gehört niemand"))
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("value=\"neu\""))
            #expect(wrong.words.contains("Das Ende liegt vor dem Anfang."))
            #expect(added.headers[.location] == Self.office)
            #expect(mail.recipient.text == "neu@example.org")
            #expect(mail.letter.text.contains("Stelle Referat Bus und Bahn: Leitung"))
            #expect(filled.words.contains("Leitung ·"))
            #expect(ended.headers[.location] == Self.office)
            #expect(empty.words.contains("Zu dieser Stelle gehört niemand"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `what moves is shown before, and moves`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let browser = try await people.programmeOffice()
            let page = try await browser.get(Self.office + "/uebergabe")
            let wrong = try await browser.submit(
                page, ["stelle": "mvu-rad", "tag": "2020-01-01", "grund": "Auflösung"],
                action: Self.office + "/uebergabe")
            let done = try await browser.submit(
                wrong, ["stelle": "mvu-rad", "tag": "2026-11-23", "grund": "Auflösung"],
                action: Self.office + "/uebergabe")
            let twice = try await browser.submit(
                wrong, ["stelle": "mvu-rad", "tag": "2026-11-23", "grund": "Auflösung"],
                action: Self.office + "/uebergabe")
            let after = try await browser.get(Self.office)
            let owed = try await Browser(people.site).get("/pflichten?stelle=mvu-rad")
            let left = try await browser.get(Self.office + "/uebergabe")

            #expect(page.words.contains("5 offene Pflichten"))
            #expect(wrong.status == 422)
            #expect(wrong.words.contains("Dieser Tag ist schon vorbei."))
            #expect(wrong.text.contains("Auflösung"))
            #expect(done.headers[.location] == Self.office)
            #expect(twice.headers[.location] == Self.office)
            #expect(after.words.contains("hat von Referat Bus und Bahn übernommen Auflösung"))
            #expect(owed.words.contains("fällig am 20. Januar 2027"))
            #expect(left.words.contains("Diese Stelle schuldet zurzeit nichts."))
        }
    }

    @Test func `a hand-over that lies ahead is called off, and one that is due happens by itself`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.programmeOffice()
            for _ in 0..<2 {
                let page = try await browser.get(Self.office + "/uebergabe")
                _ = try await browser.submit(
                    page, ["stelle": "mvu-rad", "tag": "2026-11-24", "grund": "Auflösung"],
                    action: Self.office + "/uebergabe")
                let planned = try await browser.get(Self.office + "/uebergabe")
                #expect(planned.words.contains("übernimmt am 24. November 2026"))
                _ = try await browser.submit(planned, action: Self.office + "/uebergabe/absage")
                let free = try await browser.get(Self.office + "/uebergabe")
                #expect(!free.words.contains("übernimmt am"))
            }
            let page = try await browser.get(Self.office + "/uebergabe")
            _ = try await browser.submit(
                page, ["stelle": "mvu-rad", "tag": "2026-11-24", "grund": "Auflösung"],
                action: Self.office + "/uebergabe")
            try await people.site.followHandOvers()
            let before = try await browser.get(Self.office + "/uebergabe")
            people.wait(24 * 60 * 60)
            try await people.site.followHandOvers()
            try await people.site.followHandOvers()
            let moved = try await people.site.database.read { db in
                try db.value("SELECT COUNT(*) FROM office_handover WHERE done_at IS NOT NULL", as: Int64.self)
            }

            #expect(before.words.contains("5 offene Pflichten"))
            #expect(moved == 1)
        }
    }

    @Test func `others are refused, guests sign in, and what is not there is not found`() async throws {
        try await PeopleSite.with { people in
            let person = try await people.signedIn("b@example.org")
            let browser = try await people.programmeOffice()
            let refused = try await person.get("/arbeit/stellen")
            let also = try await person.get(Self.office + "/uebergabe")
            let guest = try await Browser(people.site).get("/arbeit/stellen")
            let missing = try await browser.get("/arbeit/stellen/gibt-es-nicht")

            #expect(refused.status == 403)
            #expect(also.status == 403)
            #expect(guest.status == 303)
            #expect(missing.status == 404)
        }
    }

    @Test func `a new office stands in the list`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.programmeOffice()
            let page = try await browser.get("/arbeit/stellen")
            let wrong = try await browser.submit(page, ["name": " ", "ressort": "MVU"], action: "/arbeit/stellen")
            let made = try await browser.submit(
                wrong, ["name": "Referat Fähren", "ressort": "MVU"], action: "/arbeit/stellen")
            let list = try await browser.get("/arbeit/stellen")

            #expect(wrong.status == 422)
            #expect(made.status == 303)
            #expect(list.words.contains("Referat Fähren"))
        }
    }

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(OfficeListPage.self)
        try expectKnownTags(OfficePage.self)
        try expectKnownTags(HandOverPage.self)
    }
}

extension PeopleSite {
    fileprivate func programmeOffice() async throws -> Browser {
        let browser = try await signedIn("buero@example.org")
        try await grant(.programmeOffice, to: "buero@example.org")
        return browser
    }
}
