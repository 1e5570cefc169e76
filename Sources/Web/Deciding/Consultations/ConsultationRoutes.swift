// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// Consultations: who was heard on what, who answered, and the synopsis of all points.
struct ConsultationRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/beteiligungen", use: list)
        table.get("/beteiligungen/{number}", use: show)
        table.get("/beteiligungen/{number}/synopse", use: synopsis)
        table.downloads(.consultations, site)
        table.downloads(.points, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let page = try await site.read { db in try CataloguePage.consultations(in: programme, context, db) }
        return try site.render(page, in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        let page = try await site.read { db in
            let consultation = try find(number, in: programme, db)
            return try ConsultationPage.load(consultation, in: programme, context, db)
        }
        return try site.render(page, in: context)
    }

    @Sendable
    private func synopsis(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        let filter = try Point.Filter(context.query, consultation: number)
        let page = ListPage(try context.query.page())
        let answer = try await site.read { db in
            let consultation = try find(number, in: programme, db)
            return try SynopsisPage.load(consultation, filter, page, in: programme, context, db)
        }
        return try site.render(answer, in: context)
    }

    @Sendable
    private func find(_ number: Int64, in programme: String, _ db: Connection) throws -> Consultation {
        guard let consultation = try Consultation.find(number: number, in: programme, db) else {
            throw PageFault.notFound
        }
        return consultation
    }
}

extension Point.Filter {
    /// The word in the address for points without a published answer.
    static let open = "offen"

    /// `?vorschlag=1&ergebnis=point-accepted&art=concern`
    init(_ query: Query, consultation: Int64) throws(PageFault) {
        self.init()
        self.consultation = consultation
        proposal = try query.number("vorschlag")
        kind = try query.choice("art")
        if query.text("ergebnis") == Self.open {
            outcome = .open
        } else {
            outcome = try query.state("ergebnis", as: PointOutcome.self).map { .published($0) }
        }
    }
}
