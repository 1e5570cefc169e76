// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/arbeit/stellen/{key}`: who belongs to an office, and what it is responsible for, each from one day to another.
struct OfficeRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(OfficePaths.show), use: show)
        table.post(RouterPath(OfficePaths.members), use: addMember)
        table.post(RouterPath(OfficePaths.memberEnd), use: endMember)
        table.post(RouterPath(OfficePaths.responsibilities), use: addResponsibility)
        table.post(RouterPath(OfficePaths.responsibilityEnd), use: endResponsibility)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await page(OfficePage.Typed(), .none(in: context), context), in: context)
    }

    @Sendable
    private func addMember(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        typealias Field = OfficeMemberForm.Field
        let form = OfficeMemberForm(
            email: sent.text(Field.email), part: sent.text(Field.part), startsOn: sent.text(Field.startsOn),
            endsOn: sent.text(Field.endsOn))
        let language = context.language.rawValue
        return try await save("office-member", sent, OfficePage.Typed(member: form), context) {
            office, visitor, now, db in
            try AddOfficeMember(form, to: office, in: try context.programme.id, language: language)
                .run(as: visitor, at: now, in: db) { notification in
                    let own = SiteContext.forMail(to: notification.language, context.currentProgramme, site)
                    return try site.letter(.officeMember(notification, in: own), in: own)
                }
        }
    }

    @Sendable
    private func endMember(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        guard let person = sent.text(OfficePage.personField), let since = sent.text(OfficePage.sinceField) else {
            throw PageFault.unreadableForm
        }
        return try await save("office-end", sent, OfficePage.Typed(), context) { office, visitor, now, db in
            try EndOfficeMember(person, since: since, of: office, in: try context.programme.id)
                .run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func addResponsibility(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        typealias Field = ResponsibilityForm.Field
        let form = ResponsibilityForm(
            matter: sent.text(Field.matter), startsOn: sent.text(Field.startsOn), endsOn: sent.text(Field.endsOn),
            reason: sent.text(Field.reason))
        return try await save("responsibility", sent, OfficePage.Typed(responsibility: form), context) {
            office, visitor, now, db in
            try AddResponsibility(form, of: office, in: try context.programme.id).run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func endResponsibility(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        guard let matter = sent.text(OfficePage.matterField) else { throw PageFault.unreadableForm }
        return try await save("office-end", sent, OfficePage.Typed(), context) { office, visitor, now, db in
            try EndResponsibility(matter, of: office, in: try context.programme.id)
                .run(as: visitor, at: now, in: db)
        }
    }

    /// One of the forms: done once, and back to the page; or back with what was typed.
    private func save(
        _ name: String, _ sent: Query, _ typed: OfficePage.Typed, _ context: SiteContext,
        _ change: @escaping @Sendable (DutyOffice, Visitor, Moment, Connection) throws -> Void
    ) async throws -> Response {
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        try visitor.mayRunOffices(in: programme).check()
        let office = try context.parameter("key")
        let place = context.links.to(OfficePaths.at(OfficePaths.show, office))
        return try await site.answer(in: context) {
            let key = try site.formKey(name, sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                guard let office = try DutyOffice.find(office, in: programme, db) else { throw PageFault.notFound }
                try change(office, visitor, now, db)
                return place
            }
        } orShow: { faults in
            try await page(typed, faults, context)
        }
    }

    private func page(
        _ typed: OfficePage.Typed, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> OfficePage {
        let programme = try context.programme.id
        try context.visitor.mayRunOffices(in: programme).check()
        let (today, key) = (Moment(site.clock()).day, try context.parameter("key"))
        let page = try await site.read { db -> OfficePage? in
            guard let office = try DutyOffice.find(key, in: programme, db) else { return nil }
            let view = OfficeView(
                office: office, members: try OfficeMember.list(of: office.id, from: today, db),
                responsibilities: try HeldResponsibility.list(of: office.id, from: today, db),
                choices: try RoleMatterChoice.responsibilities(in: programme, db),
                handOvers: try HandOver.list(of: office.id, db), today: today)
            return OfficePage(view, typed, faults, site, in: context)
        }
        guard let page else { throw PageFault.notFound }
        return page
    }
}

extension LetterPage {
    /// Tells somebody that they belong to an office; whoever is new signs in by its link.
    static func officeMember(_ given: AddOfficeMember.Notification, in context: SiteContext) -> LetterPage {
        let path =
            given.invitation.map { PeoplePaths.link + QueryText.joined([(SignInField.token, $0.text)]) }
            ?? DutyPaths.desk
        let portal = context.currentProgramme?.name(in: context.language) ?? "Dreiklang"
        let isNew = given.invitation != nil
        let words: KeyValuePairs<String, String> = [
            "office": given.office.name, "part": context.text("bodies.offices.parts.\(given.part.rawValue)"),
            "date": context.notation.date(given.startsOn), "portal": portal,
        ]
        return LetterPage(
            subject: context.text("bodies.letters.member.subject", words),
            greeting: context.text("forms.letter.greeting"),
            paragraphs: [
                context.text("bodies.letters.member.text", words), context.text("bodies.letters.member.duties"),
                isNew ? context.text("people.letters.role.invitation") : nil,
            ].compactMap { $0 },
            action: Action(
                label: context.text(isNew ? "people.letters.link" : "duties.letters.all"),
                link: context.links.absolute(path)),
            code: nil,
            closing: [context.text("people.letters.role.closing"), context.text("forms.letter.automatic")],
            signature: portal)
    }
}
