// SPDX-License-Identifier: EUPL-1.2

/// The state of a whole programme on a day, as it was known at a moment. The same day and the same knowledge give the
/// same report, whenever it is asked for.
public struct Stocktaking: Equatable, Sendable {
    public let day: PartialDate
    public let knowledge: Knowledge
    /// By public number.
    public let projects: [ProjectStanding]
    public let funds: [FundsStanding]
    /// Projects of which the ledger holds nothing up to the day: unknown, and not zero.
    public let projectsWithoutFunds: Int64
    public let duties: DutyStandings
    public let indicators: [IndicatorStanding]
    public let officials: [OfficialComparison]

    /// One project on the day.
    public struct ProjectStanding: Equatable, Sendable {
        public let id: String
        public let number: Int64
        public let title: String
        public let isPart: Bool
        public let pillar: String?
        public let ministry: String?
        /// Nil where nobody has said when it began to stand somehow.
        public let state: ProjectState?
        public let stateSince: PartialDate?
        public let stateReason: String?
        /// Of the latest report up to the day.
        public let light: TrafficLight?
        public let reportOn: PartialDate?
        public let milestones: MilestoneStandings
    }

    public struct MilestoneStandings: Equatable, Sendable {
        public var all: Int64 = 0
        public var reached: Int64 = 0
        public var overdue: Int64 = 0
        public var moved: Int64 = 0
        public var dropped: Int64 = 0

        static func + (left: MilestoneStandings, right: MilestoneStandings) -> MilestoneStandings {
            MilestoneStandings(
                all: left.all + right.all, reached: left.reached + right.reached,
                overdue: left.overdue + right.overdue, moved: left.moved + right.moved,
                dropped: left.dropped + right.dropped)
        }
    }

    /// One sum of the ledger. Sums on different bases are never added.
    public struct FundsStanding: Equatable, Sendable {
        public let basis: FundingBasis
        public let kind: FundingKind
        public let cents: Int64
        public let projects: Int64
    }

    /// What was due up to the day.
    public struct DutyStandings: Equatable, Sendable {
        public var due: Int64 = 0
        public var met: Int64 = 0
        public var inTime: Int64 = 0
        public var open: Int64 = 0
    }

    /// The latest value of an indicator up to the day.
    public struct IndicatorStanding: Equatable, Sendable {
        public let id: String
        public let name: String
        public let unit: String
        public let value: ScaledDecimal?
        public let valueOn: PartialDate?
        public let target: ScaledDecimal?
        public let targetOn: PartialDate?
    }

    /// What an official report said, and what is documented here for the same day.
    public struct OfficialComparison: Equatable, Sendable {
        public let asOf: PartialDate
        public let event: String
        public let official: Int64
        public let documented: Int64
        /// Documented here, but without a date from which anything follows for the day.
        public let undated: Int64
        /// Parts of other projects, which official numbers count in some years and not in others.
        public let parts: Int64

        public var difference: Int64 { official - documented }
    }

    public func count(_ state: ProjectState?) -> Int64 { Int64(projects.count { $0.state == state }) }

    public func count(_ light: TrafficLight?) -> Int64 { Int64(projects.count { $0.light == light }) }

    public var milestones: MilestoneStandings { projects.map(\.milestones).reduce(MilestoneStandings(), +) }
}

/// What differs between two reports, as a report of its own.
public struct StocktakingChange: Equatable, Sendable {
    public let earlier: Stocktaking
    public let later: Stocktaking
    public let began: [Stocktaking.ProjectStanding]
    public let moved: [Move]
    public let lights: [Move]
    public let funds: [FundsChange]
    public let indicators: [IndicatorChange]

    public struct Move: Equatable, Sendable {
        public let before: Stocktaking.ProjectStanding
        public let after: Stocktaking.ProjectStanding
    }

    public struct FundsChange: Equatable, Sendable {
        public let basis: FundingBasis
        public let kind: FundingKind
        public let before: Int64?
        public let after: Int64?

        public var cents: Int64 { (after ?? 0) - (before ?? 0) }
    }

    public struct IndicatorChange: Equatable, Sendable {
        public let before: Stocktaking.IndicatorStanding?
        public let after: Stocktaking.IndicatorStanding
    }

    public init(from earlier: Stocktaking, to later: Stocktaking) {
        self.earlier = earlier
        self.later = later
        let known = Dictionary(earlier.projects.map { ($0.id, $0) }) { first, _ in first }
        began = later.projects.filter { known[$0.id] == nil }
        let moves = later.projects.compactMap { after in known[after.id].map { Move(before: $0, after: after) } }
        moved = moves.filter { $0.before.state != $0.after.state }
        lights = moves.filter { $0.before.light != $0.after.light }
        funds = Self.funds(earlier.funds, later.funds)
        let values = Dictionary(earlier.indicators.map { ($0.id, $0) }) { first, _ in first }
        indicators = later.indicators.compactMap { after in
            let before = values[after.id]
            return after.value != nil && before?.value != after.value
                ? IndicatorChange(before: before, after: after) : nil
        }
    }

    private static func funds(
        _ earlier: [Stocktaking.FundsStanding], _ later: [Stocktaking.FundsStanding]
    ) -> [FundsChange] {
        FundingBasis.allCases.flatMap { basis in
            FundingKind.allCases.compactMap { kind in
                let before = earlier.first { $0.basis == basis && $0.kind == kind }?.cents
                let after = later.first { $0.basis == basis && $0.kind == kind }?.cents
                return before == after ? nil : FundsChange(basis: basis, kind: kind, before: before, after: after)
            }
        }
    }

    public var isEmpty: Bool {
        began.isEmpty && moved.isEmpty && lights.isEmpty && funds.isEmpty && indicators.isEmpty
            && earlier.milestones == later.milestones && earlier.duties == later.duties
    }
}
