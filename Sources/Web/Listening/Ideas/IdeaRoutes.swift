// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// Ideas: what people handed in, what was answered, what became of it.
struct IdeaRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/ideen", use: list)
        table.get("/ideen/{number}", use: show)
        table.downloads(.ideas, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let filter = try Idea.Filter(context.query)
        let (page, day) = (ListPage(try context.query.page()), Moment(site.clock()).day)
        let answer = try await site.read { db in
            let arrangement = try Idea.Arrangement(context, in: programme, on: day, db)
            return try CataloguePage.ideas(filter, arrangement, page, in: programme, on: day, context, db)
        }
        return try site.render(answer, in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        let now = Moment(site.clock())
        let page = try await site.read { db in
            try Idea.find(number: number, in: programme, db).map {
                try IdeaPage.load($0, in: programme, at: now, context, db)
            }
        }
        guard let page else {
            let isWithdrawn = try await site.read { db in try Idea.isWithdrawn(number: number, in: programme, db) }
            if isWithdrawn { throw PageFault.gone }
            return try await site.mark(of: .idea, number, context)
        }
        return try site.render(page, in: context)
    }
}

extension Idea.Filter {
    /// The value of the filter that shows only ideas nobody has answered yet.
    static let unanswered = "offen"

    /// `?forum=13&stand=idea-received&ergebnis=idea-taken-up&weg=hall&kommune=05113000`
    init(_ query: Query) throws(PageFault) {
        self.init()
        (forum, isWithoutForum) = try query.forum()
        field = query.text("feld")
        fate = try query.state(FilterForm.fateName, among: RiverFate.ofIdeas)
        state = try query.state("stand")
        outcome = try query.state("ergebnis", among: Idea.outcomes)
        channel = try query.choice("weg")
        municipality = query.text("kommune")
        isUnanswered = try query.choice("antwort", among: [Self.unanswered]) != nil
    }
}

extension Idea.Arrangement {
    /// The name of the municipality from which `?sortierung=naehe` looks.
    static let place = "ort"

    /// `?sortierung=naehe&ort=05113000`; without a place, the one of the profile of whoever asks.
    init(_ context: SiteContext, in programme: String, on day: PartialDate, _ db: Connection) throws {
        let order = try context.query.choice("sortierung", as: Idea.Order.self) ?? .number
        guard order == .near else {
            self.init(order, on: day)
            return
        }
        let towns = try MappedMunicipality.list(in: programme, db)
        let chosen = context.query.text(Self.place)
        let nearness = (chosen ?? context.visitor.person?.municipality).flatMap { Nearness(to: $0, among: towns) }
        guard chosen == nil || nearness != nil else { throw PageFault.unknownValue(name: Self.place) }
        self.init(order, on: day, nearness: nearness)
    }
}

extension Query {
    /// A forum, municipality or field that no idea can come from is an unknown value, not an empty list.
    func checkIdeas(
        _ forums: [Forum.Choice], _ places: [(ags: String, name: String)], _ fields: [FieldChoice]
    ) throws(PageFault) {
        try checkForum(forums, orNone: true)
        _ = try choice("feld", among: fields.map(\.key))
        _ = try choice("kommune", among: places.map(\.ags))
    }
}
