// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Which offices owe reports whose heads are to be told.
enum ReportEscalationQuery {
    static func nextOffice(on today: PartialDate, in db: Connection) throws -> String? {
        try db.value(
            "SELECT d.office_id FROM duty d WHERE \(waiting(on: today)) ORDER BY d.due_on, d.id LIMIT 1")
    }

    static func duties(of office: String, on today: PartialDate, in db: Connection) throws -> Listed<OfficeDuty> {
        let condition: SQL = "d.office_id = \(office) AND \(waiting(on: today))"
        let total: Int64? = try db.value("SELECT COUNT(*) FROM duty d WHERE \(condition)")
        let duties = try OfficeDuty.list(
            where: condition, order: "d.due_on, m.number", limit: ReportEscalation.longest, db)
        return Listed(rows: duties, total: total ?? 0)
    }

    static func note(_ office: String, on today: PartialDate, at now: Moment, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO duty_escalation (duty_id, due_on, escalated_at)
            SELECT d.id, d.due_on, \(now.text) FROM duty d WHERE d.office_id = \(office) AND \(waiting(on: today))
            """)
    }

    private static func waiting(on today: PartialDate) -> SQL {
        let last = PartialDate(day: today.firstDay - EscalateReports.patienceDays)
        return """
            d.kind = 'report' AND d.state = 'duty.open' AND d.due_on <= \(last.text)
                AND NOT EXISTS (SELECT 1 FROM duty_escalation x WHERE x.duty_id = d.id AND x.due_on = d.due_on)
            """
    }
}
