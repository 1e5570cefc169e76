// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Goals, indicators and lists of values in the browser of the programme office.
@Suite struct GoalDeskTests {
    private func office(_ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("office@example.org")
        try await people.grant(.programmeOffice, to: "office@example.org")
        return browser
    }

    @Test(arguments: TestPlace.engines)
    func `an indicator is made with its path, gets a value, and is drawn for everybody`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await office(people)
            let form = try await office.get("/arbeit/ziele/indikatoren/neu?ziel=rad")
            let faulty = try await office.submit(
                form, ["name": "Überdachte Stellplätze", "einheit": "Stück", "pfad": "bald"],
                action: "/arbeit/ziele/indikatoren/neu")
            let made = try await office.submit(
                faulty,
                [
                    "name": "Überdachte Stellplätze", "einheit": "Stück", "ziel": "rad", "region": "Musterregion",
                    "ausgangswert": "100", "zielwert": "500", "zieltag": "2028-12-31",
                    "pfad": "2026: 200\n2027: 350",
                ], action: "/arbeit/ziele/indikatoren/neu")
            let address = try #require(made.headers[.location])
            people.wait(2)
            let unmeasured = try await Browser(people.site).get("/ziele/indikatoren?messwert=ohne")
            let page = try await office.get(address)
            _ = try await office.submit(
                page, ["stichtag": "2024", "wert": "1.120", "wert-quelle": "Zählung"], action: address + "/messwerte")
            people.wait(2)
            let shown = try await Browser(people.site).get("/ziele/indikatoren")

            #expect(faulty.status == 422)
            #expect(faulty.text.contains("value=\"Überdachte Stellplätze\""))
            #expect(faulty.words.contains("Bitte schreiben Sie jedes Zwischenziel"))
            #expect(unmeasured.words.contains("Überdachte Stellplätze"))
            #expect(!unmeasured.words.contains("Menschen mit Stundentakt"))
            #expect(shown.words.contains("zuletzt 1.120 Stück (2024)"))
            #expect(shown.words.contains("Zwischenziel 350"))
            #expect(shown.text.contains("class=\"course-way\""))
        }
    }

    private static let list = """
        Indikator;Stichtag;Wert;Quelle
        radwege;2025-06-30;130,5;Amt
        Menschen mit Stundentakt vor der Tür;31.12.2025;64,1;Amt
        radwege;2025-12-31;141,2;Amt
        Raumfahrt;2025;5;Amt
        radwege;2031;5;Amt
        radwege;2024-06;viel;Amt
        radwege;2024-07;7;
        ;;;
        """

    private func upload(_ list: String, _ browser: Browser) async throws -> Answer {
        let page = try await browser.get("/arbeit/ziele/messwerte")
        let key = page.text.firstMatch(of: #/name="formular" value="([^"]*)"/#).map { String($0.1) } ?? ""
        let body =
            "--grenze\r\nContent-Disposition: form-data; name=\"formular\"\r\n\r\n\(key)\r\n"
            + "--grenze\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"werte.csv\"\r\n\r\n"
            + list + "\r\n--grenze--\r\n"
        return try await browser.send(
            .post, "/arbeit/ziele/messwerte", headers: [.contentType: "multipart/form-data; boundary=grenze"],
            bytes: Array(body.utf8))
    }

    /// What stands for two indicators, and how many rows their series have.
    private func values(_ people: PeopleSite) async throws -> [String] {
        try await people.site.database.read { db in
            let programme = try #require(try ProgrammeQueries.all(in: db).first)
            return try Indicator.list(in: programme.id, db).filter {
                ["radwege", "stundentakt-anteil"].contains($0.key)
            }.map { indicator in
                indicator.key + ": " + indicator.values.map { $0.value?.text ?? "?" }.joined(separator: " ")
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a list of values is looked at, recorded whole and taken back`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await office(people)
            let before = try await values(people)
            let address = try #require(try await upload(Self.list, office).headers[.location])
            let preview = try await office.get(address)
            let refused = try await office.submit(preview, [:], action: address + "/uebernahme")
            let mapped = try await office.submit(
                preview,
                [
                    "spalte-indikator": "0", "spalte-stichtag": "1", "spalte-wert": "2", "spalte-quelle": "3",
                    "wert-grund": "Neue Zählung.",
                ], action: address + "/zuordnung")
            let ready = try await office.get(try #require(mapped.headers[.location]))
            _ = try await office.submit(ready, ["auslassen": "ja"], action: address + "/uebernahme")
            let after = try await values(people)
            let done = try await office.get(address)
            _ = try await office.submit(done, [:], action: address + "/ruecknahme")

            #expect(preview.words.contains("Einen Indikator mit diesem Namen oder Schlüssel gibt es nicht."))
            #expect(preview.words.contains("Zu diesem Stichtag steht schon ein Wert."))
            #expect(preview.words.contains("Derselbe Wert zum 31. Dezember 2025 steht schon da."))
            #expect(refused.status == 422)
            #expect(after != before)
            #expect(after.contains { $0.hasPrefix("stundentakt-anteil") && $0.hasSuffix("64.1") })
            #expect(after.contains { $0.hasPrefix("radwege") && $0.contains(" 130.5 141.2") })
            #expect(try await values(people) == before)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `each gap is counted as often as its list is long`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))

        let goals = try await browser.get("/p/musterregion/ziele?auswahl=ohne-projekt")
        let projects = try await browser.get("/projekte?ziel=ohne")
        let figure = try await browser.get("/zahlen/projects-without-goal")

        #expect(goals.words.contains("Amtsgänge ohne weite Reise"))
        #expect(goals.words.contains("1 Ziel"))
        #expect(projects.words.contains("56 Projekte"))
        #expect(figure.words.contains("56"))
        #expect(figure.links.contains("/projekte?ziel=ohne"))
    }

    @Test(arguments: ["/ziele?auswahl=alles", "/ziele/indikatoren?messwert=viele", "/projekte?ziel=9999"])
    func `an unknown choice is no page`(target: String) async throws {
        #expect(try await Browser(try await Bundled.site()).get(target).status == 404)
    }

    @Test func `the desk of goals is not for others`() async throws {
        try await PeopleSite.with(.sqlite) { people in
            let citizen = try await people.signedIn("a@example.org")

            #expect(try await citizen.get("/arbeit/ziele").status == 403)
            #expect(try await citizen.get("/arbeit/ziele/indikatoren/radwege").status == 403)
            #expect(try await citizen.get("/arbeit/ziele/messwerte").status == 403)
        }
    }

    @Test func `the templates of goals use what their pages have`() throws {
        try expectKnownTags(GoalDeskPage.self)
        try expectKnownTags(GoalWritingPage.self)
        try expectKnownTags(IndicatorListPage.self)
        try expectKnownTags(MeasurementImportsPage.self)
        try expectKnownTags(MeasurementImportPage.self)
    }
}
