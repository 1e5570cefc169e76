// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// One gathering: when, where, how many came, what was written down.
struct EventPage: Page {
    static let template = "Events/show"
    let frame: MatterFrame
    /// Many gatherings bear the same name; number and date tell their windows apart.
    let title: String
    let registration: RegistrationPart?
    /// Agenda and minutes.
    let texts: [EventText]
    let sections: [Section]
    /// The way to the work on the event, for those who run it.
    let work: String?
    let downloads: Downloads?
    /// The event for search engines.
    let thing: Thing

    var head: PageHead {
        PageHead(
            title: title, description: frame.head.description, crumbs: frame.crumbs,
            formats: downloads?.formats ?? [], language: frame.head.language, things: [thing])
    }

    static let sample = EventPage(
        frame: .sample, title: "Auftakt – Veranstaltung 7, 6. März 2019", registration: .sample, texts: [.sample],
        sections: [.sample], work: "/arbeit/veranstaltungen/7", downloads: .sample,
        thing: Thing("Event", ["name": "Auftakt"]))
}

extension CataloguePage {
    static func events(
        _ filter: Event.Filter, _ order: Event.Order?, _ page: ListPage, path: String, in programme: String,
        _ context: SiteContext, _ db: Connection
    ) throws -> CataloguePage {
        let found = try Event.list(filter, ordered: order, page, in: programme, db)
        let mentions = try Mentions.load(found.rows.flatMap { [$0.id, $0.parentID] }, programme, context, db)
        let forums = try Forum.choices(in: programme, db)
        let consultations = try Consultation.list(in: programme, db)
        let years = try Event.years(in: programme, db)
        try context.query.checkEvents(forums, consultations, years: years)
        let isCalendar = path == "/termine"
        let form =
            isCalendar
            ? nil
            : FilterForm(
                path, filterFields(forums, consultations, years: years, in: context), keeping: ["sortierung"],
                in: context)
        let key = isCalendar ? "events.calendar" : "events.list"
        let empty =
            isCalendar
            ? EmptyState(
                text: context.text("events.empty.calendar"), link: context.links.to("/veranstaltungen"),
                linkLabel: context.text("events.all"))
            : EmptyState(of: "events", path: path, filter: form, in: context)
        return CataloguePage(
            heading: context.text("\(key).heading"), lead: context.text("\(key).lead"),
            count: context.text("events.count", count: found.total), filter: form,
            sort: isCalendar || found.total == 0 ? nil : sortBar(path, usual: .init(usual: filter.time), in: context),
            rows: found.rows.map { ListRow($0, mentions, parent: true, in: context) },
            empty: found.total > 0 ? nil : empty,
            pager: try Pager(page: page.number, of: found.total, path: path, in: context),
            downloads: Downloads(
                of: path, heading: context.text("\(key).heading"), calendar: "/termine.ics", in: context))
    }

    private static func sortBar(_ path: String, usual: Event.Order, in context: SiteContext) -> SortBar {
        let orders = [usual] + Event.Order.allCases.filter { $0 != usual }
        return SortBar(
            path, orders: orders.map { ($0.rawValue, context.text("events.order.\($0.rawValue)")) }, in: context)
    }

    private static func filterFields(
        _ forums: [Forum.Choice], _ consultations: [Consultation], years: [String], in context: SiteContext
    ) -> [FilterForm.Field] {
        let kinds = EventKind.allCases.map { ($0.rawValue, context.word(.eventKind, $0.rawValue)) }
        let times = EventTime.allCases.map { ($0.rawValue, context.text("events.time.\($0.rawValue)")) }
        let calls = consultations.map { (String($0.number), context.original($0.title)) }
        return [
            FilterForm.choice("zeit", label: context.text("events.filter.time"), times, in: context),
            FilterForm.forums(forums, in: context),
            FilterForm.choice(
                "beteiligung", label: context.text("events.filter.consultation"), texts: calls, in: context),
            FilterForm.choice("art", label: context.text("events.filter.kind"), kinds, in: context),
            FilterForm.choice("jahr", label: context.text("events.filter.year"), years.map { ($0, $0) }, in: context),
        ]
    }
}

