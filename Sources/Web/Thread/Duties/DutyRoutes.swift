// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation

/// `/pflichten`: what is owed to the public, by which office and by when.
struct DutyRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/pflichten", use: list)
        table.downloads(.duties, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let day = Moment(site.clock()).day
        let today = day.text
        let number = try context.query.page()
        let page = try await site.read { db in
            let offices = try DutyOffice.list(in: programme, db)
            let selection = try DutySelection(context.query, among: offices)
            let order = try DutyOrder(context.query)
            let view = DutyListView(
                duties: try Duty.list(in: programme, selection, by: order, on: today, ListPage(number), db),
                total: try Duty.count(in: programme, selection, on: today, db), number: number, offices: offices,
                tally: try DutyTally.load(in: programme, on: today, db),
                punctuality: try DutyPunctuality.load(in: programme, on: day, db), today: today)
            let texts = try ProgrammeTexts(for: context.language, of: view.matters, in: programme, db)
            return try DutyListPage(view, texts, in: context)
        }
        return try site.render(page, in: context)
    }
}

extension DutyOrder {
    /// `?sortierung=stelle`
    init(_ query: Query) throws(PageFault) {
        self = try query.choice("sortierung", as: DutyOrder.self) ?? .due
    }
}

extension DutySelection {
    /// `?stelle=referat-3&stand=ueberfaellig`
    init(_ query: Query, among offices: [DutyOffice]) throws(PageFault) {
        self.init()
        office = try query.choice("stelle", among: offices.map(\.key))
        standing = try query.choice("stand", as: DutyStanding.self)
    }
}
