// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Storage
import Testing

@testable import Web

@Suite struct BodyPageTests {
    @Test(arguments: TestPlace.engines)
    func `thirteen ministries are listed with their term`(engine: Engine) async throws {
        let answer = try await Browser(try await Bundled.site(engine)).get("/ressorts")
        #expect(answer.words.contains("13 Ressorts"))
        #expect(answer.words.contains("Juni 2017 bis Juni 2022"))
        #expect(answer.links.contains("/ressorts/StK"))
    }

    @Test func `the address of a ministry is found in any case and kept in one`() async throws {
        let browser = Browser(try await Bundled.site())
        let other = try await browser.get("/ressorts/stk")
        #expect(other.status == 308)
        #expect(other.headers[.location] == "/ressorts/StK")
        let unknown = try await browser.get("/ressorts/XYZ")
        #expect(unknown.status == 404)
    }

    @Test func `a ministry that was split names both that came after`() async throws {
        let answer = try await Browser(try await Bundled.site()).get("/ressorts/MULNV")
        #expect(answer.words.contains("MUNV"))
        #expect(answer.words.contains("MLV"))
    }

    @Test func `ministries of the programme that follow each other are linked both ways`() async throws {
        let browser = Browser(try await Bundled.site())
        let before = try await browser.get("/p/musterregion/ressorts/MV")
        let after = try await browser.get("/p/musterregion/ressorts/MVU")
        #expect(before.links.contains("/p/musterregion/ressorts/MVU"))
        #expect(after.links.contains("/p/musterregion/ressorts/MV"))
        #expect(after.links.contains("/p/musterregion/ressorts/MUL"))
    }

    @Test(arguments: TestPlace.engines)
    func `organisations can be narrowed by kind`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))
        let all = try await browser.get("/organisationen")
        #expect(all.words.contains("57 Organisationen"))
        let universities = try await browser.get("/organisationen?art=university")
        #expect(universities.words.contains("12 Organisationen"))
        let unknown = try await browser.get("/organisationen?art=zirkus")
        #expect(unknown.status == 404)
    }

    @Test(arguments: TestPlace.engines)
    func `an organisation tells its predecessors and its forums`(engine: Engine) async throws {
        let answer = try await Browser(try await Bundled.site(engine)).get("/p/musterregion/organisationen/20")
        #expect(answer.words.contains("entstanden aus: Technische Akademie Musterhausen"))
        #expect(answer.links.contains("/p/musterregion/kommunen/99011000"))
    }

    @Test(arguments: TestPlace.engines)
    func `a statement that is still internal does not appear with its sender`(engine: Engine) async throws {
        let answer = try await Browser(try await Bundled.site(engine)).get("/p/musterregion/organisationen/12")
        #expect(answer.words.contains("Fahrgastverband Musterregion"))
        #expect(answer.words.contains("Eine öffentliche Stellungnahme dieser Organisation ist nicht dokumentiert."))
        #expect(!answer.links.contains("/p/musterregion/stellungnahmen/28"))
    }

    @Test func `many organisations need no more statements than few`() async throws {
        let count = StatementCount()
        let browser = Browser(try await count.site())
        let many = try await count.count(of: "/organisationen", in: browser)
        let few = try await count.count(of: "/organisationen?art=union", in: browser)
        #expect(many == few)
    }
}
