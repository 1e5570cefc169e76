// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/mein/vertretung/organisation/hwk`: who speaks for an organisation or a municipality, and how others are invited.
struct RepresentationRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    static let show = "/mein/vertretung/{kind}/{key}"
    static let end = "/mein/vertretung/{kind}/{key}/ende"

    static func show(_ body: RepresentedBody) -> String { "/mein/vertretung/\(body.kind.rawValue)/\(body.key)" }

    func add(to table: RouteTable) {
        table.get(RouterPath(Self.show), use: show)
        table.post(RouterPath(Self.show), use: invite)
        table.post(RouterPath(Self.end), use: end)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await page(nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func invite(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        _ = try visitor.person(if: visitor.mayUseOwnArea)
        let email = sent.text(InviteRepresentative.Field.email)
        return try await site.answer(in: context) {
            let key = try site.formKey("representation", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                let body = try Self.body(in: context, on: now.day, db)
                try InviteRepresentative(email, for: body, in: programme, language: context.language.rawValue)
                    .run(as: visitor, at: now, in: db) { notification in
                        let own = SiteContext.forMail(to: notification.language, context.currentProgramme, site)
                        return try site.letter(.representation(notification, in: own), in: own)
                    }
                return context.links.to(Self.show(body))
            }
        } orShow: { faults in
            try await page(email, faults, context)
        }
    }

    /// Sent twice, the second time finds nobody and changes nothing.
    @Sendable
    private func end(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        _ = try visitor.person(if: visitor.mayUseOwnArea)
        guard let assignment = sent.text(RepresentationPage.assignmentField) else { throw PageFault.unreadableForm }
        let place = try await site.write { db in
            let body = try Self.body(in: context, on: now.day, db)
            _ = try EndRepresentative(assignment, of: body, in: programme).run(as: visitor, at: now, in: db)
            return context.links.to(Self.show(body))
        }
        return .seeOther(place)
    }

    private func page(
        _ email: String?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> RepresentationPage {
        _ = try context.visitor.person(if: context.visitor.mayUseOwnArea)
        let today = Moment(site.clock()).day
        return try await site.read { db in
            let body = try Self.body(in: context, on: today, db)
            return RepresentationPage(
                body, try Representative.list(of: body, on: today, db), email, faults,
                formKey: site.formKey("representation", in: context), in: context)
        }
    }

    /// The body of the address; whoever does not speak for it does not learn who does.
    private static func body(
        in context: SiteContext, on today: PartialDate, _ db: Connection
    ) throws -> RepresentedBody {
        let (kind, key) = (try context.parameter("kind"), try context.parameter("key"))
        let bodies = try RepresentedBody.list(
            of: context.visitor.person?.id ?? "", in: context.programme.id, on: today, db)
        guard let body = bodies.first(where: { $0.kind.rawValue == kind && $0.key == key }) else {
            throw PageFault.notFound
        }
        return body
    }
}

/// Those who speak for a body, with a button for each and a form to invite more, for whoever may.
struct RepresentationPage: Page {
    static let template = "People/representation"
    let heading: String
    let summary: ErrorSummary?
    let people: [Person]
    let form: Form?
    /// Why one cannot invite.
    let refusal: String?
    let crumbs: [Crumb]

    struct Person: Sendable {
        let name: String
        let details: String
        let end: End?
    }

    struct End: Sendable {
        let action: String
        let assignment: String
        /// Names the person for those who hear the buttons one after another.
        let label: String
    }

    struct Form: Sendable {
        let action: String
        let formKey: String
        let email: FormField
    }

    static let assignmentField = "rolle"

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = RepresentationPage(
        heading: "Wer für die Handwerkskammer spricht", summary: .sample,
        people: [
            Person(
                name: "Ada", details: "a…a@example.org",
                end: End(action: "/mein/vertretung/organisation/1/ende", assignment: "1", label: "Ada: beenden"))
        ],
        form: Form(action: "/mein/vertretung/organisation/1", formKey: "1.2.3", email: .sample), refusal: "Nein.",
        crumbs: [Crumb(label: "Mein Bereich", link: "/mein")])
}

extension RepresentationPage {
    init(
        _ body: RepresentedBody, _ representatives: [Representative], _ email: String?, _ faults: FormFaults,
        formKey: String, in context: SiteContext
    ) {
        let permission = context.visitor.mayInvite(for: body, in: context.currentProgramme?.id ?? "")
        let path = context.links.to(RepresentationRoutes.show(body))
        let refusal: String? =
            if case .refused(let reason) = permission { context.text(reason) } else { nil }
        self.init(
            heading: context.text("people.representation.heading", ["name": body.title]), summary: faults.summary,
            people: representatives.map {
                Person($0, mayEnd: permission.isAllowed && $0.person != context.visitor.person?.id, path, in: context)
            },
            form: permission.isAllowed
                ? Form(
                    action: path, formKey: formKey,
                    email: FormField(
                        name: InviteRepresentative.Field.email, label: context.text("people.sign-in.email"),
                        hint: context.text("people.representation.hint"), value: email ?? "",
                        fault: faults[InviteRepresentative.Field.email], isRequired: true, type: "email")) : nil,
            refusal: refusal, crumbs: [context.ownCrumb])
    }
}

extension RepresentationPage.Person {
    fileprivate init(_ representative: Representative, mayEnd: Bool, _ path: String, in context: SiteContext) {
        let facts: [String?] = [
            representative.email?.masked, context.notation.period(from: representative.startsOn.text, to: nil),
            representative.mayInvite ? context.text("people.representation.may-invite") : nil,
        ]
        self.init(
            name: representative.displayName, details: facts.compactMap { $0 }.joined(separator: " · "),
            end: mayEnd
                ? .init(
                    action: path + "/ende", assignment: representative.assignment,
                    label: context.text("people.representation.end-of", ["name": representative.displayName])) : nil)
    }
}

extension LetterPage {
    /// Tells somebody that they speak for a body now; whoever is new signs in by its link.
    static func representation(
        _ given: InviteRepresentative.Notification, in context: SiteContext
    ) -> LetterPage {
        let path =
            given.invitation.map { PeoplePaths.link + QueryText.joined([(SignInField.token, $0.text)]) }
            ?? PeoplePaths.own
        let portal = context.currentProgramme?.name(in: context.language) ?? "Dreiklang"
        let words: KeyValuePairs<String, String> = [
            "name": given.invitedBy, "body": given.body.title, "portal": portal,
        ]
        let isNew = given.invitation != nil
        return LetterPage(
            subject: context.text("people.letters.representation.subject", words),
            greeting: context.text("forms.letter.greeting"),
            paragraphs: [
                context.text("people.letters.representation.text", words),
                isNew ? context.text("people.letters.role.invitation") : nil,
            ].compactMap { $0 },
            action: Action(
                label: context.text(isNew ? "people.letters.link" : "people.letters.role.own"),
                link: context.links.absolute(path)),
            code: nil,
            closing: [context.text("people.letters.role.closing"), context.text("forms.letter.automatic")],
            signature: portal)
    }
}
