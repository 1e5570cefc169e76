// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Projects in the browser of those who run them.
@Suite struct ProjectWorkRoutesTests {
    /// Somebody with a role for a matter of Musterregion.
    private static func person(
        _ email: String, _ role: Role, for key: String?, in people: PeopleSite
    ) async throws -> Browser {
        let browser = try await people.signedIn(email)
        let now = people.now
        try await people.site.database.write { db in
            let address = try #require(EmailAddress(email))
            let person = try #require(try Person.find(email: address, in: db))
            let programme = try #require(try ProgrammeQueries.all(in: db).first)
            try GrantRole(role, to: person.id, in: programme.id, forMatter: key).runAsOperator(at: now, in: db)
        }
        return browser
    }

    private static let words: KeyValuePairs = [
        "erreicht": "GEHEIM-Alle Linien fahren", "naechstes": "GEHEIM-Haltestellen", "hindernis": "",
        "ampel": "light.green", "ampel-grund": "GEHEIM-Im Plan", "prognose": "", "stichtag": "2026-09-30",
        "tun": "vorlegen",
    ]

    @Test(arguments: TestPlace.engines)
    func `a lead reports in one form, the ministry releases, and only then the public reads it`(
        engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let lead = try await Self.person("lead@example.org", .projectLead, for: "landbus-aue", in: people)
            let officer = try await Self.person("ressort@example.org", .ministryOfficer, for: "MVU", in: people)
            let form = try await lead.get("/arbeit/projekte/1/bericht")
            let sent = try await lead.submit(form, Self.words, action: "/arbeit/projekte/1/bericht")
            people.wait(2)
            let guest = Browser(people.site)
            var hidden: [Answer] = []
            for path in [
                "/projekte/1", "/projekte", "/suche?q=GEHEIM", "/berichte.json", "/projekte.json", "/protokoll",
            ] {
                hidden.append(try await guest.get(path))
            }
            let waiting = try await officer.get("/arbeit/projekte?auswahl=freigabe")
            let reading = try await officer.get("/arbeit/projekte/1/bericht")
            let released = try await officer.submit(
                reading,
                [
                    "erreicht": "GEHEIM-Alle Linien fahren", "naechstes": "GEHEIM-Haltestellen",
                    "ampel": "light.green", "ampel-grund": "GEHEIM-Im Plan", "stichtag": "2026-09-30",
                    "tun": "freigeben",
                ], action: "/arbeit/projekte/1/bericht")
            people.wait(2)
            let show = try await guest.get("/projekte/1")

            #expect(form.status == 200)
            #expect(sent.status == 303)
            #expect(hidden.allSatisfy { !$0.text.contains("GEHEIM-") })
            #expect(waiting.words.contains("Landbus Aue"))
            #expect(reading.text.contains("GEHEIM-Haltestellen"))
            #expect(released.headers[.location] == "/projekte/1#berichte")
            #expect(show.words.contains("GEHEIM-Alle Linien fahren"))
            #expect(show.words.contains("GEHEIM-Im Plan"))
        }
    }

    @Test func `what was typed comes back with what is missing, and with what somebody else wrote`() async throws {
        try await PeopleSite.with { people in
            let lead = try await Self.person("lead@example.org", .projectLead, for: "landbus-aue", in: people)
            let officer = try await Self.person("ressort@example.org", .ministryOfficer, for: "MVU", in: people)
            let path = "/arbeit/projekte/1/bericht"
            let (one, two) = (try await lead.get(path), try await officer.get(path))
            let bad = try await lead.submit(
                one, ["erreicht": "Meine Worte", "stichtag": "2026-09-30", "tun": "vorlegen"], action: path)
            _ = try await lead.submit(
                bad, ["erreicht": "Meine Worte", "stichtag": "2026-09-30", "tun": "speichern"], action: path)
            let conflict = try await officer.submit(
                two, ["erreicht": "Andere Worte", "stichtag": "2026-09-30", "tun": "speichern"], action: path)
            let after = try await officer.submit(
                conflict, ["erreicht": "Unsere Worte", "stichtag": "2026-09-30", "tun": "speichern"], action: path)
            let final = try await lead.get(path)

            #expect(bad.status == 422)
            #expect(bad.text.contains("Meine Worte"))
            #expect(bad.words.contains("Bitte nennen Sie den Grund in einem Satz."))
            #expect(conflict.status == 409)
            #expect(conflict.text.contains("Meine Worte"))
            #expect(conflict.text.contains("Andere Worte"))
            #expect(after.status == 303)
            #expect(final.text.contains("Unsere Worte"))
        }
    }

    @Test func `who may not is told why, and what is not there is not found`() async throws {
        try await PeopleSite.with { people in
            let stranger = try await Self.person("fremd@example.org", .ministryOfficer, for: "MBK", in: people)
            let lead = try await Self.person("lead@example.org", .projectLead, for: "landbus-aue", in: people)
            let moderator = try await Self.person("mo@example.org", .moderator, for: nil, in: people)
            let refused = [
                try await stranger.get("/arbeit/projekte/1"), try await stranger.get("/arbeit/projekte/1/bericht"),
                try await lead.get("/arbeit/projekte/1/bearbeiten"), try await lead.get("/arbeit/projekte/neu"),
                try await moderator.get("/arbeit/projekte"),
            ]
            let missing = try await lead.get("/arbeit/projekte/4711")
            let none = try await lead.get("/arbeit/projekte/1/meilensteine/99")

            #expect(refused.map(\.status) == refused.map { _ in 403 })
            #expect(refused[0].words.contains("Dieses Projekt führt ein anderes Ressort."))
            #expect(missing.status == 404)
            #expect(none.status == 404)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a state programme says on what it rests and how the share of the region was computed`(
        engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let officer = try await Self.person("ressort@example.org", .ministryOfficer, for: "MVU", in: people)
            let begin = "/arbeit/projekte/neu"
            let form = try await officer.get(begin)
            let elsewhere = try await officer.submit(
                form, Self.stateProgramme(pillar: "partner", total: "", share: "", method: ""), action: begin)
            let tooMuch = try await officer.submit(
                elsewhere, Self.stateProgramme(total: "1.000.000", share: "1.000.000,01"), action: begin)
            let made = try await officer.submit(
                tooMuch, Self.stateProgramme(total: "1.000.000", share: "0"), action: begin)
            let place = try #require(made.headers[.location])
            let change = try await officer.get(place + "/bearbeiten")
            let changed = try await officer.submit(
                change, Self.stateProgramme(pillar: "", total: "1000000", share: "250.000,50"),
                action: place + "/bearbeiten")
            let register = try await officer.get("/landesprogramme")
            let table = try await officer.get("/landesprogramme.csv")

            #expect([elsewhere, tooMuch].map(\.status) == [422, 422])
            #expect(elsewhere.words.contains("Das gehört nur zu Landesprogrammen."))
            #expect(tooMuch.words.contains("Der Anteil ist größer als das Gesamtvolumen."))
            #expect(change.text.contains("name=\"regionsanteil\""))
            #expect(changed.status == 303)
            #expect(register.words.contains("Radhäuser Radgesetz, § 4 1.000.000"))
            #expect(register.words.contains("250.000,50"))
            #expect(table.text.contains("\"Radgesetz, § 4\";100000000;25000050;Anträge aus der Region"))
        }
    }

    private static func stateProgramme(
        pillar: String = "landesprogramm", total: String, share: String, method: String = "Anträge aus der Region"
    ) -> KeyValuePairs<String, String> {
        [
            "titel": "Radhäuser", "beschreibung": "Das Land fördert Radhäuser.", "saeule": pillar, "ressort": "MVU",
            "region": "ja", "rhythmus": "12", "rechtsgrundlage": "Radgesetz, § 4", "gesamtvolumen": total,
            "regionsanteil": share, "rechenweg": method,
        ]
    }

    @Test func `a project is begun, changed, moved and ended in the browser`() async throws {
        try await PeopleSite.with { people in
            let officer = try await Self.person("ressort@example.org", .ministryOfficer, for: "MVU", in: people)
            let form = try await officer.get("/arbeit/projekte/neu")
            let bad = try await officer.submit(form, ["titel": "Nachtbus"], action: "/arbeit/projekte/neu")
            let made = try await officer.submit(
                bad,
                [
                    "titel": "Nachtbus", "beschreibung": "Ein Bus fährt nachts.", "saeule": "partner",
                    "ressort": "MVU", "stelle": "mvu-bus-bahn", "region": "ja", "rhythmus": "3",
                ], action: "/arbeit/projekte/neu")
            let place = try #require(made.headers[.location])
            let milestone = try await officer.submit(
                try await officer.get("\(place)/meilensteine/neu"),
                ["meilenstein": "Erste Fahrt", "geplant": "2027-03", "stand": "milestone.planned"],
                action: "\(place)/meilensteine/neu")
            let ended = try await officer.submit(
                try await officer.get(place),
                [
                    "stand": "project.discontinued", "tag": "2026-11-23", "grund": "Kein Fahrer.",
                    "lehren": "Fahrer zuerst.",
                ], action: "\(place)/stand")
            people.wait(2)
            let show = try await Browser(people.site).get(place.replacing("/arbeit", with: ""))

            #expect(bad.status == 422)
            #expect(bad.text.contains("value=\"Nachtbus\""))
            #expect(milestone.status == 303)
            #expect(ended.status == 303)
            #expect(show.words.contains("Kein Fahrer."))
            #expect(show.words.contains("Fahrer zuerst."))
            #expect(show.words.contains("Erste Fahrt"))
        }
    }

    @Test func `a project can be framed, and sets no cookie`() async throws {
        let answer = try await Browser(try await Bundled.site()).get("/projekte/1/karte")
        let policy = try #require(HTTPField.Name("Content-Security-Policy"))
        let page = try await Browser(try await Bundled.site()).get("/projekte/1")

        #expect(answer.status == 200)
        #expect(answer.headers[policy]?.contains("frame-ancestors *") == true)
        #expect(answer.headers[.setCookie] == nil)
        #expect(!answer.text.contains("<script"))
        #expect(page.headers[policy]?.contains("frame-ancestors 'none'") == true)
    }

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(ProjectWorkListPage.self)
        try expectKnownTags(ProjectFormPage.self)
        try expectKnownTags(ProjectAtWorkPage.self)
        try expectKnownTags(MilestonePage.self)
        try expectKnownTags(ReportFormPage.self)
        try expectKnownTags(ProjectCardPage.self)
    }
}
