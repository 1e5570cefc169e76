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

    var visions: [Goal] { goals.filter { $0.isVision && $0.retiredOn == nil } }

    /// Goals proper that are pursued; a vision alone cannot be reached.
    var measurable: [Goal] { goals.filter { !$0.isVision && $0.retiredOn == nil } }

    /// What was a vision or goal once.
    var retired: [Goal] { goals.filter { $0.retiredOn != nil } }

    var goalsWithoutProject: [Goal] { measurable.filter { $0.projects == 0 } }

    var goalsWithoutIndicator: [Goal] { measurable.filter { indicators(of: $0).isEmpty } }

    var indicatorsWithoutValue: [Indicator] { indicators.filter { $0.retiredOn == nil && $0.isWithoutValue } }

    /// What describes the region: indicators of a vision, which nobody can reach, and those that belong to no goal.
    var contextIndicators: [Indicator] {
        let aims = Set(goals.filter { !$0.isVision }.map(\.id))
        return indicators.filter { $0.retiredOn == nil && !($0.goalID.map(aims.contains) ?? false) }
    }

    func goals(under parent: Goal) -> [Goal] { measurable.filter { $0.parentID == parent.id } }

    func indicators(of goal: Goal) -> [Indicator] {
        indicators.filter { $0.goalID == goal.id && $0.retiredOn == nil }
    }

    /// Goals that serve no vision of the programme.
    var orphans: [Goal] { measurable.filter { goal in !visions.contains { $0.id == goal.parentID } } }

    /// Whose texts the page shows.
    var matters: [String] { goals.map(\.id) + indicators.map(\.id) }
}

/// One goal with what it stands under, how it is measured and what serves it.
struct GoalView: Sendable {
    let goal: Goal
    let parent: Goal?
    let children: [Goal]
    let indicators: [Indicator]
    /// What describes the region; only of a vision.
    let surroundings: [Indicator]
    let contributions: [Contribution]
    let projects: [MatterSummary]
    let sources: [Source]

    static func find(number: Int64, in programme: String, _ db: Connection) throws -> GoalView? {
        let tree = GoalTree(
            goals: try Goal.list(in: programme, db), indicators: try Indicator.list(in: programme, db),
            projectsWithoutGoal: 0)
        guard let goal = tree.goals.first(where: { $0.number == number }) else { return nil }
        return GoalView(
            goal: goal, parent: tree.goals.first { $0.id == goal.parentID }, children: tree.goals(under: goal),
            indicators: goal.isVision ? [] : tree.indicators(of: goal),
            surroundings: goal.isVision
                ? tree.contextIndicators.filter { $0.goalID == nil || $0.goalID == goal.id } : [],
            contributions: try Contribution.list(in: programme, db),
            projects: try goal.servingProjects(in: programme, db),
            sources: try Source.list(of: goal.id, in: db))
    }

    /// Whose texts the page shows.
    var matters: [String] {
        [goal.id] + [parent?.id].compactMap { $0 } + children.map(\.id) + indicators.map(\.id)
            + surroundings.map(\.id) + projects.map(\.id)
    }
}
