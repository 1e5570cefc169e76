// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The river in sentences: what was taken up, and what ended on the way, each with the list behind it.
struct RiverStory {
    let wording: RiverWording

    private var context: SiteContext { wording.context }
    private var river: ProgrammeRiver { wording.view.programmeRiver }

    /// Nil where nothing flows.
    var section: Section? {
        guard !river.places.isEmpty else { return nil }
        return Section(
            context.text("rivers.story.heading"), anchor: "verloren", paragraphs: sentences,
            bulletLabel: river.losses.isEmpty ? nil : context.text("rivers.story.lost"), bullets: losses)
    }

    var sentences: [ProgrammeText] {
        let ideas = river.total(.idea)
        let projects = river.total(.project)
        let takenUp =
            ideas == 0
            ? nil
            : context.text(
                "rivers.story.ideas", count: ideas, ["taken": context.notation.number(river.ideasTakenUp)])
        let undecided = river.projectsWithoutDecision
        let decided =
            projects == 0
            ? nil
            : context.text(
                "rivers.story.projects", count: projects, ["undecided": context.notation.number(undecided)])
        return [takenUp, decided].compactMap { $0 }.map { ProgrammeText(text: $0, language: nil) }
    }

    private var losses: [Section.Bullet] {
        river.losses.map { loss in
            Section.Bullet(
                "\(wording.amount(loss.measure, loss.number)): \(wording.end(loss.place))",
                link: wording.links.list(of: loss.place))
        }
    }
}

/// The stages as a table: how much of each is documented here, what was officially stated, and where nothing is.
struct RiverStages {
    let wording: RiverWording

    private var context: SiteContext { wording.context }

    var table: Table {
        let columns = [
            Table.Column(context.text("rivers.stages.stage")),
            Table.Column(context.text("rivers.stages.here"), isNumber: true),
            Table.Column(context.text("rivers.stages.official")),
        ]
        let rows = RiverStage.allCases.filter { $0 != .results }.map { stage -> Table.Row in
            let figure = wording.view.figures.first { $0.key == stage.figure }
            let view = figure.map { FigureView($0, in: context) }
            return Table.Row([
                Table.Cell(
                    columns[0], context.text("rivers.stage.\(stage)"), link: wording.links.list(of: stage),
                    isHeading: true),
                Table.Cell(columns[1], here(stage, figure), link: view?.link),
                Table.Cell(columns[2], view?.newestCited ?? context.text("figures.none"), link: view?.link),
            ])
        }
        return Table(caption: context.text("rivers.stages.caption"), columns: columns, rows: rows)
    }

    /// The register's count; for a part of the programme what the river holds.
    private func here(_ stage: RiverStage, _ figure: Figure?) -> String {
        let number = wording.view.selection.isWhole ? figure?.counted : part(stage)
        guard let number else { return context.text("figures.none") }
        return number == 0 ? context.text("rivers.gap.short") : context.notation.number(number)
    }

    private func part(_ stage: RiverStage) -> Int64? {
        let river = wording.view.programmeRiver
        return switch stage {
        case .ideas: river.total(.idea)
        case .forums: Int64(river.places.filter { $0.stage == .forums && $0 != .forum("") }.count)
        case .proposals: river.total(.proposal)
        case .statements: river.total(.statement)
        case .decisions: nil
        case .projects, .results: river.total(.project)
        }
    }
}

extension RiverStage {
    /// The key of its figure in the register.
    var figure: String {
        switch self {
        case .ideas: "ideas"
        case .forums: "forums"
        case .proposals: "proposals"
        case .statements: "statements"
        case .decisions: "decisions"
        case .projects, .results: "projects"
        }
    }
}
