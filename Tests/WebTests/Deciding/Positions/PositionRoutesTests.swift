// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Positions of municipalities in the browser, on the conference about drinking water.
@Suite struct PositionRoutesTests {
    private static let desk = "/arbeit/beteiligungen/10/positionen"

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(PositionDeskPage.self)
        try expectKnownTags(PositionPage.self)
    }

    @Test(arguments: TestPlace.engines)
    func `positions are written down one after the other and stay inside until the answers are out`(
        _ engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await people.signedIn("buero@example.org")
            try await people.grant(.programmeOffice, to: "buero@example.org")
            let page = try await office.get(Self.desk)
            let faulty = try await office.submit(
                page, ["vorschlag": "17", "kommune": "Stadt Neuenfeld", "haltung": "rejection"], action: Self.desk)
            let saved = try await office.submit(
                page,
                [
                    "vorschlag": "17", "kommune": "Stadt Musterhausen", "haltung": "support_with_changes",
                    "text": "Geheimposition mit Pumpwerk", "einwilligung": "ja",
                ], action: Self.desk)
            let next = try await office.get(saved.headers[.location]?.prefix { $0 != "#" }.description ?? "")
            let synopsis = try await office.get("/arbeit/beteiligungen/10/synopse")
            let reader = Browser(people.site)
            let published = try await reader.get("/beteiligungen/10/positionen")
            let consultation = try await reader.get("/beteiligungen/10")
            let other = try await office.get("/arbeit/beteiligungen/11/positionen")
            let guest = try await reader.get(Self.desk)

            #expect(page.status == 200)
            #expect(faulty.status == 422)
            #expect(faulty.words.contains("Bitte schreiben Sie auf, was die Kommune anders will."))
            #expect(saved.status == 303)
            #expect(next.words.contains("Geheimposition mit Pumpwerk"))
            #expect(next.text.contains("<option value=\"Stadt Beispielstadt\" selected>"))
            #expect(synopsis.words.contains("Geheimposition mit Pumpwerk"))
            #expect(published.status == 200)
            #expect(!published.text.contains("Geheimposition"))
            #expect(published.words.contains("werden mit den Antworten veröffentlicht"))
            #expect(!consultation.text.contains("Geheimposition"))
            #expect(other.status == 404)
            #expect(guest.status == 303)
        }
    }
}
