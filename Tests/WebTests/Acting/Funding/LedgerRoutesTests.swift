// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

@Suite struct LedgerRoutesTests {
    private func office(_ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("office@example.org")
        try await people.grant(.programmeOffice, to: "office@example.org")
        return browser
    }

    /// What the ledger holds of a project, in cents.
    private func sum(_ project: Int64, _ kind: FundingKind, _ people: PeopleSite) async throws -> Int64 {
        try await people.site.database.read { db in
            let programme = try #require(try ProgrammeQueries.all(in: db).first?.id)
            let id = try #require(try LedgerProject.find(project, in: programme, db)?.id)
            return try FundingLine.list(of: id, db).filter { $0.kind == kind && $0.basis == .stateShare }
                .map(\.cents).reduce(0, +)
        }
    }

    private static let entry: KeyValuePairs = [
        "art": "paid", "grundlage": "state_share", "geldgeber": "land", "betrag": "1.000,01", "jahr": "2026",
        "datum": "2026-11-20", "mitteilung": "Die zweite Rate kommt im März.",
    ]

    @Test(arguments: TestPlace.engines)
    func `an entry is booked once, public at once, and taken back by a counter-entry with its reason`(
        engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await office(people)
            let before = try await sum(2, .paid, people)
            let form = try await office.get("/arbeit/mittel/projekte/2")
            let booked = try await office.submit(form, Self.entry, action: "/arbeit/mittel/projekte/2")
            _ = try await office.submit(form, Self.entry, action: "/arbeit/mittel/projekte/2")
            let after = try await sum(2, .paid, people)
            let seen = try await Browser(people.site).get("/mittel/projekte/2")
            let page = try await office.get("/arbeit/mittel/projekte/2")
            let link = try #require(page.text.firstMatch(of: #/href="([^"]*\?eintrag=[^"#]*)#gegenbuchung"/#)?.1)
            let asked = try await office.get(String(link))
            let silent = try await office.submit(asked, action: "/arbeit/mittel/projekte/2/gegenbuchung")
            let reversed = try await office.submit(
                asked, ["gegenbuchung-grund": "Doppelt erfasst"], action: "/arbeit/mittel/projekte/2/gegenbuchung")
            let back = try await sum(2, .paid, people)
            let again = try await office.submit(
                try await office.get("/arbeit/mittel/projekte/2"),
                ["gegenbuchung-grund": "Doppelt erfasst", "eintrag": "x"],
                action: "/arbeit/mittel/projekte/2")
            let report = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(booked.status == 303)
            #expect(after - before == 100_001)
            #expect(seen.words.contains("Die zweite Rate kommt im März."))
            #expect(seen.words.contains("Die Summen stimmen auf den Cent"))
            #expect(silent.status == 422)
            #expect(reversed.status == 303)
            #expect(back == before)
            #expect(again.status == 422)
            #expect(report.faults == [])
        }
    }

    @Test func `what must not be booked is refused with its reason and stays typed`() async throws {
        try await PeopleSite.with { people in
            let office = try await office(people)
            func tried(_ project: Int, _ typed: KeyValuePairs<String, String>) async throws -> Answer {
                let address = "/arbeit/mittel/projekte/\(project)"
                return try await office.submit(try await office.get(address), typed, action: address)
            }
            func entry(_ amount: String, year: String = "2026", reason: String = "") -> KeyValuePairs<String, String> {
                [
                    "art": "paid", "grundlage": "state_share", "geldgeber": "land", "betrag": amount, "jahr": year,
                    "datum": "2026-11-20", "grund": reason,
                ]
            }
            let negative = try await tried(2, entry("-5"))
            let precise = try await tried(2, entry("5,001"))
            let over = try await tried(2, entry("900.000"))
            let overWithReason = try await tried(2, entry("900.000", reason: "Nachbewilligung folgt"))
            let ended = try await tried(11, entry("1"))
            let desk = try await office.get("/arbeit/mittel")
            _ = try await office.submit(desk, ["jahr": "2025"], action: "/arbeit/mittel/jahre")
            let closed = try await tried(2, entry("1", year: "2025"))

            #expect(negative.words.contains("Der Betrag ist negativ"))
            #expect(negative.text.contains("value=\"-5\""))
            #expect(precise.words.contains("mehr als zwei Stellen"))
            #expect(over.words.contains("mehr ausgezahlt als bewilligt"))
            #expect(overWithReason.status == 303)
            #expect(ended.words.contains("Dieses Projekt ist beendet. Bitte nennen Sie den Grund."))
            #expect(closed.words.contains("Dieses Haushaltsjahr ist abgeschlossen"))
            let statuses: [Int] = [negative, precise, over, ended, closed].map(\.status)
            #expect(statuses == [422, 422, 422, 422, 422])
        }
    }

    @Test func `nobody else keeps the ledger`() async throws {
        try await PeopleSite.with { people in
            let moderator = try await people.signedIn("mo@example.org")
            try await people.grant(.moderator, to: "mo@example.org")
            let addresses = ["/arbeit/mittel", "/arbeit/mittel/projekte/2", "/arbeit/mittel/listen"]
            for address in addresses {
                let answer = try await moderator.get(address)
                #expect(answer.status == 403)
            }
            let guest = try await Browser(people.site).get("/arbeit/mittel")
            #expect(guest.status != 200)
        }
    }
}

@Suite struct LedgerTemplateTests {
    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(LedgerDeskPage.self)
        try expectKnownTags(LedgerProjectPage.self)
        try expectKnownTags(FundingImportsPage.self)
        try expectKnownTags(FundingImportPage.self)
        try expectKnownTags(FundingAnswersPage.self)
        try expectKnownTags(FundingComparisonPage.self)
    }
}
