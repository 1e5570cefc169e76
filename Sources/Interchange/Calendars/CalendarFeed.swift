// SPDX-License-Identifier: EUPL-1.2

/// A calendar others subscribe to, or a single event to download, as iCalendar (RFC 5545, with the names and refresh
/// interval of RFC 7986).
public struct CalendarFeed: Equatable, Sendable {
    /// Names the program that made the calendar, as in `-//Dreiklang//Termine//DE`.
    public var producer: String
    public var name: String
    public var description: String?
    /// How often a calendar should ask for news.
    public var refreshHours: Int
    public var events: [CalendarEvent]

    public init(
        producer: String, name: String, description: String? = nil, refreshHours: Int = 6, events: [CalendarEvent]
    ) {
        self.producer = producer
        self.name = name
        self.description = description
        self.refreshHours = refreshHours
        self.events = events
    }

    public func bytes() -> [UInt8] {
        var lines = CalendarLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", text: producer)
        lines.add("CALSCALE", "GREGORIAN")
        lines.add("METHOD", "PUBLISH")
        // The second name of each pair is what programs understood before RFC 7986, and many still do.
        lines.add("NAME", text: name)
        lines.add("X-WR-CALNAME", text: name)
        lines.add("DESCRIPTION", text: description)
        lines.add("X-WR-CALDESC", text: description)
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT\(refreshHours)H")
        lines.add("X-PUBLISHED-TTL", "PT\(refreshHours)H")
        for event in events { event.add(to: &lines) }
        lines.add("END", "VCALENDAR")
        return lines.bytes
    }
}

extension CalendarEvent {
    fileprivate func add(to lines: inout CalendarLines) {
        lines.add("BEGIN", "VEVENT")
        lines.add("UID", text: identifier)
        lines.add("DTSTAMP", moment: changedAt)
        lines.add("LAST-MODIFIED", moment: changedAt)
        lines.add("SEQUENCE", String(sequence))
        lines.add("STATUS", status.rawValue)
        switch time {
        case .moments(let start, let end):
            lines.add("DTSTART", moment: start)
            if let end, end > start { lines.add("DTEND", moment: end) }
        case .days(let first, let last):
            lines.add("DTSTART;VALUE=DATE", first.compact)
            lines.add("DTEND;VALUE=DATE", (last.number < first.number ? first : last).next.compact)
            // A deadline does not make a person's day busy.
            lines.add("TRANSP", "TRANSPARENT")
        }
        lines.add("SUMMARY", text: title)
        lines.add("DESCRIPTION", text: description)
        lines.add("LOCATION", text: location)
        lines.add("URL", link: link)
        lines.add("CATEGORIES", texts: categories)
        lines.add("END", "VEVENT")
    }
}
