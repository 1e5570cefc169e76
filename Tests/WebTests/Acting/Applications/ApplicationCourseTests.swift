// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

@Suite struct ApplicationCourseTests {
    private func person(_ name: String, _ role: Role?, _ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("\(name)@example.org")
        if let role { try await people.grant(role, to: "\(name)@example.org") }
        return browser
    }

    /// Somebody who speaks for the industrial museum.
    private func partner(_ name: String, _ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("\(name)@example.org")
        let now = people.now
        try await people.site.database.write { db in
            let address = try #require(EmailAddress("\(name)@example.org"))
            let person = try #require(try Person.find(email: address, in: db))
            let programme = try #require(try ProgrammeQueries.all(in: db).first)
            try GrantRole(
                .organisationRepresentative, to: person.id, in: programme.id, forMatter: "industriemuseum"
            ).runAsOperator(at: now, in: db)
        }
        return browser
    }

    private static let whole: KeyValuePairs = [
        "titel": "GEHEIM-Halle", "kurz": "Werkbänke für alle.", "vorhaben": "Wir öffnen die Halle.", "feld": "arbeit",
        "posten-1": "Werkbänke", "kosten-1": "10.000,01", "eigen": "1.000,01", "zuschuss": "9.000",
        "gesichert": "Die Eigenmittel sind zugesagt.",
    ]

    private func begin(_ partner: Browser) async throws -> String {
        let begun = try await partner.submit(
            try await partner.get("/mein/antraege"),
            ["aufruf": "2", "organisation": try await number(partner), "titel": "GEHEIM-Halle"],
            action: "/mein/antraege")
        return try #require(begun.headers[.location])
    }

    /// Presses the second button of the form, which saves and hands in.
    private func handIn(
        _ partner: Browser, _ own: String, _ typed: KeyValuePairs<String, String>
    ) async throws -> Answer {
        let page = try await partner.get(own)
        let forms = page.text.matches(of: #/<form\b[^>]*?action="([^"]*)"[^>]*>(.*?)</form>/#.dotMatchesNewlines())
        let form = try #require(forms.first { $0.1 == own })
        #expect(form.2.contains("formaction=\"\(own)/einreichung\""))
        let hidden = form.2.matches(of: #/<input type="hidden" name="([^"]*)" value="([^"]*)">/#)
            .map { (String($0.1), String($0.2)) }
        let body = QueryText.joined(hidden + typed.map { ($0.key, $0.value) }).dropFirst()
        return try await partner.send(
            .post, own + "/einreichung", headers: [.contentType: "application/x-www-form-urlencoded"],
            body: String(body))
    }

    private func number(_ partner: Browser) async throws -> String {
        let page = try await partner.get("/mein/antraege")
        let select = try #require(page.text.firstMatch(of: #/<select id="organisation"[^>]*>\s*<option value="(\d+)"/#))
        return String(select.1)
    }

    private func review(_ browser: Browser, points: String) async throws -> Answer {
        let list = try await browser.get("/mein/gutachten")
        let link = try #require(list.text.firstMatch(of: #/href="(/mein/gutachten/[^"]+)"/#)?.1)
        let blind = try await browser.get(String(link))
        #expect(!blind.text.contains("Wir öffnen die Halle."))
        _ = try await browser.submit(blind, action: "\(link)/annahme")
        let open = try await browser.get(String(link))
        #expect(open.text.contains("Wir öffnen die Halle."))
        return try await browser.submit(
            open,
            [
                "punkte-1": points, "punkte-2": points, "punkte-3": points, "punkte-4": points,
                "begruendung-1": "a", "begruendung-2": "b", "begruendung-3": "c", "begruendung-4": "d",
                "votum": "VOTUM-\(points)",
            ], action: "\(link)/abgabe")
    }

    @Test(arguments: TestPlace.engines)
    func `an application goes from the draft to the project`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let partner = try await partner("vera", people)
            let office = try await person("office", .programmeOffice, people)
            let cabinet = try await person("cabinet", .cabinetOffice, people)
            let (one, two) = (try await person("one", nil, people), try await person("two", nil, people))
            let own = try await begin(partner)
            let uneven = try await handIn(
                partner, own, ["titel": "GEHEIM-Halle", "posten-1": "Bank", "kosten-1": "5", "zuschuss": "4,99"])
            let handed = try await handIn(partner, own, Self.whole)
            let hidden = try await Browser(people.site).get("/partnerprojekte")
            let desk = "/arbeit/antraege/" + (own.split(separator: "/").last.map(String.init) ?? "")
            _ = try await office.submit(try await office.get(desk), action: desk + "/pruefung")
            for reviewer in ["one", "two"] {
                let asked = try await office.submit(
                    try await office.get(desk),
                    ["gutachten": "\(reviewer)@example.org", "frist": "2026-12-20"], action: desk + "/begutachtung")
                #expect(asked.status == 303)
            }
            let own422 = try await office.submit(
                try await office.get(desk), ["gutachten": "vera@example.org", "frist": "2026-12-20"],
                action: desk + "/begutachtung")
            let first = try await review(one, points: "3")
            let between = try await office.get(desk)
            let early = try await office.submit(
                between, ["ergebnis": "application.accepted", "grund": "Gut."], action: desk + "/vorschlag")
            _ = try await review(two, points: "4")
            let after = try await office.get(desk)
            _ = try await office.submit(
                after, ["ergebnis": "application.accepted", "grund": "Gut."], action: desk + "/vorschlag")
            let refused = try await office.get(desk)
            let decided = try await cabinet.submit(
                try await cabinet.get(desk), ["ergebnis": "application.accepted", "grund": "Starkes Konzept."],
                action: desk + "/entscheidung")
            let told = try await partner.get(own)
            let projects = try await Browser(people.site).get("/partnerprojekte")
            let report = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(uneven.status == 422)
            #expect(uneven.words.contains("müssen auf den Cent gleich sein"))
            #expect(handed.status == 303)
            #expect(!hidden.text.contains("GEHEIM-Halle"))
            #expect(own422.status == 422)
            #expect(first.status == 303)
            #expect(!between.text.contains("VOTUM-3"))
            #expect(early.status == 403)
            #expect(after.text.contains("VOTUM-3") && after.text.contains("VOTUM-4"))
            #expect(!refused.text.contains("/entscheidung"))
            #expect(decided.status == 303)
            #expect(told.words.contains("Starkes Konzept."))
            #expect(projects.text.contains("GEHEIM-Halle"))
            #expect(report.faults == [])
        }
    }

