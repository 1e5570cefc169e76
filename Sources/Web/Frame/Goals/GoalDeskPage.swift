// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The tree of goals for those who write it: each with what measures it, and its place.
struct GoalDeskPage: Page {
    static let template = "Goals/desk"
    let heading: String
    let ways: [Section.More]
    let gaps: [Section.More]
    let branches: [Branch]
    /// Indicators that belong to no goal, and what is pursued no longer.
    let sections: [Section]
    let empty: EmptyState?
    let crumbs: [Crumb]

    /// A vision with the goals below it, or the goals that stand under none.
    struct Branch: Sendable {
        let heading: String
        let link: String?
        let moves: [Move]
        let indicators: [Line]
        let goals: [Leaf]
        let none: String?
    }

    struct Leaf: Sendable {
        let title: String
        let link: String
        let details: String
        let moves: [Move]
        let indicators: [Line]
    }

    struct Line: Sendable {
        let title: String
        let link: String
        let details: String
    }

    /// A button that moves a goal by one place.
    struct Move: Sendable {
        let action: String
        let direction: String
        let sign: String
        let label: String
        let formKey: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample: GoalDeskPage = {
        let move = Move(
            action: "/arbeit/ziele/3/reihenfolge", direction: "hoch", sign: "↑", label: "„Bus“ nach oben",
            formKey: "1.2.3")
        let line = Line(title: "Takt", link: "/arbeit/ziele/indikatoren/takt", details: "63,8 Prozent")
        return GoalDeskPage(
            heading: "Ziele und Indikatoren", ways: [Section.More(label: "Neues Ziel", link: "/arbeit/ziele/neu")],
            gaps: [Section.More(label: "2 Ziele ohne Projekt", link: "/ziele?auswahl=ohne-projekt")],
            branches: [
                Branch(
                    heading: "Nah", link: "/arbeit/ziele/1", moves: [move], indicators: [line],
                    goals: [
                        Leaf(
                            title: "Bus", link: "/arbeit/ziele/3", details: "2 Projekte", moves: [move],
                            indicators: [line])
                    ], none: "Noch kein Ziel.")
            ], sections: [.sample], empty: .sample,
            crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
    }()
}

extension GoalDeskPage {
    init(_ tree: GoalTree, formKey: String, in context: SiteContext) {
        let lines = GoalDeskLines(tree: tree, formKey: formKey, context: context)
        heading = context.text("goals.desk.heading")
        ways = [
            Section.More(label: context.text("goals.desk.new"), link: context.links.to(GoalPaths.new)),
            Section.More(
                label: context.text("goals.desk.new-indicator"), link: context.links.to(GoalPaths.newIndicator)),
            Section.More(label: context.text("goals.imports.heading"), link: context.links.to(GoalPaths.imports)),
            Section.More(label: context.text("goals.desk.public"), link: context.links.to(GoalPaths.list)),
        ]
        gaps = context.gapLinks(tree)
        let visions = tree.visions.map { lines.branch($0, among: tree.visions) }
        let orphans = tree.orphans
        let rest =
            orphans.isEmpty
            ? []
            : [
                Branch(
                    heading: context.text("goals.list.orphans"), link: nil, moves: [], indicators: [],
                    goals: orphans.map { lines.leaf($0, among: orphans) }, none: nil)
            ]
        branches = visions + rest
        sections = lines.sections
        empty =
            branches.isEmpty
            ? EmptyState(
                text: context.text("goals.desk.empty"), link: context.links.to(GoalPaths.new),
                linkLabel: context.text("goals.desk.new")) : nil
        crumbs = [context.workCrumb]
    }
}

private struct GoalDeskLines {
    let tree: GoalTree
    let formKey: String
    let context: SiteContext

    func branch(_ vision: Goal, among like: [Goal]) -> GoalDeskPage.Branch {
        let goals = tree.goals(under: vision)
        return GoalDeskPage.Branch(
            heading: vision.title, link: context.links.to(GoalPaths.change(vision.number)),
            moves: moves(vision, among: like), indicators: tree.indicators(of: vision).map(line),
            goals: goals.map { leaf($0, among: goals) },
            none: goals.isEmpty ? context.text("goals.list.no-goals-below") : nil)
    }

