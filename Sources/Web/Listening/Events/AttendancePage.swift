// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The list that lies at the entrance: on paper to sign, on the screen to tick.
struct AttendancePage: Page {
    static let template = "Events/attendance"
    static let field = "anwesend"
    let heading: String
    let lead: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let people: People?
    let empty: EmptyState?
    /// Nil until the event can have taken place.
    let submit: String?
    let privacy: String
    let crumbs: [Crumb]

    struct People: Sendable {
        let rows: [Row]
    }

    struct Row: Sendable {
        let number: String
        let id: String
        let name: String
        let organisation: String
        let municipality: String
        let isPresent: Bool
        /// Whether it can be ticked already.
        let canBeTicked: Bool
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = AttendancePage(
        heading: "Anwesenheit", lead: "3. Dezember 2026", summary: .sample,
        action: "/arbeit/veranstaltungen/4/anwesenheit", formKey: "1.2.3",
        people: People(rows: [
            Row(
                number: "1", id: "a1", name: "Kim Kommune", organisation: "Jugendrat", municipality: "Auenbrück",
                isPresent: true, canBeTicked: true)
        ]), empty: .sample, submit: "Speichern", privacy: "Nach 30 Tagen gelöscht.",
        crumbs: [Crumb(label: "Veranstaltungen", link: "/arbeit/veranstaltungen")])
}

extension AttendancePage {
    init(
        _ event: Event, _ registrations: [Registration], present: [String]?, mayNote: Permission, _ faults: FormFaults,
        formKey: String, in context: SiteContext
    ) {
        let confirmed = registrations.filter { $0.state == .confirmed }
        heading = context.text("events.attendance.heading", ["title": event.title])
        lead = [event.time(in: context), event.place].compactMap { $0 }.joined(separator: " · ")
        summary = faults.summary
        action = context.links.to(EventPaths.work(event.number, .list))
        self.formKey = formKey
        let rows = confirmed.enumerated().map { index, registration in
            Row(
                number: String(index + 1), id: registration.id, name: registration.name,
                organisation: registration.organisation ?? "", municipality: registration.municipality ?? "",
                isPresent: present?.contains(registration.id) ?? registration.hasAttended,
                canBeTicked: mayNote.isAllowed)
        }
        people = rows.isEmpty ? nil : People(rows: rows)
        empty =
            rows.isEmpty ? EmptyState(text: context.text("events.work.nobody"), link: nil, linkLabel: nil) : nil
        submit = mayNote.isAllowed && !rows.isEmpty ? context.text("events.attendance.save") : nil
        privacy = context.text("events.attendance.privacy", count: Registration.daysKept)
        crumbs = event.workCrumbs(in: context)
    }
}

extension Event {
    /// The way over the staff's list to the work on the event.
    func workCrumbs(in context: SiteContext) -> [Crumb] {
        [
            context.workCrumb,
            Crumb(label: context.text("events.work.heading"), link: context.links.to(EventPaths.work)),
            Crumb(
                label: context.text("events.number", ["number": context.notation.number(number)]),
                link: context.links.to(EventPaths.work(number))),
        ]
    }
}
