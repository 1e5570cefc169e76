// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Duty {
    /// One page of what is owed to the public; two statements.
    public static func list(
        in programme: String, _ selection: DutySelection, by order: DutyOrder = .due, on today: String,
        _ page: ListPage, _ db: Connection
    ) throws -> [Duty] {
        let rows = try db.rows(
            """
            SELECT d.id, m.number, d.kind, d.matter_id, d.due_on, d.state, d.met_on, d.reason,
                o.id AS office_id, om.key AS office_key, o.name AS office_name, COALESCE(r.name, g.name) AS body
            FROM duty d JOIN public_matter m ON m.id = d.id
            JOIN office o ON o.id = d.office_id JOIN matter om ON om.id = o.id
            LEFT JOIN ministry r ON r.id = o.ministry_id LEFT JOIN organisation g ON g.id = o.organisation_id
            WHERE d.id IN (
                SELECT d.id FROM duty d JOIN public_matter m ON m.id = d.id
                JOIN office o ON o.id = d.office_id JOIN matter om ON om.id = o.id
                WHERE \(condition(programme, selection, today))
                ORDER BY \(order.columns) LIMIT \(page.size) OFFSET \(page.offset))
            ORDER BY \(order.columns)
            """)
        let matters = try MatterSummary.list(rows.map { try $0.get("matter_id") }, in: programme, db)
        let known = Dictionary(matters.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return try rows.map { try Duty(row: $0, known) }
    }

    private init(row: Row, _ matters: [String: MatterSummary]) throws {
        id = try row.get("id")
        number = try row.get("number")
        kind = try row.get("kind")
        matter = matters[try row.get("matter_id")]
        office = DutyOffice(
            id: try row.get("office_id"), key: try row.get("office_key"), name: try row.get("office_name"),
            body: try row.get("body"))
        dueOn = try PartialDate(row: row, column: "due_on")
        state = try row.get("state")
        metOn = try row.date("met_on")
        reason = try row.get("reason")
    }

    public static func count(
        in programme: String, _ selection: DutySelection, on today: String, _ db: Connection
    ) throws -> Int64 {
        let name = "duties \(selection.office ?? "") \(selection.standing?.rawValue ?? "") \(today)"
        return try db.counted(name, in: programme) {
            try db.value(
                """
                SELECT COUNT(*) FROM duty d JOIN public_matter m ON m.id = d.id
                JOIN office o ON o.id = d.office_id JOIN matter om ON om.id = o.id
                WHERE \(condition(programme, selection, today))
                """) ?? 0
        }
    }

    private static func condition(_ programme: String, _ selection: DutySelection, _ today: String) -> SQL {
        var conditions: [SQL] = ["m.programme_id = \(programme)", "d.is_owed_to_public = 1"]
        if let office = selection.office { conditions.append("om.key = \(office)") }
        switch selection.standing {
        case nil: break
        case .overdue: conditions.append("d.state = 'duty.open' AND d.due_on < \(today)")
        case .open: conditions.append("d.state = 'duty.open' AND d.due_on >= \(today)")
        case .met: conditions.append("d.state = 'duty.met'")
        case .passedOn: conditions.append("d.state = 'duty.passed_on'")
        case .lapsed: conditions.append("d.state = 'duty.lapsed'")
        case .resting: conditions.append("d.state = 'duty.resting'")
        }
        return conditions.joined(separator: " AND ")
    }
}

extension DutyOrder {
    fileprivate var columns: SQL {
        let due: SQL = """
            CASE WHEN d.state = 'duty.open' THEN 0 WHEN d.state = 'duty.resting' THEN 1 ELSE 2 END, d.due_on, m.number
            """
        return switch self {
        case .due: due
        case .office: "o.sort_key, o.id, " + due
        case .newest: "m.number DESC"
        }
    }
}

extension DutyOffice {
    /// The offices that owe or have owed something to the public.
    public static func list(in programme: String, _ db: Connection) throws -> [DutyOffice] {
        try db.counted("offices with duties", in: programme) { try read(in: programme, db) }
    }

    private static func read(in programme: String, _ db: Connection) throws -> [DutyOffice] {
        try db.rows(
            """
            SELECT o.id, om.key, o.name, o.sort_key, COALESCE(r.name, g.name) AS body
            FROM office o JOIN public_matter om ON om.id = o.id
            LEFT JOIN ministry r ON r.id = o.ministry_id LEFT JOIN organisation g ON g.id = o.organisation_id
            WHERE o.programme_id = \(programme) AND EXISTS (SELECT 1 FROM duty d JOIN public_matter m ON m.id = d.id
                WHERE d.office_id = o.id AND d.is_owed_to_public = 1)
            ORDER BY o.sort_key, o.id
            """
        ).map { row in
            DutyOffice(
                id: try row.get("id"), key: try row.get("key"), name: try row.get("name"), body: try row.get("body"))
        }
    }
}

extension DutyTally {
    public static func load(in programme: String, on today: String, _ db: Connection) throws -> DutyTally {
        try db.counted("duties \(today)", in: programme) { try read(in: programme, on: today, db) }
    }

    private static func read(in programme: String, on today: String, _ db: Connection) throws -> DutyTally {
        let row = try db.row(
            """
            SELECT COUNT(*) AS total,
                CAST(SUM(CASE WHEN d.state = 'duty.open' THEN 1 ELSE 0 END) AS BIGINT) AS open_now,
                CAST(SUM(CASE WHEN d.state = 'duty.open' AND d.due_on < \(today) THEN 1 ELSE 0 END) AS BIGINT)
                    AS overdue,
                CAST(SUM(CASE WHEN d.state = 'duty.met' THEN 1 ELSE 0 END) AS BIGINT) AS met,
                CAST(SUM(CASE WHEN d.state = 'duty.met' AND d.met_on <= d.due_on THEN 1 ELSE 0 END) AS BIGINT)
                    AS in_time
            FROM duty d JOIN public_matter m ON m.id = d.id
            WHERE m.programme_id = \(programme) AND d.is_owed_to_public = 1
            """)
        let number = { (column: String) in try row?.get(column, as: Int64?.self) ?? 0 }
        return DutyTally(
            all: try number("total"), open: try number("open_now"), overdue: try number("overdue"),
            met: try number("met"), metInTime: try number("in_time"))
    }
}
