// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

extension Site {
    /// The answer that signs in: a new cookie, and on to where the visitor wanted to go.
    func welcome(_ new: NewSession, in context: SiteContext) -> Response {
        let place = Onward(new.onward)?.path ?? context.links.to(PeoplePaths.own)
        var response = Response.seeOther(place)
        sessionCookie.set(new.secret, on: &response)
        browserCookie.clear(on: &response)
        return response
    }

    /// The page on which signing in begins, with what was typed.
    func signInPage(
        _ form: Query, _ faults: FormFaults, _ request: Request, in context: SiteContext
    ) async throws -> SignInPage {
        let onward = Onward(form.text(Onward.field) ?? context.query.text(Onward.field))?.path
        let email = FormField(
            name: SignInField.email, label: context.text("people.sign-in.email"),
            hint: context.text("people.sign-in.email-hint"), value: form.text(SignInField.email) ?? "",
            fault: faults[SignInField.email], isRequired: true, type: "email", completion: "email")
        return SignInPage(
            heading: context.text("people.sign-in.heading"), summary: faults.summary,
            action: context.links.to(PeoplePaths.signIn), formKey: formKey("sign-in", in: context), onward: onward,
            email: email, passwordForm: passwordPart(form, faults, onward: onward, in: context),
            demonstration: try await demonstration(request, in: context), noMail: noMail(in: context))
    }

    private func passwordPart(
        _ form: Query, _ faults: FormFaults, onward: String?, in context: SiteContext
    ) -> SignInPage.PasswordPart {
        let fields = [SignInField.passwordEmail, SignInField.password]
        return SignInPage.PasswordPart(
            action: context.links.to(PeoplePaths.password), formKey: formKey("password", in: context), onward: onward,
            email: FormField(
                name: SignInField.passwordEmail, label: context.text("people.sign-in.email"),
                value: form.text(SignInField.passwordEmail) ?? "", fault: faults[SignInField.passwordEmail],
                isRequired: true, type: "email", completion: "email"),
            password: FormField(
                name: SignInField.password, label: context.text("people.sign-in.password"),
                fault: faults[SignInField.password], isRequired: true, type: "password",
                completion: "current-password"),
            isOpen: fields.contains { faults[$0] != nil } || form.text(SignInField.passwordEmail) != nil)
    }
}

extension Response {
    /// Neither kept by anybody, nor does the next page learn its address.
    var unkept: Response {
        var response = self
        response.headers[.cacheControl] = "no-store"
        if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "no-referrer" }
        return response
    }
}

extension LetterPage {
    /// The mail by which one signs in. Its link leads to a page in the visitor's programme and language.
    static func signIn(_ invitation: AskForSignIn.Invitation, _ site: Site, in context: SiteContext) -> LetterPage {
        let path = PeoplePaths.link + QueryText.joined([(SignInField.token, invitation.token.text)])
        let code = invitation.code
        return LetterPage(
            words: invitation.isNewAccount ? "people.letters.welcome" : "people.letters.sign-in",
            action: Action(
                label: context.text("people.letters.link"),
                link: context.links.reached(at: site.mailRoot).absolute(path)),
            code: Code(label: context.text("people.letters.code"), digits: "\(code.prefix(3)) \(code.suffix(3))"),
            in: context)
    }
}
