// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/mein/passwort`: for those who would rather not wait for a mail.
struct OwnPasswordRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PeoplePaths.ownPassword), use: edit)
        table.post(RouterPath(PeoplePaths.ownPassword), use: save)
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await page(.none(in: context), context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let person = try context.visitor.person(if: context.visitor.mayUseOwnArea)
        return try await site.answer(in: context) {
            let key = try site.formKey("own-password", sentIn: sent, context)
            try await checkCurrent(sent, of: person, context)
            let password = try await password(sent, of: person)
            let (visitor, session, now) = (context.visitor, context.session?.id ?? "", Moment(site.clock()))
            let place = context.links.to(PeoplePaths.own)
            return try await site.once(key, in: context) { db in
                try ChangePassword(to: password, keeping: session).run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            try await page(faults, context)
        }
    }

    /// Whoever finds an open browser must not be able to lock its owner out.
    private func checkCurrent(_ sent: Query, of person: Person, _ context: SiteContext) async throws {
        let current = try await site.read { db in try Password.find(of: person.id, in: db) }
        guard let current else { return }
        try site.entrance.limits.count(.password, for: [person.id], at: site.clock())
        let typed = String((sent.untrimmedText(PasswordForm.Field.current) ?? "").prefix(Password.longest))
        guard try await site.entrance.passwords.check(typed, against: current) else {
            throw InvalidForm([.init(PasswordForm.Field.current, "password-wrong")])
        }
    }

    /// Nil when the password is to be taken away.
    private func password(_ sent: Query, of person: Person) async throws -> Password? {
        if sent.text("entfernen") != nil { return nil }
        let form = PasswordForm(password: sent.untrimmedText(PasswordForm.Field.password) ?? "")
        let typed = try form.validated(against: site.entrance.commonPasswords, for: person)
        return try await site.entrance.passwords.make(typed)
    }

    private func page(_ faults: FormFaults, _ context: SiteContext) async throws -> OwnPasswordPage {
        let person = try context.visitor.person(if: context.visitor.mayUseOwnArea)
        let current = try await site.read { db in try Password.find(of: person.id, in: db) }
        return OwnPasswordPage(
            hasPassword: current != nil, faults, formKey: site.formKey("own-password", in: context), in: context)
    }
}

/// The form for a password of one's own.
struct OwnPasswordPage: Page {
    static let template = "People/password"
    let heading: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    /// Nil while there is no password.
    let current: FormField?
    let password: FormField
    let canBeRemoved: Bool
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = OwnPasswordPage(
        heading: "Passwort", summary: .sample, action: "/mein/passwort", formKey: "1.2.3", current: .sample,
        password: .sample, canBeRemoved: true, crumbs: [Crumb(label: "Mein Bereich", link: "/mein")])
}

extension OwnPasswordPage {
    init(hasPassword: Bool, _ faults: FormFaults, formKey: String, in context: SiteContext) {
        self.init(
            heading: context.text("people.own.ways.password"), summary: faults.summary,
            action: context.links.to(PeoplePaths.ownPassword), formKey: formKey,
            current: hasPassword
                ? FormField(
                    name: PasswordForm.Field.current, label: context.text("people.password.current"),
                    fault: faults[PasswordForm.Field.current], isRequired: true, type: "password",
                    completion: "current-password") : nil,
            password: FormField(
                name: PasswordForm.Field.password, label: context.text("people.password.new"),
                hint: context.text("people.password.hint", count: Password.shortest),
                fault: faults[PasswordForm.Field.password], isRequired: true, type: "password",
                completion: "new-password"),
            canBeRemoved: hasPassword, crumbs: [context.ownCrumb])
    }
}
