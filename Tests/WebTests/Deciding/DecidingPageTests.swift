// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct DecidingPageTests {
    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(ConsultationPage.self)
        try expectKnownTags(SynopsisPage.self)
        try expectKnownTags(ProposalPage.self)
        try expectKnownTags(VersionPage.self)
        try expectKnownTags(StatementPage.self)
        try expectKnownTags(DecisionPage.self)
    }

    @Test func `without documented proposals the official number is said, and nothing is made up`() async throws {
        let list = try await page("/vorschlaege")
        #expect(list.words.contains("Laut Quelle gab es 75 Vorschläge (Stand: 9. September 2019)."))
        #expect(list.links.contains("/themenforen"))
        let statements = try await page("/stellungnahmen")
        #expect(statements.words.contains("keine Stellungnahmen veröffentlicht"))
    }

    @Test func `official and documented number of projects stand side by side`() async throws {
        let decision = try await page("/beschluesse/2")
        #expect(decision.words.contains("73 laut Beschluss 43 hier dokumentiert"))
        #expect(Set(decision.links.filter { $0.hasPrefix("/projekte/") }).count == 43)
    }

    @Test func `a nil return and silence are two results`() async throws {
        let consultation = try await page("/p/musterregion/beteiligungen/1")
        #expect(consultation.words.contains("Eingeladen 16 Stellen auf der Liste"))
        #expect(consultation.words.contains("Stellungnahme 5 haben sich geäußert"))
        #expect(consultation.words.contains("Fehlanzeige 1 haben geantwortet"))
        #expect(consultation.words.contains("Keine Rückmeldung 10 haben nicht geantwortet"))
    }

    @Test func `while a consultation runs, silence is no result and drafts do not show`() async throws {
        let consultation = try await page("/p/musterregion/beteiligungen/11")
        #expect(consultation.words.contains("Noch offen 10 können noch antworten"))
        #expect(!consultation.words.contains("Keine Rückmeldung"))
        let numbers = try await Bundled.database(.sqlite).read { db in
            try RecordedNumbers.hidden("statement", in: db)
        }
        #expect(numbers.count == 4)
        let list = try await page("/p/musterregion/stellungnahmen")
        for number in numbers {
            let hidden = try await page("/p/musterregion/stellungnahmen/\(number)")
            #expect(hidden.status == 404)
            #expect(!list.links.contains("/p/musterregion/stellungnahmen/\(number)"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `an answer is read only once it is published`(engine: Engine) async throws {
        let points = try await Bundled.database(engine).read { db in
            let programme = try RecordedNumbers.programme("musterregion", in: db)
            return try Point.list(Point.Filter(), ListPage(1, size: 500), in: programme, db)
        }
        let assessed: [String] = try await Bundled.database(engine).read { db in
            try db.rows(
                "SELECT assessment FROM point WHERE state <> 'point.published' AND assessment IS NOT NULL"
            ).map { try $0.get("assessment") }
        }
        #expect(!assessed.isEmpty)
        #expect(points.rows.contains { $0.answer == nil })
        #expect(points.rows.contains { $0.answer != nil })
        #expect(!points.rows.contains { point in point.answer?.assessment.map(assessed.contains) ?? false })
        var pages = ""
        for number in 1...16 { pages += try await page("/p/musterregion/beteiligungen/\(number)/synopse", engine).text }
        for text in assessed { #expect(!pages.contains(text)) }
    }

    @Test func `a withdrawn statement keeps its place and loses its words`() async throws {
        let statement = try await page("/p/musterregion/stellungnahmen/13")
        #expect(statement.status == 200)
        #expect(statement.words.contains("Diese Stellungnahme wurde zurückgezogen."))
        let stored: String? = try await Bundled.database(.sqlite).read { db in
            try db.value(
                """
                SELECT s.text FROM statement s JOIN matter m ON m.id = s.id
                WHERE m.kind = 'statement' AND m.number = 13
                """)
        }
        let text = try #require(stored)
        #expect(!statement.text.contains(text))
    }

    @Test func `the synopsis can be narrowed and shows the change word by word`() async throws {
        let path = "/p/musterregion/beteiligungen/1/synopse"
        let all = try await page(path)
        #expect(all.words.contains("15 Punkte"))
        let one = try await page(path + "?vorschlag=1&ergebnis=point-not-accepted")
        #expect(one.words.contains("1 Punkt "))
        #expect(one.words.contains("Für beide Kreise reicht das Geld nicht."))
        let landbus = try await page(path + "?vorschlag=1")
        #expect(landbus.text.contains("<del><span class=\"unseen\">gestrichen: </span>"))
        #expect(landbus.text.contains("/p/musterregion/vorschlaege/1/fassungen/1#a2"))
        let unknown = try await page(path + "?vorschlag=99")
        #expect(unknown.status == 404)
    }

    @Test func `each version has its address, its paragraphs their anchors, and a comparison`() async throws {
        let second = try await page("/p/musterregion/vorschlaege/1/fassungen/2")
        #expect(second.text.contains("id=\"a5\""))
        #expect(second.words.contains("3 Absätze geändert, 1 Absatz neu"))
        #expect(second.text.contains("<ins><span class=\"unseen\">eingefügt: </span>"))
        let first = try await page("/p/musterregion/vorschlaege/1/fassungen/1")
        #expect(!first.text.contains("<ins><span"))
        let missing = try await page("/p/musterregion/vorschlaege/1/fassungen/4")
        #expect(missing.status == 404)
    }

    @Test func `a draft of a proposal has no page`() async throws {
        let numbers = try await Bundled.database(.sqlite).read { db in try RecordedNumbers.hidden("proposal", in: db) }
        #expect(numbers.count == 2)
        for number in numbers {
            let hidden = try await page("/p/musterregion/vorschlaege/\(number)")
            #expect(hidden.status == 404)
        }
        let list = try await page("/p/musterregion/vorschlaege")
        #expect(list.words.contains("21 Projektvorschläge"))
    }

    @Test func `decisions are narrowed by outcome and show their conditions`() async throws {
        let rejected = try await page("/p/musterregion/beschluesse?ergebnis=decision-rejected")
        #expect(rejected.words.contains("2 Beschlüsse"))
        let decision = try await page("/p/musterregion/beschluesse/5")
        #expect(decision.words.contains("In der Aue begleitet eine Fachstelle für Naturschutz den Bau."))
        #expect(decision.words.contains("30. September 2025"))
    }

    @Test(arguments: TestPlace.engines)
    func `no page asks the database for each of its rows`(engine: Engine) async throws {
        let site = try await Bundled.site(engine)
        let context = SiteContext(logger: site.logger, remoteAddress: nil)
        let counts = try await site.read { db in
            let programme = try RecordedNumbers.programme("musterregion", in: db)
            // The first round counts what is kept from then on; other tests may have had it counted before.
            return try [Int64(1), 1, 3, 20].map { (size: Int64) -> [Int] in
                let before = db.statementCount
                let day = Moment(site.clock()).day
                _ = try CataloguePage.ideas(
                    Idea.Filter(), Idea.Arrangement(.title, on: day), ListPage(1, size: size), in: programme,
                    on: day, context, db)
                let ideas = db.statementCount - before
                _ = try CataloguePage.statements(ListPage(1, size: size), in: programme, context, db)
                let statements = db.statementCount - before - ideas
                _ = try CataloguePage.proposals(
                    Proposal.Filter(), .number, ListPage(1, size: size), in: programme, context, db)
                return [ideas, statements, db.statementCount - before - ideas - statements]
            }
        }
        #expect(counts[1] == counts[2])
        #expect(counts[2] == counts[3])
    }

    private func page(_ path: String, _ engine: Engine = .sqlite) async throws -> Answer {
        try await Browser(try await Bundled.site(engine)).get(path)
    }
}
