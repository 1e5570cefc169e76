// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// The bodies that take part: associations, universities, companies, towns and many more.
struct OrganisationRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/organisationen", use: list)
        table.get("/organisationen/{number}", use: show)
        table.downloads(.organisations, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let page = try context.query.page()
        let chosen = context.query.text("art")
        let order = try context.query.choice("sortierung", as: OrganisationListing.Order.self) ?? .name
        let (kinds, rows, total) = try await site.read { db in
            (
                try OrganisationListing.kinds(in: programme, db),
                try OrganisationListing.list(in: programme, kind: chosen, order, page: ListPage(page), db),
                try OrganisationListing.count(in: programme, kind: chosen, db)
            )
        }
        let kind = try context.query.choice("art", among: kinds)
        let found = OrganisationList(kinds: kinds, kind: kind, rows: rows, total: total, page: page)
        return try site.render(CataloguePage(found, in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let number = try context.number()
        let language = context.language
        let found = try await site.read { db -> (OrganisationView, ProgrammeTexts)? in
            guard let view = try OrganisationView.find(number: number, in: programme, db) else { return nil }
            return (view, try ProgrammeTexts(for: language, of: view.matters, in: programme, db))
        }
        guard let (view, texts) = found else { throw PageFault.notFound }
        return try site.render(DossierPage(view, texts, in: context), in: context)
    }
}

/// One page of the list, and how it was asked for.
struct OrganisationList: Sendable {
    let kinds: [String]
    let kind: String?
    let rows: [OrganisationListing]
    let total: Int64
    let page: Int64
}

/// What the page of an organisation tells.
struct OrganisationView: Sendable {
    let organisation: Organisation
    let projects: [MatterSummary]
    let statements: [MatterSummary]
    let sources: [Source]

    static func find(number: Int64, in programme: String, _ db: Connection) throws -> OrganisationView? {
        guard let organisation = try Organisation.find(number: number, in: programme, db) else { return nil }
        return OrganisationView(
            organisation: organisation, projects: try organisation.projects(in: programme, db),
            statements: try organisation.statements(in: programme, db),
            sources: try Source.list(of: organisation.id, in: db))
    }

    /// Whose texts the page shows.
    var matters: [String] {
        [organisation.id] + (projects + statements).map(\.id) + organisation.memberships.map(\.forum.id)
    }
}
