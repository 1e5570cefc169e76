// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// Gatherings: all of them, those to come, and each with what was written down.
struct EventRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/veranstaltungen") { try await list("/veranstaltungen", $1) }
        table.get("/veranstaltungen/{number}", use: show)
        table.get("/veranstaltungen/{number}/termin.ics", use: calendarEntry)
        table.get("/termine.ics", use: calendar)
        table.get("/termine") { try await list("/termine", $1) }
        table.downloads(.events, site)
        table.downloads(.upcomingEvents, site)
    }

    @Sendable
    private func list(_ path: String, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let today = Moment(site.clock()).day
        var filter = try Event.Filter(context.query, today: today)
        if path == "/termine" { filter.time = .upcoming(from: today) }
        let order = path == "/termine" ? nil : try context.query.choice("sortierung", as: Event.Order.self)
        let page = ListPage(try context.query.page())
        let answer = try await site.read { [filter] db in
            try CataloguePage.events(filter, order, page, path: path, in: programme, context, db)
        }
        return try site.render(answer, in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        let today = Moment(site.clock()).day
        let formKey = context.visitor.isSignedIn ? site.formKey("withdrawal", in: context) : nil
        let page = try await site.read { db in
            guard let event = try Event.find(number: number, in: programme, db) else { throw PageFault.notFound }
            return try EventPage.load(event, in: programme, today: today, formKey: formKey, context, db)
        }
        return try site.render(page, in: context)
    }

    /// All events of the programme, past ones too: a calendar would drop what is no longer in its feed.
    @Sendable
    private func calendar(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme
        let calendar = try await site.read { db in
            let events = try ListPage.all { try Event.list(Event.Filter(), $0, in: programme.id, db).rows }
            return try EventCalendar.load(events, in: programme.id, context, db)
        }
        return try calendar.feed(in: reached(by: request, context)).answer(named: "\(programme.slug)-termine")
    }

    /// One event; without an exact day there is nothing to take over.
    @Sendable
    private func calendarEntry(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme)
        let calendar = try await site.read { db in
            let event = try Event.find(number: number, in: programme.id, db)
            return try EventCalendar.load([event].compactMap { $0 }, in: programme.id, context, db)
        }
        guard !calendar.events.isEmpty else { throw PageFault.notFound }
        return try calendar.feed(in: reached(by: request, context))
            .answer(named: "\(programme.slug)-veranstaltung-\(number)")
    }

    private func reached(by request: Request, _ context: SiteContext) -> SiteContext {
        var context = context
        context.links = context.links.reached(at: site.root(for: request))
        return context
    }
}

extension Query {
    /// A forum, consultation or year without events is an unknown value, not an empty list.
    func checkEvents(
        _ forums: [Forum.Choice], _ consultations: [Consultation], years: [String]
    ) throws(PageFault) {
        try checkForum(forums)
        _ = try choice("jahr", among: years)
        _ = try choice("beteiligung", among: consultations.map { String($0.number) })
    }
}

extension Event.Filter {
    /// `?forum=1&beteiligung=2&art=workshop&jahr=2023&zeit=vergangen`
    init(_ query: Query, today: PartialDate) throws(PageFault) {
        self.init()
        forum = try query.number("forum")
        consultation = try query.number("beteiligung")
        kind = try query.choice("art")
        year = query.text("jahr")
        switch try query.choice("zeit", as: EventTime.self) {
        case .upcoming: time = .upcoming(from: today)
        case .past: time = .past(before: today)
        case nil: break
        }
    }
}

/// When, as the address says it.
enum EventTime: String, CaseIterable {
    case upcoming = "kommend"
    case past = "vergangen"
}
