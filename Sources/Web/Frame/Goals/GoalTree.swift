// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// All visions, goals and indicators of a programme, with their gaps.
struct GoalTree: Sendable {
    let goals: [Goal]
    let indicators: [Indicator]
    let projectsWithoutGoal: Int64

    static func read(in programme: String, _ db: Connection) throws -> GoalTree {
        GoalTree(
            goals: try Goal.list(in: programme, db), indicators: try Indicator.list(in: programme, db),
            projectsWithoutGoal: try Goal.projectsWithoutGoal(in: programme, db))
    }

    var visions: [Goal] { goals.filter(\.isVision) }

    /// Goals proper; a vision alone cannot be reached.
    var measurable: [Goal] { goals.filter { !$0.isVision } }

    var goalsWithoutProject: [Goal] { measurable.filter { $0.projects == 0 } }

    var goalsWithoutIndicator: [Goal] { measurable.filter { indicators(of: $0).isEmpty } }

    var indicatorsWithoutValue: [Indicator] { indicators.filter(\.isWithoutValue) }

    /// What describes the region without belonging to a goal.
    var contextIndicators: [Indicator] { indicators.filter { $0.goalID == nil } }

    func goals(under parent: Goal) -> [Goal] { goals.filter { $0.parentID == parent.id } }

    func indicators(of goal: Goal) -> [Indicator] { indicators.filter { $0.goalID == goal.id } }

    /// Goals that serve no vision of the programme.
    var orphans: [Goal] { measurable.filter { goal in !goals.contains { $0.id == goal.parentID } } }

    /// Whose texts the page shows.
    var matters: [String] { goals.map(\.id) + indicators.map(\.id) }
}

/// One goal with what it stands under, how it is measured and what serves it.
struct GoalView: Sendable {
    let goal: Goal
    let parent: Goal?
    let children: [Goal]
    let indicators: [Indicator]
    let projects: [MatterSummary]
    let sources: [Source]

    static func find(number: Int64, in programme: String, _ db: Connection) throws -> GoalView? {
        let tree = GoalTree(
            goals: try Goal.list(in: programme, db), indicators: try Indicator.list(in: programme, db),
            projectsWithoutGoal: 0)
        guard let goal = tree.goals.first(where: { $0.number == number }) else { return nil }
        return GoalView(
            goal: goal, parent: tree.goals.first { $0.id == goal.parentID }, children: tree.goals(under: goal),
            indicators: tree.indicators(of: goal), projects: try goal.servingProjects(in: programme, db),
            sources: try Source.list(of: goal.id, in: db))
    }

    /// Whose texts the page shows.
    var matters: [String] {
        [goal.id] + [parent?.id].compactMap { $0 } + children.map(\.id) + indicators.map(\.id) + projects.map(\.id)
    }
}
