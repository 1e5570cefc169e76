// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Papers and photos of a project, in the browser of the programme office and of everybody.
@Suite struct ProjectDocumentTests {
    private static let desk = "/arbeit/projekte/1/dokumente"

    private func office(_ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("office@example.org")
        try await people.grant(.programmeOffice, to: "office@example.org")
        return browser
    }

    @Test(arguments: TestPlace.engines)
    func `a photo needs words and rights, and stands on the project's page with both`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await office(people)
            let bare = try await office.submit(
                try await office.get(Self.desk), ["regel": "public"], files: [.picture], action: Self.desk)
            let field = try #require(
                bare.text.firstMatch(of: #/name="(anhang-beschreibung-[^"]+)"/#).map { String($0.1) })
            let missing = try await office.submit(
                bare, [field: "Eine Bank am Kanal", "regel": "public"], action: Self.desk)
            let sent = try await office.submit(
                missing, ["rechte": "Foto: Stadt Aue, CC BY 4.0", "regel": "public"], action: Self.desk)
            people.wait(2)
            let page = try await Browser(people.site).get("/projekte/1")

            #expect(bare.status == 422)
            #expect(bare.words.contains("was auf dem Bild zu sehen ist"))
            #expect(missing.status == 422)
            #expect(missing.words.contains("wer das Foto gemacht hat"))
            #expect(sent.status == 303)
            #expect(page.text.contains("alt=\"Eine Bank am Kanal\""))
            #expect(page.words.contains("Foto: Stadt Aue, CC BY 4.0"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `what is internal is given to those who run the project alone, until it is published`(
        engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await office(people)
            _ = try await office.submit(
                try await office.get(Self.desk), ["regel": "internal", "anhang-beschreibung": "GEHEIM-Vermerk"],
                files: [.paper], action: Self.desk)
            people.wait(2)
            let guest = Browser(people.site)
            let desk = try await office.get(Self.desk)
            let address = try #require(desk.links.first { $0.hasPrefix(Self.desk + "/") })
            let number = address.split(separator: "/").last.map(String.init) ?? ""
            let hidden = try await guest.get("/projekte/1")
            let file = try await guest.get("/dokumente/\(number)")
            let inside = try await office.get(address)
            let outside = try await guest.get(address)
            let step = try await office.submit(desk, ["schritt": "veroeffentlichen"], action: address)
            people.wait(2)
            let shown = try await guest.get("/projekte/1")
            let published = try await guest.get("/dokumente/\(number)")
            _ = try await office.submit(
                try await office.get(Self.desk), ["schritt": "entfernen"], action: address)
            people.wait(2)
            let gone = try await guest.get("/dokumente/\(number)")

            #expect(!hidden.text.contains("GEHEIM-Vermerk"))
            #expect(file.status == 404)
            #expect(inside.status == 200)
            #expect(outside.status != 200)
            #expect(step.status == 303)
            #expect(shown.words.contains("GEHEIM-Vermerk"))
            #expect(published.status == 200)
            #expect(gone.status == 404)
        }
    }

    @Test func `the template of documents uses what its page has`() throws {
        try expectKnownTags(ProjectDocumentsPage.self)
    }
}
