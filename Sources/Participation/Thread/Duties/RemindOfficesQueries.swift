// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Which offices are to be reminded of what.
enum DutyReminderQuery {
    /// An office that has not been reminded yet of something that is open and due within a week, today, or before.
    static func nextOffice(on today: PartialDate, in db: Connection) throws -> String? {
        try db.value(
            "SELECT d.office_id FROM duty d WHERE \(unreminded(on: today)) ORDER BY d.due_on, d.id LIMIT 1")
    }

    /// What an office is to be reminded of, the most urgent first, and how much it is in all.
    static func duties(of office: String, on today: PartialDate, in db: Connection) throws -> Listed<OfficeDuty> {
        let condition: SQL = "d.office_id = \(office) AND \(unreminded(on: today))"
        let total: Int64? = try db.value("SELECT COUNT(*) FROM duty d WHERE \(condition)")
        let duties = try OfficeDuty.list(
            where: condition, order: "d.due_on, m.number", limit: DutyReminder.longest, db)
        return Listed(rows: duties, total: total ?? 0)
    }

    private static func unreminded(on today: PartialDate) -> SQL {
        let soon = PartialDate(day: today.firstDay + DutyDeskStanding.soonDays)
        return """
            d.state = 'duty.open' AND d.due_on <= \(soon.text) AND NOT EXISTS (SELECT 1 FROM duty_reminder x
                WHERE x.duty_id = d.id AND x.due_on = d.due_on AND x.stage = \(stage(on: today)))
            """
    }

    private static func stage(on today: PartialDate) -> SQL {
        """
        CASE WHEN d.due_on < \(today.text) THEN 'after' WHEN d.due_on = \(today.text) THEN 'at' ELSE 'before' END
        """
    }

    static func note(_ office: String, on today: PartialDate, at now: Moment, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO duty_reminder (duty_id, due_on, stage, reminded_at)
            SELECT d.id, d.due_on, \(stage(on: today)), \(now.text) FROM duty d
            WHERE d.office_id = \(office) AND \(unreminded(on: today))
            """)
    }

    static func programme(of office: String, in db: Connection) throws -> String? {
        try db.value("SELECT programme_id FROM office WHERE id = \(office)")
    }
}

/// What the head of an office is told on Mondays.
enum OfficeWeekQuery {
    /// An office that owes something or has done something in the week before, and has not been told this week.
    static func nextOffice(_ monday: PartialDate, in db: Connection) throws -> DutyOffice? {
        let before = PartialDate(day: monday.firstDay - 7)
        return try db.row(
            """
            SELECT o.id, om.key, o.name, COALESCE(r.name, g.name) AS body
            FROM office o JOIN matter om ON om.id = o.id
            LEFT JOIN ministry r ON r.id = o.ministry_id LEFT JOIN organisation g ON g.id = o.organisation_id
            WHERE NOT EXISTS (SELECT 1 FROM office_summary s
                    WHERE s.office_id = o.id AND s.week_begins_on = \(monday.text))
                AND EXISTS (SELECT 1 FROM duty d WHERE d.office_id = o.id
                    AND (d.state = 'duty.open' OR (d.state = 'duty.met' AND d.met_on >= \(before.text))))
            ORDER BY o.id LIMIT 1
            """
        ).map { row in
            DutyOffice(
                id: try row.get("id"), key: try row.get("key"), name: try row.get("name"), body: try row.get("body"))
        }
    }

    static func load(
        _ office: DutyOffice, in programme: String, on today: PartialDate, language: String, _ db: Connection
    ) throws -> OfficeWeek {
        let monday = today.monday
        let (before, sunday) = (PartialDate(day: monday.firstDay - 7).text, PartialDate(day: monday.firstDay + 6).text)
        let row = try db.row(
            """
            SELECT \(sum("d.state = 'duty.open'")) AS open_now,
                \(sum("d.state = 'duty.open' AND d.due_on < \(today.text)")) AS overdue,
                \(sum("d.state = 'duty.met' AND d.met_on >= \(before)")) AS met,
                \(sum("d.state = 'duty.met' AND d.met_on >= \(before) AND d.met_on <= d.due_on")) AS in_time
            FROM duty d WHERE d.office_id = \(office.id)
            """)
        let number = { (column: String) in try row?.get(column, as: Int64?.self) ?? 0 }
        return OfficeWeek(
            office: office, programme: programme, open: try number("open_now"), overdue: try number("overdue"),
            met: try number("met"), metInTime: try number("in_time"),
            pressing: try OfficeDuty.list(
                where: "d.office_id = \(office.id) AND d.state = 'duty.open' AND d.due_on <= \(sunday)",
                order: "d.due_on, m.number", limit: OfficeWeek.longest, db), language: language)
    }

    private static func sum(_ condition: SQL) -> SQL { "CAST(SUM(CASE WHEN \(condition) THEN 1 ELSE 0 END) AS BIGINT)" }

    static func note(_ office: String, _ monday: PartialDate, at now: Moment, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO office_summary (office_id, week_begins_on, written_at)
            VALUES (\(office), \(monday.text), \(now.text))
            """)
    }
}

extension OfficeRecipient {
    /// Everybody of an office who can be written to.
    static func members(of office: String, on day: PartialDate, in db: Connection) throws -> [OfficeRecipient] {
        try list(of: office, parts: OfficePart.allCases, on: day, in: db)
    }

    /// The heads, or the deputies where no head can be written to.
    static func heads(of office: String, on day: PartialDate, in db: Connection) throws -> [OfficeRecipient] {
        let heads = try list(of: office, parts: [.head], on: day, in: db)
        return heads.isEmpty ? try list(of: office, parts: [.deputy], on: day, in: db) : heads
    }

    private static func list(
        of office: String, parts: [OfficePart], on day: PartialDate, in db: Connection
    ) throws -> [OfficeRecipient] {
        try db.rows(
            """
            SELECT DISTINCT p.id, p.email, p.language FROM office_member b JOIN person p ON p.id = b.person_id
            WHERE b.office_id = \(office) AND b.part IN \(list: parts.map(\.rawValue)) AND p.email IS NOT NULL
                AND b.starts_on <= \(day.text) AND (b.ends_on IS NULL OR b.ends_on >= \(day.text))
            ORDER BY p.id
            """
        ).map(OfficeRecipient.init)
    }

    static func programmeOffice(
        _ programme: String, on day: PartialDate, in db: Connection
    ) throws -> [OfficeRecipient] {
        try db.rows(
            """
            SELECT DISTINCT p.id, p.email, p.language FROM role_assignment a JOIN person p ON p.id = a.person_id
            WHERE a.role = 'programme_office' AND a.programme_id = \(programme) AND p.email IS NOT NULL
                AND a.starts_on <= \(day.text) AND (a.ends_on IS NULL OR a.ends_on >= \(day.text))
            ORDER BY p.id
            """
        ).map(OfficeRecipient.init)
    }

    private init(row: Row) throws {
        self.init(person: try row.get("id"), email: try row.get("email"), language: try row.get("language"))
    }
}
