// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/arbeit/veranstaltungen`: planning events and changing them, for those who run a forum or the programme.
struct EventWorkRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(EventPaths.work), use: list)
        table.get(RouterPath(EventPaths.plan), use: ask)
        table.post(RouterPath(EventPaths.plan), use: plan)
        table.get("/arbeit/veranstaltungen/{number}", use: show)
        table.get("/arbeit/veranstaltungen/{number}/bearbeiten", use: edit)
        table.post("/arbeit/veranstaltungen/{number}/bearbeiten", use: change)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        try visitor.mayRunSomeEvents(in: programme).check()
        let today = Moment(site.clock()).day
        let page = try await site.read { db in
            let parents = try EventParent.list(in: programme, db).filter { visitor.mayRunEvents(of: $0).isAllowed }
            let events = try Event.workload(of: parents.map(\.id), in: programme, db)
            return EventWorkPage(events, parents, today: today, in: context)
        }
        return try site.render(page, in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        let today = Moment(site.clock()).day
        let keys = EventCockpitPage.Keys(site, in: context)
        let page = try await site.read { db in
            let (event, parent) = try Event.withParent(number, in: programme, db)
            try visitor.mayRunEvents(of: parent).check()
            return EventCockpitPage(
                try EventCockpitPage.Reading(event, parent, db), keys, today: today, .none(in: context), in: context)
        }
        return try site.render(page, in: context)
    }

    @Sendable
    private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        try context.visitor.mayRunSomeEvents(in: try context.programme.id).check()
        return try site.render(try await newPage(EventForm(), .none(in: context), context), in: context)
    }

    @Sendable
    private func plan(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let form = EventForm(sent)
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        let links = context.links
        return try await site.answer(in: context) {
            let key = try site.formKey("event", sentIn: sent, context)
            try StaffMarkup.check(form.agenda, field: EventForm.Field.agenda)
            return try await site.once(key, in: context) { db in
                links.to(EventPaths.work(try PlanEvent(form).run(as: visitor, at: now, in: programme, db)))
            }
        } orShow: { faults in
            try await newPage(form, faults, context)
        }
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await changePage(nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func change(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let form = EventForm(sent)
        let (number, visitor, programme) = (try context.number(), context.visitor, try context.programme.id)
        let (now, letters) = (Moment(site.clock()), site.registrationLetters(in: context))
        let place = context.links.to(EventPaths.work(number))
        return try await site.answer(in: context) {
            let key = try site.formKey("event", sentIn: sent, context)
            try StaffMarkup.check(form.agenda, field: EventForm.Field.agenda)
            return try await site.once(key, in: context) { db in
                try ChangeEvent(number, form).run(as: visitor, at: now, in: programme, db, compose: letters)
                return place
            }
        } orShow: { faults in
            try await changePage(form, faults, context)
        }
    }

    private func newPage(
        _ form: EventForm, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> EventFormPage {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        let parents = try await site.read { db in try EventParent.list(in: programme, db) }
            .filter { visitor.mayRunEvents(of: $0).isAllowed }
        var form = form
        if form.parent == nil, let number = try context.query.number("forum") {
            form.parent = parents.first { $0.kind == .forum && $0.number == number }?.id
        }
        return EventFormPage(form, parents, of: nil, faults, formKey: site.formKey("event", in: context), in: context)
    }

    /// - Parameter form: nil shows the event as it is
    private func changePage(
        _ form: EventForm?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> EventFormPage {
        let (number, visitor, programme) = (try context.number(), context.visitor, try context.programme.id)
        let (event, access) = try await site.read { db in
            let (event, parent) = try Event.withParent(number, in: programme, db)
            try visitor.mayChange(event, of: parent).check()
            return (event, try Event.access(to: event.id, in: db))
        }
        return EventFormPage(
            form ?? EventForm(event, access: access), [], of: event, faults,
            formKey: site.formKey("event", in: context), in: context)
    }
}
