// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct RiverLayoutTests {
    private static let measures = RiverLayout.Measures(breadth: 400, gap: 8, leastSlot: 30, mostUnit: 20)

    /// Four stages with strands that pass stages, made without chance: the same numbers in every run.
    private static func river(seed: Int64) -> River {
        let counts = [3, 6, 4, 5]
        let knots = counts.enumerated().flatMap { stage, count in
            (0..<count).map { River.Knot("\(stage)-\($0)", stage: stage, isLost: stage > 0 && $0 == count - 1) }
        }
        var state = seed
        var strands: [River.Strand] = []
        for from in knots where !from.isLost {
            for to in knots where to.stage > from.stage {
                state = (state * 1103 + 12345) % 65_521
                guard state % 3 == 0 else { continue }
                strands.append(River.Strand(from: from.id, to: to.id, amount: state % 17 + 1, measure: "project"))
            }
        }
        return River(knots: knots, strands: strands)
    }

    @Test(arguments: 1...40) func `knots of a stage keep their distance and stay within the river`(seed: Int64) {
        let layout = RiverLayout(Self.river(seed: seed), Self.measures)

        for stage in 0..<4 {
            let knots = layout.knots.filter { $0.stage == stage }.sorted { $0.centre < $1.centre }
            let slots = knots.map { knot in
                let half = max(knot.breadth, Self.measures.leastSlot) / 2
                return (start: knot.centre - half, end: knot.centre + half)
            }
            for (upper, lower) in zip(slots, slots.dropFirst()) {
                #expect(lower.start - upper.end >= Self.measures.gap - 0.001)
            }
            #expect(slots.allSatisfy { $0.start >= -0.001 && $0.end <= layout.breadth + 0.001 })
        }
    }

    @Test(arguments: 1...40) func `strands fill their knots side by side and leave none of them`(seed: Int64) {
        let river = Self.river(seed: seed)
        let layout = RiverLayout(river, Self.measures)

        for knot in layout.knots {
            let leaving = layout.strands.filter { river.strands[$0.index].from == knot.id }
            let arriving = layout.strands.filter { river.strands[$0.index].to == knot.id }
            for side in [leaving.map { ($0.course.first, $0.breadth) }, arriving.map { ($0.course.last, $0.breadth) }] {
                let bands = side.compactMap { point, breadth in point.map { ($0.centre - breadth / 2, breadth) } }
                    .sorted { $0.0 < $1.0 }
                for (one, next) in zip(bands, bands.dropFirst()) { #expect(abs(one.0 + one.1 - next.0) < 0.001) }
                #expect(bands.map(\.1).reduce(0, +) <= knot.breadth + 0.001)
                #expect(bands.allSatisfy { $0.0 >= knot.start - 0.001 })
                #expect(bands.allSatisfy { $0.0 + $0.1 <= knot.start + knot.breadth + 0.001 })
            }
            let fullest = max(leaving.map(\.breadth).reduce(0, +), arriving.map(\.breadth).reduce(0, +))
            #expect(abs(knot.breadth - max(fullest, RiverPlacement.leastBar)) < 0.001)
        }
    }

    @Test(arguments: 1...40) func `a strand keeps its breadth in proportion and touches each stage once`(seed: Int64) {
        let river = Self.river(seed: seed)
        let layout = RiverLayout(river, Self.measures)
        let stages = Dictionary(uniqueKeysWithValues: river.knots.map { ($0.id, $0.stage) })

        #expect(layout.strands.count == river.strands.count)
        for strand in layout.strands {
            let told = river.strands[strand.index]
            #expect(strand.course.map(\.stage) == Array((stages[told.from] ?? -1)...(stages[told.to] ?? -1)))
        }
        let units = layout.strands.filter { $0.breadth > Self.measures.leastStrand }
            .map { $0.breadth / Double(river.strands[$0.index].amount) }
        #expect(!units.isEmpty)
        #expect((units.max() ?? 0) - (units.min() ?? 0) < 0.001)
    }

    @Test(arguments: 1...40)
    func `the same river gives the same drawing and no more crossings than its list`(seed: Int64) {
        let river = Self.river(seed: seed)
        var bed = RiverBed(river, RiverScale(river, Self.measures))
        let before = bed.crossings
        bed.order()

        #expect(RiverLayout(river, Self.measures) == RiverLayout(river, Self.measures))
        #expect(bed.crossings <= before)
        #expect(before > 0)
    }

    @Test func `strands that cross only by their order are untangled`() {
        let river = River(
            knots: ["a", "b", "c"].map { River.Knot($0, stage: 0) } + ["x", "y", "z"].map { River.Knot($0, stage: 1) },
            strands: [("a", "z"), ("b", "y"), ("c", "x")].map {
                River.Strand(from: $0, to: $1, amount: 4, measure: "idea")
            })
        var bed = RiverBed(river, RiverScale(river, Self.measures))
        let before = bed.crossings
        bed.order()

        #expect(before > 0)
        #expect(bed.crossings == 0)
    }

    @Test func `what got lost lies at the lower bank`() throws {
        let layout = RiverLayout(
            River(
                knots: [
                    River.Knot("ideas", stage: 0), River.Knot("lost", stage: 1, isLost: true),
                    River.Knot("forum", stage: 1),
                ],
                strands: [
                    River.Strand(from: "ideas", to: "lost", amount: 300, measure: "idea"),
                    River.Strand(from: "ideas", to: "forum", amount: 5, measure: "idea"),
                ]), Self.measures)

        let lost = try #require(layout.knots.first { $0.id == "lost" })
        let forum = try #require(layout.knots.first { $0.id == "forum" })
        #expect(lost.start > forum.start + forum.breadth)
    }

    @Test func `measures that are far apart are drawn to scales of their own`() {
        func layout(ideas: Int64) -> RiverLayout {
            RiverLayout(
                River(
                    knots: [River.Knot("a", stage: 0), River.Knot("b", stage: 1), River.Knot("c", stage: 2)],
                    strands: [
                        River.Strand(from: "a", to: "b", amount: ideas, measure: "idea"),
                        River.Strand(from: "b", to: "c", amount: 50, measure: "project"),
                    ]), Self.measures)
        }

        #expect(!layout(ideas: 400).hasOwnScales)
        #expect(layout(ideas: 20_000).hasOwnScales)
        let breadths = layout(ideas: 20_000).strands.map(\.breadth)
        #expect(breadths.count == 2)
        #expect(breadths.allSatisfy { abs($0 - 400) < 0.001 })
    }

    @Test func `a river of nothing and one of a single step can be drawn`() {
        let nothing = RiverLayout(River(knots: [], strands: []), Self.measures)
        let single = RiverLayout(
            River(
                knots: [River.Knot("a", stage: 0), River.Knot("b", stage: 1)],
                strands: [River.Strand(from: "a", to: "b", amount: 1, measure: "link")]), Self.measures)

        #expect(nothing.knots.isEmpty)
        #expect(nothing.breadth == 0)
        #expect(single.strands.map(\.breadth) == [20])
        #expect(single.breadth == 30)
    }
}
