// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage

extension Event {
    /// Events by date, in the usual order unless another is asked for; without a date they stand last.
    public static func list(
        _ filter: Filter, ordered order: Order? = nil, _ page: ListPage, in programme: String, _ db: Connection
    ) throws -> Listed<Event> {
        let conditions = conditions(filter, in: programme)
        let total: Int64? = try db.value("SELECT COUNT(*) FROM \(joined) WHERE \(conditions)")
        let rows = try db.rows(
            """
            SELECT \(columns) FROM \(joined) WHERE \(conditions)
            ORDER BY \(columns(order ?? Order(usual: filter.time))) LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(Event.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    /// All events of a forum or consultation, in the order they were held.
    public static func list(of parent: String, in programme: String, _ db: Connection) throws -> [Event] {
        try db.rows(
            """
            SELECT \(columns) FROM \(joined) WHERE m.programme_id = \(programme) AND e.parent_id = \(parent)
            ORDER BY CASE WHEN e.held_on IS NULL THEN 1 ELSE 0 END, e.held_on, m.number
            """
        ).map(Event.init)
    }

    /// All events of some forums and consultations, the earliest first.
    static func list(ofAny parents: [String], in programme: String, _ db: Connection) throws -> [Event] {
        try db.rows(
            """
            SELECT \(columns) FROM \(joined) WHERE m.programme_id = \(programme) AND e.parent_id IN \(list: parents)
            ORDER BY CASE WHEN e.held_on IS NULL THEN 1 ELSE 0 END, e.held_on, m.number
            """
        ).map(Event.init)
    }

    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> Event? {
        try db.row(
            "SELECT \(columns) FROM \(joined) WHERE m.programme_id = \(programme) AND m.number = \(number)"
        ).map(Event.init)
    }

    public static func find(id: String, in programme: String, _ db: Connection) throws -> Event? {
        try db.row(
            "SELECT \(columns) FROM \(joined) WHERE m.programme_id = \(programme) AND e.id = \(id)"
        ).map(Event.init)
    }

    /// The programme that an event belongs to.
    static func programme(of event: String, in db: Connection) throws -> String? {
        try db.value("SELECT programme_id FROM event WHERE id = \(event)")
    }

    /// Where those who came live, the largest number first.
    public static func origins(of event: String, _ db: Connection) throws -> [Origin] {
        try db.rows(
            """
            SELECT o.municipality_id, o.participants FROM event_origin o JOIN public_matter m ON m.id = o.event_id
            WHERE o.event_id = \(event) ORDER BY o.position
            """
        ).map { Origin(municipalityID: try $0.get("municipality_id"), participants: try $0.get("participants")) }
    }

    /// The years in which events are documented, newest first.
    public static func years(in programme: String, _ db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT substr(e.held_on, 1, 4) AS year FROM \(joined)
            WHERE m.programme_id = \(programme) AND e.held_on IS NOT NULL GROUP BY substr(e.held_on, 1, 4)
            ORDER BY year DESC
            """
        ).map { try $0.get("year") }
    }

    private static let columns: SQL = """
        e.id, m.number, e.parent_id, e.held_on, e.starts_at, e.ends_at, e.kind, e.title, e.place, e.agenda,
        e.participants, e.state, e.minutes, e.capacity, e.registration_from, e.registration_until, m.recorded_at
        """
    private static let joined: SQL = """
        event e JOIN public_matter m ON m.id = e.id JOIN public_matter o ON o.id = e.parent_id
        """

    private static func conditions(_ filter: Filter, in programme: String) -> SQL {
        var all: [SQL] = ["m.programme_id = \(programme)"]
        if let forum = filter.forum { all.append("o.kind = 'forum' AND o.number = \(forum)") }
        if let number = filter.consultation { all.append("o.kind = 'consultation' AND o.number = \(number)") }
        if let kind = filter.kind { all.append("e.kind = \(kind)") }
        if let year = filter.year { all.append("substr(e.held_on, 1, 4) = \(year)") }
        switch filter.time {
        case .upcoming(let day): all.append(upcoming(from: day))
        case .past(let day): all.append("NOT (\(upcoming(from: day)))")
        case nil: break
        }
        return all.joined(separator: " AND ")
    }

    /// A date is compared as far as it is known; without one, the state tells whether an event is still to come.
    private static func upcoming(from day: PartialDate) -> SQL {
        """
        CASE WHEN e.held_on IS NULL THEN CASE WHEN e.state IN ('event.planned', 'event.open') THEN 1 ELSE 0 END
        WHEN e.held_on >= substr(\(day.text), 1, length(e.held_on)) THEN 1 ELSE 0 END = 1
        """
    }

    /// What has no date stands last.
    private static func columns(_ order: Order) -> SQL {
        switch order {
        case .oldest: "CASE WHEN e.held_on IS NULL THEN 1 ELSE 0 END, e.held_on, m.number"
        case .newest: "CASE WHEN e.held_on IS NULL THEN 1 ELSE 0 END, e.held_on DESC, m.number DESC"
        }
    }

    private init(row: Row) throws {
        id = try row.get("id")
        number = try row.get("number")
        parentID = try row.get("parent_id")
        heldOn = try PartialDate?(row: row, column: "held_on")
        startsAt = try TimeOfDay?(row: row, column: "starts_at")
        endsAt = try TimeOfDay?(row: row, column: "ends_at")
        kind = try row.get("kind")
        title = try row.get("title")
        place = try row.get("place")
        agenda = try row.get("agenda")
        participants = try row.get("participants")
        state = try row.get("state")
        minutes = try row.get("minutes")
        capacity = try row.get("capacity")
        registrationFrom = try PartialDate?(row: row, column: "registration_from")
        registrationUntil = try PartialDate?(row: row, column: "registration_until")
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt)
        recordedAt = try style.parse(try row.get("recorded_at"))
    }
}
