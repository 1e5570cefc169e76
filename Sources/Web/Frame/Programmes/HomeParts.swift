// SPDX-License-Identifier: EUPL-1.2

import Participation

extension HomePage {
    static func card(
        _ field: FieldOfAction, _ tallies: [ProjectTally], _ texts: ProgrammeTexts, in context: SiteContext
    ) -> Card {
        let projects = tallies.filter { $0.field == field.id }.reduce(0) { $0 + $1.projects }
        return Card(
            kicker: context.text("goals.field.kicker", ["number": context.notation.number(field.number)]),
            title: texts.text("name", of: field.id, or: field.name).text,
            link: context.links.to("/handlungsfelder/\(field.number)"),
            text: texts.text("description", of: field.id, or: field.description)?.text,
            facts: [context.text("goals.fields.projects", count: projects)], badge: nil)
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
                    phase: .listening, kind: context.quotation(of: example.idea), title: idea.text,
                    link: context.link(to: example.idea), date: example.idea.datedOn.map(context.notation.date))
            ],
            here: RedThreadChain.Step(
                phase: .acting, kind: context.quotation(of: example.project), title: project.text,
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
                    period: context.notation.period(phase.startsOn, phase.endsOn),
                    state: context.text("programmes.phase.\(standing.rawValue)"), isCurrent: standing == .current,
                    isComing: standing == .coming,
                    text: texts.text("description", of: phase.id, or: phase.description)?.text,
                    link: context.links.to("/programm") + "#phase-\(phase.key)")
            })
    }
}

/// The numbers of the start page, as the register has them.
struct HomeFigures {
    let figures: [Figure]
    let context: SiteContext

    private static let keys = ["projects", "ideas", "proposals", "forums", "municipalities"]

    /// The pillar that counts most stands for the projects; figures that nobody knows anything about are left out.
    var tiles: [FigureTile] {
        let pillar = figures.first { $0.key.hasPrefix("projects-") && $0.subject != nil && !$0.cited.isEmpty }
        return Self.keys.compactMap { key in
            key == "projects" ? pillar ?? figures.first { $0.key == key } : figures.first { $0.key == key }
        }.compactMap(tile)
    }

    private func tile(_ figure: Figure) -> FigureTile? {
        let values = [figure.newestCited.map(cited), figure.counted.flatMap { $0 > 0 ? counted($0) : nil }]
            .compactMap { $0 }
        guard !values.isEmpty else { return nil }
        let key = "programmes.figures.\(figure.key)"
        return FigureTile(
            label: figure.subject ?? context.text(key), values: values, definition: nil,
            link: figure.list.map(linkToList), linkLabel: context.text("programmes.figures.list"))
    }

    private func cited(_ official: OfficialFigure) -> FigureTile.Value {
        let origin = official.asOf.map { "\(official.label), \(context.notation.date($0))" } ?? official.label
        let number = context.notation.number(official.value)
        return FigureTile.Value(
            number: [official.qualifier, number].compactMap { $0 }.joined(separator: " "),
            origin: context.text("programmes.figures.cited", ["source": origin]))
    }

    private func counted(_ number: Int64) -> FigureTile.Value {
        FigureTile.Value(
            number: context.notation.number(number), origin: context.text("programmes.figures.counted"))
    }

    private func linkToList(_ path: String) -> String {
        context.links.to(path)
    }
}
