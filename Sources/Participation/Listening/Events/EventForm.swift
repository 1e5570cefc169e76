// SPDX-License-Identifier: EUPL-1.2

/// What was typed about an event.
public struct EventForm: Equatable, Sendable {
    /// The id of the forum or consultation.
    public var parent: String?
    public var title: String?
    public var kind: String?
    public var heldOn: String?
    public var startsAt: String?
    public var endsAt: String?
    public var place: String?
    public var link: String?
    public var agenda: String?
    public var capacity: String?
    public var registrationFrom: String?
    public var registrationUntil: String?

    public init() {}

    /// The fields by the names they have in the form.
    public enum Field {
        public static let parent = "gehoert-zu"
        public static let title = "titel"
        public static let kind = "art"
        public static let heldOn = "datum"
        public static let startsAt = "beginn"
        public static let endsAt = "ende"
        public static let place = "ort"
        public static let link = "zugang"
        public static let agenda = "tagesordnung"
        public static let capacity = "plaetze"
        public static let registrationFrom = "anmeldung-ab"
        public static let registrationUntil = "anmeldung-bis"
    }

    public static let longestTitle = 160
    public static let longestAgenda = 20_000
    public static let mostPlaces: Int64 = 100_000

    /// The same once it has been checked.
    public struct Draft: Equatable, Sendable {
        let title: String
        let kind: EventKind
        let heldOn: PartialDate
        let startsAt: TimeOfDay?
        let endsAt: TimeOfDay?
        let place: String?
        let link: String?
        let agenda: String?
        let capacity: Int64?
        let registrationFrom: PartialDate?
        let registrationUntil: PartialDate?
    }

    /// - Parameter taken: how many places are given away; there cannot be fewer
    public func validated(taken: Int64 = 0) throws(InvalidForm) -> Draft {
        var check = FormCheck()
        let title = check.line(title, field: Field.title, missing: "event-title-missing", limit: Self.longestTitle)
        let kind = kind.flatMap(EventKind.init(rawValue:))
        if kind == nil { check.add(Field.kind, "unknown-choice") }
        let day = check.day(heldOn, field: Field.heldOn)
        if day == nil, heldOn == nil { check.add(Field.heldOn, "event-date-missing") }
        let (start, end) = times(&check)
        let place = check.optionalLine(place, field: Field.place, limit: 200)
        let link = check.webAddress(link, field: Field.link)
        if place == nil, kind != .online, self.place == nil { check.add(Field.place, "event-place-missing") }
        let agenda = self.agenda.flatMap {
            check.passage($0, field: Field.agenda, missing: "", limit: Self.longestAgenda)
        }
        let capacity = places(taken: taken, &check)
        let (from, until) = period(day, &check)
        try check.finish()
        return Draft(
            title: title ?? "", kind: kind ?? .event, heldOn: day ?? .unset, startsAt: start, endsAt: end,
            place: place, link: link, agenda: agenda, capacity: capacity, registrationFrom: from,
            registrationUntil: until)
    }

    private func times(_ check: inout FormCheck) -> (TimeOfDay?, TimeOfDay?) {
        let (start, end) = (startsAt.flatMap(TimeOfDay.init), endsAt.flatMap(TimeOfDay.init))
        if startsAt != nil, start == nil { check.add(Field.startsAt, "time-unreadable") }
        if endsAt != nil, end == nil { check.add(Field.endsAt, "time-unreadable") }
        if let end, (start.map { $0 >= end } ?? true) { check.add(Field.endsAt, "event-ends-before-start") }
        return (start, end)
    }

    private func places(taken: Int64, _ check: inout FormCheck) -> Int64? {
        guard let capacity else { return nil }
        guard let places = Int64(capacity), (1...Self.mostPlaces).contains(places) else {
            check.add(Field.capacity, "event-capacity-no-number", limit: Int(Self.mostPlaces))
            return nil
        }
        if places < taken { check.add(Field.capacity, "event-capacity-too-small", limit: Int(taken)) }
        return places
    }

    private func period(_ day: PartialDate?, _ check: inout FormCheck) -> (PartialDate?, PartialDate?) {
        let from = check.day(registrationFrom, field: Field.registrationFrom)
        let until = check.day(registrationUntil, field: Field.registrationUntil)
        if registrationFrom == nil, registrationUntil != nil {
            check.add(Field.registrationFrom, "event-registration-without-start")
        }
        if let from, let until, until < from {
            check.add(Field.registrationUntil, "event-registration-ends-before-start")
        }
        if let day, let until, until > day { check.add(Field.registrationUntil, "event-registration-after-event") }
        if let day, let from, from > day { check.add(Field.registrationFrom, "event-registration-after-event") }
        return (from, until)
    }
}

extension FormCheck {
    /// A day as browsers send it, `2026-12-03`; nil, with a fault where something else was typed.
    mutating func day(_ typed: String?, field: String) -> PartialDate? {
        guard let typed else { return nil }
        guard let day = PartialDate(typed), day.precision == .day else {
            add(field, "date-unreadable")
            return nil
        }
        return day
    }

    /// An address on the web that a browser may follow.
    mutating func webAddress(_ typed: String?, field: String) -> String? {
        guard let text = optionalLine(typed, field: field, limit: 500) else { return nil }
        guard text.hasPrefix("https://"), text.count > 12, !text.contains(where: \.isWhitespace) else {
            add(field, "address-not-https")
            return nil
        }
        return text
    }
}