    func leaf(_ goal: Goal, among like: [Goal]) -> GoalDeskPage.Leaf {
        GoalDeskPage.Leaf(
            title: goal.title, link: context.links.to(GoalPaths.change(goal.number)),
            details: [goal.fieldName, context.text("goals.goal.projects-count", count: goal.projects)]
                .compactMap { $0 }.joined(separator: " · "),
            moves: moves(goal, among: like), indicators: tree.indicators(of: goal).map(line))
    }

    func line(_ indicator: Indicator) -> GoalDeskPage.Line {
        GoalDeskPage.Line(
            title: indicator.name, link: context.links.to(GoalPaths.indicator(indicator.key)),
            details: context.latest(of: indicator))
    }

    private func moves(_ goal: Goal, among like: [Goal]) -> [GoalDeskPage.Move] {
        let place = like.firstIndex { $0.id == goal.id } ?? 0
        let move = { (direction: MoveGoal.Direction, sign: String) in
            GoalDeskPage.Move(
                action: context.links.to(GoalPaths.order(goal.number)), direction: direction.rawValue, sign: sign,
                label: context.text("goals.desk.move-\(direction.rawValue)", ["title": goal.title]), formKey: formKey)
        }
        return [
            place > 0 ? move(.up, "↑") : nil, place < like.count - 1 ? move(.down, "↓") : nil,
        ].compactMap { $0 }
    }

    /// What stands outside the tree.
    var sections: [Section] {
        let loose = tree.indicators.filter { $0.goalID == nil && $0.retiredOn == nil }
        let retired = tree.goals.filter { $0.retiredOn != nil }
        let unmeasured = tree.indicators.filter { $0.retiredOn != nil }
        let bullets = { (indicators: [Indicator]) in
            indicators.map { indicator in
                Section.Bullet(
                    context.original(indicator.name), link: context.links.to(GoalPaths.indicator(indicator.key)),
                    details: context.latest(of: indicator))
            }
        }
        return [
            loose.isEmpty ? nil : Section(context.text("goals.context.heading"), bullets: bullets(loose)),
            retired.isEmpty
                ? nil
                : Section(
                    context.text("goals.list.retired"),
                    bullets: retired.map {
                        Section.Bullet(
                            context.original($0.title), link: context.links.to(GoalPaths.change($0.number)),
                            details: $0.retiredOn.map { context.notation.date($0) })
                    }),
            unmeasured.isEmpty
                ? nil : Section(context.text("goals.indicators.retired"), bullets: bullets(unmeasured)),
        ].compactMap { $0 }
    }
}

extension SiteContext {
    /// "zuletzt 63,8 Prozent, 31. Dezember 2025".
    func latest(of indicator: Indicator) -> String {
        guard let value = indicator.value else { return text("goals.indicator.unmeasured") }
        let latest = text("goals.indicator.latest", ["value": amount(value, unit: indicator.unit)])
        return [latest, indicator.asOf.map { notation.date($0) }].compactMap { $0 }.joined(separator: ", ")
    }

    /// What is missing, each number with the way to what it counts.
    func gapLinks(_ tree: GoalTree) -> [Section.More] {
        let gaps: [(key: String, count: Int, link: String)] = [
            ("goals", tree.goalsWithoutProject.count, links.to(GoalPaths.list, ["auswahl": GoalGap.project.rawValue])),
            ("projects", Int(tree.projectsWithoutGoal), links.to("/projekte", ["ziel": FilterForm.none])),
            (
                "values", tree.indicatorsWithoutValue.count,
                links.to(GoalPaths.indicators, ["messwert": FilterForm.none])
            ),
        ]
        return gaps.filter { $0.count > 0 }.map { gap in
            Section.More(label: text("goals.gaps.count-\(gap.key)", count: gap.count), link: gap.link)
        }
    }
}
