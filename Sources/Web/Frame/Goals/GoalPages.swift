// SPDX-License-Identifier: EUPL-1.2

import Participation

extension CataloguePage {
    /// The tree of goals: vision by vision, then the gaps, then what describes the region.
    init(_ tree: GoalTree, _ texts: ProgrammeTexts, in context: SiteContext) {
        let visions = tree.visions.map { Self.vision($0, tree, texts, in: context) }
        let orphans = tree.orphans
        let others =
            orphans.isEmpty
            ? []
            : [
                Section(
                    context.text("goals.list.orphans"),
                    rows: orphans.map { context.row($0, tree.indicators(of: $0), in: texts) })
            ]
        let surroundings =
            tree.contextIndicators.isEmpty
            ? []
            : [
                Section(
                    context.text("goals.context.heading"), anchor: "kennzahlen",
                    paragraphs: [ProgrammeText(text: context.text("goals.context.lead"), language: nil)],
                    table: Table(
                        tree.contextIndicators, texts, caption: context.text("goals.context.caption"), in: context),
                    more: Self.pictures(in: context))
            ]
        self.init(
            heading: context.text("goals.list.heading"), lead: context.text("goals.list.lead"),
            notice: tree.measurable.isEmpty
                ? Notice(
                    context.text("goals.list.unmeasured"), heading: context.text("goals.list.unmeasured-heading"),
                    tone: .warning) : nil,
            sections: visions + others + [Self.gaps(tree, texts, in: context)] + surroundings
                + Self.retired(tree, texts, in: context),
            downloads: Downloads(
                of: "/ziele", heading: context.text("goals.list.heading"), beside: [.indicators, .measurements],
                in: context))
    }

    private static func pictures(in context: SiteContext) -> Section.More {
        Section.More(label: context.text("goals.indicators.all"), link: context.links.to(GoalPaths.indicators))
    }

    /// What was pursued once, with the day of its end.
    private static func retired(_ tree: GoalTree, _ texts: ProgrammeTexts, in context: SiteContext) -> [Section] {
        guard !tree.retired.isEmpty else { return [] }
        let bullets = tree.retired.map { goal in
            Section.Bullet(
                texts.text("title", of: goal.id, or: goal.title), link: context.links.to("/ziele/\(goal.number)"),
                details: goal.retiredOn.map { context.text("goals.end.since", ["date": context.notation.date($0)]) })
        }
        return [Section(context.text("goals.list.retired"), anchor: "beendet", bullets: bullets)]
    }

    /// Only the goals with a gap of one kind.
    init(_ gap: GoalGap, in tree: GoalTree, _ texts: ProgrammeTexts, in context: SiteContext) {
        let goals = gap.goals(of: tree)
        self.init(
            heading: context.text("goals.gap.\(gap.rawValue)"), lead: context.text("goals.gap.\(gap.rawValue)-lead"),
            count: context.text("goals.gap.count", count: goals.count),
            rows: goals.map { context.row($0, tree.indicators(of: $0), in: texts) },
            empty: goals.isEmpty
                ? EmptyState(
                    text: context.text("goals.gap.none"), link: context.links.to(GoalPaths.list),
                    linkLabel: context.text("goals.list.all")) : nil)
    }

    private static func vision(
        _ vision: Goal, _ tree: GoalTree, _ texts: ProgrammeTexts, in context: SiteContext
    ) -> Section {
        let goals = tree.goals(under: vision)
        let title = texts.text("title", of: vision.id, or: vision.title)
        var section = Section(
            context.text("goals.list.vision", ["title": title.text]),
            anchor: "leitbild-\(vision.number)",
            paragraphs: [texts.text("text", of: vision.id, or: vision.text)].compactMap { $0 },
            rows: goals.map { context.row($0, tree.indicators(of: $0), in: texts) },
            note: goals.isEmpty
                ? context.text("goals.list.no-goals-below")
                : context.hint(confidence: vision.confidence),
            more: Section.More(
                label: context.text("goals.list.vision-more"), link: context.links.to("/ziele/\(vision.number)")))
        section.headingLanguage = title.language
        return section
    }

