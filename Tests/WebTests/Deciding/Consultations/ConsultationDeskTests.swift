// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Consultations set up and run in the browser.
@Suite struct ConsultationDeskTests {
    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(ConsultationDeskPage.self)
        try expectKnownTags(ConsultationFormPage.self)
        try expectKnownTags(ConsultationAtWorkPage.self)
    }

    @Test(arguments: TestPlace.engines)
    func `an office sets up a hearing, opens it and gives more time, and the public reads it`(
        _ engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await people.signedIn("buero@example.org")
            try await people.grant(.programmeOffice, to: "buero@example.org")
            let form = try await office.get("/arbeit/beteiligungen/neu")
            let made = try await office.submit(form, Self.typed, action: "/arbeit/beteiligungen/neu")
            let place = try #require(made.headers[.location])
            let planned = try await Browser(people.site).get(place.replacing("/arbeit", with: ""))
            let page = try await office.get(place)
            _ = try await office.submit(page, ["schritt": "oeffnen"], action: place + "/stand")
            let opened = try await office.get(place)
            _ = try await office.submit(
                opened, ["fuer": "Jugendrat Musterregion", "neues-ende": "2027-02-01", "begruendung": "Ferien"],
                action: place + "/frist")
            let extended = try await office.get(place)
            let reader = try await Browser(people.site).get(place.replacing("/arbeit", with: ""))

            #expect(made.status == 303)
            #expect(planned.status == 404)
            #expect(page.words.contains("Die Frist ist kürzer als 28 Tage"))
            #expect(extended.words.contains("Jugendrat Musterregion: bis 1. Februar 2027"))
            #expect(reader.status == 200)
            #expect(reader.words.contains("Anhörung zum Nachtbus"))
        }
    }

    private static let typed: KeyValuePairs<String, String> = [
        "titel": "Anhörung zum Nachtbus", "art": "association_hearing", "beginn": "2026-11-23", "ende": "2026-12-10",
        "aktenzeichen": "ZM-99/2026", "wer": "Verbände", "weg": "online", "verwendung": "Jeder Punkt wird beantwortet.",
        "vorschlag": "17", "eingeladen": "Jugendrat Musterregion",
    ]

    @Test func `what is missing comes back with everything that was typed`() async throws {
        try await PeopleSite.with { people in
            let office = try await people.signedIn("buero@example.org")
            try await people.grant(.programmeOffice, to: "buero@example.org")
            let form = try await office.get("/arbeit/beteiligungen/neu")
            let back = try await office.submit(
                form, ["titel": "Nur ein <b>Titel</b>", "art": "townhall"], action: "/arbeit/beteiligungen/neu")

            #expect(back.status == 422)
            #expect(back.text.contains("Nur ein &lt;b&gt;Titel&lt;/b&gt;"))
            #expect(back.words.contains("Bitte wählen Sie mindestens einen Vorschlag."))
        }
    }

    @Test func `who does not run consultations finds no way in`() async throws {
        try await PeopleSite.with { people in
            let somebody = try await people.signedIn("a@example.org")
            let answers = [
                try await somebody.get("/arbeit/beteiligungen"), try await somebody.get("/arbeit/beteiligungen/neu"),
                try await somebody.get("/arbeit/beteiligungen/13"),
                try await somebody.get("/arbeit/beteiligungen/13/bearbeiten"),
            ]
            #expect(answers.map(\.status) == [403, 403, 403, 403])
        }
    }
}
