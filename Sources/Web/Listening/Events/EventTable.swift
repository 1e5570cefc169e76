// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<Event>>

extension OpenList {
    /// `/veranstaltungen` as it is narrowed and ordered.
    static let events = OpenList("events", at: "/veranstaltungen", columns: columns) { reading in
        let (query, programme, db) = (reading.context.query, reading.programme, reading.db)
        try query.checkEvents(
            try Forum.choices(in: programme, db), try Consultation.list(in: programme, db),
            years: try Event.years(in: programme, db))
        let order = try query.choice("sortierung", as: Event.Order.self)
        return try reading.events(try Event.Filter(query, today: reading.today), order)
    }

    /// `/termine`: what is still to come.
    static let upcomingEvents = OpenList("upcoming-events", at: "/termine", columns: columns) { reading in
        var filter = Event.Filter()
        filter.time = .upcoming(from: reading.today)
        return try reading.events(filter)
    }

    private static let columns = [
        Column("number", number: { $0.number }),
        Column("title", text: { $0.wording("title", of: $0.id, or: $0.title) }),
        Column("held_on", date: { $0.heldOn }),
        Column("kind", text: { $0.word(.eventKind, $0.kind.rawValue) }),
        Column("kind_key", text: { $0.kind.rawValue }),
        Column("state", text: { $0.word(state: $0.state.rawValue) }),
        Column("state_key", text: { $0.state.rawValue }),
        Column("place", text: { $0.place }),
        Column("participants", number: { $0.participants }),
        Column(
            "belongs_to",
            text: { entry in
                entry.mentions.matter(entry.parentID).map { entry.context.quotation(of: $0) }
            }),
        Column("belongs_to_title", text: { $0.titleOf($0.parentID) }),
        Column("has_minutes", truth: { $0.minutes != nil }),
        Column("address", text: { $0.address("/veranstaltungen/\($0.number)") }),
    ]
}

extension OpenReading {
    fileprivate func events(
        _ filter: Event.Filter, _ order: Event.Order? = nil
    ) throws -> (ListPage) throws -> [OpenEntry<Event>] {
        { page in
            try entries(try Event.list(filter, ordered: order, page, in: programme, db).rows) { [$0.id, $0.parentID] }
        }
    }
}
