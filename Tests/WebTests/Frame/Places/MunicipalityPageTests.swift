// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct MunicipalityPageTests {
    @Test(arguments: TestPlace.engines)
    func `all 53 towns of the region are listed on two pages`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))
        let first = try await browser.get("/kommunen")
        #expect(first.words.contains("53 Kommunen"))
        #expect(first.links.filter { $0.hasPrefix("/kommunen/") }.count == 50)
        let second = try await browser.get("/kommunen?seite=2")
        #expect(second.links.filter { $0.hasPrefix("/kommunen/") }.count == 3)
    }

    @Test(arguments: TestPlace.engines)
    func `a district narrows the list, and towns without one can be asked for`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))
        let free = try await browser.get("/kommunen?kreis=kreisfrei")
        #expect(free.words.contains("11 Kommunen"))
        #expect(free.links.contains("/kommunen/05113000"))
        let district = try await browser.get("/p/musterregion/kommunen?kreis=Auental")
        #expect(district.words.contains("Wiesenau"))
        #expect(!district.links.contains("/p/musterregion/kommunen/99002018"))
    }

    @Test(arguments: ["/kommunen?kreis=Nirgendwo", "/kommunen?sortierung=quer", "/kommunen?seite=3", "/kommunen/1"])
    func `what the list does not know gets an answer that says so`(target: String) async throws {
        let answer = try await Browser(try await Bundled.site()).get(target)
        #expect(answer.status == 404)
    }

    @Test(arguments: TestPlace.engines)
    func `the largest town comes first when ordered by population`(engine: Engine) async throws {
        let answer = try await Browser(try await Bundled.site(engine)).get("/kommunen?sortierung=einwohner")
        let towns = answer.links.filter { $0.hasPrefix("/kommunen/") }
        #expect(Array(towns.prefix(2)) == ["/kommunen/05913000", "/kommunen/05113000"])
    }

    @Test func `an earlier key leads to the town of today in the same language`() async throws {
        let answer = try await Browser(try await Bundled.site()).get("/en/p/musterregion/kommunen/99002028")
        #expect(answer.status == 308)
        #expect(answer.headers[.location] == "/en/p/musterregion/kommunen/99002018")
    }

    @Test func `a town tells its people, its projects and what it was before`() async throws {
        let browser = Browser(try await Bundled.site())
        let essen = try await browser.get("/kommunen/05113000")
        #expect(essen.words.contains("583.109"))
        #expect(essen.words.contains("Schulversuch Talentschulen"))
        let merged = try await browser.get("/p/musterregion/kommunen/99002018")
        #expect(merged.words.contains("Niederbeispiel"))
        #expect(merged.words.contains("Altbeispiel"))
    }

    @Test func `a list of fifty towns needs no more statements than one of eleven`() async throws {
        let count = StatementCount()
        let browser = Browser(try await count.site())
        let many = try await count.count(of: "/kommunen", in: browser)
        let few = try await count.count(of: "/kommunen?kreis=kreisfrei", in: browser)
        #expect(many == few)
        #expect(many < 12)
    }

    @Test func `the templates use what the pages have`() throws {
        try expectKnownTags(CataloguePage.self)
        try expectKnownTags(DossierPage.self)
    }
}
