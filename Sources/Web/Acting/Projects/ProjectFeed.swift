// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation

/// Where the feed of a project stands.
enum ProjectFeed {
    static func path(_ number: Int64) -> String { "/projekte/\(number)/verlauf.atom" }
}

extension AtomFeed {
    /// What happened with a project: its states with their reasons, its milestones, its reports; what lies ahead does
    /// not stand in it.
    init(
        _ project: Project, _ parts: ProjectParts, _ texts: ProgrammeTexts, of programme: SiteProgramme,
        until today: PartialDate, in context: SiteContext
    ) {
        let page = "/projekte/\(project.summary.number)"
        let title = texts.text("title", of: project.id, or: project.summary.title).text
        var entries: [Entry] = []
        func add(_ day: PartialDate?, _ anchor: String, _ title: String, _ text: String?) {
            guard let day, day.text <= today.text else { return }
            entries.append(
                Entry(
                    address: context.links.absolute("\(page)#\(anchor)"), title: title, text: text ?? title,
                    day: day.wholeDay))
        }
        for (index, change) in parts.history.enumerated() {
            add(
                change.effectiveOn, "verlauf-\(index + 1)", context.word(state: change.state.rawValue), change.reason)
        }
        for milestone in parts.milestones where milestone.state != nil {
            let text = texts.text("text", of: milestone.id, or: milestone.text).text
            add(milestone.datedOn, "meilenstein-\(milestone.id)", text, milestone.state.map { context.word(state: $0) })
        }
        for report in parts.reports {
            add(
                report.asOf, "bericht-\(report.number)",
                context.text("projects.report.heading", ["date": context.notation.date(report.asOf)]),
                report.done.map { texts.text("done", of: report.id, or: $0).text })
        }
        self.init(
            address: context.links.absolute(ProjectFeed.path(project.summary.number)),
            page: context.links.absolute(page), title: title, author: programme.name(in: context.language),
            language: context.language.rawValue,
            entries: entries.sorted { ($1.day, $0.address) < ($0.day, $1.address) })
    }
}

extension PartialDate {
    /// Feeds need a whole day: what is known less exactly stands at the beginning of its month or year.
    fileprivate var wholeDay: String { text + "-01-01".suffix(10 - text.count) }
}
