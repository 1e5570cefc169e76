// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

@Suite struct ImportRoutesTests {
    private func office(_ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("office@example.org")
        try await people.grant(.programmeOffice, to: "office@example.org")
        return browser
    }

    /// Chooses a file in the form of the page and sends it.
    private func upload(_ bytes: [UInt8], name: String = "ideen.csv", _ browser: Browser) async throws -> Answer {
        let page = try await browser.get("/arbeit/einlesen")
        let key = page.text.firstMatch(of: #/name="formular" value="([^"]*)"/#).map { String($0.1) } ?? ""
        let head =
            "--grenze\r\nContent-Disposition: form-data; name=\"formular\"\r\n\r\n\(key)\r\n"
            + "--grenze\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"\(name)\"\r\n\r\n"
        let body = Array(head.utf8) + bytes + Array("\r\n--grenze--\r\n".utf8)
        return try await browser.send(
            .post, "/arbeit/einlesen", headers: [.contentType: "multipart/form-data; boundary=grenze"], bytes: body)
    }

    private static let table = """
        Titel;Beschreibung;Themenforum;Ort;Datum
        Mehr Bänke;Im Park fehlen Bänke.;5;Wiesenau;20.11.2026
        Licht am Weg;=SUMME(A1) ist nur Text;Gesundheit und Pflege;;2026-11-19
        Mehr Bänke;Im Park fehlen Bänke.;5;;
        Falsch;Ohne Forum;Raumfahrt;;31.02.2026
        ;Ein Text ohne Titel, der trotzdem zählt.;;;
        """

    private func ideas(_ people: PeopleSite) async throws -> Int64 {
        try await people.site.database.read { db in
            try db.value("SELECT COUNT(*) FROM public_matter WHERE kind = 'idea'") ?? 0
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a table is looked at, taken over whole and taken back whole`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await office(people)
            let before = try await ideas(people)
            let sent = try await upload(Array(Self.table.utf8), office)
            let address = sent.headers[.location] ?? ""
            let preview = try await office.get(address)
            let untouched = try await ideas(people)
            let refused = try await office.submit(preview, action: address + "/uebernahme")
            let done = try await office.submit(preview, ["auslassen": "ja"], action: address + "/uebernahme")
            let after = try await ideas(people)
            let again = try await upload(Array(Self.table.utf8), office)
            let doubles = try await office.get(again.headers[.location] ?? "")
            let undone = try await office.submit(try await office.get(address), action: address + "/ruecknahme")
            let back = try await ideas(people)
            let report = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(preview.words.contains("3 Ideen übernehmen"))
            #expect(preview.words.contains("=SUMME(A1) ist nur Text"))
            #expect(preview.words.contains("Diese Auswahl gibt es nicht"))
            #expect(preview.words.contains("steht schon weiter oben"))
            #expect(refused.status == 422)
            #expect(done.status == 303)
            #expect([untouched, after, back] == [before, before + 3, before])
            #expect(doubles.words.contains("schon vorhanden oder doppelt 4"))
            #expect(undone.status == 303)
            #expect(report.faults == [])
        }
    }

    @Test func `what somebody works with is not taken back`() async throws {
        try await PeopleSite.with { people in
            let office = try await office(people)
            let sent = try await upload(Array("Text\nEine Idee aus der Tabelle\n".utf8), office)
            let address = sent.headers[.location] ?? ""
            _ = try await office.submit(try await office.get(address), action: address + "/uebernahme")
            let number: Int64? = try await people.site.database.read { db in
                try db.value("SELECT MAX(number) FROM matter WHERE kind = 'idea'")
            }
            let work = "/arbeit/ideen/\(number ?? 0)"
            _ = try await office.submit(try await office.get(work), action: work + "/pruefung")
            let undone = try await office.submit(try await office.get(address), action: address + "/ruecknahme")

            #expect(undone.status == 403)
            #expect(undone.words.contains("wurde schon gearbeitet"))
        }
    }

    @Test func `a table from Windows is read, and one that is none is refused with its line`() async throws {
        try await PeopleSite.with { people in
            let office = try await office(people)
            let windows = try await upload([84, 101, 120, 116, 10, 66, 228, 110, 107, 101, 10], office)
            let preview = try await office.get(windows.headers[.location] ?? "")
            let broken = try await upload(Array("Titel;Text\n\"offen;nie zu\n".utf8), office)
            let narrow = try await upload(Array("Titel;Text\nnur eine\n".utf8), office)
            let empty = try await upload([], office)
            let none = try await upload([], name: "", office)
            let wide = try await upload([0xFF, 0xFE, 0x54, 0x00], office)
            let headless = try await upload(Array("Titel;Text\n".utf8), office)
            let sheet = try await upload(Array("PK\u{3}\u{4}\u{0}\u{0}".utf8), office)

            #expect(preview.words.contains("Bänke"))
            let statuses: [Int] = [broken, narrow, empty, none, wide, headless, sheet].map(\.status)
            #expect(statuses == Array(repeating: 422, count: 7))
            #expect(narrow.words.contains("Zeile 2"))
        }
    }

    @Test func `columns are given another meaning, each one at most`() async throws {
        try await PeopleSite.with { people in
            let office = try await office(people)
            let sent = try await upload(Array("A;B\nBänke;Im Park fehlen sie.\n".utf8), office)
            let address = sent.headers[.location] ?? ""
            let first = try await office.get(address)
            let without = try await office.submit(
                first, ["spalte-titel": "0", "weg": "hall", "datum": "2026-11-20"], action: address + "/zuordnung")
            let twice = try await office.submit(
                first, ["spalte-titel": "1", "spalte-text": "1", "weg": "hall", "datum": "2026-11-20"],
                action: address + "/zuordnung")
            let mapped = try await office.submit(
                first, ["spalte-titel": "0", "spalte-text": "1", "weg": "hall", "datum": "2026-11-20"],
                action: address + "/zuordnung")
            let second = try await office.get(mapped.headers[.location] ?? "")

            #expect(!first.words.contains("1 Idee übernehmen"))
            let statuses: [Int] = [without.status, twice.status, mapped.status]
            #expect(statuses == [422, 422, 303])
            #expect(second.words.contains("1 Idee übernehmen"))
        }
    }

    @Test func `nobody else makes the server read a table`() async throws {
        try await PeopleSite.with { people in
            let lead = try await people.signedIn("mo@example.org")
            try await people.grant(.moderator, to: "mo@example.org")
            let seen = try await lead.get("/arbeit/einlesen")
            let sent = try await upload(Array("Text\nx\n".utf8), lead)

            #expect(seen.status == 403)
            #expect(sent.status == 403)
        }
    }

    /// The contributions of a real dialogue, saved by an old spreadsheet: `DREIKLANG_SHARED` names where they lie.
    @Test func `the contributions of the cycling dialogue come in`() async throws {
        guard let shared = ProcessInfo.processInfo.environment["DREIKLANG_SHARED"] else {
            try Test.cancel("DREIKLANG_SHARED names no folder")
        }
        let path = "data/cimt-raddialog-bonn-moers/bonn_contributions_windows1252.csv"
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: shared).appending(path: path)))
        try await PeopleSite.with { people in
            let office = try await office(people)
            let before = try await ideas(people)
            let started = ContinuousClock.now
            let sent = try await upload(bytes, office)
            let address = sent.headers[.location] ?? ""
            let preview = try await office.get(address)
            let looked = ContinuousClock.now
            let done = try await office.submit(preview, ["auslassen": "ja"], action: address + "/uebernahme")
            let ended = ContinuousClock.now
            let after = try await ideas(people)
            print("looked at in \(looked - started), taken over in \(ended - looked), \(after - before) ideas")

            #expect(done.status == 303)
            #expect(after - before > 2_000)
            #expect(preview.words.contains("Fahrradstraßen in der Innenstadt"))
        }
    }
}

@Suite struct ImportTemplateTests {
    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(ImportListPage.self)
        try expectKnownTags(ImportPage.self)
    }
}
