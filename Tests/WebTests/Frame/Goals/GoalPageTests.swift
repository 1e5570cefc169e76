// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct GoalPageTests {
    @Test(arguments: TestPlace.engines)
    func `the Ruhr-Konferenz says plainly that no goal can be measured`(engine: Engine) async throws {
        let answer = try await Browser(try await Bundled.site(engine)).get("/ziele")
        #expect(answer.words.contains("Keine messbaren Ziele dokumentiert"))
        #expect(answer.words.contains("56 Projekte nennen kein Ziel."))
        #expect(answer.words.contains("5.111.530"))
    }

    @Test(arguments: TestPlace.engines)
    func `a gap is said in words`(engine: Engine) async throws {
        let answer = try await Browser(try await Bundled.site(engine)).get("/p/musterregion/ziele")
        #expect(answer.words.contains("Am Ziel „Amtsgänge ohne weite Reise“ arbeitet kein dokumentiertes Projekt."))
        #expect(!answer.words.contains("Keine messbaren Ziele dokumentiert"))
    }

    @Test(arguments: TestPlace.engines)
    func `a goal shows where it began, where it stands and where it should get`(engine: Engine) async throws {
        let answer = try await Browser(try await Bundled.site(engine)).get("/p/musterregion/ziele/7")
        #expect(
            answer.words.contains(
                "Ausgangswert 38, zuletzt 33 (31. Dezember 2025), Zielwert 15 bis 31. Dezember 2028."))
        #expect(answer.words.contains("21 % des Wegs"))
        #expect(answer.links.contains("/p/musterregion/ziele/1"))
        #expect(answer.words.contains("Gesundheitshaus Hochmark"))
    }

    @Test func `the way to a target is the same whichever direction it lies in`() {
        let falling = IndicatorPath(
            baseline: ScaledDecimal(units: 38, scale: 0), value: ScaledDecimal(units: 33, scale: 0),
            target: ScaledDecimal(units: 15, scale: 0))
        let rising = IndicatorPath(
            baseline: ScaledDecimal(units: 3105, scale: 1), value: ScaledDecimal(units: 38825, scale: 2),
            target: ScaledDecimal(units: 620, scale: 0))
        #expect(falling.percent == 21)
        #expect(rising.percent == 25)
    }

    @Test func `nobody is more than there or further back than the beginning`() {
        let start = ScaledDecimal(units: 10, scale: 0)
        let end = ScaledDecimal(units: 20, scale: 0)
        let beyond = IndicatorPath(baseline: start, value: ScaledDecimal(units: 25, scale: 0), target: end)
        let behind = IndicatorPath(baseline: start, value: ScaledDecimal(units: 5, scale: 0), target: end)
        let nowhere = IndicatorPath(baseline: start, value: end, target: start)
        #expect(beyond.percent == 100)
        #expect(behind.percent == 0)
        #expect(nowhere.percent == nil)
    }

    @Test(arguments: TestPlace.engines)
    func `the five fields of action name their ministries and projects`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))
        let list = try await browser.get("/handlungsfelder")
        #expect(list.words.contains("5 Handlungsfelder"))
        #expect(list.words.contains("25 Projekte"))
        let field = try await browser.get("/handlungsfelder/1")
        #expect(field.links.contains("/ressorts/VM"))
        #expect(field.words.contains("6 Projekte: läuft"))
    }

    @Test func `English pages show the English name and mark German texts as German`() async throws {
        let answer = try await Browser(try await Bundled.site()).get("/en/handlungsfelder/1")
        #expect(answer.text.contains("<h1>"))
        #expect(!answer.words.contains("Vernetzte Mobilität – kurze Wege"))
        #expect(answer.text.contains("<p class=\"row-title\" lang=\"de\">"))
    }

    @Test(arguments: ["/ziele/2", "/ziele/01", "/handlungsfelder/6", "/handlungsfelder/mobilitaet"])
    func `a number that nobody has given is not found`(target: String) async throws {
        let answer = try await Browser(try await Bundled.site()).get(target)
        #expect(answer.status == 404)
    }
}
