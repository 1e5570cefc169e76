// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/pflichten`: what is due from one's own offices.
struct DutyDeskRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(DutyPaths.desk), use: list)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        let today = Moment(site.clock()).day
        let number = try context.query.page()
        let page = try await site.read { db in
            let desk = try DutyDesk.of(visitor, in: programme, on: today, db)
            let selection = try DutyDeskSelection(context.query, among: desk.offices)
            let view = DutyDeskView(
                desk: desk, duties: try desk.list(selection, on: today, ListPage(number), db),
                tally: try desk.tally(on: today, db), number: number, today: today)
            return try DutyDeskPage(view, in: context)
        }
        return try site.render(page, in: context)
    }
}

extension DutyDeskSelection {
    /// `?stelle=referat-3&art=reply&stand=ueberfaellig`
    init(_ query: Query, among offices: [DutyOffice]) throws(PageFault) {
        self.init()
        office = try query.choice("stelle", among: offices.map(\.key))
        kind = try query.choice("art", as: DutyKind.self)
        standing = try query.choice("stand", as: DutyDeskStanding.self) ?? .open
    }
}

extension WorkPage.Tool {
    /// Nil for whoever has nothing to do with any office.
    static func duties(_ owed: DutyDesk.Tally?, in context: SiteContext) -> WorkPage.Tool? {
        owed.map { owed in
            WorkPage.Tool(
                title: context.text("duties.desk.heading"), link: context.links.to(DutyPaths.desk),
                text: context.text("duties.desk.tool"),
                count: owed.overdue > 0
                    ? context.text("duties.desk.overdue-count", count: owed.overdue)
                    : owed.open > 0 ? context.text("duties.desk.open-count", count: owed.open) : nil)
        }
    }
}

extension DutyDesk {
    /// How much is owed by the offices of a visitor; nil for whoever has none.
    static func tally(
        of visitor: Visitor, in programme: String, on today: PartialDate, _ db: Connection
    ) throws -> Tally? {
        let desk: DutyDesk
        do {
            desk = try of(visitor, in: programme, on: today, db)
        } catch is Refusal {
            return nil
        }
        return try desk.tally(on: today, db)
    }
}
