// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// Signing in with one click as one of the invented people, for looking around on one's own machine. The address does
/// not exist anywhere else.
struct DemonstrationRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        guard site.entrance.isDemonstration else { return }
        table.post(RouterPath(PeoplePaths.demonstration), use: signIn)
    }

    @Sendable
    private func signIn(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard site.isDemonstration(for: request) else { throw PageFault.notFound }
        let form = try await context.form(in: request)
        _ = try site.formKey("demonstration", sentIn: form, context)
        let now = Moment(site.clock())
        let agent = BrowserName.short(request.headers[.userAgent])
        guard let person = form.text("person"),
            let new = try await site.write({ db in
                try SignInAsDemo(person, agent: agent).run(at: now, in: db)
            })
        else { throw PageFault.notFound }
        return site.welcome(new, in: context)
    }
}

extension Site {
    /// The invented people of the programme of this page, when they may be signed in as.
    func demonstration(
        _ request: Request, in context: SiteContext
    ) async throws -> SignInPage.Demonstration? {
        guard isDemonstration(for: request) else { return nil }
        let today = Moment(clock()).day
        let people = try await read { db in try DemoPerson.list(on: today, in: db) }
        guard !people.isEmpty else { return nil }
        return SignInPage.Demonstration(
            action: context.links.to(PeoplePaths.demonstration), formKey: formKey("demonstration", in: context),
            people: people.map { demo in
                SignInPage.Demonstration.Choice(
                    id: demo.person.id, name: demo.person.displayName,
                    role: context.text("people.roles.\(demo.role?.rawValue ?? "participant")"))
            })
    }
}
