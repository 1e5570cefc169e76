// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What the page of one office shows.
struct OfficeView: Sendable {
    let office: DutyOffice
    let members: [OfficeMember]
    let responsibilities: [HeldResponsibility]
    let choices: [RoleMatterChoice]
    let handOvers: [HandOver]
    let today: PartialDate
}

/// One office: members, responsibilities, and what was or will be handed over.
struct OfficePage: Page {
    static let template = "Bodies/office"
    let heading: String
    let body: String?
    let summary: ErrorSummary?
    let members: List?
    let noMembers: EmptyState?
    let memberForm: MemberForm
    let responsibilities: List?
    let noResponsibilities: EmptyState?
    let responsibilityForm: NewResponsibility
    let handOver: String
    let handOvers: Section?
    let crumbs: [Crumb]

    struct List: Sendable {
        let action: String
        let formKey: String
        let rows: [Row]
    }

    struct Row: Sendable {
        let title: String
        let details: String
        /// What says which one ends.
        let hidden: [Hidden]
        /// Names it for those who hear the buttons one after another.
        let label: String
    }

    struct Hidden: Sendable {
        let name: String
        let value: String
    }

    struct MemberForm: Sendable {
        /// Unfolded when it came back with faults.
        let isOpen: Bool
        let action: String
        let formKey: String
        let email: FormField
        let part: ChoiceField
        let startsOn: FormField
        let endsOn: FormField
    }

    struct NewResponsibility: Sendable {
        let isOpen: Bool
        let action: String
        let formKey: String
        let matter: ChoiceField
        let startsOn: FormField
        let endsOn: FormField
        let reason: FormField
    }

    /// What came with a form that had faults.
    struct Typed: Sendable {
        var member = OfficeMemberForm()
        var responsibility = ResponsibilityForm()
    }

    static let personField = "person"
    static let sinceField = "seit"
    static let matterField = "wofuer"

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = OfficePage(
        heading: "Referat Bus und Bahn", body: "Ministerium für Verkehr", summary: .sample,
        members: .sample, noMembers: .sample,
        memberForm: MemberForm(
            isOpen: true, action: "/arbeit/stellen/1/mitglieder", formKey: "1.2.3", email: .sample, part: .sample,
            startsOn: .sample, endsOn: .sample),
        responsibilities: .sample, noResponsibilities: .sample,
        responsibilityForm: NewResponsibility(
            isOpen: true, action: "/arbeit/stellen/1/zustaendigkeiten", formKey: "1.2.3", matter: .sample,
            startsOn: .sample,
            endsOn: .sample, reason: .sample),
        handOver: "/arbeit/stellen/1/uebergabe", handOvers: .sample,
        crumbs: [Crumb(label: "Stellen", link: "/arbeit/stellen")])
}

extension OfficePage.List {
    static let sample = OfficePage.List(
        action: "/arbeit/stellen/1/mitglieder/ende", formKey: "1.2.3",
        rows: [
            .init(
                title: "Ada", details: "Leitung, seit 1. März 2026", hidden: [.init(name: "person", value: "1")],
                label: "Ada: heute beenden")
        ])
}

extension OfficePage {
    init(_ view: OfficeView, _ typed: Typed, _ faults: FormFaults, _ site: Site, in context: SiteContext) {
        let path = { (pattern: String) in context.links.to(OfficePaths.at(pattern, view.office.key)) }
        let endKey = site.formKey("office-end", in: context)
        let memberRows = view.members.map { Row($0, on: view.today, in: context) }
        let responsibilityRows = view.responsibilities.map { Row($0, in: context) }
        self.init(
            heading: view.office.name, body: view.office.body, summary: faults.summary,
            members: memberRows.isEmpty
                ? nil : List(action: path(OfficePaths.memberEnd), formKey: endKey, rows: memberRows),
            noMembers: memberRows.isEmpty
                ? EmptyState(text: context.text("bodies.offices.no-members"), link: nil, linkLabel: nil) : nil,
            memberForm: MemberForm(
                typed.member, faults, action: path(OfficePaths.members),
                formKey: site.formKey("office-member", in: context), in: context),
            responsibilities: responsibilityRows.isEmpty
                ? nil
                : List(
                    action: path(OfficePaths.responsibilityEnd), formKey: site.formKey("office-end", in: context),
                    rows: responsibilityRows),
            noResponsibilities: responsibilityRows.isEmpty
                ? EmptyState(text: context.text("bodies.offices.no-responsibilities"), link: nil, linkLabel: nil)
                : nil,
            responsibilityForm: NewResponsibility(
                typed.responsibility, view.choices, faults, action: path(OfficePaths.responsibilities),
                formKey: site.formKey("responsibility", in: context), in: context),
            handOver: path(OfficePaths.handOver),
            handOvers: view.handOvers.isEmpty
                ? nil
                : Section(
                    context.text("bodies.handover.past"),
                    bullets: view.handOvers.map { Section.Bullet($0, in: context) }),
            crumbs: [context.workCrumb, context.officesCrumb])
    }
}

