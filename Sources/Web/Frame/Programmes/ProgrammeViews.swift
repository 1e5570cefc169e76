// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// What the start page tells.
struct HomeView: Sendable {
    let programme: Programme
    let phases: [Phase]
    let figures: [Figure]
    let open: [MatterSummary]
    let happenings: [Happening]
    let chronicle: [TimelineEntry]
    let fields: [FieldOfAction]
    let tallies: [ProjectTally]
    let forums: [MatterSummary]
    let example: ExampleThread?
    let lessons: [Lesson]
    let river: RiverView
    /// When ideas are taken in.
    let opening: IdeaOpening

    static func read(_ id: String, on today: PartialDate, _ db: Connection) throws -> HomeView? {
        guard let programme = try Programme.find(id, in: db) else { return nil }
        let figures = try FigureRegister.list(
            HomeFigures.keys + RiverView.figureKeys, groups: [.pillars], of: id, in: db)
        return HomeView(
            programme: programme, phases: try Phase.list(in: id, db), figures: figures,
            open: try Happening.open(from: today, in: id, db), happenings: try Happening.latest(5, in: id, db),
            chronicle: try TimelineEntry.latest(4, until: today, in: id, db),
            fields: try FieldOfAction.list(in: id, db),
            tallies: try ProjectTally.list(in: id, db), forums: try MatterSummary.forums(in: id, db),
            example: try ExampleThread.find(in: id, db), lessons: try Lesson.list(in: id, db),
            river: try RiverView.load(RiverSelection(), figures, in: id, db),
            opening: try IdeaOpening.find(in: id, db))
    }

    /// Whose texts the page shows.
    var matters: [String] {
        let lists = open.map(\.id) + happenings.map(\.matter.id) + chronicle.map(\.id) + fields.map(\.id)
        let thread = [example?.idea.id, example?.project.id].compactMap { $0 }
        return [programme.id] + phases.map(\.id) + lists + forums.map(\.id) + thread + lessons.map(\.id)
    }
}

/// What the page about the programme tells.
struct ProgrammeView: Sendable {
    let programme: Programme
    let phases: [Phase]
    let pillars: [Pillar]
    /// How many projects each pillar has.
    let figures: [Figure]
    let boards: [Board]
    let lessons: [Lesson]
    let documents: [Document]
    let sources: [Source]
    /// What officials said about the state of the projects at each reporting date.
    let reports: [StatusReport]
    /// The summary in Leichte Sprache, where there is one.
    let easySummary: String?

    static func read(_ id: String, _ db: Connection) throws -> ProgrammeView? {
        guard let programme = try Programme.find(id, in: db) else { return nil }
        let easy = try TextVersions.list(.simpleGerman, of: [id], in: id, db)
        return ProgrammeView(
            programme: programme, phases: try Phase.list(in: id, db), pillars: try Pillar.list(in: id, db),
            figures: try FigureRegister.list(groups: [.pillars], of: id, in: db), boards: try Board.list(in: id, db),
            lessons: try Lesson.list(in: id, db), documents: try Document.list(of: [id], in: id, db),
            sources: try Source.list(of: id, in: db), reports: try StatusReport.list(in: id, db),
            easySummary: easy.text("summary", of: id))
    }

    /// Whose texts the page shows.
    var matters: [String] {
        let decisions = boards.flatMap(\.sittings).flatMap(\.decisions).map(\.id)
        return [programme.id] + phases.map(\.id) + pillars.map(\.id) + boards.map(\.id) + lessons.map(\.id)
            + documents.map(\.id) + decisions
    }
}
