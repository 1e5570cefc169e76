// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct RiverPageTests {
    @Test(arguments: TestPlace.engines)
    func `the river says what got lost and leads to it`(engine: Engine) async throws {
        let browser = Browser(try await Bundled.site(engine))

        let answer = try await browser.get("/faden")

        #expect(answer.status == 200)
        #expect(answer.words.contains("22 Ideen sind dokumentiert, 13 davon wurden ganz oder zum Teil aufgegriffen."))
        #expect(answer.words.contains("8 Ideen: Antwort nicht dokumentiert"))
        #expect(answer.links.contains("/ideen?verbleib=idea-unknown"))
        #expect(answer.words.contains("2 Projekte: nicht weiterverfolgt"))
        #expect(answer.links.contains("/projekte?stand=project-discontinued"))
        #expect(answer.words.contains("Stellungnahmen nicht dokumentiert"))
    }

    @Test(
        arguments: TestPlace.engines,
        [
            "/faden.json", "/faden.json?handlungsfeld=mobilitaet", "/faden.json?forum=13", "/p/musterregion/faden.json",
            "/p/musterregion/faden.json?handlungsfeld=wege", "/p/musterregion/faden.json?forum=1",
            "/p/musterregion/faden.json?forum=2",
        ])
    func `every strand leads to exactly what it counts`(engine: Engine, address: String) async throws {
        let browser = Browser(try await Bundled.site(engine))

        let river = try await browser.get(address)
        let strands = river.text.matches(of: #/"number": ?(\d+),\s*"ends_here": ?\w+,\s*"address": ?"([^"]+)"/#)

        #expect(strands.count > 3)
        for strand in strands {
            let link = String(strand.2).replacing("http://127.0.0.1:8080", with: "").replacing("\\/", with: "/")
            let list = try await browser.get(link)
            let count = list.text.firstMatch(of: #/class="list-count" role="status">(\d+)/#)
            #expect(count.map { String($0.1) } == String(strand.1), "\(link)")
        }
    }

    @Test(arguments: ["/faden?handlungsfeld=mobilitaet", "/faden?forum=13", "/faden?handlungsfeld=mobilitaet&forum=13"])
    func `a part of the programme has its own river`(address: String) async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get(address)

        #expect(answer.status == 200)
        #expect(answer.text.contains("Themenforum\u{A0}13"))
        #expect(!answer.links.contains("/themenforen/14"))
    }

    @Test(arguments: ["/faden?handlungsfeld=mond", "/faden?forum=99", "/faden?forum=x"])
    func `a field or forum that does not exist is no part`(address: String) async throws {
        let browser = Browser(try await Bundled.site())

        let answer = try await browser.get(address)

        #expect(answer.status == 422 || answer.status == 404 || answer.status == 400)
    }

    @Test func `everything in the picture can be reached, named and read`() async throws {
        let browser = Browser(try await Bundled.site())

        let text = try await browser.get("/p/musterregion/faden").text

        let wide = try #require(text.split(separator: "river-frame river-wide").dropFirst().first)
        let drawing = try #require(wide.split(separator: "</svg>").first)
        let water = drawing.matches(of: /river-water/).count
        let links = drawing.matches(of: /<a href="[^"]+" aria-label="[^"]+">/).count
        #expect(water > 30)
        #expect(links > water)
        #expect(text.contains(#"aria-labelledby="river-wide-title""#))
        #expect(text.contains(#"aria-labelledby="river-narrow-title""#))
        #expect(!drawing.contains("NaN"))
        #expect(!drawing.contains("inf"))
    }

    @Test func `both forms of the drawing are told apart by their names`() async throws {
        let browser = Browser(try await Bundled.site())

        let text = try await browser.get("/").text
        let ids = text.matches(of: /\sid="([^"]+)"/).map { String($0.1) }

        #expect(ids.contains("river-wide-title"))
        #expect(Set(ids).count == ids.count)
    }

    /// But for titles, which are read for forty-eight matters at a time.
    @Test func `the number of statements hardly depends on the programme`() async throws {
        let count = StatementCount()
        let browser = Browser(try await count.site())

        let large = try await count.count(of: "/faden", in: browser)
        let small = try await count.count(of: "/p/musterregion/faden", in: browser)

        #expect(abs(large - small) <= 1)
        #expect(large < 20)
    }

    @Test func `three hundred things on one matter are drawn as a group`() {
        let matters = (1...300).map { River.Knot("idea \($0)", stage: 0) }
        let river = River(
            knots: matters + [River.Knot("forum", stage: 1)],
            strands: matters.map { River.Strand(from: $0.id, to: "forum", amount: 1, measure: "step") })

        let picture = RiverDrawing(river, as: .thread, PlainTelling()).picture(title: "t", description: "d")

        #expect(picture.knots.count == 7)
        #expect(picture.strands.count == 6)
        #expect(picture.knots.contains { $0.label == "295" })
        #expect((Double(picture.height) ?? 0) < 700)
    }

    @Test func `a title is broken into rows that fit`() {
        let rows = RiverLabel.rows(
            of: "Potentiale der Metropolregion für Gesundheit und Pflege nutzen", longest: 19, most: 3)

        #expect(rows.count == 3)
        #expect(rows.allSatisfy { $0.count <= 19 })
        #expect(rows.last?.hasSuffix("…") == true)
    }

    @Test func `numbers of the drawing have one place at most`() {
        #expect([0, 3, 12.34, -0.26, 7.96].map(RiverDrawing.number) == ["0", "3", "12.3", "-0.3", "8"])
    }

    @Test func `the template uses what the page has`() throws {
        try expectKnownTags(RiverPage.self)
    }

    private struct PlainTelling: RiverTelling {
        let stages: [RiverStageWords] = []

        func words(of knot: River.Knot) -> RiverKnotWords {
            RiverKnotWords(
                strong: knot.members.isEmpty ? knot.id : String(knot.members.count), title: nil, tone: .quiet,
                link: nil)
        }

        func words(of strand: River.Strand) -> RiverStrandWords {
            RiverStrandWords(amount: String(strand.amount), tone: .quiet, link: nil)
        }
    }
}