    @Test func `two people at one application never overwrite each other, and others never read it`() async throws {
        try await PeopleSite.with { people in
            let (one, two) = (try await partner("vera", people), try await partner("viktor", people))
            let office = try await person("office", .programmeOffice, people)
            let stranger = try await person("toni", nil, people)
            let own = try await begin(one)
            let (mine, yours) = (try await one.get(own), try await two.get(own))
            let saved = try await one.submit(mine, ["titel": "Neu von Vera"], action: own)
            let late = try await two.submit(yours, ["titel": "Neu von Viktor"], action: own)
            let id = own.split(separator: "/").last.map(String.init) ?? ""
            let (seen, desk) = (try await stranger.get(own), try await office.get("/arbeit/antraege/\(id)"))

            #expect(saved.status == 303)
            #expect(late.status == 409)
            #expect(late.text.contains("Neu von Viktor"))
            #expect(seen.status == 403)
            #expect(desk.status == 404)
        }
    }

    @Test func `one second after the last day is too late`() async throws {
        try await PeopleSite.with { people in
            let partner = try await partner("vera", people)
            let own = try await begin(partner)
            // The call ends with 31 December 2026 in Berlin.
            let midnight = try #require(ISO8601DateFormatter().date(from: "2026-12-31T22:59:59Z"))
            let now = try #require(ISO8601DateFormatter().date(from: String(people.now.text.prefix(19)) + "Z"))
            people.wait(midnight.timeIntervalSince(now) - 60)
            let again = try await self.partner("viktor", people)
            people.wait(30)
            let missing = try await handIn(again, own, ["titel": "Halle"])
            people.wait(61)
            let late = try await handIn(again, own, Self.whole)

            #expect(missing.status == 422)
            #expect(late.status == 403)
            #expect(late.words.contains("Die Frist dieses Aufrufs ist abgelaufen"))
        }
    }

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(OwnApplicationsPage.self)
        try expectKnownTags(OwnApplicationPage.self)
        try expectKnownTags(ApplicationDeskPage.self)
        try expectKnownTags(ApplicationDeskCasePage.self)
        try expectKnownTags(CallFormPage.self)
        try expectKnownTags(ReviewListPage.self)
        try expectKnownTags(ReviewPage.self)
    }
}
