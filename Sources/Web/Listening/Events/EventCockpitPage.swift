// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// One event for those who run it: who has registered, and everything that can be done with it.
struct EventCockpitPage: Page {
    static let template = "Events/cockpit"
    let heading: ProgrammeText
    let badge: Badge
    let summary: ErrorSummary?
    let facts: Facts
    let links: [Way]
    let registered: Registered?
    let empty: EmptyState?
    let hold: Hold?
    let cancel: Cancel?
    let crumbs: [Crumb]

    struct Way: Sendable {
        let label: String
        let link: String
    }

    struct Registered: Sendable {
        let heading: String
        let action: String
        let formKey: String
        let people: [Person]
    }

    struct Person: Sendable {
        let id: String
        let name: String
        let badge: Badge
        /// Address, organisation, municipality.
        let details: [String]
        let needs: String?
        let remove: String
    }

    struct Hold: Sendable {
        let action: String
        let formKey: String
        let participants: FormField
    }

    struct Cancel: Sendable {
        let action: String
        let formKey: String
        let reason: FormField
        let isOpen: Bool
    }

    var head: PageHead {
        PageHead(title: heading.text, crumbs: crumbs, isIndexed: false, language: heading.language)
    }

    static let sample = EventCockpitPage(
        heading: .sample, badge: .sample, summary: .sample, facts: .sample,
        links: [Way(label: "Bearbeiten", link: "/arbeit/veranstaltungen/4/bearbeiten")],
        registered: Registered(
            heading: "12 Anmeldungen", action: "/arbeit/veranstaltungen/4/abmeldung", formKey: "1.2.3",
            people: [
                Person(
                    id: "a1", name: "Kim Kommune", badge: .sample, details: ["Auenbrück"], needs: "Gebärdensprache",
                    remove: "Kim Kommune austragen")
            ]), empty: .sample,
        hold: Hold(action: "/arbeit/veranstaltungen/4/durchfuehrung", formKey: "1.2.3", participants: .sample),
        cancel: Cancel(
            action: "/arbeit/veranstaltungen/4/absage", formKey: "1.2.3", reason: .sample, isOpen: true),
        crumbs: [Crumb(label: "Veranstaltungen", link: "/arbeit/veranstaltungen")])
}

extension EventCockpitPage {
    /// The keys of the forms on the page.
    struct Keys: Sendable {
        let removal: String
        let hold: String
        let cancel: String

        init(_ site: Site, in context: SiteContext) {
            removal = site.formKey("event-removal", in: context)
            hold = site.formKey("event-hold", in: context)
            cancel = site.formKey("event-cancel", in: context)
        }
    }

    /// What the page is made of.
    struct Reading: Sendable {
        let event: Event
        let parent: EventParent
        let access: String?
        let registrations: [Registration]
        let tally: Registration.Tally

        init(_ event: Event, _ parent: EventParent, _ db: Connection) throws {
            self.event = event
            self.parent = parent
            access = try Event.access(to: event.id, in: db)
            registrations = try Registration.list(of: event.id, in: db)
            tally = try Registration.tally(of: event.id, in: db)
        }
    }

    /// What somebody typed into one of the forms, when the page comes back.
    struct Typed: Sendable {
        var participants: String?
        var reason: String?
    }

