// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct ProgrammePageTests {
    @Test(arguments: TestPlace.engines)
    func `the start page shows the official number beside what is documented`(engine: Engine) async throws {
        let answer = try await Browser(try await Bundled.site(engine)).get("/")
        #expect(answer.text.contains("<strong class=\"figure-number\">73</strong>"))
        #expect(answer.text.contains("<strong class=\"figure-number\">52</strong>"))
        #expect(answer.words.contains("hier dokumentiert"))
    }

    @Test(arguments: TestPlace.engines)
    func `the start page follows one idea to its end`(engine: Engine) async throws {
        let answer = try await Browser(try await Bundled.site(engine)).get("/")
        #expect(answer.words.contains("Was wurde aus „Hebammenzentrale über Stadtgrenzen hinweg“?"))
        #expect(answer.words.contains("Eine bundesweite Vermittlungsplattform deckt das Ziel ab."))
        #expect(answer.links.contains("/faden/idee/8"))
    }

    @Test(arguments: TestPlace.engines)
    func `what is open now is said with its last day, and nothing from the future is told as past`(
        engine: Engine
    ) async throws {
        let answer = try await Browser(try await Bundled.site(engine)).get("/p/musterregion")
        #expect(answer.words.contains("offen bis 18. Dezember 2026"))
        #expect(!answer.words.contains("Abschlussbericht an den Landtag"))
    }

    @Test func `the start page of each programme leads to the other`() async throws {
        let browser = Browser(try await Bundled.site())
        let main = try await browser.get("/")
        let other = try await browser.get("/en/p/musterregion")
        #expect(main.links.contains("/p/musterregion"))
        #expect(other.links.contains("/en"))
    }

    @Test(arguments: TestPlace.engines)
    func `the page about the programme tells phases, pillars, bodies, lessons and documents`(
        engine: Engine
    ) async throws {
        let answer = try await Browser(try await Bundled.site(engine)).get("/programm")
        #expect(answer.words.contains("Phase: Entscheiden"))
        #expect(answer.words.contains("Säule: Partnerprojekte"))
        #expect(answer.words.contains("Eine amtliche Zahl ist nicht dokumentiert · 1 hier dokumentiert"))
        #expect(answer.words.contains("Gremium: Landesregierung (Kabinett)"))
        #expect(answer.words.contains("Was schiefging und was daraus folgt"))
        #expect(answer.words.contains("Fortschrittsbericht 2020"))
        #expect(answer.words.contains("In Leichter Sprache"))
    }

    @Test func `a document that is internal is not offered`() async throws {
        let answer = try await Browser(try await Bundled.site()).get("/p/musterregion/programm")
        #expect(answer.words.contains("Ein Jahr Handeln: Jahresbericht 2025"))
        #expect(!answer.words.contains("Kostenrechnung Regionalticket"))
    }

    private static let phases: [(day: String, start: String?, end: String?, standing: Phase.Standing)] = [
        ("2019-07-14", "2018-04", "2019-07-15", .current), ("2019-07-16", "2018-04", "2019-07-15", .over),
        ("2018-03-31", "2018-04", nil, .coming), ("2019-11-30", nil, "2019-11", .current),
        ("2019-12-01", nil, "2019-11", .over), ("2019-12-01", nil, nil, .undated),
    ]

    @Test(arguments: phases)
    func `a phase knows whether a day lies in it, whatever its precision`(
        day: String, start: String?, end: String?, standing: Phase.Standing
    ) throws {
        let phase = Phase(
            id: "1", key: "zuhoeren", kind: .listening, name: "Zuhören", description: nil,
            startsOn: start.flatMap(PartialDate.init), endsOn: end.flatMap(PartialDate.init), openings: [])
        let today = try #require(PartialDate(day))
        #expect(phase.standing(on: today) == standing)
    }

    @Test func `the template of the start page uses what the page has`() throws {
        try expectKnownTags(HomePage.self)
    }

    /// One less where a programme has nothing to look up, such as no sitting to come.
    @Test func `both programmes need as good as the same number of statements for their start page`() async throws {
        let count = StatementCount()
        let browser = Browser(try await count.site())
        let main = try await count.count(of: "/", in: browser)
        let other = try await count.count(of: "/p/musterregion", in: browser)
        #expect(abs(main - other) <= 1)
        #expect(max(main, other) < 40)
    }
}
