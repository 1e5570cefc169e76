// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Decision papers as documents: what stands in them, and that nobody else learns of them.
@Suite struct PaperExportTests {
    private typealias House = PaperDeskTests.House

    /// Orders a document with the form of a page.
    private static func order(
        _ browser: Browser, on page: Answer, kind: String = "paper", subject: String
    ) async throws -> Answer {
        let form = try #require(
            page.text.firstMatch(
                of: #/action="/arbeit/exporte".*?name="formular" value="([^"]*)"/#.dotMatchesNewlines())
        )
        return try await browser.post(
            "/arbeit/exporte",
            ["formular": String(form.1), "art": kind, "gegenstand": subject, "format": "docx"])
    }

    private static func number(_ paper: String) -> String { String(paper.split(separator: "/").last ?? "") }

    /// The words of a finished Word file, as any program reads them.
    private static func words(of job: String, _ people: PeopleSite) async throws -> [String] {
        let now = people.now
        let bytes = try await people.site.read { db -> [UInt8]? in
            let programme = try #require(try ProgrammeQueries.all(in: db).first).id
            return try ExportJob.find(job, in: programme, at: now, db)?.part(0, db)
        }
        return try WordFile.paragraphs(in: try #require(bytes))
    }

    @Test(arguments: TestPlace.engines)
    func `a paper leaves as a Word document with its items, its versions and its dissents`(
        _ engine: Engine
    ) async throws {
        try await House.with(engine) { house in
            let paper = try await PaperDeskTests.compose(house)
            _ = try await house.step(
                house.office, paper, "mitzeichnung", ["mitzeichnung": "MFH", "frist": "2026-12-20"])
            _ = try await house.step(
                house.officer, paper, "zeichnen", ["haltung": "signature.refused", "anmerkung": "Das Geld fehlt."])
            _ = try await house.step(house.office, paper, "erwidern", ["erwiderung": "Es steht in der Planung."])
            let subject = "nummer=\(Self.number(paper))"
            let ordered = try await Self.order(house.officer, on: try await house.officer.get(paper), subject: subject)
            let path = try #require(ordered.headers[.location])
            _ = try await ExportRound(house.people.site).run { false }
            let done = try await house.officer.get(path)
            let file = try await house.officer.get(path + "/datei")
            let words = try await Self.words(of: Self.number(path), house.people)
            let stranger = try await house.office.get(path)

            #expect(file.status == 200)
            #expect(file.headers[.cacheControl] == "no-store")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"vorlage-\(Self.number(paper)).docx\"")
            #expect(!done.text.contains("Geheimniskraemerei"))
            #expect(words.first == "Vertraulich bis zum Beschluss")
            #expect(words.contains("Geheimniskraemerei Vorlage"))
            #expect(words.contains("Geheimniskraemerei Beschlussvorschlag"))
            #expect(words.contains { $0.contains("Zu Projektvorschlag 18, festgehalten in Fassung") })
            #expect(words.contains("Geheimniskraemerei Anhoerung"))
            #expect(words.contains("Das Geld fehlt."))
            #expect(words.contains("Erwiderung: Es steht in der Planung."))
            #expect(words.contains("Anlagen"))
            #expect(words.contains { $0.hasPrefix("Anlage 1: Steckbrief zu Projektvorschlag 18") })
            #expect(words.contains("Absatz 1"))
            #expect(stranger.status == 404)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `who may not read a paper can neither order its document nor get one ordered before`(
        _ engine: Engine
    ) async throws {
        try await House.with(engine) { house in
            let paper = try await PaperDeskTests.compose(house)
            let subject = "nummer=\(Self.number(paper))"
            let table = try await house.officer.get("/arbeit/beteiligungen/10/synopse")
            let early = try await Self.order(house.officer, on: table, subject: subject)
            let missing = try await Self.order(house.officer, on: table, subject: "nummer=999")
            _ = try await house.step(
                house.office, paper, "mitzeichnung", ["mitzeichnung": "MFH", "frist": "2026-12-20"])
            let ordered = try await Self.order(house.officer, on: try await house.officer.get(paper), subject: subject)
            try await Self.endRoles(of: "mfh@example.org", house.people)
            _ = try await ExportRound(house.people.site).run { false }
            let id = Self.number(try #require(ordered.headers[.location]))
            let (now, people) = (house.people.now, house.people)
            let (state, fault, part) = try await people.site.read { db in
                let programme = try #require(try ProgrammeQueries.all(in: db).first).id
                let job = try #require(try ExportJob.find(id, in: programme, at: now, db))
                return (job.state, job.fault, try job.part(0, db))
            }

            #expect(ordered.status == 303)
            #expect(early.status == 404)
            #expect(missing.status == 404)
            #expect(early.words == missing.words)
            #expect(state == .failed)
            #expect(fault == "not-allowed")
            #expect(part == nil)
        }
    }

    private static func endRoles(of email: String, _ people: PeopleSite) async throws {
        let now = people.now
        try await people.site.database.write { db in
            let address = try #require(EmailAddress(email))
            let person = try #require(try Person.find(email: address, in: db))
            for role in try RoleAssignment.list(of: [person.id], in: db) {
                try EndRole(role).runAsOperator(at: now, in: db)
            }
        }
    }
}
