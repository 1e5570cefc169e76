// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// Registering for an event, as a guest by mail or as a person, and taking it back.
struct RegistrationRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/veranstaltungen/{number}/anmeldung", use: ask)
        table.post("/veranstaltungen/{number}/anmeldung", use: register)
        table.get("/veranstaltungen/{number}/anmeldung/gesendet", use: sent)
        table.post("/veranstaltungen/{number}/abmeldung", use: withdraw)
    }

    @Sendable
    private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = RegistrationForm(name: context.visitor.person?.displayName)
        let page = try await page(form, .none(in: context), context)
        return try site.render(page, in: context)
    }

    @Sendable
    private func register(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let form = RegistrationForm(sent)
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        return try await site.answer(in: context) {
            let key = try site.formKey("registration", sentIn: sent, context)
            try countAttempt(form, context)
            let (now, letters) = (Moment(site.clock()), site.registrationLetters(in: context))
            let (links, language) = (context.links, context.language.rawValue)
            return try await site.once(key, in: context) { db in
                let outcome = try RegisterForEvent(for: number, form, language: language)
                    .run(as: visitor, at: now, in: programme, db, compose: letters)
                return links.to(outcome == .mailed ? EventPaths.registered(number) : EventPaths.show(number))
            }
        } orShow: { faults in
            try await page(form, faults, context)
        }
    }

    /// A guest could have mails sent to somebody else's address.
    private func countAttempt(_ form: RegistrationForm, _ context: SiteContext) throws {
        guard !context.visitor.isSignedIn else { return }
        let now = site.clock()
        try site.entrance.limits.count(
            .registrationNetwork, for: [Network.name(of: context.remoteAddress)], at: now)
        guard let email = form.email.flatMap(EmailAddress.init) else { return }
        try site.entrance.limits.count(.registrationMail, for: [email.text], at: now)
    }

    @Sendable
    private func sent(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        guard let event = try await site.read({ db in try Event.find(number: number, in: programme, db) }) else {
            throw PageFault.notFound
        }
        return try site.render(RegistrationNotePage(sentFor: event, in: context), in: context)
    }

    @Sendable
    private func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        let now = Moment(site.clock())
        let (place, letters) = (
            context.links.to(EventPaths.show(number)), site.registrationLetters(in: context)
        )
        do {
            let key = try site.formKey("withdrawal", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try EndRegistration(.own(number)).run(as: visitor, at: now, in: programme, db, compose: letters)
                return place
            }
        } catch is InvalidForm {
            return .seeOther(place)
        }
    }

    private func page(
        _ form: RegistrationForm, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> RegistrationFormPage {
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        let today = Moment(site.clock()).day
        let (event, tally, places) = try await site.read { db in
            guard let event = try Event.find(number: number, in: programme, db) else { throw PageFault.notFound }
            return (event, try Registration.tally(of: event.id, in: db), try Municipality.choices(in: programme, db))
        }
        try visitor.mayRegister(for: event, on: today).check()
        return RegistrationFormPage(
            form, event, isFull: tally.free(of: event.capacity) == 0, places, faults,
            formKey: site.formKey("registration", in: context), in: context)
    }
}

extension RegistrationForm {
    init(_ sent: Query) {
        self.init(
            name: sent.text(Field.name), email: sent.text(Field.email), organisation: sent.text(Field.organisation),
            municipality: sent.text(Field.municipality), needs: sent.text(Field.needs))
    }
}
