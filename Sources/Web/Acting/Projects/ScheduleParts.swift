// SPDX-License-Identifier: EUPL-1.2

import Participation

extension SiteContext {
    /// "Laufzeit: 2020 bis 2030"; what is not known says so.
    func period(_ start: PartialDate?, _ end: PartialDate?) -> String {
        let unknown = text("design.unknown")
        guard let period = notation.period(start, end) else {
            return text("projects.timeline.period", ["period": unknown])
        }
        let known = text("projects.timeline.period", ["period": period])
        return start != nil && end == nil ? text("projects.timeline.no-end", ["period": known]) : known
    }

    /// "8. Juli 2019: Vorstellung der Vorschläge (erreicht)"
    func sentence(_ milestone: ProjectMilestone, _ texts: ProgrammeTexts) -> String {
        let day = milestone.datedOn.map(notation.date) ?? text("projects.show.no-date")
        let state = milestone.state.map { " (\(word(state: $0)))" } ?? ""
        return "\(day): \(texts.text("text", of: milestone.id, or: milestone.text).text)\(state)"
    }
}

extension StateLook {
    /// A milestone of which nobody has said whether it was reached is unjudged.
    init(_ milestone: ProjectMilestone) {
        self = milestone.state.map { StateLook($0) } ?? .unjudged
    }
}

extension Schedule.Mark {
    /// Nil for a milestone without a date.
    init?(_ milestone: ProjectMilestone, _ words: String, on axis: TimeAxis) {
        guard let day = milestone.datedOn else { return nil }
        self.init(axis.middle(of: day), StateLook(milestone), title: words)
    }
}

extension Schedule.Today {
    init(_ day: PartialDate, on axis: TimeAxis) {
        self.init(x: axis.place(day.firstDay).text)
    }
}

extension Schedule.Sign {
    /// What every schedule shows: today, and the open days where there are any.
    static func times(_ lines: [Schedule.Line], today: PartialDate, in context: SiteContext) -> [Schedule.Sign] {
        let isOpen = lines.contains { line in line.bars.contains { $0.fill == nil } }
        let day = context.text("projects.timeline.today", ["date": context.notation.date(today)])
        return (isOpen ? [Schedule.Sign(open: context.text("projects.timeline.open"))] : [])
            + [Schedule.Sign(today: day)]
    }

    /// The marks of milestones that occur, each once, in a fixed order.
    static func milestones(_ milestones: [ProjectMilestone], in context: SiteContext) -> [Schedule.Sign] {
        let known = MilestoneState.allCases.filter { state in milestones.contains { $0.state == state.rawValue } }.map {
            Schedule.Sign(
                StateLook($0.rawValue),
                context.text("projects.timeline.milestone", ["state": context.word(state: $0.rawValue)]))
        }
        let unjudged = milestones.contains { $0.state == nil }
        return known
            + (unjudged ? [Schedule.Sign(.unjudged, context.text("projects.timeline.milestone-unknown"))] : [])
    }
}
