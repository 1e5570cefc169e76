// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Interchange
import Participation
import Storage

/// Events as other calendars take them over. Only what is known to the day has a place in a calendar.
struct EventCalendar: Sendable {
    let events: [Event]
    let mentions: Mentions

    static func load(
        _ events: [Event], in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> EventCalendar {
        let dated = events.filter { $0.heldOn?.precision == .day }
        return EventCalendar(
            events: dated, mentions: try Mentions.load(dated.map(\.id), programme, context, db))
    }

    func feed(in context: SiteContext) throws(PageFault) -> CalendarFeed {
        let name = try context.programme.name(in: context.language)
        return CalendarFeed(
            producer: "-//Dreiklang//Termine//\(context.language.rawValue.uppercased())",
            name: context.text("events.feed.name", ["programme": name]),
            events: events.compactMap { entry($0, in: context) })
    }

    private func entry(_ event: Event, in context: SiteContext) -> CalendarEvent? {
        guard let time = event.calendarTime else { return nil }
        return CalendarEvent(
            identifier: "\(event.id)@dreiklang", changedAt: event.recordedAt, time: time,
            status: event.state == .cancelled ? .cancelled : .confirmed,
            title: mentions.texts.text("title", of: event.id, or: event.title).text,
            description: context.word(state: event.state.rawValue), location: event.place,
            link: context.links.absolute("/veranstaltungen/\(event.number)"),
            categories: [context.word(.eventKind, event.kind.rawValue)])
    }
}

extension Event {
    /// From when to when, as far as it is known; without a time of day, the whole day.
    fileprivate var calendarTime: CalendarEvent.Time? {
        guard let heldOn, let day = CalendarDay(heldOn.text) else { return nil }
        guard let start = startsAt?.date(on: heldOn) else { return .days(first: day, last: day) }
        return .moments(start: start, end: endsAt?.date(on: heldOn))
    }
}

extension CalendarFeed {
    /// - Parameter name: what the file is called on a reader's disk, without its ending
    func answer(named name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/calendar; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(name).ics\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes())))
    }
}
