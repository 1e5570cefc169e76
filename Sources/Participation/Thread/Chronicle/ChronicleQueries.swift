// SPDX-License-Identifier: EUPL-1.2

import Storage

extension TimelineEntry {
    /// The chronicle from its beginning, narrowed to a stage or kind where one is given.
    public static func list(
        in programme: String, stage: Stage? = nil, kind: String? = nil, _ db: Connection
    ) throws -> [TimelineEntry] {
        var condition: SQL = "m.programme_id = \(programme)"
        if let stage { condition += " AND x.stage = \(stage)" }
        if let kind { condition += " AND x.kind = \(kind)" }
        return try entries("WHERE \(condition) ORDER BY x.dated_on, m.position, x.id", db)
    }

    /// The last entries up to a day, the newest first; what is only planned is not among them.
    public static func latest(
        _ count: Int64, until day: PartialDate, in programme: String, _ db: Connection
    ) throws -> [TimelineEntry] {
        try entries(
            """
            WHERE m.programme_id = \(programme) AND x.dated_on <= \(day.text)
            ORDER BY x.dated_on DESC, m.position DESC, x.id LIMIT \(count)
            """, db)
    }

    /// The kinds of entry that occur, in alphabetical order.
    public static func kinds(in programme: String, _ db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT x.kind FROM timeline_entry x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) GROUP BY x.kind ORDER BY x.kind
            """
        ).map { try $0.get("kind") }
    }

    private static func entries(_ rest: SQL, _ db: Connection) throws -> [TimelineEntry] {
        let rows = try db.rows(
            """
            SELECT x.id, m.key, x.dated_on, x.ends_on, x.stage, x.kind, x.title, x.text, x.place, x.source_note,
                x.confidence
            FROM timeline_entry x JOIN public_matter m ON m.id = x.id \(rest)
            """)
        let ids: [String] = try rows.map { try $0.get("id") }
        let figures = try db.namedEntries(
            """
            SELECT timeline_entry_id AS owner, name, number, text FROM timeline_figure
            WHERE timeline_entry_id IN \(list: ids) ORDER BY timeline_entry_id, position
            """)
        let sources = try Source.lists(of: ids, in: db)
        return try rows.compactMap { row in
            let id: String = try row.get("id")
            guard let datedOn = try row.date("dated_on") else { return nil }
            return TimelineEntry(
                id: id, key: try row.get("key"), datedOn: datedOn, endsOn: try row.date("ends_on"),
                stage: try row.get("stage"), kind: try row.get("kind"), title: try row.get("title"),
                text: try row.get("text"),
                place: try row.get("place"), sourceNote: try row.get("source_note"),
                confidence: try row.get("confidence"), figures: figures[id] ?? [], sources: sources[id] ?? [])
        }
    }
}

extension StatusReport {
    /// All official totals by date.
    public static func list(in programme: String, _ db: Connection) throws -> [StatusReport] {
        let rows = try db.rows(
            """
            SELECT x.id, x.as_of, x.event, x.total, x.state_funds_cents, x.confidence, x.note
            FROM status_report x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) ORDER BY x.as_of, x.id
            """)
        let ids: [String] = try rows.map { try $0.get("id") }
        let counts = try db.namedEntries(
            """
            SELECT status_report_id AS owner, name, number, text FROM status_count
            WHERE status_report_id IN \(list: ids) ORDER BY status_report_id, position
            """)
        let sources = try Source.lists(of: ids, in: db)
        return try rows.compactMap { row in
            let id: String = try row.get("id")
            guard let asOf = try row.date("as_of") else { return nil }
            return StatusReport(
                id: id, asOf: asOf, event: try row.get("event"), total: try row.get("total"),
                stateFundsCents: try row.get("state_funds_cents"), confidence: try row.get("confidence"),
                note: try row.get("note"), counts: counts[id] ?? [], sources: sources[id] ?? [])
        }
    }
}

extension Connection {
    /// The named numbers of a statement with the columns `owner`, `name`, `number` and `text`, by owner.
    fileprivate func namedEntries(_ sql: SQL) throws -> [String: [NamedEntry]] {
        var entries: [String: [NamedEntry]] = [:]
        for row in try rows(sql) {
            let entry = NamedEntry(
                name: try row.get("name"), number: try row.get("number"), text: try row.get("text"))
            entries[try row.get("owner"), default: []].append(entry)
        }
        return entries
    }
}
