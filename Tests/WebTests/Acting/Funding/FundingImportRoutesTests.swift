// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Interchange
import Participation
import Storage
import Testing

@testable import Web

@Suite struct FundingImportRoutesTests {
    private func office(_ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("office@example.org")
        try await people.grant(.programmeOffice, to: "office@example.org")
        return browser
    }

    private func upload(_ bytes: [UInt8], name: String, _ browser: Browser) async throws -> Answer {
        let page = try await browser.get("/arbeit/mittel/listen")
        let key = page.text.firstMatch(of: #/name="formular" value="([^"]*)"/#).map { String($0.1) } ?? ""
        let head =
            "--grenze\r\nContent-Disposition: form-data; name=\"formular\"\r\n\r\n\(key)\r\n"
            + "--grenze\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"\(name)\"\r\n\r\n"
        let body = Array(head.utf8) + bytes + Array("\r\n--grenze--\r\n".utf8)
        return try await browser.send(
            .post, "/arbeit/mittel/listen", headers: [.contentType: "multipart/form-data; boundary=grenze"], bytes: body
        )
    }

    /// All that stands in the ledger, in cents, and how many entries there are.
    private func ledger(_ people: PeopleSite) async throws -> [Int64] {
        try await people.site.database.read { db in
            let row = try db.row("SELECT CAST(SUM(amount_cents) AS BIGINT) AS cents, COUNT(*) AS entries FROM funding")
            return [try row?.get("cents") ?? 0, try row?.get("entries") ?? 0]
        }
    }

    private static let list = """
        Projekt;Haushaltsjahr;Buchungsdatum;Betrag in EUR;Titel
        Nr. 2;2026;20.11.2026;1.234,56;0902 68301
        Radnetz Aue;2026;20.11.2026;100.000;
        Zwischensumme;;;101.234,56;
        2;2026;20.11.2026;1.234,56;0902 68301
        Raumstation;2026;20.11.2026;5,00;
        6;2026;31.02.2026;5,00;
        6;2026;20.11.2026;-7,00;
        6;2026;20.11.2026;abc;
        ;;;;
        Gesamtsumme;;;102.472,12;
        """

    @Test(arguments: TestPlace.engines)
    func `a name that nobody knows is assigned to a project, for all rows, and kept when columns are mapped anew`(
        engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await office(people)
            let sent = try await upload(Array(Self.list.utf8), name: "ist.csv", office)
            let address = try #require(sent.headers[.location])
            let preview = try await office.get(address)
            let wrong = try await office.submit(preview, ["projekt-0": "999"], action: address + "/projekte")
            let assigned = try await office.submit(preview, ["projekt-0": "6"], action: address + "/projekte")
            let known = try await office.get(address)
            let columns: KeyValuePairs = [
                "spalte-projekt": "0", "spalte-jahr": "1", "spalte-datum": "2", "spalte-betrag": "3", "art": "paid",
                "grundlage": "state_share", "geldgeber": "land", "datum": "2026-11-20",
            ]
            let mapped = try await office.submit(known, columns, action: address + "/zuordnung")
            let again = try await office.get(address)
            let taken = try await office.submit(again, ["projekt-0": ""], action: address + "/projekte")
            let back = try await office.get(address)

            #expect(preview.words.contains("„Raumstation“ (1 Zeile)"))
            #expect(wrong.status == 422)
            #expect(wrong.words.contains("Dieses Projekt gibt es im Programm nicht"))
            #expect(assigned.status == 303)
            #expect(mapped.status == 303)
            #expect(taken.status == 303)
            #expect(known.words.contains("3 Zeilen buchen"))
            #expect(again.words.contains("3 Zeilen buchen"))
            #expect(again.text.contains("<option value=\"6\" selected"))
            #expect(back.words.contains("2 Zeilen buchen"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a list is reckoned up, booked whole and taken back to the cent`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await office(people)
            let before = try await ledger(people)
            let sent = try await upload(Array(Self.list.utf8), name: "ist.csv", office)
            let address = try #require(sent.headers[.location])
            let preview = try await office.get(address)
            let untouched = try await ledger(people)
            let refused = try await office.submit(preview, action: address + "/buchung")
            let done = try await office.submit(preview, ["auslassen": "ja"], action: address + "/buchung")
            let after = try await ledger(people)
            let booked = try await office.get(address)
            let again = try await upload(Array(Self.list.utf8), name: "ist.csv", office)
            let doubles = try await office.get(try #require(again.headers[.location]))
            let undone = try await office.submit(booked, action: address + "/ruecknahme")
            let back = try await ledger(people)
            let report = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(preview.words.contains("2 Zeilen buchen"))
            #expect(preview.words.contains("Summe in Zeile 4: stimmt 101.234,56"))
            #expect(preview.words.contains("Summe in Zeile 11: stimmt 102.472,12"))
            #expect(preview.words.contains("Unterschied 0,00"))
            #expect(preview.words.contains("1 Betrag lässt sich nicht lesen"))
            #expect(preview.words.contains("Dieses Projekt gibt es im Programm nicht"))
            #expect(preview.words.contains("Der Betrag ist negativ"))
            #expect(refused.status == 422)
            #expect(done.status == 303)
            #expect(untouched == before)
            #expect(after == [before[0] + 10_123_456, before[1] + 2])
            #expect(booked.words.contains("101.234,56"))
            #expect(doubles.words.contains("schon gebucht oder doppelt 3"))
            #expect(undone.status == 303)
            #expect(back == [before[0], before[1] + 4])
            #expect(report.faults == [])
        }
    }

    @Test func `a list of Excel is read, and a wrong subtotal is told`() async throws {
        try await PeopleSite.with { people in
            let office = try await office(people)
            let sheet = """
                <worksheet><sheetData><row r="1"><c t="str"><v>Projekt</v></c><c t="str"><v>Betrag</v></c></row>
                <row r="2"><c><v>2</v></c><c><v>1234.5599999999999</v></c></row>
                <row r="3"><c t="str"><v>Summe</v></c><c><v>1234.57</v></c></row></sheetData></worksheet>
                """
            let sent = try await upload(try Self.workbook(sheet), name: "ist.xlsx", office)
            let preview = try await office.get(try #require(sent.headers[.location]))
            let broken = try await upload(Array("PK\u{3}\u{4}\u{0}\u{0}".utf8), name: "ist.xlsx", office)

            #expect(preview.words.contains("1 Zeile buchen"))
            #expect(preview.words.contains("Summe in Zeile 3: gezählt sind 1.234,56"))
            #expect(preview.words.contains("Die Summen stimmen noch nicht"))
            #expect(broken.status == 422)
            #expect(broken.words.contains("Excel-Datei lässt sich nicht lesen"))
        }
    }

    private static func workbook(_ sheet: String) throws -> [UInt8] {
        let parts = [
            ("[Content_Types].xml", "<Types/>"),
            ("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>"),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Target=\"/xl/worksheets/sheet1.xml\"/></Relationships>"
            ), ("xl/worksheets/sheet1.xml", sheet),
        ]
        return try PackageFiles(parts.map { PackageFiles.File(name: $0.0, bytes: Array($0.1.utf8)) }).zipped()
    }

    @Test func `columns that changed are mapped anew, and a reason lets exceptions through`() async throws {
        try await PeopleSite.with { people in
            let office = try await office(people)
            let list = "Was;Wie viel\n11;5,00\n2;900.000\n"
            let sent = try await upload(Array(list.utf8), name: "neu.csv", office)
            let address = try #require(sent.headers[.location])
            let first = try await office.get(address)
            let common: [(String, String)] = [
                ("spalte-projekt", "0"), ("spalte-betrag", "1"), ("art", "paid"), ("grundlage", "state_share"),
                ("geldgeber", "land"), ("jahr", "2026"), ("datum", "2026-11-20"),
            ]
            func mapped(_ more: [(String, String)]) async throws -> Answer {
                let key = first.text.firstMatch(of: #/name="formular" value="([^"]*)"/#).map { String($0.1) } ?? ""
                let body = QueryText.joined([("formular", key + "")] + common + more).dropFirst()
                return try await office.send(
                    .post, address + "/zuordnung", headers: [.contentType: "application/x-www-form-urlencoded"],
                    body: String(body))
            }
            let without = try await office.submit(first, ["datum": "2026-11-20"], action: address + "/zuordnung")
            let done = try await mapped([("grund", "Schlussrechnung")])
            let second = try await office.get(address)

            #expect(without.status == 422)
            #expect(without.words.contains("in welcher Spalte der Betrag steht"))
            #expect(done.status == 303)
            #expect(second.words.contains("2 Zeilen buchen"))
        }
    }
}
