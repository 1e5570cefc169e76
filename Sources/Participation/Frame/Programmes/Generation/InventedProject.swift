// SPDX-License-Identifier: EUPL-1.2

/// What is decided about an invented project before its texts are made.
struct InventedProject: Sendable {
    enum Pillar: String { case ministry = "ressort", partner = "partner", state = "land" }

    let pillar: Pillar
    let topic: Int
    let forum: Int?
    /// The adopted proposal that led to it.
    let proposal: Int?
    /// The project it is part of.
    let parent: Int?
    let state: ProjectState
    let startDay: Int
    let endDay: Int
    /// In thousands of euros; nil where nothing is known.
    let cost: Int?

    private static let states: [(share: Int, value: ProjectState)] = [
        (38, .running), (19, .completed), (8, .permanent), (8, .planned), (6, .notStarted), (3, .suspended),
        (4, .handedOver), (7, .discontinued), (7, .unknown),
    ]

    /// Seven of ten come from adopted proposals as long as there are any.
    static func all(_ count: Int, of proposals: [InventedProposal], seed: UInt64) -> [InventedProject] {
        let adopted = proposals.indices.filter { proposals[$0].isAdopted }.prefix(count * 7 / 10)
        return (0..<count).map { index in
            let proposal = index < adopted.count ? adopted[index] : nil
            return InventedProject(
                index, proposal: proposal, forum: proposal.map { proposals[$0].forum },
                decidedOn: proposal.flatMap { proposals[$0].sitting }.map(InventedProposal.day(ofSitting:)), seed: seed)
        }
    }

    private init(_ index: Int, proposal: Int?, forum: Int?, decidedOn: Int?, seed: UInt64) {
        var numbers = SeededNumbers(seed: seed, "project", index)
        self.proposal = proposal
        self.forum = forum
        let drawnTopic = numbers.skewed(below: InventedTopic.all.count)
        topic = forum.map { $0 % InventedTopic.all.count } ?? drawnTopic
        let isPart = numbers.chance(6)
        let isPartner = numbers.chance(60)
        pillar = proposal != nil ? .ministry : isPartner ? .partner : .state
        let before = numbers.below(max(1, index))
        parent = proposal == nil && isPart && index > 0 ? before : nil
        state = numbers.pick(Self.states)
        let earliest = max(decidedOn ?? InventedDates.decidingStart, InventedDates.decidingStart) + 30
        startDay = numbers.between(earliest, earliest + 400)
        endDay = startDay + numbers.between(300, 1500)
        let thousands = 20 + 4000 / (1 + numbers.below(400)) * numbers.between(1, 9)
        cost = numbers.chance(82) ? thousands : nil
    }

    /// Whether work has begun, so that there is something to report and to pay.
    var hasBegun: Bool {
        switch state {
        case .running, .completed, .permanent, .suspended, .handedOver, .discontinued: true
        case .planned, .notStarted, .unknown: false
        }
    }
}