    init(
        _ reading: Reading, _ keys: Keys, today: PartialDate, _ faults: FormFaults, typed: Typed = Typed(),
        in context: SiteContext
    ) {
        let (event, visitor) = (reading.event, context.visitor)
        let mayChange = visitor.mayChange(event, of: reading.parent).isAllowed
        let mayClose = visitor.mayClose(event, of: reading.parent, on: today).isAllowed
        heading = context.original(event.title)
        badge = context.badge(state: event.state(on: today).rawValue)
        summary = faults.summary
        facts = Self.facts(reading, in: context)
        links = Self.ways(event, mayChange: mayChange, mayClose: mayClose, in: context)
        registered = Registered(reading, formKey: keys.removal, in: context)
        empty =
            reading.registrations.isEmpty
            ? EmptyState(text: context.text("events.work.nobody"), link: nil, linkLabel: nil) : nil
        hold =
            mayClose
            ? Hold(
                action: context.links.to(EventPaths.work(event.number, .hold)), formKey: keys.hold,
                participants: FormField(
                    name: HoldEvent.field, label: context.text("events.work.came"),
                    hint: context.text("events.work.came-hint"),
                    value: typed.participants ?? event.participants.map { String($0) }
                        ?? (reading.tally.attended > 0 ? String(reading.tally.attended) : ""),
                    fault: faults[HoldEvent.field], isRequired: true, type: "number")) : nil
        cancel =
            mayChange
            ? Cancel(
                action: context.links.to(EventPaths.work(event.number, .cancel)), formKey: keys.cancel,
                reason: FormField(
                    name: CancelEvent.field, label: context.text("events.work.reason"),
                    hint: context.text("events.work.reason-hint"), value: typed.reason ?? "",
                    fault: faults[CancelEvent.field], isRequired: true, rows: 3),
                isOpen: faults[CancelEvent.field] != nil) : nil
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("events.work.heading"), link: context.links.to(EventPaths.work)),
        ]
    }

    private static func facts(_ reading: Reading, in context: SiteContext) -> Facts {
        let (event, tally) = (reading.event, reading.tally)
        let unknown = context.text("design.unknown")
        let seats = event.capacity.map { context.notation.number($0) } ?? context.text("events.work.unlimited")
        let period = [event.registrationFrom, event.registrationUntil].map { $0.map { context.notation.date($0) } }
        let entries: [Facts.Entry] = [
            Facts.Entry(context.text("events.fact.parent"), reading.parent.name(in: context)),
            Facts.Entry(context.text("events.fact.date"), event.time(in: context) ?? unknown),
            Facts.Entry(context.text("events.fact.place"), event.place ?? unknown),
        ]
        let access = reading.access.map { Facts.Entry(context.text("events.fact.access"), $0, link: $0) }
        let registered = [
            Facts.Entry(context.text("events.form.capacity"), seats),
            Facts.Entry(
                context.text("events.work.period"),
                period[0].map { "\($0) – \(period[1] ?? "…")" } ?? context.text("events.registration.none")),
            Facts.Entry(
                context.text("events.work.columns.registered"), context.notation.number(tally.confirmed)),
            Facts.Entry(context.text("events.registration.states.waiting"), context.notation.number(tally.waiting)),
        ]
        return Facts(entries: entries + [access].compactMap { $0 } + registered)
    }

    private static func ways(
        _ event: Event, mayChange: Bool, mayClose: Bool, in context: SiteContext
    ) -> [Way] {
        let acts: [(EventPaths.Act, Bool)] = [(.change, mayChange), (.list, true), (.minutes, mayClose)]
        let own = acts.filter(\.1).map { act, _ in
            Way(
                label: context.text("events.work.acts.\(act.rawValue)"),
                link: context.links.to(EventPaths.work(event.number, act)))
        }
        let show = Way(
            label: context.text("events.work.public"), link: context.links.to(EventPaths.show(event.number)))
        return own + [show]
    }
}

extension EventCockpitPage.Registered {
    /// Nil while nobody has registered.
    fileprivate init?(_ reading: EventCockpitPage.Reading, formKey: String, in context: SiteContext) {
        guard !reading.registrations.isEmpty else { return nil }
        heading = context.text("events.work.registrations", count: reading.registrations.count)
        action = context.links.to(EventPaths.work(reading.event.number, .remove))
        self.formKey = formKey
        people = reading.registrations.map { registration in
            EventCockpitPage.Person(
                id: registration.id, name: registration.name,
                badge: Badge(registration: registration.state, in: context),
                details: [registration.email?.text, registration.organisation, registration.municipality]
                    .compactMap { $0 },
                needs: registration.needs,
                remove: context.text("events.work.remove", ["name": registration.name]))
        }
    }
}
