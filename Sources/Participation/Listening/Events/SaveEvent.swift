// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Whoever runs a forum plans a gathering; it is public from then on.
public struct PlanEvent: Sendable {
    private let form: EventForm

    public init(_ form: EventForm) {
        self.form = form
    }

    /// Tells the public number of the new event.
    public func run(as visitor: Visitor, at now: Moment, in programme: String, _ db: Connection) throws -> Int64 {
        guard let id = form.parent, let parent = try EventParent.find(id, in: programme, db) else {
            throw InvalidForm([.init(EventForm.Field.parent, "event-parent-missing")])
        }
        let person = try visitor.person(if: visitor.mayRunEvents(of: parent))
        let draft = try form.validated()
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        let number = try writing.nextNumber(.event)
        var record = EventRecord()
        record.publicNumber = number
        record.state = .planned
        record.take(draft, on: now.day)
        try writing.changeEvents(of: parent) { $0.append(record) }
        guard let event = try Event.find(number: number, in: programme, db) else {
            throw ValueFault("the new event \(number) is not there")
        }
        try Event.keepAccess(draft.link, to: event.id, in: db)
        return number
    }
}

/// An event is changed. Whoever has registered is told when it takes place at another time or elsewhere.
public struct ChangeEvent: Sendable {
    private let number: Int64
    private let form: EventForm

    public init(_ number: Int64, _ form: EventForm) {
        self.number = number
        self.form = form
    }

    public func run(
        as visitor: Visitor, at now: Moment, in programme: String, _ db: Connection,
        compose: RegistrationLetter.Compose
    ) throws {
        let (event, parent) = try Event.withParent(number, in: programme, db)
        let person = try visitor.person(if: visitor.mayChange(event, of: parent))
        let draft = try form.validated(taken: try Registration.tally(of: event.id, in: db).confirmed)
        let access = try Event.access(to: event.id, in: db)
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.changeEvent(number, of: parent) { $0.take(draft, on: now.day) }
        try Event.keepAccess(draft.link, to: event.id, in: db)
        guard let changed = try Event.find(number: number, in: programme, db) else { return }
        try FillPlaces(of: changed).run(at: now, in: db, compose: compose)
        if changed.isElsewhere(than: event) || access != draft.link {
            try TellRegistered(.moved, of: changed).run(at: now, in: db, compose: compose)
        }
    }
}

extension EventRecord {
    mutating func take(_ draft: EventForm.Draft, on today: PartialDate) {
        title = draft.title
        eventKind = draft.kind
        heldOn = draft.heldOn
        startsAt = draft.startsAt
        endsAt = draft.endsAt
        place = draft.place
        agenda = draft.agenda
        capacity = draft.capacity
        registrationFrom = draft.registrationFrom
        registrationUntil = draft.registrationUntil
        let isOpen = draft.registrationFrom.map { $0 <= today } ?? false
        state = isOpen ? .open : .planned
    }
}

extension Event {
    /// Whether somebody who goes by the earlier state would come at the wrong time or to the wrong place.
    fileprivate func isElsewhere(than earlier: Event) -> Bool {
        heldOn != earlier.heldOn || startsAt != earlier.startsAt || place != earlier.place
    }

    /// A public event with the forum or consultation that runs it.
    public static func withParent(
        _ number: Int64, in programme: String, _ db: Connection
    ) throws -> (event: Event, parent: EventParent) {
        guard let event = try find(number: number, in: programme, db),
            let parent = try EventParent.find(event.parentID, in: programme, db)
        else { throw MissingMatter(.event, number) }
        return (event, parent)
    }
}

/// A use case was asked to do something with a matter that is not there, or not for the public.
public struct MissingMatter: Error, Equatable, Sendable {
    public let kind: MatterKind
    public let number: Int64

    public init(_ kind: MatterKind, _ number: Int64) {
        self.kind = kind
        self.number = number
    }
}

extension MatterWriting {
    /// Changes the events of a forum or consultation, whose record they are part of.
    mutating func changeEvents(of parent: EventParent, _ edit: (inout [EventRecord]) throws -> Void) throws {
        if parent.kind == .forum {
            try change(ForumRecord.self, parent.id) { try edit(&$0.events) }
        } else {
            try change(ConsultationRecord.self, parent.id) { try edit(&$0.events) }
        }
    }

    mutating func changeEvent(
        _ number: Int64, of parent: EventParent, _ edit: (inout EventRecord) throws -> Void
    ) throws {
        try changeEvents(of: parent) { events in
            guard let index = events.firstIndex(where: { $0.publicNumber == number }) else {
                throw MissingMatter(.event, number)
            }
            try edit(&events[index])
        }
    }
}
