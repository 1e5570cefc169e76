// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// What the links in mails about registrations open: a page with one button. Opening it changes nothing, since mail
/// programs open links on their own.
struct RegistrationLinkRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    static let token = "schluessel"

    func add(to table: RouteTable) {
        table.get(RouterPath(EventPaths.registration), use: show)
        table.post(RouterPath(EventPaths.registration), use: confirm)
        table.post(RouterPath(EventPaths.endRegistration), use: end)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let token = context.query.text(Self.token).flatMap(Secret.init)
        return try await answer(token, context)
    }

    @Sendable
    private func confirm(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let token = sent.text(Self.token).flatMap(Secret.init)
        guard let token, isDrawnHere("registration-link", sent, context) else {
            return try await answer(token, context)
        }
        let (programme, now) = (try context.programme.id, Moment(site.clock()))
        let letters = site.registrationLetters(in: context)
        _ = try await site.write { db in
            try ConfirmRegistration(token).run(at: now, in: programme, db, compose: letters)
        }
        return .seeOther(context.links.to(EventPaths.registration, [Self.token: token.text]))
    }

    @Sendable
    private func end(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let token = sent.text(Self.token).flatMap(Secret.init)
        guard let token, isDrawnHere("registration-end", sent, context) else { return try await answer(token, context) }
        let (programme, now, visitor) = (try context.programme.id, Moment(site.clock()), context.visitor)
        let letters = site.registrationLetters(in: context)
        let isEnded = try await site.write { db in
            try EndRegistration(.link(token)).run(as: visitor, at: now, in: programme, db, compose: letters)
        }
        return try site.render(RegistrationNotePage(ended: isEnded, in: context), in: context).unkept
    }

    /// A form that has been open for more than a day is drawn anew.
    private func isDrawnHere(_ form: String, _ sent: Query, _ context: SiteContext) -> Bool {
        (try? site.formKey(form, sentIn: sent, context)) != nil
    }

    private func answer(_ token: Secret?, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let today = Moment(site.clock()).day
        let found = try await site.read { db -> (Registration, Event, String?)? in
            guard let token, let registration = try Registration.find(by: token, in: db),
                let event = try Event.find(id: registration.event, in: programme, db)
            else { return nil }
            return (registration, event, try Event.access(to: event.id, in: db))
        }
        guard let token, let (registration, event, access) = found else {
            let page = RegistrationNotePage(ended: false, in: context)
            return try site.render(page, in: context, status: .gone).unkept
        }
        let permission = Visitor.guest.mayRegister(for: event, on: today)
        let page = RegistrationLinkPage(
            registration, event, token, access: access, permission,
            confirmKey: site.formKey("registration-link", in: context),
            endKey: site.formKey("registration-end", in: context), in: context)
        return try site.render(page, in: context).unkept
    }
}