    /// Gaps in words: goals that nobody works on, projects that serve no goal, indicators that nobody has measured.
    private static func gaps(_ tree: GoalTree, _ texts: ProgrammeTexts, in context: SiteContext) -> Section {
        var gaps: [Section.Bullet] = []
        for goal in tree.goalsWithoutProject {
            let title = texts.text("title", of: goal.id, or: goal.title).text
            gaps.append(
                Section.Bullet(
                    context.text("goals.gaps.without-project", ["title": title]),
                    link: context.links.to("/ziele/\(goal.number)")))
        }
        for goal in tree.goalsWithoutIndicator {
            let title = texts.text("title", of: goal.id, or: goal.title).text
            gaps.append(
                Section.Bullet(
                    context.text("goals.gaps.without-indicator", ["title": title]),
                    link: context.links.to("/ziele/\(goal.number)")))
        }
        for indicator in tree.indicatorsWithoutValue {
            gaps.append(
                Section.Bullet(
                    context.text(
                        "goals.gaps.without-value",
                        ["name": texts.text("name", of: indicator.id, or: indicator.name).text]),
                    link: context.links.to(GoalPaths.indicators) + "#\(indicator.anchor)"))
        }
        if tree.projectsWithoutGoal > 0 {
            gaps.append(
                Section.Bullet(
                    context.text("goals.gaps.projects", count: tree.projectsWithoutGoal),
                    link: context.links.to("/projekte", ["ziel": FilterForm.none])))
        }
        return Section(
            context.text("goals.gaps.heading"), anchor: "luecken", bullets: gaps,
            note: gaps.isEmpty ? context.text("goals.gaps.none") : nil, more: pictures(in: context))
    }
}

/// What a goal can lack.
enum GoalGap: String, CaseIterable {
    case project = "ohne-projekt"
    case indicator = "ohne-indikator"

    func goals(of tree: GoalTree) -> [Goal] {
        switch self {
        case .project: tree.goalsWithoutProject
        case .indicator: tree.goalsWithoutIndicator
        }
    }
}

extension SiteContext {
    /// A goal in a line of a list, with its field and what serves and measures it.
    /// - Parameter indicators: nil where they have not been read
    func row(_ goal: Goal, _ indicators: [Indicator]? = nil, in texts: ProgrammeTexts) -> ListRow {
        let title = texts.text("title", of: goal.id, or: goal.title)
        return ListRow(
            title: title.text, link: links.to("/ziele/\(goal.number)"),
            text: texts.text("text", of: goal.id, or: goal.text)?.text,
            worded: [
                ProgrammeText(
                    text(
                        goal.isVision ? "goals.goal.vision-kicker" : "goals.goal.kicker",
                        ["number": notation.number(goal.number)])),
                goal.fieldName.map { original($0) },
                ProgrammeText(text("goals.goal.projects-count", count: goal.projects)),
                indicators.map { ProgrammeText(text("goals.goal.indicators-count", count: $0.count)) },
                hint(confidence: goal.confidence).map { ProgrammeText($0) },
            ].compactMap { $0 },
            sparkline: indicators.flatMap { Sparkline($0, texts, in: self) }, language: title.language)
    }
}

extension DossierPage {
    init(_ view: GoalView, _ texts: ProgrammeTexts, in context: SiteContext) {
        let goal = view.goal
        let number = context.notation.number(goal.number)
        let children =
            view.children.isEmpty && !goal.isVision
            ? []
            : [
                Section(
                    context.text("goals.goal.below"), rows: view.children.map { context.row($0, in: texts) },
                    note: view.children.isEmpty ? context.text("goals.list.no-goals-below") : nil)
            ]
        dossier = Dossier(
            kicker: context.text(goal.isVision ? "goals.goal.vision-kicker" : "goals.goal.kicker", ["number": number]),
            heading: texts.text("title", of: goal.id, or: goal.title),
            lead: texts.text("text", of: goal.id, or: goal.text),
            notice: goal.retiredOn.map { context.retired("goals.end.goal-retired", on: $0) }
                ?? goal.note.map { Notice($0, heading: context.text("goals.goal.note")) },
            facts: Self.facts(of: view, texts, in: context),
            sections: children + Self.indicators(view, texts, in: context)
                + [
                    context.section(
                        context.text("goals.goal.projects"), view.projects, in: texts,
                        none: context.text("goals.goal.no-projects")),
                    Section.changes(of: goal, in: context),
                ].compactMap { $0 },
            sources: SourceList(view.sources, in: context))
        crumbs = [Crumb(label: context.text("goals.list.heading"), link: context.links.to("/ziele"))]
    }

