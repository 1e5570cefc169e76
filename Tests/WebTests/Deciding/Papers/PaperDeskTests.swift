// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Decision papers worked in the browser, from the choice of a proposal to the project, and what the public sees of it.
@Suite struct PaperDeskTests {
    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(PaperDeskPage.self)
        try expectKnownTags(GatePage.self)
        try expectKnownTags(PaperPage.self)
        try expectKnownTags(PaperFormPage.self)
        try expectKnownTags(PaperPrintPage.self)
        try expectKnownTags(ResultsPage.self)
        try expectKnownTags(SittingListPage.self)
        try expectKnownTags(SittingPage.self)
        try expectKnownTags(RevisionPage.self)
        try expectKnownTags(RevisionDeskPage.self)
        try expectKnownTags(FieldBoardPage.self)
        try expectKnownTags(PaperTemplatePage.self)
    }

    /// The people of one site.
    struct House {
        let people: PeopleSite
        let office: Browser
        let officer: Browser
        let recorder: Browser
        let confirmer: Browser
        let reader: Browser

        static func with(_ engine: Engine, _ test: (House) async throws -> Void) async throws {
            try await PeopleSite.with(engine) { people in
                let office = try await people.signedIn("buero@example.org")
                try await people.grant(.programmeOffice, to: "buero@example.org")
                let officer = try await people.signedIn("mfh@example.org")
                try await grantOfficer("mfh@example.org", "MFH", people)
                let recorder = try await people.signedIn("karla@example.org")
                try await people.grant(.cabinetOffice, to: "karla@example.org")
                let confirmer = try await people.signedIn("kurt@example.org")
                try await people.grant(.cabinetOffice, to: "kurt@example.org")
                try await test(
                    House(
                        people: people, office: office, officer: officer, recorder: recorder, confirmer: confirmer,
                        reader: Browser(people.site)))
            }
        }

        private static func grantOfficer(_ email: String, _ ministry: String, _ people: PeopleSite) async throws {
            let now = people.now
            try await people.site.database.write { db in
                let address = try #require(EmailAddress(email))
                let person = try #require(try Person.find(email: address, in: db))
                let programme = try #require(try ProgrammeQueries.all(in: db).first)
                try GrantRole(.ministryOfficer, to: person.id, in: programme.id, forMatter: ministry)
                    .runAsOperator(at: now, in: db)
            }
        }

        /// One step on the page of a paper.
        func step(
            _ browser: Browser, _ path: String, _ step: String, _ typed: KeyValuePairs<String, String> = [:]
        ) async throws -> Answer {
            let page = try await browser.get(path)
            let form = try #require(
                page.text.matches(of: #/<form class="panel".*?</form>/#.dotMatchesNewlines())
                    .first { $0.output.contains("name=\"tun\" value=\"\(step)\"") })
            let hidden = form.output.matches(of: #/<input type="hidden" name="([^"]*)" value="([^"]*)">/#)
                .map { (String($0.1), String($0.2)) }
            let body = QueryText.joined(hidden + typed.map { ($0.key, $0.value) }).dropFirst()
            var headers = HTTPFields()
            headers[.contentType] = "application/x-www-form-urlencoded"
            return try await browser.send(.post, path, headers: headers, body: String(body))
        }
    }

    /// Writes a paper on proposal 18 whose every word is marked, and tells its address.
    static func compose(_ house: House) async throws -> String {
        let new = try await house.office.get("/arbeit/vorlagen/neu")
        let made = try await house.office.submit(
            new,
            [
                "titel": "Geheimniskraemerei Vorlage", "aktenzeichen": "Geheimniskraemerei Az", "ressort": "MVU",
                "vorschlag": "18",
            ], action: "/arbeit/vorlagen/neu")
        let text = try #require(made.headers[.location])
        let form = try await house.office.get(text)
        let saved = try await house.office.submit(
            form,
            [
                "titel": "Geheimniskraemerei Vorlage", "aktenzeichen": "Geheimniskraemerei Az", "ressort": "MVU",
                "behandlung": "oral", "punkt-1-text": "Geheimniskraemerei Beschlussvorschlag",
                "teil-facts": "Geheimniskraemerei Sachverhalt", "teil-reasons": "Geheimniskraemerei Grund",
                "teil-hearing": "Geheimniskraemerei Anhoerung", "teil-costs": "Geheimniskraemerei Kosten",
            ], action: text)

        #expect(made.status == 303)
        #expect(form.words.contains("Steckbrief zu Projektvorschlag 18"))
        #expect(saved.status == 303)
        return try #require(saved.headers[.location])
    }

    private static func sitting(_ board: String, on day: String, _ house: House) async throws -> String {
        let list = try await house.recorder.get("/arbeit/sitzungen")
        let made = try await house.recorder.submit(
            list, ["gremium": board, "tag": day, "ort": "Geheimniskraemerei Saal"], action: "/arbeit/sitzungen")
        return try #require(made.headers[.location]?.split(separator: "/").last.map(String.init))
    }

    @Test(arguments: TestPlace.engines)
    func `a proposal goes its way to the project, and nobody outside learns of it before`(
        _ engine: Engine
    ) async throws {
        try await House.with(engine) { house in
            let before = try await Self.publicPages(house)
            let paper = try await Self.compose(house)
            let early = try await house.officer.get(paper)
            let given = try await house.step(
                house.office, paper, "mitzeichnung", ["mitzeichnung": "MFH", "frist": "2026-12-20"])
            let refused = try await house.step(
                house.officer, paper, "zeichnen", ["haltung": "signature.refused", "anmerkung": ""])
            let signed = try await house.step(
                house.officer, paper, "zeichnen",
                ["haltung": "signature.proviso", "anmerkung": "Geheimniskraemerei Anmerkung"])
            let submitted = try await house.step(house.office, paper, "vorlegen")
            let first = try await Self.sitting("staatssekretaere", on: "2026-11-20", house)
            let second = try await Self.sitting("kabinett", on: "2026-11-23", house)
            _ = try await house.step(house.recorder, paper, "tagesordnung", ["sitzung": first, "top": "1"])
            _ = try await house.step(house.recorder, paper, "vorbereitung", ["ausgang": "recommended"])
            _ = try await house.step(house.recorder, paper, "tagesordnung", ["sitzung": second, "top": "4"])
            let form = try await house.recorder.get(paper + "/beschluss")
            let recorded = try await house.recorder.submit(
                form,
                [
                    "alle": "decision.conditional", "punkt-1-text": "Geheimniskraemerei Wortlaut",
                    "punkt-1-grund": "Geheimniskraemerei Begruendung",
                    "punkt-1-massgabe-1": "Geheimniskraemerei Massgabe", "punkt-1-stelle-1": "mvu-rad",
                    "punkt-1-frist-1": "2027-06-30", "veroeffentlichung-tag": "2026-12-01",
                    "veroeffentlichung-zeit": "10:00",
                ], action: paper + "/beschluss")
            let page = try await house.recorder.get(paper)
            let confirmed = try await house.step(house.confirmer, paper, "bestaetigen")
            let during = try await Self.publicPages(house)
            let published = try await house.step(house.recorder, paper, "veroeffentlichen")
            house.people.wait(2)
            let list = try await house.reader.get("/beschluesse")
            let after = try await Self.publicPages(house)

            #expect(early.status == 404)
            #expect(
                [given, signed, submitted, recorded, confirmed, published].map(\.status)
                    == Array(repeating: 303, count: 6))
            #expect(refused.status == 422)
            #expect(page.headers[.cacheControl]?.contains("no-store") == true)
            #expect(!page.text.contains("value=\"bestaetigen\""))
            #expect(before.leaks == [])
            #expect(during.leaks == [])
            #expect(during.pages == before.pages)
            #expect(after.leaks.contains("/beschluesse"))
            #expect(list.words.contains("Geheimniskraemerei Wortlaut"))
            try await Self.expectThread(house)
        }
    }

    /// The decision leads to the project, the project back to the proposal.
    private static func expectThread(_ house: House) async throws {
        let proposal = try await house.reader.get("/vorschlaege/18")
        let link = try #require(proposal.links.last { $0.hasPrefix("/beschluesse/") })
        let decision = try await house.reader.get(link)
        let project = try #require(decision.links.last { $0.wholeMatch(of: #/\/projekte\/\d+/#) != nil })
        let shown = try await house.reader.get(project)

        #expect(decision.words.contains("Geheimniskraemerei Massgabe"))
        #expect(decision.words.contains("Geheimniskraemerei Anmerkung"))
        #expect(!decision.words.contains("Geheimniskraemerei Sachverhalt"))
        #expect(shown.status == 200)
        #expect(shown.words.contains("geplant"))
    }

    /// What the public finds: the pages on which a marked word stands, and what the pages say.
    private static func publicPages(_ house: House) async throws -> (leaks: [String], pages: [String: String]) {
        house.people.wait(2)
        var leaks: [String] = []
        var pages: [String: String] = [:]
        for target in publicPlaces {
            let answer = try await house.reader.get(target)
            if answer.text.contains("Geheimniskraemerei") { leaks.append(target) }
            // The head of the journal is that of the whole installation: it shows that something happened, not what.
            if answer.status == 200, !target.hasPrefix("/protokoll") { pages[target] = words(of: answer) }
        }
        let search = try await house.reader.get("/suche?q=Geheimniskraemerei")
        if search.links.contains(where: { $0.contains("/beschluesse/") || $0.contains("/arbeit/") }) {
            leaks.append("/suche")
        }
        return (leaks, pages)
    }

    /// Without the hidden keys of forms, which differ each time.
    private static func words(of answer: Answer) -> String { answer.words }

    private static let publicPlaces = [
        "/", "/beschluesse", "/beschluesse.csv", "/beschluesse.json", "/vorschlaege", "/vorschlaege.csv",
        "/vorschlaege/18", "/projekte", "/projekte.csv", "/pflichten", "/pflichten.csv", "/protokoll", "/chronik",
        "/zahlen", "/faden", "/sitemap.xml", "/beschluesse/99", "/projekte/99", "/daten",
    ]

    @Test(arguments: TestPlace.engines)
    func `two who write a paper at once lose nothing, and others find no such paper`(_ engine: Engine) async throws {
        try await House.with(engine) { house in
            let paper = try await Self.compose(house)
            let mine = try await house.office.get(paper + "/text")
            let theirs = try await house.office.get(paper + "/text")
            let typed = { (facts: String) -> KeyValuePairs<String, String> in
                [
                    "titel": "Vorlage", "ressort": "MVU", "behandlung": "oral", "punkt-1-text": "Beschluss",
                    "teil-facts": facts,
                ]
            }
            let saved = try await house.office.submit(
                theirs, typed("Das haben andere geschrieben."), action: paper + "/text")
            let conflict = try await house.office.submit(mine, typed("Das ist von mir."), action: paper + "/text")
            let empty = try await house.office.submit(
                try await house.office.get(paper + "/text"),
                [
                    "titel": "", "ressort": "MVU", "behandlung": "oral", "punkt-1-text": "Beschluss",
                    "teil-facts": "Bleibt.",
                ],
                action: paper + "/text")
            let reader = try await house.reader.get(paper)
            let missing = try await house.reader.get("/arbeit/vorlagen/999")
            let other = try await house.officer.get(paper)

            #expect(saved.status == 303)
            #expect(conflict.status == 409)
            #expect(conflict.text.contains("Das ist von mir."))
            #expect(empty.status == 422)
            #expect(empty.text.contains("Bleibt."))
            #expect(reader.status == missing.status)
            #expect(other.status == 404)
        }
    }

    @Test func `the check lists exactly what is missing, with links`() async throws {
        try await House.with(.sqlite) { house in
            let page = try await house.office.get("/arbeit/vorlagen/pruefung")
            let desk = try await house.office.get("/arbeit/vorlagen")
            let revision = try await house.office.get("/arbeit/fassungen/14")
            let board = try await house.office.get("/arbeit/handlungsfelder")
            let cockpit = try await house.office.get("/arbeit/fassungen")

            #expect(page.words.contains("Beteiligung 12 läuft noch"))
            #expect(page.links.contains { $0.contains("/arbeit/beteiligungen/10/punkte/") })
            #expect(desk.status == 200)
            #expect(revision.status == 200)
            #expect(board.status == 200)
            #expect(cockpit.words.contains("keine Änderung nennt ihn"))
        }
    }
}
