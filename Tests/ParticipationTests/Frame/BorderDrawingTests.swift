// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct BorderDrawingTests {
    @Test func `a wavy line keeps the points that matter and loses the others`() {
        let line = [(0, 0), (100, 2), (200, 0), (300, 60), (400, 0), (400, 400), (0, 400)].map {
            GridPoint(x: $0.0, y: $0.1)
        }

        let simple = BorderArcs([[line]]).simplified(within: 6)[0][0]

        let corners: [GridPoint] = [(0, 0), (200, 0), (300, 60), (400, 0), (400, 400), (0, 400)].map {
            GridPoint(x: $0.0, y: $0.1)
        }
        #expect(Set(simple) == Set(corners))
    }

    @Test func `neighbours keep the same points where they touch, whichever way they are walked`() {
        let shared = stride(from: 0, through: 1000, by: 20).map { GridPoint(x: 500 + ($0 / 20 * 7) % 13, y: $0) }
        let west = [GridPoint(x: 0, y: 1000), GridPoint(x: 0, y: 0)] + shared
        let east = [GridPoint(x: 1000, y: 0), GridPoint(x: 1000, y: 1000)] + shared.reversed()

        let simple = BorderArcs([[west], [east]]).simplified(within: 8)

        let middle = { (ring: [GridPoint]) in Set(ring.filter { (400..<600).contains($0.x) }) }
        #expect(middle(simple[0][0]) == middle(simple[1][0]))
        #expect(middle(simple[0][0]).count < shared.count / 2)
        #expect(middle(simple[0][0]).count >= 2)
    }

    @Test func `a town inside another has the same border as the hole that it fills`() {
        let round = (0..<60).map { step in
            GridPoint(x: 500 + [0, 40, 80, 40, 0, -40, -80, -40][step % 8] + step, y: 400 + step * 3)
        }
        let outer = [(0, 0), (2000, 0), (2000, 2000), (0, 2000)].map { GridPoint(x: $0.0, y: $0.1) }

        let simple = BorderArcs([[outer, round.reversed()], [round]]).simplified(within: 20)

        #expect(Set(simple[0][1]) == Set(simple[1][0]))
        #expect(simple[0][0].count == 4)
    }

    @Test func `the label stands inside, also where the middle of a shape lies outside of it`() {
        let horseshoe = [
            (0, 0), (1000, 0), (1000, 200), (200, 200), (200, 800), (1000, 800), (1000, 1000), (0, 1000),
        ].map { GridPoint(x: $0.0, y: $0.1) }

        #expect(BorderDrawing.label(in: horseshoe) == GridPoint(x: 100, y: 500))
    }

    @Test func `a drawing is as wide as the longest side and a place keeps its largest part`() throws {
        let speck = [(9.0, 51.0), (9.0001, 51.0), (9.0001, 51.0001)]
        let square = [(8.0, 51.0), (9.0, 51.0), (9.0, 51.5), (8.0, 51.5)]
        let drawing = try #require(
            BorderDrawing([shape("99011000", [square, speck]), shape("99012000", [square.map { ($0.0 + 1, $0.1) }])]))

        #expect(max(drawing.width, drawing.height) == BorderDrawing.longestSide)
        #expect(drawing.places.map(\.ags) == ["99011000", "99012000"])
        #expect(drawing.places[0].path.ranges(of: "M").count == 1)
        #expect(drawing.points == 8)
        #expect(BorderDrawing([]) == nil)
    }

    @Test(arguments: TestPlace.engines)
    func `borders replace each other, name what is unknown or missing, and can be taken away`(
        engine: Engine
    ) async throws {
        try await TestPlace.with(engine) { place in
            let database = try await Bundled.prepare(place)
            let package = try ImportPackage(try Bundled.package("musterregion"))
            let now = try #require(Moment(text: "2026-11-23T08:00:00.000Z"))
            let square = [(8.0, 51.0), (9.0, 51.0), (9.0, 51.5), (8.0, 51.5)]
            let shapes = [shape("99011000", [square]), shape("05913000", [square])]

            let (first, again, missing, removed, left) = try await database.write { db in
                _ = try package.run(at: now, in: db)
                let programme: String = try #require(
                    try db.value("SELECT id FROM programme WHERE slug = 'musterregion'"))
                _ = try ReplaceBorders(shapes, attribution: "© Amt").run(in: programme, at: now, db)
                let report = try ReplaceBorders(shapes, attribution: "© Amt 2026").run(in: programme, at: now, db)
                let map = try BorderMap.load(in: programme, db)
                #expect(throws: BorderFault.attributionMissing) {
                    try ReplaceBorders(shapes, attribution: "  ").run(in: programme, at: now, db)
                }
                #expect(throws: BorderFault.nothingKnown) {
                    try ReplaceBorders([shapes[1]], attribution: "©").run(in: programme, at: now, db)
                }
                return (
                    report, map, report.missing, try RemoveBorders().run(in: programme, db),
                    try BorderMap.load(in: programme, db)
                )
            }
            await database.close()

            #expect(first.drawn == 1)
            #expect(first.unknown == ["05913000"])
            #expect(missing.count == 13)
            #expect(missing.contains("99002018 Neu-Beispiel"))
            #expect(again?.attribution == "© Amt 2026")
            #expect(again?.borders.count == 1)
            #expect(removed == 1)
            #expect(left == nil)
        }
    }

    private func shape(_ ags: String, _ rings: [[(Double, Double)]]) -> BorderShape {
        BorderShape(ags: ags, rings: rings.map { $0.map { (longitude: $0.0, latitude: $0.1) } })
    }
}
