// SPDX-License-Identifier: EUPL-1.2

/// The whole programme as a river: how many ideas went to which forum, what the forums proposed, who had a say, what
/// was decided, and how the projects stand today. What ended on the way ends in the picture.
public struct ProgrammeRiver: Equatable, Sendable {
    public let river: River
    /// The places of the river in its order.
    public let places: [RiverPlace]
    private let counts: RiverCounts

    public init(_ counts: RiverCounts, _ names: RiverNames) {
        self.counts = counts
        let strands = counts.strands
        let named = Set(strands.flatMap { [$0.from, $0.to] })
        places = Self.order(names, counts).filter(named.contains)
        river = River(
            knots: places.map { River.Knot($0.id, stage: $0.stage.rawValue, isLost: $0.isLost) },
            strands: strands.map {
                River.Strand(from: $0.from.id, to: $0.to.id, amount: $0.number, measure: $0.measure.rawValue)
            })
    }

    /// How many things of a measure are in the river.
    public func total(_ measure: RiverMeasure) -> Int64 {
        switch measure {
        case .idea: counts.ideas.map(\.number).reduce(0, +)
        case .proposal: counts.proposals.map(\.number).reduce(0, +)
        case .statement: counts.statements.map(\.number).reduce(0, +)
        case .application: counts.applications.map(\.number).reduce(0, +)
        case .project: counts.projects.map(\.number).reduce(0, +)
        }
    }

    /// Ideas that became a project, were taken up in a proposal, or are said to have been taken up.
    public var ideasTakenUp: Int64 {
        counts.ideas.filter { $0.fate == RiverFate.wentOn }.map(\.number).reduce(0, +)
    }

    /// How many ideas of a forum went on.
    public func ideasTakenUp(by forum: String) -> Int64 {
        counts.ideas.filter { $0.forum == forum && $0.fate == RiverFate.wentOn }.map(\.number).reduce(0, +)
    }

    /// Projects that have no documented decision or application behind them.
    public var projectsWithoutDecision: Int64 {
        counts.projects.filter { $0.origin == .none }.map(\.number).reduce(0, +)
    }

    /// What ended on the way or today, in the order of the river.
    public var losses: [Loss] {
        places.filter(\.isLost).compactMap { place in
            let ending = river.strands.filter { $0.to == place.id }
            guard let measure = ending.first.flatMap({ RiverMeasure(rawValue: $0.measure) }) else { return nil }
            return Loss(place: place, measure: measure, number: ending.map(\.amount).reduce(0, +))
        }
    }

    /// How many things ended at a place.
    public struct Loss: Equatable, Sendable {
        public let place: RiverPlace
        public let measure: RiverMeasure
        public let number: Int64
    }

    private static let ideaFates = [
        "idea.received", "idea.in_review", "idea.answered", "idea.unknown", "idea.declined", "idea.passed_on",
        "idea.merged",
    ]
    private static let proposalFates = [
        RiverFate.openProposal, "proposal.deferred", "proposal.rejected", "proposal.withdrawn",
    ]
    private static let applicationFates = [
        RiverFate.openApplication, "application.declined", "application.withdrawn",
    ]
    private static let states: [ProjectState] = [
        .planned, .running, .suspended, .completed, .permanent, .handedOver, .unknown, .notStarted, .discontinued,
    ]

    /// All places there can be, as they are told from the first stage to the last.
    private static func order(_ names: RiverNames, _ counts: RiverCounts) -> [RiverPlace] {
        let audiences = ["municipalities", "associations", "citizens"]
        // Kinds that an operator has added come after those that are known.
        let added = { (fates: [String], known: [String]) in
            fates.reduce(into: known) { if !$0.contains($1) { $0.append($1) } }
        }
        return [.ideas]
            + names.forums.map { RiverPlace.forum($0.id) } + [.forum("")]
            + [.proposals, .applications]
            + added(counts.ideas.map(\.fate), ideaFates).map(RiverPlace.ideaEnd)
            + added(counts.statements.map(\.audience), audiences).map(RiverPlace.audience)
            + added(counts.proposals.map(\.fate), proposalFates).map(RiverPlace.proposalEnd)
            + added(counts.applications.map(\.fate), applicationFates).map(RiverPlace.applicationEnd)
            + [.decisions, .unknownOrigin, .statementEnd]
            + names.fields.map { RiverPlace.field($0.id) } + [.field("")]
            + states.map(RiverPlace.state)
    }
}
