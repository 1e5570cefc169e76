// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation

/// The fields of action of a programme, and each by its number.
struct FieldRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/handlungsfelder", use: list)
        table.get("/handlungsfelder/{number}", use: show)
        table.downloads(.fields, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let language = context.language
        let (fields, tallies, texts) = try await site.read { db in
            let fields = try FieldOfAction.list(in: programme, db)
            return (
                fields, try ProjectTally.list(in: programme, db),
                try ProgrammeTexts(for: language, of: fields.map(\.id), in: programme, db)
            )
        }
        return try site.render(CataloguePage(fields, tallies, texts, in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let number = try context.number()
        let language = context.language
        let found = try await site.read { db -> (FieldView, ProgrammeTexts)? in
            guard let view = try FieldView.find(number: number, in: programme, db) else { return nil }
            return (view, try ProgrammeTexts(for: language, of: view.matters, in: programme, db))
        }
        guard let (view, texts) = found else { throw PageFault.notFound }
        return try site.render(DossierPage(view, texts, in: context), in: context)
    }
}
