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
                        tree.contextIndicators, texts, caption: context.text("goals.context.caption"), in: context))
            ]
        self.init(
            heading: context.text("goals.list.heading"), lead: context.text("goals.list.lead"),
            notice: tree.measurable.isEmpty
                ? Notice(
                    context.text("goals.list.unmeasured"), heading: context.text("goals.list.unmeasured-heading"),
                    tone: .warning) : nil,
            sections: visions + others + [Self.gaps(tree, texts, in: context)] + surroundings,
            downloads: Downloads(
                of: "/ziele", heading: context.text("goals.list.heading"), beside: [.indicators, .measurements],
                in: context))
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
                        ["name": texts.text("name", of: indicator.id, or: indicator.name).text])))
        }
        if tree.projectsWithoutGoal > 0 {
            gaps.append(
                Section.Bullet(
                    context.text("goals.gaps.projects", count: tree.projectsWithoutGoal),
                    link: context.links.to("/projekte")))
        }
        return Section(
            context.text("goals.gaps.heading"), anchor: "luecken", bullets: gaps,
            note: gaps.isEmpty ? context.text("goals.gaps.none") : nil)
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
            notice: goal.note.map { Notice($0, heading: context.text("goals.goal.note")) },
            facts: Self.facts(of: view, texts, in: context),
            sections: children + Self.indicators(view, texts, in: context) + [
                context.section(
                    context.text("goals.goal.projects"), view.projects, in: texts,
                    none: context.text("goals.goal.no-projects"))
            ],
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
        guard view.indicators.isEmpty else {
            return view.indicators.map { IndicatorPart(indicator: $0, texts: texts, context: context).section }
        }
        return view.goal.isVision
            ? [] : [Section(context.text("goals.goal.indicators"), note: context.text("goals.goal.no-indicators"))]
    }
}
