// SPDX-License-Identifier: EUPL-1.2

/// How far from the bank each place of a river lies: near to what it is tied to, in its order, and never over another.
struct RiverPlacement {
    /// So that a knot can be seen and pointed at.
    static let leastBar = 4.0
    static let rounds = 24

    let breadth: Double
    private let bed: RiverBed
    /// Strands that pass a stage side by side lie closer together than knots.
    static let passingGap = 2.0

    private let slots: [Double]
    /// What lies between a place and the one before it in its stage.
    private let gaps: [Double]
    private var centres: [Double]

    init(_ bed: RiverBed, _ measures: RiverLayout.Measures) {
        self.bed = bed
        slots = bed.places.map { place in
            if case .knot = place.kind { max(place.breadth, measures.leastSlot) } else { place.breadth }
        }
        gaps = Self.gaps(bed, measures.gap)
        let (slots, gaps) = (slots, gaps)
        let needed = bed.stages.map { stage in stage.map { slots[$0] + gaps[$0] }.reduce(0, +) }
        breadth = needed.max() ?? 0
        centres = [Double](repeating: 0, count: bed.places.count)
        for (stage, room) in zip(bed.stages, needed) {
            var start = (breadth - room) / 2
            for place in stage {
                start += gaps[place]
                centres[place] = start + slots[place] / 2
                start += slots[place]
            }
        }
        for round in 0..<Self.rounds {
            for stage in round.isMultiple(of: 2) ? Array(bed.stages) : bed.stages.reversed() { settle(stage) }
        }
    }

    /// Where the bar of each place begins.
    var barStarts: [Double] { centres.indices.map { centres[$0] - bed.places[$0].breadth / 2 } }

    /// The middle of every strand at each stage that it touches.
    func courses(strands: Int) -> [[RiverLayout.Point]] {
        let departures = attachments(at: \.from, towards: \.to)
        let arrivals = attachments(at: \.to, towards: \.from)
        var courses = [[RiverLayout.Point]](repeating: [], count: strands)
        for (index, segment) in bed.segments.enumerated() {
            let (from, to) = (bed.places[segment.from], bed.places[segment.to])
            if courses[segment.strand].isEmpty {
                courses[segment.strand].append(RiverLayout.Point(stage: from.stage, centre: departures[index]))
            }
            courses[segment.strand].append(RiverLayout.Point(stage: to.stage, centre: arrivals[index]))
        }
        return courses
    }

    private static func gaps(_ bed: RiverBed, _ gap: Double) -> [Double] {
        var gaps = [Double](repeating: 0, count: bed.places.count)
        let isPassing = { (place: Int) in
            if case .passing = bed.places[place].kind { true } else { false }
        }
        for stage in bed.stages {
            for (before, place) in zip(stage, stage.dropFirst()) {
                gaps[place] = isPassing(before) && isPassing(place) ? passingGap : gap
            }
        }
        return gaps
    }

    /// Draws the places of a stage to the mean of what they are tied to; then each yields to its neighbours.
    private mutating func settle(_ stage: [Int]) {
        let wished = stage.map { place in
            let ties = bed.segments.compactMap { segment -> (weight: Double, centre: Double)? in
                if segment.from == place { return (segment.breadth, centres[segment.to]) }
                return segment.to == place ? (segment.breadth, centres[segment.from]) : nil
            }
            let weight = ties.map(\.weight).reduce(0, +)
            return weight > 0 ? ties.map { $0.weight * $0.centre }.reduce(0, +) / weight : centres[place]
        }
        var bank = 0.0
        for (place, wish) in zip(stage, wished) {
            centres[place] = max(wish, bank + gaps[place] + slots[place] / 2)
            bank = centres[place] + slots[place] / 2
        }
        bank = breadth
        for place in stage.reversed() {
            centres[place] = min(centres[place], bank - slots[place] / 2)
            bank = centres[place] - slots[place] / 2 - gaps[place]
        }
    }

    /// Side by side at the bar of their knot, in the order of where they go or come from.
    private func attachments(
        at end: KeyPath<RiverBed.Segment, Int>, towards other: KeyPath<RiverBed.Segment, Int>
    ) -> [Double] {
        var attachments = [Double](repeating: 0, count: bed.segments.count)
        for place in bed.places.indices {
            let goal = { (segment: Int) in centres[bed.segments[segment][keyPath: other]] }
            let here = bed.segments.indices.filter { bed.segments[$0][keyPath: end] == place }
                .sorted { (goal($0), $0) < (goal($1), $1) }
            var start = centres[place] - here.map { bed.segments[$0].breadth }.reduce(0, +) / 2
            for segment in here {
                attachments[segment] = start + bed.segments[segment].breadth / 2
                start += bed.segments[segment].breadth
            }
        }
        return attachments
    }
}
