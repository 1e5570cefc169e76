// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form in which somebody registers for an event.
struct RegistrationFormPage: Page {
    static let template = "Events/register"
    let heading: String
    let title: ProgrammeText
    let lead: String
    let full: Notice?
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let name: FormField
    /// Nil for a person, whose address is known.
    let email: FormField?
    let organisation: FormField
    let municipality: ChoiceField
    let needs: FormField
    /// What is kept, and until when.
    let privacy: String
    let submit: String
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = RegistrationFormPage(
        heading: "Anmelden", title: .sample, lead: "3. Dezember 2026", full: .sample, summary: .sample,
        action: "/veranstaltungen/4/anmeldung", formKey: "1.2.3", name: .sample, email: .sample,
        organisation: .sample, municipality: .sample, needs: .sample, privacy: "Wir löschen.", submit: "Anmelden",
        crumbs: [Crumb(label: "Veranstaltungen", link: "/veranstaltungen")])
}

extension RegistrationFormPage {
    init(
        _ form: RegistrationForm, _ event: Event, isFull: Bool, _ places: [MunicipalityChoice], _ faults: FormFaults,
        formKey: String, in context: SiteContext
    ) {
        typealias Field = RegistrationForm.Field
        let isGuest = !context.visitor.isSignedIn
        self.init(
            heading: context.text("events.registration.form-heading"), title: context.original(event.title),
            lead: [event.time(in: context), event.place].compactMap { $0 }.joined(separator: " · "),
            full: isFull ? Notice(context.text("events.registration.full-note"), tone: .warning) : nil,
            summary: faults.summary, action: context.links.to(EventPaths.register(event.number)), formKey: formKey,
            name: FormField(
                name: Field.name, label: context.text("events.registration.name"),
                hint: context.text("events.registration.name-hint"), value: form.name ?? "",
                fault: faults[Field.name], isRequired: true, completion: "name"),
            email: isGuest
                ? FormField(
                    name: Field.email, label: context.text("events.registration.email"),
                    hint: context.text("events.registration.email-hint"), value: form.email ?? "",
                    fault: faults[Field.email], isRequired: true, type: "email", completion: "email") : nil,
            organisation: FormField(
                name: Field.organisation, label: context.text("events.registration.organisation"),
                value: form.organisation ?? "", fault: faults[Field.organisation], completion: "organization"),
            municipality: ChoiceField(
                name: Field.municipality, label: context.text("events.registration.municipality"),
                hint: context.text("events.registration.municipality-hint"), chosen: form.municipality,
                empty: context.text("people.profile.no-answer"), options: places.map { ($0.ags, $0.name) },
                fault: faults[Field.municipality]),
            needs: FormField(
                name: Field.needs, label: context.text("events.registration.needs"),
                hint: context.text("events.registration.needs-hint"), value: form.needs ?? "",
                fault: faults[Field.needs], rows: 3),
            privacy: context.text("events.registration.privacy", count: Registration.daysKept),
            submit: context.text(isFull ? "events.registration.wait" : "events.registration.register"),
            crumbs: event.crumbs(in: context))
    }
}

extension Event {
    /// The way from the list over the event.
    func crumbs(in context: SiteContext) -> [Crumb] {
        [
            Crumb(label: context.text("site.navigation.events"), link: context.links.to("/veranstaltungen")),
            Crumb(
                label: context.text("events.number", ["number": context.notation.number(number)]),
                link: context.links.to(EventPaths.show(number))),
        ]
    }
}

/// One sentence after something has been done about a registration, and a way on.
struct RegistrationNotePage: Page {
    static let template = "Events/note"
    let heading: String
    let lead: String
    let onward: String
    let onwardLabel: String

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = RegistrationNotePage(
        heading: "Fast geschafft", lead: "Bitte öffnen Sie die E-Mail.", onward: "/veranstaltungen/4",
        onwardLabel: "Zur Veranstaltung")
}

extension RegistrationNotePage {
    init(sentFor event: Event, in context: SiteContext) {
        self.init(
            heading: context.text("events.registration.sent-heading"),
            lead: context.text("events.registration.sent-text", count: 48),
            onward: context.links.to(EventPaths.show(event.number)),
            onwardLabel: context.text("events.letters.event-link"))
    }

    /// - Parameter ended: false for a link that leads to nothing any more
    init(ended: Bool, in context: SiteContext) {
        let words = ended ? "ended" : "unknown"
        self.init(
            heading: context.text("events.registration.\(words).heading"),
            lead: context.text("events.registration.\(words).text"),
            onward: context.links.to("/veranstaltungen"), onwardLabel: context.text("events.all"))
    }
}

/// One's registration, opened by the link of a mail.
struct RegistrationLinkPage: Page {
    static let template = "Events/own-registration"
    let heading: String
    let lead: String
    let facts: Facts
    let event: String
    let token: String
    let confirm: Button?
    let refusal: Notice?
    let end: Button

    struct Button: Sendable {
        let action: String
        let formKey: String
    }

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = RegistrationLinkPage(
        heading: "Sie sind angemeldet", lead: "Bis bald.", facts: .sample, event: "/veranstaltungen/4",
        token: "00ff", confirm: Button(action: "/anmeldungen", formKey: "1.2.3"), refusal: .sample,
        end: Button(action: "/anmeldungen/ende", formKey: "1.2.3"))
}

extension RegistrationLinkPage {
    init(
        _ registration: Registration, _ event: Event, _ token: Secret, access: String?, _ permission: Permission,
        confirmKey: String, endKey: String, in context: SiteContext
    ) {
        let unconfirmed = registration.state == .unconfirmed
        var refusal: Notice?
        if unconfirmed, case .refused(let reason) = permission {
            refusal = Notice(context.text(reason), tone: .warning)
        }
        let facts: [(key: String, value: String?)] = [
            ("events.fact.event", event.title), ("events.fact.date", event.time(in: context)),
            ("events.fact.place", event.place),
            ("events.fact.access", registration.state == .confirmed ? access : nil),
            ("events.registration.name", registration.name),
        ]
        self.init(
            heading: context.text("events.registration.own.\(registration.state.rawValue)"),
            lead: context.text("events.registration.own-text.\(registration.state.rawValue)"),
            facts: Facts(
                entries: facts.compactMap { fact in
                    fact.value.map { Facts.Entry(context.text(fact.key), $0, link: $0 == access ? access : nil) }
                }),
            event: context.links.to(EventPaths.show(event.number)), token: token.text,
            confirm: unconfirmed && permission.isAllowed
                ? Button(action: context.links.to(EventPaths.registration), formKey: confirmKey) : nil,
            refusal: refusal,
            end: Button(action: context.links.to(EventPaths.endRegistration), formKey: endKey))
    }
}
