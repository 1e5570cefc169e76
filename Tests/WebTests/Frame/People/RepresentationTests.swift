// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Organisations and municipalities that invite those who speak for them.
@Suite struct RepresentationTests {
    @Test(arguments: TestPlace.engines)
    func `whoever was trusted with it invites others, who see it and cannot invite`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await people.signedIn("buero@example.org")
            try await people.grant(.programmeOffice, to: "buero@example.org")
            let form = try await office.get("/arbeit/personen/neu")
            let matter = try await people.organisation()
            _ = try await office.submit(
                form,
                [
                    "email": "chef@example.org", "rolle": "organisation_representative",
                    "wofuer": "organisation/\(matter)", "grund": "geprüft", "einladen": "ja",
                ], action: "/arbeit/personen/neu")
            let chief = try await people.signedIn("chef@example.org")
            let own = try await chief.get("/mein")
            let path = "/mein/vertretung/organisation/\(matter)"
            let page = try await chief.get(path)
            let wrong = try await chief.submit(page, ["email": "kein"], action: path)
            people.wait(1)
            let invited = try await chief.submit(wrong, ["email": "neu@example.org"], action: path)
            let mail = try #require(try await people.mails().last)
            let again = try await chief.submit(try await chief.get(path), ["email": "neu@example.org"], action: path)
            let other = try await people.signedIn("neu@example.org")
            let seen = try await other.get(path)
            let refused = try await other.post(path, ["email": "dritte@example.org"])
            let filled = try await chief.get(path)
            let ended = try await chief.submit(filled, action: path + "/ende")
            let gone = try await other.get(path)
            let stranger = try await people.signedIn("fremd@example.org").get(path)

            #expect(own.links.contains(path))
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("value=\"kein\""))
            #expect(invited.headers[.location] == path)
            #expect(mail.recipient.text == "neu@example.org")
            #expect(mail.isSecret)
            #expect(again.status == 422)
            #expect(seen.words.contains("Das Programmbüro kann"))
            #expect(!seen.text.contains("/ende\""))
            #expect(refused.status == 422)
            #expect(ended.headers[.location] == path)
            #expect(gone.status == 303)
            #expect(stranger.status == 404)
        }
    }

    @Test func `the template uses what the page has`() throws {
        try expectKnownTags(RepresentationPage.self)
        try expectKnownTags(RoleFormPage.self)
    }
}

extension PeopleSite {
    /// The key of the first organisation.
    fileprivate func organisation() async throws -> String {
        try await site.database.read { db in
            let programme = try #require(try ProgrammeQueries.all(in: db).first).id
            return try #require(
                try db.value(
                    """
                    SELECT key FROM public_matter WHERE kind = 'organisation' AND programme_id = \(programme)
                    ORDER BY number LIMIT 1
                    """))
        }
    }
}