    private static func facts(of view: GoalView, _ texts: ProgrammeTexts, in context: SiteContext) -> [Facts.Entry?] {
        let goal = view.goal
        return [
            view.parent.map {
                Facts.Entry(
                    context.text("goals.goal.parent"), texts.text("title", of: $0.id, or: $0.title),
                    link: context.links.to("/ziele/\($0.number)"))
            },
            goal.isVision
                ? nil
                : context.fact(
                    "goals.goal.field", goal.fieldName,
                    link: goal.fieldNumber.map { context.links.to("/handlungsfelder/\($0)") }),
            context.fact("goals.goal.projects", context.text("goals.goal.projects-count", count: goal.projects)),
            context.fact(
                "goals.goal.indicators", context.text("goals.goal.indicators-count", count: view.indicators.count)),
            context.confidenceFact(goal.confidence),
        ]
    }

    private static func indicators(
        _ view: GoalView, _ texts: ProgrammeTexts, in context: SiteContext
    ) -> [Section] {
        if view.goal.isVision {
            guard !view.surroundings.isEmpty else { return [] }
            return [
                Section(
                    context.text("goals.context.heading"), anchor: "kennzahlen",
                    paragraphs: [ProgrammeText(context.text("goals.context.lead"))],
                    table: Table(
                        view.surroundings, texts, caption: context.text("goals.context.caption"), in: context),
                    more: Section.More(
                        label: context.text("goals.indicators.all"), link: context.links.to(GoalPaths.indicators)))
            ]
        }
        guard !view.indicators.isEmpty else {
            return [Section(context.text("goals.goal.indicators"), note: context.text("goals.goal.no-indicators"))]
        }
        return view.indicators.flatMap { indicator in
            let told = view.contributions.filter { $0.indicator == indicator.id }
            return [
                IndicatorPart(indicator: indicator, texts: texts, context: context).section,
                told.isEmpty ? nil : Section(contributions: told, to: indicator, texts, in: context),
                Section.corrections(of: indicator, in: context),
            ].compactMap { $0 }
        }
    }
}

extension Section {
    /// What projects contribute to an indicator, in their own words.
    init(
        contributions: [Contribution], to indicator: Indicator, _ texts: ProgrammeTexts, in context: SiteContext
    ) {
        let name = texts.text("name", of: indicator.id, or: indicator.name).text
        self.init(
            context.text("goals.contributions.to", ["name": name]),
            bullets: contributions.map { contribution in
                Bullet(
                    texts.original(contribution.projectTitle),
                    link: context.links.to("/projekte/\(contribution.projectNumber)"), details: contribution.text)
            }, note: context.text("goals.contributions.note"))
    }

    /// What a project contributes to each indicator that it speaks of, in its own words.
    static func contributions(
        _ contributions: [Contribution], _ texts: ProgrammeTexts, in context: SiteContext
    ) -> [Section] {
        guard !contributions.isEmpty else { return [] }
        let bullets = contributions.map { contribution in
            Bullet(
                texts.original(contribution.indicatorName),
                link: contribution.goalNumber.map { context.links.to("/ziele/\($0)") }, details: contribution.text)
        }
        return [
            Section(
                context.text("goals.contributions.heading"), anchor: "beitrag", bullets: bullets,
                note: context.text("goals.contributions.note"))
        ]
    }
}