extension ListRow {
    /// - Parameter parent: whether the forum or consultation is named, as lists of all events do
    init(_ event: Event, _ mentions: Mentions, parent: Bool, in context: SiteContext) {
        let title = mentions.texts.text("title", of: event.id, or: event.title)
        let facts: [ProgrammeText?] = [
            ProgrammeText(context.word(.eventKind, event.kind.rawValue)), event.place.map { context.original($0) },
            event.participants.map { ProgrammeText(context.text("events.participants", count: $0)) },
            parent ? mentions.title(event.parentID) : nil,
        ]
        self.init(
            title: title.text, link: context.links.to("/veranstaltungen/\(event.number)"),
            text: event.time(in: context) ?? context.text("design.undated"),
            worded: facts.compactMap { $0 }, badge: context.badge(state: event.state.rawValue), language: title.language
        )
    }
}

extension EventPage {
    static func load(
        _ event: Event, in programme: String, today: PartialDate, formKey: String?, _ context: SiteContext,
        _ db: Connection
    ) throws -> EventPage {
        let origins = try Event.origins(of: event.id, db)
        let named = [event.id, event.parentID] + origins.map(\.municipalityID)
        let mentions = try Mentions.load(named, programme, context, db)
        let parent = try EventParent.find(event.parentID, in: programme, db)
        let reading = RegistrationPart.Reading(
            tally: try Registration.tally(of: event.id, in: db),
            own: try context.visitor.person.flatMap { try Registration.find(of: $0.id, for: event.id, in: db) },
            access: try Event.access(to: event.id, in: db))
        let frame = try MatterFrame(
            kicker: context.text("events.number", ["number": context.notation.number(event.number)]),
            title: mentions.texts.text("title", of: event.id, or: event.title),
            badges: [context.badge(state: event.state(on: today).rawValue)],
            facts: facts(of: event, mentions, in: context),
            excerpt: ThreadExcerpt.load(event.id, in: programme, context, db),
            sources: SourceList(Source.list(of: event.id, in: db), in: context),
            crumbs: [
                Crumb(label: context.text("site.navigation.events"), link: context.links.to("/veranstaltungen"))
            ]
        ).following(.event, event.id, number: event.number, context, db)
        let details = [frame.kicker, event.heldOn.map { context.notation.date($0) }].compactMap { $0 }
        let mayRun = parent.map { context.visitor.mayRunEvents(of: $0).isAllowed } ?? false
        return EventPage(
            frame: frame, title: "\(frame.head.title) – \(details.joined(separator: ", "))",
            registration: RegistrationPart(event, reading, today: today, formKey: formKey, in: context),
            texts: [EventText(agendaOf: event, in: context), EventText(minutesOf: event, in: context)]
                .compactMap { $0 },
            sections: [Section(origins: origins, mentions, in: context)].compactMap { $0 },
            work: mayRun ? context.links.to(EventPaths.work(event.number)) : nil,
            downloads: downloads(of: event, in: context), thing: Thing(event, named: frame.title.text, in: context))
    }

    private static func downloads(of event: Event, in context: SiteContext) -> Downloads? {
        guard event.heldOn?.precision == .day else { return nil }
        return Downloads(
            calendar: "/veranstaltungen/\(event.number)/termin.ics", label: context.text("events.feed.one"),
            title: event.title, in: context)
    }

    private static func facts(of event: Event, _ mentions: Mentions, in context: SiteContext) -> [Facts.Entry] {
        let unknown = context.text("design.unknown")
        return [
            Facts.Entry(
                context.text("events.fact.date"), event.time(in: context) ?? unknown),
            Facts.Entry(context.text("events.fact.place"), mentions.texts.value(event.place), orElse: unknown),
            Facts.Entry(context.text("events.fact.kind"), context.word(.eventKind, event.kind.rawValue)),
            event.participants == nil && event.state.isAhead
                ? nil
                : Facts.Entry(
                    context.text("events.fact.participants"),
                    event.participants.map { context.notation.number($0) } ?? unknown),
            Facts.Entry(
                context.text("events.fact.parent"), mentions.value(event.parentID, in: context), orElse: unknown),
        ].compactMap { $0 }
    }
}

extension Thing {
    fileprivate init(_ event: Event, named name: String, in context: SiteContext) {
        let place = event.place.map { Thing("Place", ["name": $0]) }
        let status = event.state == .cancelled ? "EventCancelled" : "EventScheduled"
        self.init(
            "Event",
            [
                "name": name, "startDate": event.heldOn?.text, "eventStatus": "https://schema.org/\(status)",
                "url": context.links.absolute("/veranstaltungen/\(event.number)"),
            ], parts: ["location": [place].compactMap { $0 }])
    }
}
