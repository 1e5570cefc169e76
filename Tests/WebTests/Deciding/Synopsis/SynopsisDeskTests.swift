// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// The synopsis worked in the browser, on the conference about drinking water, which has ended with one statement.
@Suite struct SynopsisDeskTests {
    private static let table = "/arbeit/beteiligungen/10/synopse"

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(SynopsisDeskPage.self)
        try expectKnownTags(PointPage.self)
        try expectKnownTags(SynopsisPrintPage.self)
        try expectKnownTags(FootprintPage.self)
    }

    private static func office(_ people: PeopleSite) async throws -> Browser {
        let office = try await people.signedIn("buero@example.org")
        try await people.grant(.programmeOffice, to: "buero@example.org")
        return office
    }

    private static func places(_ page: Answer) -> [String] {
        page.text.matches(of: #/name="punkt" value="([0-9.]+)"/#).map { String($0.1) }
    }

    @Test(arguments: TestPlace.engines)
    func `points go to an office, get an answer, and two officers see each other's`(_ engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await Self.office(people)
            let page = try await office.get(Self.table)
            let place = try #require(Self.places(page).first)
            let nothing = try await office.submit(page, ["tun": "zuweisen"], action: Self.table + "/auswahl")
            let assigned = try await office.submit(
                page, ["punkt": place, "stelle": "mvu-rad", "faellig": "2026-12-24", "tun": "zuweisen"],
                action: Self.table + "/auswahl")
            let path = "/arbeit/beteiligungen/10/punkte/\(place)"
            let mine = try await office.get(path)
            let theirs = try await office.get(path)
            let saved = try await office.submit(
                theirs, ["ergebnis": "point.noted", "abwaegung": "Das haben andere geschrieben."], action: path)
            let conflict = try await office.submit(
                mine, ["ergebnis": "point.accepted", "abwaegung": "Das habe ich geschrieben."], action: path)
            let empty = try await office.submit(try await office.get(path), ["abwaegung": "Nur das."], action: path)

            #expect(page.status == 200)
            #expect(nothing.status == 422)
            #expect(nothing.words.contains("Bitte wählen Sie mindestens einen Punkt aus."))
            #expect(assigned.status == 303)
            #expect(mine.words.contains("fällig am 24. Dezember 2026"))
            #expect(saved.status == 303)
            #expect(conflict.status == 409)
            #expect(conflict.words.contains("Das haben andere geschrieben."))
            #expect(conflict.text.contains("Das habe ich geschrieben."))
            #expect(empty.status == 422)
            #expect(empty.text.contains("Nur das."))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `what is not published stands on no public page, in no search and in no file`(_ engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await Self.office(people)
            let page = try await office.get(Self.table)
            let place = try #require(Self.places(page).first)
            let path = "/arbeit/beteiligungen/10/punkte/\(place)"
            let answered = try await office.submit(
                try await office.get(path),
                [
                    "ergebnis": "point.accepted", "abwaegung": "Geheimniskraemerei eins",
                    "alt": "Geheimniskraemerei zwei",
                    "neu": "Geheimniskraemerei drei", "mitzeichnung": "SK",
                ], action: path)
            let staff = try await office.get(Self.table)
            let sheet = try await office.get(Self.table + "/tabelle.csv")
            let print = try await office.get(Self.table + "/druck")
            let reader = Browser(people.site)
            var found: [String] = []
            for target in Self.publicPlaces {
                let answer = try await reader.get(target)
                if answer.text.contains("Geheimniskraemerei") { found.append(target) }
            }
            let search = try await reader.get("/suche?q=Geheimniskraemerei")

            #expect(answered.status == 303)
            #expect(staff.words.contains("Geheimniskraemerei eins"))
            #expect(sheet.text.contains("Geheimniskraemerei drei"))
            #expect(print.words.contains("Geheimniskraemerei zwei → Geheimniskraemerei drei"))
            #expect(found == [])
            #expect(!search.links.contains { $0.contains("/stellungnahmen/") })
        }
    }

    private static let publicPlaces = [
        "/beteiligungen/10", "/beteiligungen/10/synopse", "/beteiligungen/10/synopse.csv",
        "/beteiligungen/10/synopse.json", "/stellungnahmen", "/stellungnahmen.csv", "/pflichten", "/pflichten.csv",
        "/protokoll", "/vorschlaege/20", "/chronik", "/faden", "/daten",
    ]

    @Test func `five thousand points are shown fifty at a time with a constant number of statements`() async throws {
        try await PeopleSite.with { people in
            let rules = try await people.site.database.write { db -> ConsultationRules in
                try Self.fill(5000, db)
                return try #require(try ConsultationRules.find(number: 10, in: try Self.programme(db), db))
            }
            let read = { (filter: SynopsisFilter) in
                try await people.site.database.read { db -> (rows: Int, total: Int64, statements: Int) in
                    let day = try #require(PartialDate("2026-11-23"))
                    let before = db.statementCount
                    let found = try SynopsisPoint.list(of: rules.id, filter, on: day, ListPage(1), db)
                    return (found.rows.count, found.total, db.statementCount - before)
                }
            }
            var concerns = SynopsisFilter()
            concerns.kind = .concern

            let all = try await read(SynopsisFilter())
            let some = try await read(concerns)

            #expect(all.rows == 50)
            #expect(all.total > 5000)
            #expect(all.statements == 2)
            #expect(some.rows == 50)
            #expect(some.total < all.total)
            #expect(some.statements == 2)
        }
    }

    private static func programme(_ db: Connection) throws -> String {
        try #require(try ProgrammeQueries.all(in: db).first).id
    }

    /// Points straight into the rows, since five thousand journal entries would take minutes.
    private static func fill(_ count: Int, _ db: Connection) throws {
        let programme = try programme(db)
        let statement: String = try #require(
            try db.value(
                """
                SELECT s.id FROM statement s JOIN matter m ON m.id = s.consultation_id
                WHERE m.number = 10 AND s.state = 'statement.submitted'
                """))
        for index in 1...count {
            let id = "many-\(index)"
            try db.execute(
                """
                INSERT INTO matter (id, programme_id, kind, key, position, recorded_at)
                VALUES (\(id), \(programme), 'point', \(id), \(Int64(100 + index)), '2026-11-23T09:00:00.000Z')
                """)
            try db.execute(
                """
                INSERT INTO point (id, programme_id, statement_id, position, label, kind, text, is_quotation, state)
                VALUES (\(id), \(programme), \(statement), \(Int64(100 + index)), \(String(100 + index)),
                    \(index.isMultiple(of: 3) ? "concern" : "note"), \("Punkt \(index)"), 1, 'point.received')
                """)
        }
    }
}
