// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation

/// The start page of a programme, and all about how it works.
struct ProgrammeRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/", use: home)
        table.get("/programm", use: about)
    }

    @Sendable
    private func home(_ request: Request, _ context: SiteContext) async throws -> Response {
        let current = try context.programme
        let language = context.language
        let programmes = site.programmes
        let today = Moment(site.clock()).day
        let found = try await site.read { db -> (HomeView, ProgrammeTexts, [SiteProgramme])? in
            guard let view = try HomeView.read(current.id, on: today, db) else { return nil }
            return (
                view, try ProgrammeTexts(for: language, of: view.matters, in: current.id, db),
                try programmes(db).filter { $0.id != current.id }
            )
        }
        guard let (view, texts, others) = found else { throw PageFault.noProgramme }
        return try site.render(HomePage(view, texts, others: others, today: today, in: context), in: context)
    }

    @Sendable
    private func about(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let language = context.language
        let found = try await site.read { db -> (ProgrammeView, ProgrammeTexts)? in
            guard let view = try ProgrammeView.read(programme, db) else { return nil }
            return (view, try ProgrammeTexts(for: language, of: view.matters, in: programme, db))
        }
        guard let (view, texts) = found else { throw PageFault.noProgramme }
        let today = Moment(site.clock()).day
        return try site.render(DossierPage(view, texts, today: today, in: context), in: context)
    }
}
