// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/arbeit/personen/neu` and `/arbeit/personen/rollen/{id}`: roles are given and ended, each with a reason.
struct RoleRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PeoplePaths.newRole), use: edit)
        table.post(RouterPath(PeoplePaths.newRole), use: give)
        table.get(RouterPath(PeoplePaths.role), use: show)
        table.post(RouterPath(PeoplePaths.role), use: end)
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        try context.visitor.mayListPeople(in: try context.programme.id).check()
        return try site.render(try await formPage(RoleForm(), .none(in: context), context), in: context)
    }

    @Sendable
    private func give(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        try visitor.mayListPeople(in: programme).check()
        let form = RoleForm(sent)
        return try await site.answer(in: context) {
            let key = try site.formKey("role", sentIn: sent, context)
            let place = context.links.to(PeoplePaths.people)
            let give = GiveRole(form, in: programme, language: context.language.rawValue)
            return try await site.once(key, in: context) { db in
                try give.run(as: visitor, at: now, in: db) { notification in
                    try site.letter(.role(notification, site, in: context), in: context)
                }
                return place
            }
        } orShow: { faults in
            try await formPage(form, faults, context)
        }
    }

    private func formPage(_ form: RoleForm, _ faults: FormFaults, _ context: SiteContext) async throws -> RoleFormPage {
        let programme = try context.programme.id
        let choices = try await site.read { db in try RoleMatterChoice.list(in: programme, db) }
        return RoleFormPage(form, choices, faults, formKey: site.formKey("role", in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await endPage(.none(in: context), context), in: context)
    }

    @Sendable
    private func end(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let id = try context.parameter("id")
        let place = context.links.to(PeoplePaths.people)
        return try await site.answer(in: context) {
            let key = try site.formKey("role-end", sentIn: sent, context)
            var check = FormCheck()
            let reason = check.line(
                sent.text(RoleForm.Field.reason), field: RoleForm.Field.reason, missing: "reason-missing",
                limit: RoleForm.longestReason)
            try check.finish()
            return try await site.once(key, in: context) { db in
                guard let assignment = try RoleAssignment.find(id, on: now.day, in: db) else {
                    throw PageFault.outdated
                }
                try EndRole(assignment, reason: reason).run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            try await endPage(faults, context)
        }
    }

    private func endPage(_ faults: FormFaults, _ context: SiteContext) async throws -> RoleEndPage {
        let (visitor, today, id) = (context.visitor, Moment(site.clock()).day, try context.parameter("id"))
        try visitor.mayListPeople(in: try context.programme.id).check()
        let found = try await site.read { db -> (RoleAssignment, Person)? in
            guard let role = try RoleAssignment.find(id, on: today, in: db),
                let person = try Person.find(role.person, in: db)
            else { return nil }
            return (role, person)
        }
        guard let (role, person) = found else { throw PageFault.notFound }
        try visitor.mayGrant(role.held.role, in: role.held.programme).check()
        return RoleEndPage(
            role, person, faults, formKey: site.formKey("role-end", in: context), in: context)
    }
}

extension RoleForm {
    init(_ sent: Query) {
        self.init(
            email: sent.text(Field.email), role: sent.text(Field.role), matter: sent.text(Field.matter),
            reason: sent.text(Field.reason))
        mayInvite = sent.text(Field.mayInvite) != nil
    }
}

extension LetterPage {
    /// Tells somebody that they have been given a role; whoever is new signs in by its link.
    static func role(_ given: GiveRole.Notification, _ site: Site, in context: SiteContext) -> LetterPage {
        let path =
            given.invitation.map { PeoplePaths.link + QueryText.joined([(SignInField.token, $0.text)]) }
            ?? PeoplePaths.own
        let portal = context.currentProgramme?.name(in: context.language) ?? "Dreiklang"
        let role = context.text("people.roles.\(given.role.rawValue)")
        let held = [role, given.matterTitle].compactMap { $0 }.joined(separator: ", ")
        let words: KeyValuePairs<String, String> = ["portal": portal, "role": held]
        let isNew = given.invitation != nil
        return LetterPage(
            subject: context.text("people.letters.role.subject", words),
            greeting: context.text("forms.letter.greeting"),
            paragraphs: [
                context.text("people.letters.role.text", words),
                isNew ? context.text("people.letters.role.invitation") : nil,
            ].compactMap { $0 },
            action: Action(
                label: context.text(isNew ? "people.letters.link" : "people.letters.role.own"),
                link: context.links.reached(at: site.mailRoot).absolute(path)),
            code: nil,
            closing: [context.text("people.letters.role.closing"), context.text("forms.letter.automatic")],
            signature: portal)
    }
}
