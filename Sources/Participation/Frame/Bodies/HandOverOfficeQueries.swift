// SPDX-License-Identifier: EUPL-1.2

import Storage

extension HandOverContents {
    /// What an office would hand over on a day.
    public static func load(of office: String, on day: PartialDate, _ db: Connection) throws -> HandOverContents {
        let count: Int64? = try db.value(
            "SELECT COUNT(*) FROM duty WHERE office_id = \(office) AND state IN ('duty.open', 'duty.resting')")
        let points: Int64? = try db.value(
            "SELECT COUNT(*) FROM point p WHERE p.office_id = \(office) AND \(openPoints)")
        let drafts: Int64? = try db.value("SELECT COUNT(*) FROM reply_draft WHERE office_id = \(office)")
        return HandOverContents(
            duties: try OfficeDuty.list(
                where: "d.office_id = \(office) AND d.state IN ('duty.open', 'duty.resting')",
                order: "d.due_on, m.number", limit: longest, db),
            dutyCount: count ?? 0,
            responsibilities: try HeldResponsibility.list(of: office, from: day, db), points: points ?? 0,
            drafts: drafts ?? 0)
    }

    static func dutyIDs(of office: String, _ db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT d.id FROM duty d JOIN matter m ON m.id = d.id
            WHERE d.office_id = \(office) AND d.state IN ('duty.open', 'duty.resting') ORDER BY m.number, d.id
            """
        ).map { try $0.get("id") }
    }

    static func statements(withPointsOf office: String, _ db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT DISTINCT p.statement_id FROM point p WHERE p.office_id = \(office) AND \(openPoints)
            ORDER BY p.statement_id
            """
        ).map { try $0.get("statement_id") }
    }

    static func moveDrafts(from giver: String, to taker: String, _ db: Connection) throws {
        try db.execute("UPDATE reply_draft SET office_id = \(taker) WHERE office_id = \(giver)")
    }

    private static let openPoints: SQL = "p.state NOT IN ('point.released', 'point.published')"
}

extension HandOver {
    func insert(at now: Moment, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO office_handover (id, programme_id, from_office_id, to_office_id, effective_on, reason,
                decided_by, decided_at)
            VALUES (\(id), \(programme), \(giver.id), \(taker.id), \(effectiveOn.text), \(reason), \(decidedBy),
                \(now.text))
            """)
    }

    func markDone(at now: Moment, in db: Connection) throws {
        try db.execute("UPDATE office_handover SET done_at = \(now.text) WHERE id = \(id)")
    }

    static func cancel(_ id: String, in programme: String, at now: Moment, _ db: Connection) throws -> Bool {
        try db.execute(
            """
            UPDATE office_handover SET cancelled_at = \(now.text)
            WHERE id = \(id) AND programme_id = \(programme) AND done_at IS NULL AND cancelled_at IS NULL
            """) == 1
    }

    /// The first whose day has come; of two for the same office the one that was decided first.
    static func next(on day: PartialDate, in db: Connection) throws -> HandOver? {
        try list(
            """
            h.done_at IS NULL AND h.cancelled_at IS NULL AND h.effective_on <= \(day.text)
            ORDER BY h.effective_on, h.decided_at, h.id LIMIT 1
            """, db
        ).first
    }

    /// What an office has given or taken over, or will; the latest first.
    public static func list(of office: String, _ db: Connection) throws -> [HandOver] {
        try list(
            """
            (h.from_office_id = \(office) OR h.to_office_id = \(office)) AND h.cancelled_at IS NULL
            ORDER BY h.effective_on DESC, h.decided_at DESC, h.id LIMIT 20
            """, db)
    }

    private static func list(_ condition: SQL, _ db: Connection) throws -> [HandOver] {
        let rows = try db.rows(
            """
            SELECT h.id, h.programme_id, h.effective_on, h.reason, h.decided_by, h.done_at,
                a.id AS from_id, am.key AS from_key, a.name AS from_name,
                b.id AS to_id, bm.key AS to_key, b.name AS to_name
            FROM office_handover h JOIN office a ON a.id = h.from_office_id JOIN matter am ON am.id = a.id
            JOIN office b ON b.id = h.to_office_id JOIN matter bm ON bm.id = b.id
            WHERE
            """ + " " + condition)
        return try rows.map { row in
            HandOver(
                id: try row.get("id"), programme: try row.get("programme_id"),
                giver: DutyOffice(
                    id: try row.get("from_id"), key: try row.get("from_key"), name: try row.get("from_name"),
                    body: nil),
                taker: DutyOffice(
                    id: try row.get("to_id"), key: try row.get("to_key"), name: try row.get("to_name"), body: nil),
                effectiveOn: try PartialDate(row: row, column: "effective_on"), reason: try row.get("reason"),
                decidedBy: try row.get("decided_by"), isDone: try row.get("done_at", as: String?.self) != nil)
        }
    }
}
