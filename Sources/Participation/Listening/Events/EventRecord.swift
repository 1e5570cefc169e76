// SPDX-License-Identifier: EUPL-1.2

/// One dated gathering, inside its forum or consultation.
struct EventRecord: NestedMatterRecord {
    static let kind = MatterKind.event
    static let parentColumn = "parent_id"

    var publicNumber: Int64 = 0
    var heldOn: PartialDate?
    var eventKind = EventKind.event
    var title = ""
    var place: String?
    var participants: Int64?
    var state = EventState.held
    var minutes: String?
    var startsAt: TimeOfDay?
    var endsAt: TimeOfDay?
    var agenda: String?
    var capacity: Int64?
    var registrationFrom: PartialDate?
    var registrationUntil: PartialDate?
    var origins: [EventOriginRecord] = []

    var number: Int64? { publicNumber }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("date", &heldOn, column: "held_on")
        visitor.derived("date_precision", .text(heldOn?.precision.rawValue ?? "unknown"))
        visitor.field("kind", &eventKind)
        visitor.field("title_de", &title)
        visitor.field("place", &place)
        visitor.field("participants", &participants)
        visitor.field("number", &publicNumber, column: "")
        visitor.field("state", &state)
        visitor.field("minutes_de", &minutes)
        visitor.newerField("starts_at", &startsAt)
        visitor.newerField("ends_at", &endsAt)
        visitor.newerField("agenda_de", &agenda)
        visitor.newerField("capacity", &capacity)
        visitor.newerField("registration_from", &registrationFrom)
        visitor.newerField("registration_until", &registrationUntil)
        visitor.newerChildren("participants_from", &origins)
    }
}

/// How many of those who came live in one municipality; without one, everybody from elsewhere or with no answer.
struct EventOriginRecord: ChildRecord {
    static let table = "event_origin"
    static let parentColumn = "event_id"

    var municipality: String?
    var participants: Int64 = 0

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.reference("municipality", &municipality, to: .municipality)
        visitor.field("participants", &participants)
    }
}

public enum EventKind: String, Choice {
    case event, online, conference, townhall, workshop
}

public enum EventState: String, Choice {
    case planned = "event.planned"
    case open = "event.open"
    case held = "event.held"
    case minuted = "event.minuted"
    case cancelled = "event.cancelled"

    public var word: String {
        switch self {
        case .planned: "geplant"
        case .open: "anmeldung_offen"
        case .held: "durchgeführt"
        case .minuted: "niederschrift_veröffentlicht"
        case .cancelled: "abgesagt"
        }
    }

    /// Whether the gathering is still to come, as far as the state says.
    public var isAhead: Bool { self == .planned || self == .open }
}
