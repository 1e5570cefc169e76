// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// What is due about projects, for the beginning of the day at `/arbeit`: each number leads to the list behind it.
struct ProjectCockpit: Sendable {
    let heading: String
    let tiles: [Tile]
    let urgent: Table?
    let workload: Workload?
    let more: Section.More

    struct Tile: Sendable {
        let number: String
        let label: String
        let link: String
    }

    /// How much work a year is likely to come, and how that is reckoned.
    struct Workload: Sendable {
        let text: String
        let how: String
    }

    static let sample = ProjectCockpit(
        heading: "Projekte", tiles: [Tile(number: "3", label: "Berichte überfällig", link: "/arbeit/projekte")],
        urgent: .sample, workload: Workload(text: "Etwa 5 Stunden", how: "12 Berichte"),
        more: Section.More(label: "Alle Projekte", link: "/arbeit/projekte"))
}

extension ProjectCockpit {
    /// What a visitor sees; nil for whoever runs no projects.
    static func load(_ site: Site, _ context: SiteContext) async throws -> ProjectCockpit? {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        guard visitor.mayWorkOnProjects(in: programme).isAllowed else { return nil }
        let today = Moment(site.clock()).day
        let reading = try await site.read { db in
            let counts = try ProjectWorkFilter.counted.map { filter in
                (filter, try ProjectAtWork.count(in: programme, for: visitor, filter, on: today, db))
            }
            let urgent = try ProjectAtWork.list(
                in: programme, for: visitor, .overdue, on: today, ListPage(1, size: 5), db)
            let workload = try ProjectWorkload.estimate(in: programme, for: visitor, on: today, db)
            return (counts: counts, urgent: urgent.rows, workload: workload)
        }
        return ProjectCockpit(
            heading: context.text("projects.work.heading"),
            tiles: reading.counts.map { filter, count in
                Tile(
                    number: context.notation.number(count),
                    label: context.text("projects.work.filter.\(filter.rawValue)"),
                    link: context.links.to(ProjectWorkPaths.desk(filter.rawValue)))
            },
            urgent: reading.urgent.isEmpty
                ? nil : Table(projectsAtWork: reading.urgent, today: today, in: context),
            workload: Workload(reading.workload, in: context),
            more: Section.More(
                label: context.text("projects.work.all"),
                link: context.links.to(ProjectWorkPaths.desk(ProjectWorkFilter.own.rawValue))))
    }
}

extension ProjectCockpit.Workload {
    /// Nil where nothing is to be expected.
    fileprivate init?(_ workload: ProjectWorkload, in context: SiteContext) {
        guard workload.minutes > 0 else { return nil }
        text = context.text("projects.work.workload.text", count: workload.hours)
        let parts: [(String, Int64, Int64)] = [
            ("reports", workload.reports, ProjectWorkload.minutesPerReport),
            ("milestones", workload.milestones, ProjectWorkload.minutesPerMilestone),
            ("funding-ends", workload.fundingEnds, ProjectWorkload.minutesPerFundingEnd),
        ]
        how = parts.filter { $0.1 > 0 }.map { key, count, minutes in
            context.text(
                "projects.work.workload.\(key)", count: count, ["minutes": context.notation.number(minutes)])
        }.joined(separator: ", ")
    }
}

extension ProjectWorkFilter {
    /// What the cockpit counts, the most urgent first.
    fileprivate static let counted: [ProjectWorkFilter] = [.overdue, .escalated, .submitted, .red, .fundingEnd, .own]
}
