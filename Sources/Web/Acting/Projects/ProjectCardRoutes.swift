// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation

/// `/projekte/N/karte`: a project on a small page that any other site may frame. It sets no cookie and runs no script.
struct ProjectCardRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/projekte/{number}/karte", use: show)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        let page = try await site.read { db in
            guard let project = try Project.find(number, in: programme, db) else { throw PageFault.notFound }
            let texts = try ProgrammeTexts(for: context.language, of: [project.id], in: programme, db)
            let next = try ProjectMilestone.list(of: project.id, db).first {
                $0.state == MilestoneState.planned.rawValue
            }
            return ProjectCardPage(project, next, texts, in: context)
        }
        var response = try site.render(page, in: context)
        // Framing is refused everywhere else; here it is what the page is for.
        if let policy = HTTPField.Name("Content-Security-Policy") {
            response.headers[policy] =
                "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; frame-ancestors *; "
                + "base-uri 'none'"
        }
        if let policy = HTTPField.Name("Cross-Origin-Resource-Policy") {
            response.headers[policy] = "cross-origin"
        }
        return response
    }
}

/// A project in a frame of another site.
struct ProjectCardPage: Page {
    static let template = "Projects/framed"
    let programme: String
    let title: ProgrammeText
    let link: String
    let badge: Badge
    let light: TrafficLight?
    let asOf: String
    let next: String?

    var head: PageHead { PageHead(title: title.text, isIndexed: false) }

    static let sample = ProjectCardPage(
        programme: "Musterregion", title: .sample, link: "/projekte/1", badge: .sample,
        light: TrafficLight(
            TrafficLight.Signal.green, in: LocalTexts(texts: Texts(entries: [:]), language: .german)),
        asOf: "Stand: Juni 2026", next: "Nächster Meilenstein")
}

extension ProjectCardPage {
    init(_ project: Project, _ next: ProjectMilestone?, _ texts: ProgrammeTexts, in context: SiteContext) {
        programme = context.currentProgramme?.name(in: context.language) ?? ""
        title = texts.text("title", of: project.id, or: project.summary.title)
        link = context.links.to("/projekte/\(project.summary.number)")
        badge = context.badge(state: project.summary.state.rawValue)
        light = project.light.map { TrafficLight($0, in: context.texts) }
        asOf =
            project.summary.stateAsOf.map { context.text("projects.list.as-of", ["date": context.notation.date($0)]) }
            ?? context.text("projects.list.as-of-unknown")
        self.next = next.flatMap { milestone in
            (milestone.forecastOn ?? milestone.datedOn).map { day in
                context.text(
                    "projects.card.next", ["milestone": milestone.text, "date": context.notation.date(day)])
            }
        }
    }
}
