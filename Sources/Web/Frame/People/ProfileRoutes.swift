// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/mein/profil`: what a person says about themselves, and why it is asked.
struct ProfileRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PeoplePaths.profile), use: edit)
        table.post(RouterPath(PeoplePaths.profile), use: save)
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try context.visitor.person(if: context.visitor.mayUseOwnArea)
        return try site.render(try await page(ProfileForm(person), .none(in: context), context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        _ = try context.visitor.person(if: context.visitor.mayUseOwnArea)
        let form = ProfileForm(sent)
        return try await site.answer(in: context) {
            let key = try site.formKey("profile", sentIn: sent, context)
            let (visitor, programme) = (context.visitor, try context.programme.id)
            let place = context.links.to(PeoplePaths.own)
            return try await site.once(key, in: context) { db in
                try ChangeProfile(form, in: programme).run(as: visitor, in: db)
                return place
            }
        } orShow: { faults in
            try await page(form, faults, context)
        }
    }

    private func page(_ form: ProfileForm, _ faults: FormFaults, _ context: SiteContext) async throws -> ProfilePage {
        let programme = try context.programme.id
        let places = try await site.read { db in try Municipality.choices(in: programme, db) }
        return ProfilePage(form, places, faults, formKey: site.formKey("profile", in: context), in: context)
    }
}

extension ProfileForm {
    init(_ person: Person) {
        self.init(
            displayName: person.displayName, isPseudonym: person.isPseudonym, language: person.language,
            municipality: person.municipality, ageBand: person.ageBand?.rawValue)
    }

    init(_ sent: Query) {
        self.init(
            displayName: sent.text(Field.displayName), isPseudonym: sent.text(Field.isPseudonym) != nil,
            language: sent.text(Field.language), municipality: sent.text(Field.municipality),
            ageBand: sent.text(Field.ageBand))
    }
}

/// The form of the profile.
struct ProfilePage: Page {
    static let template = "People/profile"
    let heading: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let name: FormField
    let pseudonym: TickField
    let language: ChoiceField
    let municipality: ChoiceField
    let ageBand: ChoiceField
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ProfilePage(
        heading: "Profil", summary: .sample, action: "/mein/profil", formKey: "1.2.3", name: .sample,
        pseudonym: .sample, language: .sample, municipality: .sample, ageBand: .sample,
        crumbs: [Crumb(label: "Mein Bereich", link: "/mein")])
}

extension ProfilePage {
    init(
        _ form: ProfileForm, _ places: [MunicipalityChoice], _ faults: FormFaults, formKey: String,
        in context: SiteContext
    ) {
        let none = context.text("people.profile.no-answer")
        self.init(
            heading: context.text("people.own.ways.profile"), summary: faults.summary,
            action: context.links.to(PeoplePaths.profile), formKey: formKey,
            name: FormField(
                name: ProfileForm.Field.displayName, label: context.text("people.profile.name"),
                hint: context.text("people.profile.name-hint", count: Person.longestName),
                value: form.displayName ?? "", fault: faults[ProfileForm.Field.displayName], isRequired: true,
                completion: "nickname"),
            pseudonym: TickField(
                name: ProfileForm.Field.isPseudonym, label: context.text("people.profile.pseudonym"),
                isTicked: form.isPseudonym),
            language: ChoiceField(
                name: ProfileForm.Field.language, label: context.text("people.profile.language"),
                chosen: form.language, options: Language.allCases.map { ($0.rawValue, $0.ownName) },
                fault: faults[ProfileForm.Field.language]),
            municipality: ChoiceField(
                name: ProfileForm.Field.municipality, label: context.text("people.profile.municipality"),
                hint: context.text("people.profile.municipality-hint"), chosen: form.municipality, empty: none,
                options: places.map { ($0.ags, $0.name) }, fault: faults[ProfileForm.Field.municipality]),
            ageBand: ChoiceField(
                name: ProfileForm.Field.ageBand, label: context.text("people.profile.age"),
                hint: context.text("people.profile.age-hint"), chosen: form.ageBand, empty: none,
                options: AgeBand.allCases.map { ($0.rawValue, context.text("people.ages.\($0.rawValue)")) },
                fault: faults[ProfileForm.Field.ageBand]),
            crumbs: [context.ownCrumb])
    }
}

extension SiteContext {
    /// The step back to one's own area.
    var ownCrumb: Crumb { Crumb(label: text("people.own.crumb"), link: links.to(PeoplePaths.own)) }
}
