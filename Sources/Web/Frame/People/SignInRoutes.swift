// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// Signing in by mail, and signing out.
struct SignInRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PeoplePaths.signIn), use: begin)
        table.post(RouterPath(PeoplePaths.signIn), use: ask)
        table.get(RouterPath(PeoplePaths.code), use: showCode)
        table.post(RouterPath(PeoplePaths.code), use: sendCode)
        table.get(RouterPath(PeoplePaths.link), use: showLink)
        table.post(RouterPath(PeoplePaths.link), use: sendLink)
        table.post(RouterPath(PeoplePaths.signOut), use: signOut)
    }

    @Sendable
    private func begin(_ request: Request, _ context: SiteContext) async throws -> Response {
        let page = try await site.signInPage(Query.empty, .none(in: context), request, in: context)
        return try site.render(page, in: context).unkept
    }

    @Sendable
    private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await context.form(in: request)
        return try await site.answer(in: context) {
            _ = try site.formKey("sign-in", sentIn: form, context)
            let email = try SignInForm(email: form.text(SignInField.email)).validated()
            let now = site.clock()
            try site.entrance.limits.count(
                .signInNetwork, for: [Network.name(of: context.remoteAddress)], at: now)
            try site.entrance.limits.count(.signInMail, for: [email.text], at: now)
            let browser = Secret.make()
            let onward = Onward(form.text(Onward.field))
            try await send(to: email, browser: browser, onward: onward, in: context)
            var response = Response.seeOther(context.links.to(PeoplePaths.code))
            site.browserCookie.set(browser, seconds: SignInLink.minutes * 60, on: &response)
            return response
        } orShow: { faults in
            try await site.signInPage(form, faults, request, in: context)
        }.unkept
    }

    private func send(
        to email: EmailAddress, browser: Secret, onward: Onward?, in context: SiteContext
    ) async throws {
        let now = Moment(site.clock())
        let wish = AskForSignIn(
            email: email, language: context.language.rawValue, onward: onward?.path, browser: browser)
        try await site.write { db in
            try wish.run(at: now, in: db) { try site.letter(.signIn($0, site, in: context), in: context) }
        }
    }

    @Sendable
    private func showCode(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard site.browserCookie.secret(in: request) != nil else {
            return .seeOther(context.links.to(PeoplePaths.signIn))
        }
        return try site.render(SignInCodePage(site, faults: .none(in: context), in: context), in: context).unkept
    }

    @Sendable
    private func sendCode(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await context.form(in: request)
        return try await site.answer(in: context) {
            _ = try site.formKey("sign-in-code", sentIn: form, context)
            let code = try SignInForm.code(form.text(SignInField.code))
            let outcome = try await prove(.code(code), request, context)
            return try answer(outcome, request, context) { throw InvalidForm([.init(SignInField.code, "code-wrong")]) }
        } orShow: { faults in
            SignInCodePage(site, faults: faults, in: context)
        }.unkept
    }

    @Sendable
    private func showLink(_ request: Request, _ context: SiteContext) async throws -> Response {
        let token = context.query.text(SignInField.token).flatMap(Secret.init)
        let page = try await linkPage(token, faults: .none(in: context), request, context)
        return try site.render(page, in: context).unkept
    }

    @Sendable
    private func sendLink(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await context.form(in: request)
        let token = form.text(SignInField.token).flatMap(Secret.init)
        return try await site.answer(in: context) {
            _ = try site.formKey("sign-in-link", sentIn: form, context)
            guard let token else { throw PageFault.unreadableForm }
            let outcome = try await prove(.link(token, code: form.text(SignInField.code)), request, context)
            return try answer(outcome, request, context) { throw InvalidForm([.init(SignInField.code, "code-wrong")]) }
        } orShow: { faults in
            try await linkPage(token, faults: faults, request, context)
        }.unkept
    }

    private func linkPage(
        _ token: Secret?, faults: FormFaults, _ request: Request, _ context: SiteContext
    ) async throws -> SignInLinkPage {
        let now = Moment(site.clock())
        let link = try await site.read { db in try token.flatMap { try SignInLink.find($0, in: db) } }
        guard let token, let link, link.standing(at: now) == .usable else {
            return SignInLinkPage(unusable: link?.standing(at: now), in: context)
        }
        let needsCode = link.needsCode(from: site.browserCookie.secret(in: request))
        return SignInLinkPage(token, needsCode: needsCode, site, faults: faults, in: context)
    }

    private func prove(
        _ proof: SignIn.Proof, _ request: Request, _ context: SiteContext
    ) async throws -> SignIn.Outcome {
        try site.entrance.limits.count(.proof, for: [Network.name(of: context.remoteAddress)], at: site.clock())
        let now = Moment(site.clock())
        let signIn = SignIn(
            proof, browser: site.browserCookie.secret(in: request),
            agent: BrowserName.short(request.headers[.userAgent]))
        return try await site.write { db in try signIn.run(at: now, in: db) }
    }

    private func answer(
        _ outcome: SignIn.Outcome, _ request: Request, _ context: SiteContext, wrongCode: () throws -> Response
    ) throws -> Response {
        switch outcome {
        case .signedIn(let new): return site.welcome(new, in: context)
        case .wrongCode: return try wrongCode()
        case .unusable(let standing):
            let page = SignInLinkPage(unusable: standing, in: context)
            return try site.render(page, in: context, status: .gone).unkept
        }
    }

    @Sendable
    private func signOut(_ request: Request, _ context: SiteContext) async throws -> Response {
        if let session = context.session {
            let visitor = context.visitor
            try await site.write { db in try EndSessions(.one(id: session.id)).run(as: visitor, in: db) }
        }
        var response = Response.seeOther(context.links.to("/"))
        site.sessionCookie.clear(on: &response)
        return response
    }
}
