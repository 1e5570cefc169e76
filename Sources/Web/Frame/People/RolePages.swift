// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form by which somebody is given a role.
struct RoleFormPage: Page {
    static let template = "People/role"
    let heading: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let email: FormField
    let role: ChoiceField
    let matter: ChoiceField
    let reason: FormField
    let mayInvite: TickField
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = RoleFormPage(
        heading: "Rolle geben", summary: .sample, action: "/arbeit/personen/neu", formKey: "1.2.3", email: .sample,
        role: .sample, matter: .sample, reason: .sample, mayInvite: .sample,
        crumbs: [Crumb(label: "Personen und Rollen", link: "/arbeit/personen")])
}

extension RoleFormPage {
    init(
        _ form: RoleForm, _ choices: [RoleMatterChoice], _ faults: FormFaults, formKey: String,
        in context: SiteContext
    ) {
        typealias Field = RoleForm.Field
        let programme = context.currentProgramme?.id
        let roles = Role.allCases.filter { context.visitor.mayGrant($0, in: programme).isAllowed }
        self.init(
            heading: context.text("people.role.heading"), summary: faults.summary,
            action: context.links.to(PeoplePaths.newRole), formKey: formKey,
            email: FormField(
                name: Field.email, label: context.text("people.sign-in.email"),
                hint: context.text("people.role.email-hint"), value: form.email ?? "", fault: faults[Field.email],
                isRequired: true, type: "email"),
            role: ChoiceField(
                name: Field.role, label: context.text("people.staff.columns.role"), chosen: form.role,
                prompt: context.text("people.role.choose"),
                options: roles.map { ($0.rawValue, context.text("people.roles.\($0.rawValue)")) },
                fault: faults[Field.role]),
            matter: ChoiceField(
                name: Field.matter, label: context.text("people.staff.columns.matter"),
                hint: context.text("people.role.matter-hint"), chosen: form.matter,
                empty: context.text("people.staff.everything"),
                options: choices.map { ($0.value, "\(context.word(kind: $0.kind)): \($0.title)") },
                fault: faults[Field.matter]),
            reason: .roleReason(form.reason, faults, in: context),
            mayInvite: TickField(
                name: Field.mayInvite, label: context.text("people.role.may-invite"),
                hint: context.text("people.role.may-invite-hint"), isTicked: form.mayInvite,
                fault: faults[Field.mayInvite]),
            crumbs: [context.workCrumb, context.peopleCrumb])
    }
}

/// Asks before a role ends.
struct RoleEndPage: Page {
    static let template = "People/role-end"
    let heading: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let facts: Facts
    let reason: FormField
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = RoleEndPage(
        heading: "Rolle beenden", summary: .sample, action: "/arbeit/personen/rollen/1", formKey: "1.2.3",
        facts: .sample, reason: .sample, crumbs: [Crumb(label: "Personen und Rollen", link: "/arbeit/personen")])
}

extension RoleEndPage {
    init(
        _ role: RoleAssignment, _ person: Person, _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        let columns = { (name: String) in context.text("people.staff.columns.\(name)") }
        self.init(
            heading: context.text("people.role.end-heading"), summary: faults.summary,
            action: context.links.to(PeoplePaths.role(role.id)), formKey: formKey,
            facts: Facts(entries: [
                Facts.Entry(columns("name"), person.displayName),
                Facts.Entry(columns("role"), context.text("people.roles.\(role.held.role.rawValue)")),
                Facts.Entry(columns("matter"), role.matterTitle ?? context.text("people.staff.everything")),
                Facts.Entry(columns("since"), context.notation.date(role.startsOn)),
            ]),
            reason: .roleReason(nil, faults, in: context), crumbs: [context.workCrumb, context.peopleCrumb])
    }
}

extension FormField {
    fileprivate static func roleReason(_ value: String?, _ faults: FormFaults, in context: SiteContext) -> FormField {
        FormField(
            name: RoleForm.Field.reason, label: context.text("people.role.reason"),
            hint: context.text("people.role.reason-hint"), value: value ?? "", fault: faults[RoleForm.Field.reason],
            isRequired: true)
    }
}

extension SiteContext {
    /// The step back to the list of people and roles.
    var peopleCrumb: Crumb { Crumb(label: text("people.work.people"), link: links.to(PeoplePaths.people)) }
}