extension OfficePage.Row {
    fileprivate init(_ member: OfficeMember, on today: PartialDate, in context: SiteContext) {
        let email = context.visitor.isAdministrator ? member.email?.text : member.email?.masked
        let facts: [String?] = [
            context.text("bodies.offices.parts.\(member.part.rawValue)"), email,
            context.notation.period(from: member.startsOn.text, to: member.endsOn?.text),
        ]
        self.init(
            title: member.displayName, details: facts.compactMap { $0 }.joined(separator: " · "),
            hidden: [
                .init(name: OfficePage.personField, value: member.person),
                .init(name: OfficePage.sinceField, value: member.startsOn.text),
            ],
            label: context.text("bodies.offices.end-of", ["name": member.displayName]))
    }

    fileprivate init(_ held: HeldResponsibility, in context: SiteContext) {
        let title = "\(context.word(kind: held.kind)): \(held.title)"
        let facts: [String?] = [
            context.notation.period(from: held.period.start?.text, to: held.period.end?.text), held.reason,
        ]
        self.init(
            title: title, details: facts.compactMap { $0 }.joined(separator: " · "),
            hidden: [.init(name: OfficePage.matterField, value: held.matter)],
            label: context.text("bodies.offices.end-of", ["name": title]))
    }
}

extension OfficePage.MemberForm {
    fileprivate init(
        _ form: OfficeMemberForm, _ faults: FormFaults, action: String, formKey: String, in context: SiteContext
    ) {
        typealias Field = OfficeMemberForm.Field
        let fields = [Field.email, Field.part, Field.startsOn, Field.endsOn]
        self.init(
            isOpen: fields.contains { faults[$0] != nil }, action: action, formKey: formKey,
            email: FormField(
                name: Field.email, label: context.text("people.sign-in.email"),
                hint: context.text("bodies.offices.email-hint"), value: form.email ?? "", fault: faults[Field.email],
                isRequired: true, type: "email"),
            part: ChoiceField(
                name: Field.part, label: context.text("bodies.offices.part"), chosen: form.part,
                options: OfficePart.allCases.map {
                    ($0.rawValue, context.text("bodies.offices.parts.\($0.rawValue)"))
                }, fault: faults[Field.part]),
            startsOn: .officeDay(Field.startsOn, "from", form.startsOn, faults, in: context),
            endsOn: .officeDay(Field.endsOn, "to", form.endsOn, faults, in: context))
    }
}

extension OfficePage.NewResponsibility {
    fileprivate init(
        _ form: ResponsibilityForm, _ choices: [RoleMatterChoice], _ faults: FormFaults, action: String,
        formKey: String, in context: SiteContext
    ) {
        typealias Field = ResponsibilityForm.Field
        let fields = [Field.matter, Field.startsOn, Field.endsOn, Field.reason]
        self.init(
            isOpen: fields.contains { faults[$0] != nil }, action: action, formKey: formKey,
            matter: ChoiceField(
                name: Field.matter, label: context.text("bodies.offices.matter"), chosen: form.matter,
                options: choices.map { ($0.value, "\(context.word(kind: $0.kind)): \($0.title)") },
                fault: faults[Field.matter]),
            startsOn: .officeDay(Field.startsOn, "from", form.startsOn, faults, in: context),
            endsOn: .officeDay(Field.endsOn, "to", form.endsOn, faults, in: context),
            reason: FormField(
                name: Field.reason, label: context.text("bodies.offices.reason"),
                hint: context.text("bodies.offices.reason-hint"), value: form.reason ?? "",
                fault: faults[Field.reason]))
    }
}

extension FormField {
    fileprivate static func officeDay(
        _ name: String, _ word: String, _ value: String?, _ faults: FormFaults, in context: SiteContext
    ) -> FormField {
        FormField(
            name: name, label: context.text("bodies.offices.\(word)"),
            hint: context.text("bodies.offices.\(word)-hint"), value: value ?? "", fault: faults[name], type: "date")
    }
}
