// SPDX-License-Identifier: EUPL-1.2

/// Something that flows from stage to stage and is counted on the way: ideas that become projects, money that reaches
/// its purpose, the steps of one thread.
public struct River: Equatable, Sendable {
    /// In the order in which they are told where nothing else decides.
    public let knots: [Knot]
    public let strands: [Strand]
    private let amounts: [String: Int64]

    /// Where strands begin, meet or end.
    public struct Knot: Equatable, Sendable {
        public let id: String
        /// Counted from 0, in the direction of the flow.
        public let stage: Int
        /// What arrives here does not go on: it got lost, was refused or is still waiting.
        public let isLost: Bool
        /// The knots that were put together to this one; empty for a knot of its own.
        public let members: [String]

        public init(_ id: String, stage: Int, isLost: Bool = false, members: [String] = []) {
            self.id = id
            self.stage = stage
            self.isLost = isLost
            self.members = members
        }
    }

    /// What goes from one knot to another of a later stage.
    public struct Strand: Equatable, Sendable {
        public let from: String
        public let to: String
        public let amount: Int64
        /// What is counted; strands of one measure can be compared by their breadth.
        public let measure: String

        public init(from: String, to: String, amount: Int64, measure: String) {
            self.from = from
            self.to = to
            self.amount = amount
            self.measure = measure
        }
    }

    /// Strands of the same measure between the same knots become one; a strand without amount, against the flow or
    /// without both its knots is none.
    public init(knots: [Knot], strands: [Strand]) {
        let stages = Dictionary(knots.map { ($0.id, $0.stage) }, uniquingKeysWith: { first, _ in first })
        self.knots = knots
        self.strands = Self.joined(strands).filter { strand in
            guard let from = stages[strand.from], let to = stages[strand.to] else { return false }
            return from < to && strand.amount > 0
        }
        let leaving = self.strands.reduce(into: [String: Int64]()) { $0[$1.from, default: 0] += $1.amount }
        let arriving = self.strands.reduce(into: [String: Int64]()) { $0[$1.to, default: 0] += $1.amount }
        amounts = leaving.merging(arriving) { _, arriving in arriving }
    }

    /// What arrives at a knot, or where nothing arrives, what leaves it; all measures together.
    public func amount(of knot: String) -> Int64 { amounts[knot] ?? 0 }

    /// The same river with at most this many knots at each stage: the largest stay, the others become one whose id is
    /// `rest STAGE`, or `lost STAGE` for what does not go on.
    /// - Parameter whole: stages of which every knot that goes on stays
    public func merged(most: Int, lost: Int, keeping whole: Set<Int> = []) -> River {
        var names: [String: String] = [:]
        var rests: [String: [String]] = [:]
        for group in groups {
            guard let first = group.first, first.isLost || !whole.contains(first.stage) else { continue }
            let most = first.isLost ? lost : most
            guard group.count > most else { continue }
            let kept = Set(heaviest(group).prefix(max(most - 1, 0)).map(\.id))
            let name = "\(first.isLost ? "lost" : "rest") \(first.stage)"
            for knot in group where !kept.contains(knot.id) {
                names[knot.id] = name
                rests[name, default: []].append(knot.id)
            }
        }
        return River(
            knots: renamed(names, rests),
            strands: strands.map { strand in
                Strand(
                    from: names[strand.from] ?? strand.from, to: names[strand.to] ?? strand.to, amount: strand.amount,
                    measure: strand.measure)
            })
    }

    /// The knots that stay, then those that stand for several.
    private func renamed(_ names: [String: String], _ rests: [String: [String]]) -> [Knot] {
        var made: Set<String> = []
        let joined = knots.compactMap { knot -> Knot? in
            guard let name = names[knot.id], made.insert(name).inserted else { return nil }
            return Knot(name, stage: knot.stage, isLost: knot.isLost, members: rests[name] ?? [])
        }
        return knots.filter { names[$0.id] == nil } + joined
    }

    /// The knots by stage, those that go on and those that do not.
    private var groups: [[Knot]] {
        let stages = (knots.map(\.stage).max() ?? -1) + 1
        return (0..<stages).flatMap { stage in
            [false, true].map { isLost in knots.filter { $0.stage == stage && $0.isLost == isLost } }
        }
    }

    private func heaviest(_ group: [Knot]) -> [Knot] {
        let weighed = group.enumerated().map { (place: $0.offset, knot: $0.element, amount: amount(of: $0.element.id)) }
        return weighed.sorted { ($1.amount, $0.place) < ($0.amount, $1.place) }.map(\.knot)
    }

    private static func joined(_ strands: [Strand]) -> [Strand] {
        var places: [[String]: Int] = [:]
        var joined: [Strand] = []
        for strand in strands {
            let key = [strand.from, strand.to, strand.measure]
            if let place = places[key] {
                let sum = joined[place].amount + strand.amount
                joined[place] = Strand(from: strand.from, to: strand.to, amount: sum, measure: strand.measure)
            } else {
                places[key] = joined.count
                joined.append(strand)
            }
        }
        return joined
    }
}
