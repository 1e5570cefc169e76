// SPDX-License-Identifier: EUPL-1.2

/// What is decided about an invented proposal before its texts are made.
struct InventedProposal: Sendable {
    let forum: Int
    let state: ProposalState
    let outcome: ProposalOutcome?
    let publishedDay: Int
    /// The consultation that heard it; nil where it got no further.
    let consultation: Int?
    /// The sitting that decided or deferred it.
    let sitting: Int?
    let versions: Int
    let paragraphs: Int

    /// Monthly sittings of the cabinet, from October 2022 to December 2023.
    static let sittings = 15

    static func day(ofSitting sitting: Int) -> Int { 19_275 + sitting * 30 }

    init(_ index: Int, seed: UInt64, consultations: Int) {
        var numbers = SeededNumbers(seed: seed, "proposal", index)
        forum = numbers.skewed(below: InventedProgramme.forumCount)
        let states: [(share: Int, value: ProposalState)] = [
            (4, .draft), (6, .published), (5, .inConsultation), (5, .revised), (6, .submitted), (71, .decided),
            (3, .withdrawn),
        ]
        state = numbers.pick(states)
        let outcomes: [(share: Int, value: ProposalOutcome)] = [(62, .adopted), (20, .conditional), (18, .rejected)]
        let decided = numbers.pick(outcomes)
        let isDeferred = numbers.chance(50)
        switch state {
        case .decided: outcome = decided
        case .submitted: outcome = isDeferred ? .deferred : nil
        case .draft, .published, .inConsultation, .revised, .withdrawn: outcome = nil
        }
        publishedDay = numbers.between(InventedDates.decidingStart, InventedDates.decidingStart + 120)
        let heard = numbers.below(max(1, consultations - 1))
        switch state {
        case .draft, .published, .withdrawn: consultation = nil
        case .inConsultation: consultation = consultations - 1
        case .revised, .submitted, .decided: consultation = heard
        }
        let sat = numbers.below(Self.sittings)
        sitting = outcome == nil ? nil : sat
        let revised = numbers.between(2, 3)
        versions = consultation == nil || state == .inConsultation ? 1 : revised
        paragraphs = numbers.between(4, InventedPapers.paragraphs.count)
    }

    var isAdopted: Bool { outcome == .adopted || outcome == .conditional }

    /// Paragraphs that people can speak about in the first version: `a1`, `a2` …
    static func lineage(_ paragraph: Int) -> String { "a\(paragraph + 1)" }
}

/// The items that one ministry brings into one sitting.
struct InventedPaper: Sendable {
    let sitting: Int
    let ministry: Int
    /// The proposals that are items, in the order of their labels.
    let items: [Int]

    static func all(of proposals: [InventedProposal]) -> [InventedPaper] {
        let ministries = InventedNames.ministries.count
        var items = [[Int]](repeating: [], count: InventedProposal.sittings * ministries)
        for (index, proposal) in proposals.enumerated() {
            guard let sitting = proposal.sitting else { continue }
            let topic = InventedTopic.all[proposal.forum % InventedTopic.all.count]
            items[sitting * ministries + topic.ministry].append(index)
        }
        return items.enumerated().filter { !$0.element.isEmpty }.map { place, items in
            InventedPaper(sitting: place / ministries, ministry: place % ministries, items: items)
        }
    }
}
