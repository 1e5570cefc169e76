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
        try expectKnownTags(ConferenceAttendancePage.self)
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

    @Test(arguments: TestPlace.engines)
    func `who came is public once the list is settled`(_ engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await people.signedIn("buero@example.org")
            try await people.grant(.programmeOffice, to: "buero@example.org")
            let path = "/arbeit/beteiligungen/10/anwesenheit"
            let reader = Browser(people.site)
            let page = try await office.get(path)
            let empty = try await office.submit(page, ["abschliessen": "ja"], action: path)
            let noted = try await office.submit(page, ["anwesend": "Stadt Musterhausen"], action: path)
            people.wait(2)
            let before = try await reader.get("/beteiligungen/10")
            let settled = try await office.submit(
                try await office.get(path), ["anwesend": "Stadt Musterhausen", "abschliessen": "ja"], action: path)
            let after = try await office.get(path)
            people.wait(2)
            let shown = try await reader.get("/beteiligungen/10")
            let guest = try await reader.get(path)

            #expect(page.words.contains("Stadt Musterhausen"))
            #expect(empty.status == 422)
            #expect(noted.status == 303)
            #expect(!before.words.contains("Wer eingeladen war und wer gekommen ist"))
            #expect(settled.status == 303)
            #expect(after.words.contains("abgeschlossen und öffentlich"))
            #expect(shown.words.contains("1 gekommen, 0 mit veröffentlichter Position"))
            #expect(guest.status == 303)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `invitations wait for the day of their wave and go out with a way in`(_ engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await people.signedIn("buero@example.org")
            try await people.grant(.programmeOffice, to: "buero@example.org")
            let path = "/arbeit/beteiligungen/11/einladungen"
            let page = try await office.get(path)
            let turned = try await office.submit(
                page, ["welle-1": "2026-11-25", "welle-2": "2026-11-24"], action: path + "/wellen")
            let set = try await office.submit(
                page, ["welle-1": "2026-11-24", "welle-2": "2026-11-25"], action: path + "/wellen")
            let form = try await office.get(path)
            let planned = try await office.submit(
                form, ["stelle": "Handwerkskammer Musterregion", "email": "hwk@example.org", "welle": "1"],
                action: path)
            let waiting = try await office.get(path)
            try await people.site.mailInvitations()
            let early = try await people.mails().filter { $0.recipient.text == "hwk@example.org" }
            people.wait(26 * 60 * 60)
            try await people.site.mailInvitations()
            let mails = try await people.mails().filter { $0.cause == "consultation_invitation" }
            let entry = try await Browser(people.site).get(try #require(mails.first).path)

            #expect(turned.status == 422)
            #expect(turned.text.contains("value=\"2026-11-24\""))
            #expect(set.status == 303)
            #expect(planned.status == 303)
            #expect(waiting.words.contains("wartet auf den 24. November 2026"))
            #expect(early.isEmpty)
            #expect(mails.map(\.recipient.text) == ["hwk@example.org"])
            #expect(entry.words.contains("Im Namen von: Handwerkskammer Musterregion"))
        }
    }
}
