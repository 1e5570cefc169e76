// SPDX-License-Identifier: EUPL-1.2

/// The places of a river stage by stage: its knots, and where long strands pass a stage between them. It knows which
/// place lies beside which, chosen so that few strands cross.
struct RiverBed {
    enum Kind: Equatable {
        case knot(Int)
        case passing(strand: Int)
    }

    struct Place: Equatable {
        let kind: Kind
        let stage: Int
        let isLost: Bool
        let breadth: Double
    }

    /// A strand from one stage to the next.
    struct Segment: Equatable {
        let strand: Int
        let from: Int
        let to: Int
        let breadth: Double
    }

    private(set) var places: [Place] = []
    private(set) var segments: [Segment] = []
    /// The places of each stage from one bank to the other.
    private(set) var stages: [[Int]] = []

    static let sweeps = 12

    init(_ river: River, _ scale: RiverScale) {
        let knots = Dictionary(river.knots.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var arriving = [Double](repeating: 0, count: river.knots.count)
        var leaving = arriving
        for strand in river.strands {
            guard let from = knots[strand.from], let to = knots[strand.to] else { continue }
            leaving[from] += scale.breadth(of: strand)
            arriving[to] += scale.breadth(of: strand)
        }
        places = river.knots.enumerated().map { index, knot in
            Place(
                kind: .knot(index), stage: knot.stage, isLost: knot.isLost,
                breadth: max(arriving[index], leaving[index], RiverPlacement.leastBar))
        }
        for (index, strand) in river.strands.enumerated() {
            guard let from = knots[strand.from], let to = knots[strand.to] else { continue }
            lay(index, from: from, to: to, breadth: scale.breadth(of: strand))
        }
        let last = places.map(\.stage).max() ?? 0
        stages = (0...last).map { stage in
            let here = places.indices.filter { places[$0].stage == stage }
            return here.filter { !places[$0].isLost } + here.filter { places[$0].isLost }
        }
    }

    private mutating func lay(_ strand: Int, from: Int, to: Int, breadth: Double) {
        var near = from
        for stage in (places[from].stage + 1)..<places[to].stage {
            places.append(Place(kind: .passing(strand: strand), stage: stage, isLost: false, breadth: breadth))
            segments.append(Segment(strand: strand, from: near, to: places.count - 1, breadth: breadth))
            near = places.count - 1
        }
        segments.append(Segment(strand: strand, from: near, to: to, breadth: breadth))
    }

    /// Moves places beside what they are tied to, forwards and backwards in turn, and keeps the order with the fewest
    /// crossings. What got lost stays at the lower bank.
    mutating func order() {
        var best = (stages: stages, crossings: crossings)
        for sweep in 0..<Self.sweeps where best.crossings > 0 {
            let isForward = sweep.isMultiple(of: 2)
            for stage in isForward ? Array(stages.indices) : stages.indices.reversed() {
                sort(stage, towardsEarlier: isForward)
            }
            if crossings < best.crossings { best = (stages, crossings) }
        }
        stages = best.stages
    }

    private mutating func sort(_ stage: Int, towardsEarlier: Bool) {
        let spots = self.spots
        let keyed = stages[stage].enumerated().map { offset, place in
            let ties = segments.filter { (towardsEarlier ? $0.to : $0.from) == place }
            let weight = ties.map(\.breadth).reduce(0, +)
            let sum = ties.map { $0.breadth * Double(spots[towardsEarlier ? $0.from : $0.to]) }.reduce(0, +)
            return (place: place, mean: weight > 0 ? sum / weight : Double(offset), offset: offset)
        }
        stages[stage] = keyed.sorted { left, right in
            let (leftLost, rightLost) = (places[left.place].isLost ? 1 : 0, places[right.place].isLost ? 1 : 0)
            return (leftLost, left.mean, left.offset) < (rightLost, right.mean, right.offset)
        }.map(\.place)
    }

    /// Where each place stands within its stage.
    private var spots: [Int] {
        var spots = [Int](repeating: 0, count: places.count)
        for stage in stages {
            for (spot, place) in stage.enumerated() { spots[place] = spot }
        }
        return spots
    }

    /// How much crosses: each crossing weighs as much as the narrower of its two strands.
    var crossings: Double {
        let spots = self.spots
        var crossings = 0.0
        for stage in stages.indices {
            let here = segments.filter { places[$0.from].stage == stage }
            for (first, one) in here.enumerated() {
                for other in here[(first + 1)...] {
                    let near = spots[one.from] - spots[other.from]
                    let far = spots[one.to] - spots[other.to]
                    if near * far < 0 { crossings += min(one.breadth, other.breadth) }
                }
            }
        }
        return crossings
    }
}
