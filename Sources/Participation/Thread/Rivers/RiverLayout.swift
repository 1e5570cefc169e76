// SPDX-License-Identifier: EUPL-1.2

/// Where the knots and strands of a river lie, across its flow. Along the flow, each stage is one line; how far the
/// lines are apart is left to whoever draws.
public struct RiverLayout: Equatable, Sendable {
    /// In the order of the river.
    public let knots: [Knot]
    /// The broadest first, so that narrow ones are drawn above them.
    public let strands: [Strand]
    /// How much room the river needs across its flow.
    public let breadth: Double
    /// The numbers of different measures are so far apart that each measure is drawn to a scale of its own.
    public let hasOwnScales: Bool

    /// A knot is a bar across the flow, in the middle of a slot that also holds its words.
    public struct Knot: Equatable, Sendable {
        public let id: String
        public let stage: Int
        public let start: Double
        public let breadth: Double

        public var centre: Double { start + breadth / 2 }
    }

    /// A strand has the same breadth all along its way.
    public struct Strand: Equatable, Sendable {
        /// Its place in the river's list.
        public let index: Int
        public let breadth: Double
        /// Its middle at every stage from the first knot to the last.
        public let course: [Point]
    }

    public struct Point: Equatable, Sendable {
        public let stage: Int
        public let centre: Double
    }

    /// The measures of a drawing, in its own units.
    public struct Measures: Sendable {
        /// How much room there should be across the flow. More is taken where the words need it.
        public let breadth: Double
        /// Between two slots.
        public let gap: Double
        /// What the words beside a knot need.
        public let leastSlot: Double
        public let leastStrand: Double
        /// The breadth of an amount of 1 at most, so that a short thread does not become a wall.
        public let mostUnit: Double

        public init(breadth: Double, gap: Double, leastSlot: Double, leastStrand: Double = 2, mostUnit: Double) {
            self.breadth = breadth
            self.gap = gap
            self.leastSlot = leastSlot
            self.leastStrand = leastStrand
            self.mostUnit = mostUnit
        }
    }
}

extension RiverLayout {
    /// The same river and measures give the same drawing.
    public init(_ river: River, _ measures: Measures) {
        let scale = RiverScale(river, measures)
        var bed = RiverBed(river, scale)
        bed.order()
        let placement = RiverPlacement(bed, measures)
        knots = bed.places.enumerated().compactMap { index, place in
            guard case .knot(let knot) = place.kind else { return nil }
            return Knot(
                id: river.knots[knot].id, stage: place.stage, start: placement.barStarts[index], breadth: place.breadth)
        }
        let courses = placement.courses(strands: river.strands.count)
        strands = courses.enumerated()
            .map { Strand(index: $0.offset, breadth: scale.breadth(of: river.strands[$0.offset]), course: $0.element) }
            .sorted { ($1.breadth, $0.index) < ($0.breadth, $1.index) }
        breadth = placement.breadth
        hasOwnScales = scale.hasOwnScales
    }
}

/// How broad an amount is drawn.
struct RiverScale {
    /// Up to here, the largest measure is drawn to the same scale as the smallest.
    static let mostContrast = 10.0

    let hasOwnScales: Bool
    private let leastStrand: Double
    /// The breadth of an amount of 1.
    private let units: [String: Double]

    init(_ river: River, _ measures: RiverLayout.Measures) {
        let stages = Dictionary(river.knots.map { ($0.id, $0.stage) }, uniquingKeysWith: { first, _ in first })
        let last = river.knots.map(\.stage).max() ?? 0
        var weights: [String: Double] = [:]
        for stage in 0..<max(last, 1) {
            let passing = river.strands.filter { (stages[$0.from] ?? 0) <= stage && (stages[$0.to] ?? 0) > stage }
            var sums: [String: Double] = [:]
            for strand in passing { sums[strand.measure, default: 0] += Double(strand.amount) }
            weights.merge(sums) { max($0, $1) }
        }
        let largest = weights.values.max() ?? 1
        let smallest = weights.values.min() ?? 1
        let isContrasted = largest > smallest * Self.mostContrast
        let factors = weights.mapValues { isContrasted ? largest / $0 : 1 }
        let busiest = Self.busiest(river, factors)
        let room = max(measures.breadth - measures.gap * Double(max(busiest.knots - 1, 0)), measures.breadth / 2)
        let unit = busiest.weight > 0 ? room / busiest.weight : 1
        hasOwnScales = isContrasted
        leastStrand = measures.leastStrand
        units = factors.mapValues { min(unit * $0, measures.mostUnit) }
    }

    func breadth(of strand: River.Strand) -> Double {
        max(Double(strand.amount) * (units[strand.measure] ?? 1), leastStrand)
    }

    /// The stage whose knots need the most room.
    private static func busiest(_ river: River, _ factors: [String: Double]) -> (weight: Double, knots: Int) {
        var coming: [String: Double] = [:]
        var going: [String: Double] = [:]
        for strand in river.strands {
            let weight = Double(strand.amount) * (factors[strand.measure] ?? 1)
            going[strand.from, default: 0] += weight
            coming[strand.to, default: 0] += weight
        }
        let last = river.knots.map(\.stage).max() ?? 0
        var busiest = (weight: 0.0, knots: 0)
        for stage in 0...last {
            let knots = river.knots.filter { $0.stage == stage }
            let weight = knots.reduce(0.0) { $0 + max(going[$1.id] ?? 0, coming[$1.id] ?? 0) }
            if stage == 0 || weight > busiest.weight { busiest = (weight, knots.count) }
        }
        return busiest
    }
}
