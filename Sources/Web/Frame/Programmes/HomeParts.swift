// SPDX-License-Identifier: EUPL-1.2

import Participation

extension HomePage {
    static func card(
        _ field: FieldOfAction, _ tallies: [ProjectTally], _ texts: ProgrammeTexts, in context: SiteContext
    ) -> Card {
        let projects = tallies.filter { $0.field == field.id }.reduce(0) { $0 + $1.projects }
        let name = texts.text("name", of: field.id, or: field.name)
        return Card(
            kicker: context.text("goals.field.kicker", ["number": context.notation.number(field.number)]),
            title: name.text,
            link: context.links.to("/handlungsfelder/\(field.number)"),
            text: texts.text("description", of: field.id, or: field.description)?.text,
            facts: [context.text("goals.fields.projects", count: projects)], badge: nil, language: name.language)
    }

    static func card(_ programme: SiteProgramme, in context: SiteContext) -> Card {
        Card(
            kicker: programme.isInvented ? context.text("programmes.home.invented") : nil,
            title: programme.name(in: context.language), link: context.links.inProgramme(programme).to("/"),
            text: nil, facts: [], badge: nil)
    }

    static func forums(_ forums: [MatterSummary], _ texts: ProgrammeTexts, in context: SiteContext) -> Forums? {
        guard !forums.isEmpty else { return nil }
        return Forums(
            link: context.links.to("/themenforen"),
            forums: forums.map { forum in
                Forum(
                    number: forum.number.map(context.notation.number) ?? "",
                    title: context.title(of: forum, in: texts),
                    link: context.link(to: forum) ?? context.links.to("/themenforen"))
            })
    }
}

extension HomePage.Promise {
    init(_ example: ExampleThread, _ texts: ProgrammeTexts, in context: SiteContext) {
        let idea = context.title(of: example.idea, in: texts)
        let project = context.title(of: example.project, in: texts)
        let state = example.project.state.map { context.word(state: $0) }
        let end = example.endReason ?? example.stateNote
        heading = context.text("programmes.promise.heading", ["title": idea.text])
        text = texts.text("summary", of: example.idea.id, or: example.ideaSummary)
        thread = RedThreadChain(
            label: context.text("programmes.promise.label"),
            origins: [
                RedThreadChain.Step(
                    phase: .listening, kind: context.quotation(of: example.idea), title: idea,
                    link: context.link(to: example.idea), date: example.idea.datedOn.map(context.notation.date))
            ],
            here: RedThreadChain.Step(
                phase: .acting, kind: context.quotation(of: example.project), title: project,
                link: context.link(to: example.project),
                relation: context.word(.linkKind, "became"),
                note: [state.map { context.text("programmes.promise.state", ["state": $0]) }, end]
                    .compactMap { $0 }.joined(separator: " ")),
            results: [], noOrigins: nil, noResults: nil)
        link = MatterPaths.thread(example.idea).map(context.links.to)
        all = context.links.to("/ideen")
    }
}

extension LifeLine {
    /// The phases as a line of life; nil where a programme has none. Where several are of one kind, each is shown.
    init?(
        _ phases: [Participation.Phase], _ texts: ProgrammeTexts, today: PartialDate, in context: SiteContext
    ) {
        guard !phases.isEmpty else { return nil }
        self.init(
            phases: phases.map { phase in
                let standing = phase.standing(on: today)
                return LifeLine.Phase(
                    kind: phase.kind.rawValue, label: texts.text("name", of: phase.id, or: phase.name).text,
                    period: context.period(of: phase, standing),
                    state: context.text("programmes.phase.\(standing.rawValue)"), isCurrent: standing == .current,
                    isComing: standing == .coming,
                    text: texts.text("description", of: phase.id, or: phase.description)?.text,
                    link: context.links.to("/programm") + "#phase-\(phase.key)")
            })
    }
}

extension SiteContext {
    /// "seit 1. Juli 2025", and "ab 1. Juli 2027" where it is still to come and its end is open.
    func period(of phase: Participation.Phase, _ standing: Participation.Phase.Standing) -> String? {
        guard standing == .coming, phase.endsOn == nil, let start = phase.startsOn else {
            return notation.period(phase.startsOn, phase.endsOn)
        }
        return text("programmes.phase.from", ["date": notation.date(start)])
    }
}

/// The numbers of the start page, as the register has them.
struct HomeFigures {
    let figures: [Figure]
    let context: SiteContext

    static let keys = ["projects", "ideas", "proposals", "forums"]

    /// The pillar with an official number stands for the projects; what nobody knows anything about is left out.
    var tiles: [FigureTile] {
        Self.keys.compactMap { key in figure(key).flatMap(tile) }
    }

    private func figure(_ key: String) -> Figure? {
        let pillar = figures.first { figure in
            if case .pillar = figure.family { !figure.cited.isEmpty } else { false }
        }
        let own = figures.first { $0.key == key }
        return key == "projects" ? pillar ?? own : own
    }

    private func tile(_ figure: Figure) -> FigureTile? {
        let view = FigureView(figure, in: context)
        let cited = figure.newestCited.map { FigureTile.Value(number: view.number($0), origin: view.origin($0)) }
        let counted = figure.counted.flatMap { count in
            count == 0
                ? nil : FigureTile.Value(number: view.counted, origin: context.text("programmes.figures.counted"))
        }
        let values = [cited, counted].compactMap { $0 }
        guard !values.isEmpty else { return nil }
        return FigureTile(
            label: view.label, values: values, definition: nil, link: view.link,
            linkLabel: context.text("programmes.figures.about"))
    }
}
