// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// Proposals for projects with all their versions.
struct ProposalRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/vorschlaege", use: list)
        table.get("/vorschlaege/{number}", use: show)
        table.downloads(.proposals, site)
        table.get("/vorschlaege/{number}/fassungen/{version}", use: version)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let filter = try Proposal.Filter(context.query)
        let order = try context.query.choice("sortierung", as: Proposal.Order.self) ?? .number
        let page = ListPage(try context.query.page())
        let answer = try await site.read { db in
            try CataloguePage.proposals(filter, order, page, in: programme, context, db)
        }
        return try site.render(answer, in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        let page = try await site.read { db in
            guard let proposal = try Proposal.find(number: number, in: programme, db) else { throw PageFault.notFound }
            return try ProposalPage.load(proposal, in: programme, context, db)
        }
        return try site.render(page, in: context)
    }

    @Sendable
    private func version(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        let version = try context.number("version")
        let page = try await site.read { db in
            guard let proposal = try Proposal.find(number: number, in: programme, db) else { throw PageFault.notFound }
            let versions = try Proposal.versions(of: proposal.id, db)
            guard let page = try VersionPage(version, of: proposal, versions, in: programme, context, db) else {
                throw PageFault.notFound
            }
            return page
        }
        return try site.render(page, in: context)
    }
}

extension Proposal.Filter {
    /// `?stand=proposal-decided&ergebnis=proposal-adopted&feld=1&forum=1&ressort=MVU`
    init(_ query: Query) throws(PageFault) {
        self.init()
        state = try query.state("stand")
        outcome = try query.state("ergebnis")
        field = try query.number("feld")
        forum = try query.number("forum")
        ministry = query.text("ressort")
        fate = try query.state(FilterForm.fateName, among: RiverFate.ofProposals)
    }
}
