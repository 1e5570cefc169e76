// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form in which an event is planned or changed.
struct EventFormPage: Page {
    static let template = "Events/form"
    let heading: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    /// Nil once the event hangs on its forum.
    let parent: ChoiceField?
    let title: FormField
    let kind: ChoiceField
    let heldOn: FormField
    let startsAt: FormField
    let endsAt: FormField
    let place: FormField
    let link: FormField
    let agenda: FormField
    let capacity: FormField
    let registrationFrom: FormField
    let registrationUntil: FormField
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = EventFormPage(
        heading: "Neue Veranstaltung", summary: .sample, action: "/arbeit/veranstaltungen/neu", formKey: "1.2.3",
        parent: .sample, title: .sample, kind: .sample, heldOn: .sample, startsAt: .sample, endsAt: .sample,
        place: .sample, link: .sample, agenda: .sample, capacity: .sample, registrationFrom: .sample,
        registrationUntil: .sample, crumbs: [Crumb(label: "Veranstaltungen", link: "/arbeit/veranstaltungen")])
}

extension EventFormPage {
    typealias Field = EventForm.Field

    /// - Parameter event: nil for a new one
    init(
        _ form: EventForm, _ parents: [EventParent], of event: Event?, _ faults: FormFaults, formKey: String,
        in context: SiteContext
    ) {
        let fields = EventFields(faults, in: context)
        heading = context.text(event == nil ? "events.work.new" : "events.work.change")
        summary = faults.summary
        let path = event.map { EventPaths.work($0.number, .change) } ?? EventPaths.plan
        action = context.links.to(path)
        self.formKey = formKey
        parent =
            event == nil
            ? ChoiceField(
                name: Field.parent, label: context.text("events.fact.parent"), chosen: form.parent,
                options: parents.map { ($0.id, $0.name(in: context)) }, fault: faults[Field.parent]) : nil
        title = fields.make(Field.title, "title", form.title, isRequired: true)
        kind = ChoiceField(
            name: Field.kind, label: context.text("events.fact.kind"), chosen: form.kind ?? EventKind.event.rawValue,
            options: EventKind.allCases.map { ($0.rawValue, context.word(.eventKind, $0.rawValue)) },
            fault: faults[Field.kind])
        heldOn = fields.make(Field.heldOn, "date", form.heldOn, isRequired: true, type: "date")
        startsAt = fields.make(Field.startsAt, "start", form.startsAt, type: "time")
        endsAt = fields.make(Field.endsAt, "end", form.endsAt, type: "time")
        place = fields.make(Field.place, "place", form.place)
        link = fields.make(Field.link, "link", form.link, type: "url")
        agenda = fields.make(Field.agenda, "agenda", form.agenda, rows: 10)
        capacity = fields.make(Field.capacity, "capacity", form.capacity, type: "number")
        registrationFrom = fields.make(Field.registrationFrom, "registration-from", form.registrationFrom, type: "date")
        registrationUntil = fields.make(
            Field.registrationUntil, "registration-until", form.registrationUntil, type: "date")
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("events.work.heading"), link: context.links.to(EventPaths.work)),
        ]
    }
}

/// Draws the fields of the form, whose words stand under `events.form`.
private struct EventFields {
    let faults: FormFaults
    let context: SiteContext

    init(_ faults: FormFaults, in context: SiteContext) {
        self.faults = faults
        self.context = context
    }

    func make(
        _ name: String, _ words: String, _ value: String?, isRequired: Bool = false, rows: Int? = nil,
        type: String = "text"
    ) -> FormField {
        let hint = "events.form.\(words)-hint"
        return FormField(
            name: name, label: context.text("events.form.\(words)"),
            hint: context.texts.has(hint) ? context.text(hint) : nil, value: value ?? "", fault: faults[name],
            isRequired: isRequired, rows: rows, type: type, completion: "off")
    }
}

extension EventForm {
    init(_ sent: Query) {
        self.init()
        parent = sent.text(Field.parent)
        title = sent.text(Field.title)
        kind = sent.text(Field.kind)
        heldOn = sent.text(Field.heldOn)
        startsAt = sent.text(Field.startsAt)
        endsAt = sent.text(Field.endsAt)
        place = sent.text(Field.place)
        link = sent.text(Field.link)
        agenda = sent.text(Field.agenda)
        capacity = sent.text(Field.capacity)
        registrationFrom = sent.text(Field.registrationFrom)
        registrationUntil = sent.text(Field.registrationUntil)
    }

    /// The event as the form shows it.
    init(_ event: Event, access: String?) {
        self.init()
        parent = event.parentID
        title = event.title
        kind = event.kind.rawValue
        heldOn = event.heldOn?.text
        startsAt = event.startsAt?.text
        endsAt = event.endsAt?.text
        place = event.place
        link = access
        agenda = event.agenda
        capacity = event.capacity.map { String($0) }
        registrationFrom = event.registrationFrom?.text
        registrationUntil = event.registrationUntil?.text
    }
}

extension EventParent {
    /// "Themenforum 1: Wege, die verbinden"
    func name(in context: SiteContext) -> String {
        let kind = [context.word(kind: kind), number.map { context.notation.number($0) }].compactMap { $0 }
            .joined(separator: " ")
        return [kind, title].compactMap { $0 }.joined(separator: ": ")
    }
}
