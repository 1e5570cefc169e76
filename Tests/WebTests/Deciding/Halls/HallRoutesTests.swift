// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// The townhall about drinking water, which is open.
@Suite struct HallRoutesTests {
    private static let list = "/beteiligungen/12/saal"
    private static let desk = "/arbeit/beteiligungen/12/saal"

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(HallPage.self)
        try expectKnownTags(HallAskPage.self)
        try expectKnownTags(HallDeskPage.self)
    }

    private static func office(_ people: PeopleSite) async throws -> Browser {
        let office = try await people.signedIn("buero@example.org")
        try await people.grant(.programmeOffice, to: "buero@example.org")
        return office
    }

    private static func say(
        _ office: Browser, _ text: String, _ channel: String = "microphone"
    ) async throws -> Answer {
        try await office.submit(
            try await office.get(desk), ["weg": channel, "art": "question", "vorschlag": "17", "text": text],
            action: desk)
    }

    private static func work(
        _ office: Browser, _ number: String, _ act: String, _ more: KeyValuePairs<String, String> = [:]
    ) async throws -> Answer {
        let page = try await office.get(desk)
        let key = try #require(page.text.firstMatch(of: #/name="formular" value="([^"]+)"/#)).1
        let fields = [("formular", String(key)), ("nummer", number), ("tun", act)] + more.map { ($0.key, $0.value) }
        var headers = HTTPFields()
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await office.send(
            .post, desk + "/wortmeldung", headers: headers, body: String(QueryText.joined(fields).dropFirst()))
    }

    @Test(arguments: TestPlace.engines)
    func `the hall and those at home stand in one list, supported, answered and grouped, and become points`(
        _ engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await Self.office(people)
            let citizen = try await people.signedIn("buergerin@example.org")
            let first = try await Self.say(office, "Wann kommt das Pumpwerk?")
            let ask = try await citizen.get(Self.list + "/neu")
            let empty = try await citizen.submit(ask, ["art": "question"], action: Self.list + "/neu")
            _ = try await citizen.submit(
                ask, ["art": "note", "text": "Das <b>Wasser</b> schmeckt."], action: Self.list + "/neu")
            _ = try await Self.say(office, "Wann ist das Pumpwerk fertig?", "card")
            _ = try await citizen.submit(
                try await citizen.get(Self.list), action: Self.list + "/unterstuetzung")
            _ = try await Self.work(office, "1", "antworten", ["antwort": "Im nächsten Jahr."])
            let joined = try await Self.work(office, "3", "zusammenfassen", ["mit": "1"])
            let wrong = try await Self.work(office, "1", "zusammenfassen", ["mit": "77"])
            let reader = try await Browser(people.site).get(Self.list)
            let renewing = try await Browser(people.site).get(Self.list + "?erneuern=ja")
            let taken = try await office.submit(try await office.get(Self.desk), action: Self.desk + "/synopse")
            let synopsis = try await office.get("/arbeit/beteiligungen/12/synopse")
            let late = try await Self.work(office, "1", "ausblenden")
            let report = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(first.headers[.location]?.contains("weg=microphone") == true)
            #expect(empty.status == 422)
            #expect(joined.status == 303)
            #expect(wrong.status == 422)
            #expect(reader.words.contains("3 Wortmeldungen"))
            #expect(reader.words.contains("1 Person unterstützt das"))
            #expect(reader.words.contains("Antwort im Saal: Im nächsten Jahr."))
            #expect(reader.words.contains("steht mit Nr. 1"))
            #expect(reader.text.contains("Das &lt;b&gt;Wasser&lt;/b&gt; schmeckt."))
            #expect(!reader.text.contains("buergerin"))
            #expect(renewing.headers[HTTPField.Name("Refresh") ?? .age] == "10")
            #expect(taken.status == 303)
            #expect(synopsis.words.contains("Wann kommt das Pumpwerk?"))
            #expect(synopsis.words.contains("wird mit Punkt"))
            #expect(late.status == 403)
            #expect(report.faults == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `what is hidden is not shown, and nobody else may work on the list`(_ engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await Self.office(people)
            let citizen = try await people.signedIn("buergerin@example.org")
            _ = try await Self.say(office, "Schimpfwort vom Mikrofon")
            let shown = try await Browser(people.site).get(Self.list)
            _ = try await Self.work(office, "1", "ausblenden")
            let hidden = try await Browser(people.site).get(Self.list)
            let stranger = try await citizen.get(Self.desk)
            let guest = try await Browser(people.site).get(Self.list + "/neu")
            let over = try await Browser(people.site).get("/beteiligungen/9/saal")
            let ended = try await citizen.get("/beteiligungen/9/saal/neu")
            let noTownhall = try await Browser(people.site).get("/beteiligungen/11/saal")

            #expect(shown.text.contains("Schimpfwort"))
            #expect(!hidden.text.contains("Schimpfwort"))
            #expect(stranger.status == 403)
            #expect(guest.status == 303)
            #expect(over.status == 200)
            #expect(ended.status == 403)
            #expect(noTownhall.status == 404)
        }
    }
}
