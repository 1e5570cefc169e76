// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Where signing in begins: an address, or an address and a password.
struct SignInPage: Page {
    static let template = "People/sign-in"
    let heading: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let onward: String?
    let email: FormField
    let passwordForm: PasswordPart
    let demonstration: Demonstration?
    /// Said while no mail leaves.
    let noMail: String?

    struct PasswordPart: Sendable {
        let action: String
        let formKey: String
        let onward: String?
        let email: FormField
        let password: FormField
        /// Whether the part stands open, since it was used.
        let isOpen: Bool
    }

    /// One button for each of the invented people.
    struct Demonstration: Sendable {
        let action: String
        let formKey: String
        let people: [Choice]

        struct Choice: Sendable {
            let id: String
            let name: String
            let role: String
        }
    }

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = SignInPage(
        heading: "Anmelden", summary: .sample, action: "/anmelden", formKey: "1.2.3", onward: "/ideen", email: .sample,
        passwordForm: PasswordPart(
            action: "/anmelden/passwort", formKey: "1.2.3", onward: "/ideen", email: .sample, password: .sample,
            isOpen: true),
        demonstration: Demonstration(
            action: "/anmelden/vorfuehrung", formKey: "1.2.3",
            people: [.init(id: "a", name: "Alex Beispiel", role: "Programmbüro")]),
        noMail: "Dieses Portal verschickt keine E-Mails.")
}

/// The fields of the two forms; each comes back with what was typed.
enum SignInField {
    static let email = "email"
    static let passwordEmail = "konto"
    static let password = "passwort"
    static let code = "code"
    static let token = "schluessel"
}

/// "We have sent a mail, if …", with a field for the code of the mail. The answer is the same for every address.
struct SignInCodePage: Page {
    static let template = "People/code"
    let heading: String
    let lead: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let code: FormField
    let again: String
    /// Said while no mail leaves.
    let noMail: String?

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = SignInCodePage(
        heading: "Schauen Sie in Ihr Postfach", lead: "Die Nachricht gilt 15 Minuten.", summary: .sample,
        action: "/anmelden/code", formKey: "1.2.3", code: .sample, again: "/anmelden",
        noMail: "Dieses Portal verschickt keine E-Mails.")
}

extension SignInCodePage {
    init(_ site: Site, faults: FormFaults, in context: SiteContext) {
        self.init(
            heading: context.text("people.code.heading"),
            lead: context.text("people.code.lead", count: SignInLink.minutes), summary: faults.summary,
            action: context.links.to(PeoplePaths.code), formKey: site.formKey("sign-in-code", in: context),
            code: Self.field(faults, in: context), again: context.links.to(PeoplePaths.signIn),
            noMail: site.noMail(in: context))
    }

    static func field(_ faults: FormFaults, in context: SiteContext) -> FormField {
        FormField(
            name: SignInField.code, label: context.text("people.code.field"), hint: context.text("people.code.hint"),
            fault: faults[SignInField.code], isRequired: true, completion: "one-time-code")
    }
}

/// What the link of the mail opens: one button. Mail programs that look at links in advance use nothing up.
struct SignInLinkPage: Page {
    static let template = "People/link"
    let heading: String
    let lead: String
    let summary: ErrorSummary?
    let form: Form?
    let again: String

    struct Form: Sendable {
        let action: String
        let formKey: String
        let token: String
        /// Nil in the browser that has asked for the mail.
        let code: FormField?
    }

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = SignInLinkPage(
        heading: "Jetzt anmelden", lead: "Ein Klick, und Sie sind angemeldet.", summary: .sample,
        form: Form(action: "/anmelden/link", formKey: "1.2.3", token: "abc", code: .sample), again: "/anmelden")
}

extension SignInLinkPage {
    init(
        _ token: Secret, needsCode: Bool, _ site: Site, faults: FormFaults, in context: SiteContext
    ) {
        self.init(
            heading: context.text("people.link.heading"),
            lead: context.text(needsCode ? "people.link.lead-other-browser" : "people.link.lead"),
            summary: faults.summary,
            form: Form(
                action: context.links.to(PeoplePaths.link), formKey: site.formKey("sign-in-link", in: context),
                token: token.text, code: needsCode ? SignInCodePage.field(faults, in: context) : nil),
            again: context.links.to(PeoplePaths.signIn))
    }

    /// A link that cannot be used any more says why, and how to get another.
    init(unusable standing: SignInLink.Standing?, in context: SiteContext) {
        let reason = standing?.rawValue ?? "unknown"
        self.init(
            heading: context.text("people.link.unusable"), lead: context.text("people.link.standing.\(reason)"),
            summary: nil, form: nil, again: context.links.to(PeoplePaths.signIn))
    }
}

extension Site {
    /// Where mails wait instead of leaving; nil where they leave.
    func noMail(in context: SiteContext) -> String? {
        settings.sendsMail ? nil : context.text("people.sign-in.no-mail")
    }
}
