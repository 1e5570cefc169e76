// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// What those who run an event do around it: taking somebody off the list, calling it off, noting who came.
struct EventClosingRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.post("/arbeit/veranstaltungen/{number}/absage", use: cancel)
        table.post("/arbeit/veranstaltungen/{number}/durchfuehrung", use: hold)
        table.post("/arbeit/veranstaltungen/{number}/abmeldung", use: remove)
        table.get("/arbeit/veranstaltungen/{number}/anwesenheit", use: list)
        table.post("/arbeit/veranstaltungen/{number}/anwesenheit", use: note)
    }

    @Sendable
    private func cancel(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        let reason = sent.text(CancelEvent.field)
        let (now, letters) = (Moment(site.clock()), site.registrationLetters(in: context))
        return try await act("event-cancel", sent, EventCockpitPage.Typed(reason: reason), context) { db in
            try CancelEvent(number, reason: reason).run(as: visitor, at: now, in: programme, db, compose: letters)
        }
    }

    @Sendable
    private func hold(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        let came = sent.text(HoldEvent.field)
        let now = Moment(site.clock())
        return try await act("event-hold", sent, EventCockpitPage.Typed(participants: came), context) { db in
            try HoldEvent(number, participants: came).run(as: visitor, at: now, in: programme, db)
        }
    }

    @Sendable
    private func remove(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        let registration = sent.text("anmeldung") ?? ""
        let (now, letters) = (Moment(site.clock()), site.registrationLetters(in: context))
        return try await act("event-removal", sent, EventCockpitPage.Typed(), context) { db in
            try EndRegistration(.staff(event: number, registration: registration))
                .run(as: visitor, at: now, in: programme, db, compose: letters)
        }
    }

    /// Does one thing and leads back to the event; the page comes back with what was typed when something is wrong.
    private func act(
        _ form: String, _ sent: Query, _ typed: EventCockpitPage.Typed, _ context: SiteContext,
        _ change: @escaping @Sendable (Connection) throws -> Void
    ) async throws -> Response {
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        let place = context.links.to(EventPaths.work(number))
        return try await site.answer(in: context) {
            let key = try site.formKey(form, sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try change(db)
                return place
            }
        } orShow: { faults in
            let (today, keys) = (Moment(site.clock()).day, EventCockpitPage.Keys(site, in: context))
            return try await site.read { db in
                let (event, parent) = try Event.withParent(number, in: programme, db)
                try visitor.mayRunEvents(of: parent).check()
                return EventCockpitPage(
                    try EventCockpitPage.Reading(event, parent, db), keys, today: today,
                    faults, typed: typed, in: context)
            }
        }
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await attendance(.none(in: context), context), in: context)
    }

    @Sendable
    private func note(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        let (present, now) = (sent.texts(AttendancePage.field), Moment(site.clock()))
        let place = context.links.to(EventPaths.work(number))
        return try await site.answer(in: context) {
            let key = try site.formKey("attendance", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try NoteAttendance(at: number, present: present).run(as: visitor, at: now, in: programme, db)
                return place
            }
        } orShow: { faults in
            try await attendance(faults, present: present, context)
        }
    }

    /// - Parameter present: who was ticked, when the page comes back
    private func attendance(
        _ faults: FormFaults, present: [String]? = nil, _ context: SiteContext
    ) async throws -> AttendancePage {
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        let today = Moment(site.clock()).day
        let formKey = site.formKey("attendance", in: context)
        return try await site.read { db in
            let (event, parent) = try Event.withParent(number, in: programme, db)
            try visitor.mayRunEvents(of: parent).check()
            let registrations = try Registration.list(of: event.id, in: db)
            return AttendancePage(
                event, registrations, present: present, mayNote: visitor.mayClose(event, of: parent, on: today),
                faults, formKey: formKey, in: context)
        }
    }
}
