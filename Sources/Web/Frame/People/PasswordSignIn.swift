// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// Signing in with a password, for those who have set one.
struct PasswordSignInRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.post(RouterPath(PeoplePaths.password), use: signIn)
    }

    @Sendable
    private func signIn(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await context.form(in: request)
        return try await site.answer(in: context) {
            _ = try site.formKey("password", sentIn: form, context)
            let email = try SignInForm(
                email: form.text(SignInField.passwordEmail), field: SignInField.passwordEmail
            ).validated()
            guard let typed = form.untrimmedText(SignInField.password), !typed.isEmpty else {
                throw InvalidForm([.init(SignInField.password, "password-missing")])
            }
            guard let new = try await checked(email, typed, request, context) else {
                throw InvalidForm([.init(SignInField.password, "password-wrong")])
            }
            var response = site.welcome(new, in: context)
            if let onward = Onward(form.text(Onward.field)) { response.headers[.location] = onward.path }
            return response
        } orShow: { faults in
            try await site.signInPage(form, faults, request, in: context)
        }.unkept
    }

    /// The answer and the time it takes are the same for an unknown address, one without a password and a wrong one.
    private func checked(
        _ email: EmailAddress, _ typed: String, _ request: Request, _ context: SiteContext
    ) async throws -> NewSession? {
        try site.entrance.limits.count(.proof, for: [Network.name(of: context.remoteAddress)], at: site.clock())
        try site.entrance.limits.count(.password, for: [email.text], at: site.clock())
        let account = try await site.read { db -> (person: Person, password: Password?)? in
            guard let person = try Person.find(email: email, in: db) else { return nil }
            return (person, try Password.find(of: person.id, in: db))
        }
        let short = String(typed.prefix(Password.longest))
        let isRight = try await site.entrance.passwords.check(short, against: account?.password)
        guard isRight, let account, let password = account.password else { return nil }
        let now = Moment(site.clock())
        let signIn = SignInByPassword(
            account.person, password: password, agent: BrowserName.short(request.headers[.userAgent]))
        return try await site.write { db in try signIn.run(at: now, in: db) }
    }
}
