// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Documents that are made in the background, on the synopsis of Musterregion's conference about drinking water.
@Suite struct ExportRoutesTests {
    private static let table = "/arbeit/beteiligungen/10/synopse"

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(ExportPage.self)
        try expectKnownTags(ExportListPage.self)
    }

    @Test func `every fault has its words`() {
        let keys = Set(ExportFault.allCases.map { "exports.faults.\($0.rawValue)" } + ["exports.faults.interrupted"])
        for language in Language.allCases {
            let texts = try? Texts(folder: Bundled.resources.appending(path: "Locales"))
            #expect(texts.map { keys.subtracting($0.keys(in: language)) } == [])
        }
    }

    private static func office(_ people: PeopleSite, _ email: String = "buero@example.org") async throws -> Browser {
        let office = try await people.signedIn(email)
        try await people.grant(.programmeOffice, to: email)
        return office
    }

    private static func order(_ office: Browser) async throws -> Answer {
        try await office.submit(try await office.get(table), ["format": "docx"], action: "/arbeit/exporte")
    }

    @Test(arguments: TestPlace.engines)
    func `a Word document is ordered, made and fetched by whoever ordered it`(_ engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await Self.office(people)
            let other = try await Self.office(people, "andere@example.org")
            let ordered = try await Self.order(office)
            let again = try await Self.order(office)
            let path = try #require(ordered.headers[.location])
            let waiting = try await office.get(path)
            let early = try await office.get(path + "/datei")
            let made = try await ExportRound(people.site).run { false }
            let more = try await ExportRound(people.site).run { false }
            let done = try await office.get(path)
            let file = try await office.get(path + "/datei")
            let stranger = try await other.get(path)
            let guest = try await Browser(people.site).get(path + "/datei")
            let list = try await office.get("/arbeit/exporte")

            #expect(ordered.status == 303)
            #expect(again.headers[.location] == path)
            #expect(waiting.headers[HTTPField.Name("Refresh") ?? .age] == "4")
            #expect(waiting.words.contains("Das Dokument wird gleich erstellt."))
            #expect(early.status == 404)
            #expect([made, more] == [true, false])
            #expect(done.words.contains("Das Dokument ist fertig."))
            #expect(done.headers[HTTPField.Name("Refresh") ?? .age] == nil)
            #expect(file.status == 200)
            #expect(file.text.hasPrefix("PK"))
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"synopse-10.docx\"")
            #expect(file.headers[.cacheControl] == "no-store")
            #expect(stranger.status == 404)
            #expect(guest.status == 303)
            #expect(list.words.contains("fertig"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a document whose making ends the program is made again, and given up the second time`(
        _ engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await Self.office(people)
            let path = try #require(try await Self.order(office).headers[.location])
            var states: [String] = []
            for _ in 0..<3 {
                let now = people.now
                let job = try await people.site.write { db in try MakeExport.claimNext(at: now, in: db) }
                states.append(job?.state.rawValue ?? "none")
                people.wait(120)
            }
            let page = try await office.get(path)
            let file = try await office.get(path + "/datei")

            #expect(states == ["running", "running", "none"])
            #expect(page.words.contains("zweimal unterbrochen"))
            #expect(file.status == 404)
        }
    }

    @Test func `a program that is to end leaves the document for the next start`() async throws {
        try await PeopleSite.with { people in
            let office = try await Self.office(people)
            let path = try #require(try await Self.order(office).headers[.location])
            _ = try await ExportRound(people.site).run { true }
            let between = try await office.get(path)
            _ = try await ExportRound(people.site).run { false }
            let done = try await office.get(path)

            #expect(between.words.contains("Das Dokument wird gleich erstellt."))
            #expect(done.words.contains("Das Dokument ist fertig."))
        }
    }

    @Test func `what cannot be made has failed and says why`() async throws {
        try await PeopleSite.with { people in
            let office = try await Self.office(people)
            let page = try await office.get(Self.table)
            let noPrinter = try await office.submit(page, ["format": "pdf"], action: "/arbeit/exporte")
            let now = people.now
            let id = try await people.site.write { db -> String in
                let address = try #require(EmailAddress("buero@example.org"))
                let person = try #require(try Person.find(email: address, in: db))
                let programme = try #require(try ProgrammeQueries.all(in: db).first).id
                let visitor = Visitor(person, roles: [HeldRole(.programmeOffice, in: programme)])
                return try OrderExport("lost", of: "", as: .docx, in: "de", title: "Verloren", fileStem: "verloren")
                    .run(as: visitor, in: programme, at: now, in: db)
            }
            _ = try await ExportRound(people.site).run { false }
            let failed = try await office.get("/arbeit/exporte/\(id)")

            #expect(page.words.contains("Debian-Paket chromium"))
            #expect(noPrinter.status == 403)
            #expect(failed.words.contains("Das Dokument ist nicht entstanden."))
            #expect(failed.words.contains("kann nicht mehr erstellt werden"))
        }
    }

    @Test func `an expired document is gone, and an empty synopsis is a document too`() async throws {
        try await PeopleSite.with { people in
            let office = try await Self.office(people)
            let page = try await office.get(Self.table + "?stand=point-published")
            let path = try #require(
                try await office.submit(page, ["format": "docx"], action: "/arbeit/exporte").headers[.location])
            _ = try await ExportRound(people.site).run { false }
            let done = try await office.get(path)
            people.wait(25 * 60 * 60)
            let again = try await Self.office(people)
            let gone = try await again.get(path)

            #expect(done.words.contains("Das Dokument ist fertig."))
            #expect(gone.status == 404)
        }
    }

    @Test func `the workbook has a row for each point`() async throws {
        try await PeopleSite.with { people in
            let office = try await Self.office(people)
            let book = try await office.get(Self.table + "/tabelle.xlsx")
            let guest = try await Browser(people.site).get(Self.table + "/tabelle.xlsx")

            #expect(book.status == 200)
            #expect(book.text.hasPrefix("PK"))
            #expect(guest.status == 303)
        }
    }
}
