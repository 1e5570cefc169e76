// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation

/// What the programme wants to reach, how that is measured, and where there are gaps.
struct GoalRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/ziele", use: list)
        table.get(RouterPath(GoalPaths.indicators), use: indicators)
        table.get("/ziele/{number}", use: show)
        table.downloads(.goals, site)
        table.downloads(.indicators, site)
        table.downloads(.measurements, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let language = context.language
        let gap = try context.query.choice("auswahl", as: GoalGap.self)
        let (tree, texts) = try await site.read { db in
            let tree = try GoalTree.read(in: programme, db)
            return (tree, try ProgrammeTexts(for: language, of: tree.matters, in: programme, db))
        }
        if let gap { return try site.render(CataloguePage(gap, in: tree, texts, in: context), in: context) }
        return try site.render(CataloguePage(tree, texts, in: context), in: context)
    }

    @Sendable
    private func indicators(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let language = context.language
        let onlyUnmeasured = try context.query.choice("messwert", among: [FilterForm.none]) != nil
        let (tree, contributions, texts) = try await site.read { db in
            let tree = try GoalTree.read(in: programme, db)
            let texts = try ProgrammeTexts(for: language, of: tree.matters, in: programme, db)
            return (tree, try Contribution.list(in: programme, db), texts)
        }
        let page = IndicatorListPage(
            tree, contributions, onlyUnmeasured: onlyUnmeasured, texts, in: context)
        return try site.render(page, in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let number = try context.number()
        let language = context.language
        let found = try await site.read { db -> (GoalView, ProgrammeTexts)? in
            guard let view = try GoalView.find(number: number, in: programme, db) else { return nil }
            return (view, try ProgrammeTexts(for: language, of: view.matters, in: programme, db))
        }
        guard let (view, texts) = found else { throw PageFault.notFound }
        return try site.render(DossierPage(view, texts, in: context), in: context)
    }
}
