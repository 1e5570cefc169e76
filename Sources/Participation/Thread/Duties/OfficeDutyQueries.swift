// SPDX-License-Identifier: EUPL-1.2

import Storage

extension DutyDesk {
    /// One page: what is open by its day, so that what is overdue comes first; what is done, the latest first. Three
    /// statements.
    public func list(
        _ selection: DutyDeskSelection, on today: PartialDate, _ page: ListPage, _ db: Connection
    ) throws -> Listed<OfficeDuty> {
        let condition = condition(selection, on: today)
        let total: Int64? = try db.value(
            """
            SELECT COUNT(*) FROM duty d JOIN office o ON o.id = d.office_id JOIN matter om ON om.id = o.id
            WHERE \(condition)
            """)
        let order: SQL = selection.standing == .met ? "d.met_on DESC, m.number DESC" : "d.due_on, m.number"
        let duties = try OfficeDuty.list(
            where: condition, order: order, limit: page.size, offset: page.offset, db)
        return Listed(rows: duties, total: total ?? 0)
    }

    /// How much is open in all, whatever the list is narrowed to.
    public func tally(on today: PartialDate, _ db: Connection) throws -> Tally {
        let row = try db.row(
            """
            SELECT COUNT(*) AS open_now,
                CAST(SUM(CASE WHEN d.due_on < \(today.text) THEN 1 ELSE 0 END) AS BIGINT) AS overdue
            FROM duty d JOIN office o ON o.id = d.office_id JOIN matter om ON om.id = o.id
            WHERE \(condition(DutyDeskSelection(), on: today))
            """)
        return Tally(
            open: try row?.get("open_now") ?? 0, overdue: try row?.get("overdue", as: Int64?.self) ?? 0)
    }

    private func condition(_ selection: DutyDeskSelection, on today: PartialDate) -> SQL {
        var all: [SQL] = ["d.programme_id = \(programme)"]
        if !isWhole { all.append("d.office_id IN \(list: offices.map(\.id))") }
        if let office = selection.office { all.append("om.key = \(office)") }
        if let kind = selection.kind { all.append("d.kind = \(kind.rawValue)") }
        let soon = PartialDate(day: today.firstDay + DutyDeskStanding.soonDays).text
        switch selection.standing {
        case .open: all.append("d.state = 'duty.open'")
        case .overdue: all.append("d.state = 'duty.open' AND d.due_on < \(today.text)")
        case .soon: all.append("d.state = 'duty.open' AND d.due_on >= \(today.text) AND d.due_on <= \(soon)")
        case .resting: all.append("d.state = 'duty.resting'")
        case .met: all.append("d.state = 'duty.met'")
        case .gone: all.append("d.state IN ('duty.passed_on', 'duty.lapsed')")
        }
        return all.joined(separator: " AND ")
    }
}

extension OfficeDuty {
    /// Two statements: the duties, then what the matters are called.
    static func list(
        where condition: SQL, order: SQL, limit: Int64, offset: Int64 = 0, _ db: Connection
    ) throws -> [OfficeDuty] {
        let rows = try db.rows(
            """
            SELECT d.id, m.number, d.kind, d.is_owed_to_public, d.matter_id, d.due_on, d.state, d.met_on,
                o.id AS office_id, om.key AS office_key, o.name AS office_name, COALESCE(r.name, g.name) AS body,
                sm.number AS statement, p.position, cm.number AS consultation
            FROM duty d JOIN matter m ON m.id = d.id JOIN office o ON o.id = d.office_id
            JOIN matter om ON om.id = o.id
            LEFT JOIN ministry r ON r.id = o.ministry_id LEFT JOIN organisation g ON g.id = o.organisation_id
            LEFT JOIN point p ON p.id = d.matter_id LEFT JOIN statement s ON s.id = p.statement_id
            LEFT JOIN matter sm ON sm.id = s.id LEFT JOIN matter cm ON cm.id = s.consultation_id
            WHERE \(condition) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)
            """)
        let matters = try MatterSummary.inside(rows.map { try $0.get("matter_id") }, db)
        let known = Dictionary(matters.map { ($0.id, $0) }) { first, _ in first }
        return try rows.compactMap { row in
            guard let matter = known[try row.get("matter_id")] else { return nil }
            return try OfficeDuty(row: row, matter)
        }
    }

    private init(row: Row, _ matter: MatterSummary) throws {
        id = try row.get("id")
        number = try row.get("number")
        kind = try row.get("kind")
        isOwedToPublic = try row.get("is_owed_to_public")
        office = DutyOffice(
            id: try row.get("office_id"), key: try row.get("office_key"), name: try row.get("office_name"),
            body: try row.get("body"))
        self.matter = matter
        let consultation: Int64? = try row.get("consultation")
        let (statement, position): (Int64?, Int64?) = (try row.get("statement"), try row.get("position"))
        if let consultation, let statement, let position {
            point = OfficePoint(
                consultation: consultation, place: SynopsisPlace(statement: statement, position: position))
        } else {
            point = nil
        }
        dueOn = try PartialDate(row: row, column: "due_on")
        state = try row.get("state")
        metOn = try row.date("met_on")
    }
}

extension MatterSummary {
    /// Matters as those see them who work with them, public or not.
    static func inside(_ ids: [String], _ db: Connection) throws -> [MatterSummary] {
        try inFewLengths(ids) { ids in
            try db.rows(
                """
                SELECT m.id, m.kind, m.key, m.number, t.title, t.state, t.outcome, t.dated_on
                FROM matter m LEFT JOIN matter_title t ON t.id = m.id AND t.id IN \(list: ids)
                WHERE m.id IN \(list: ids)
                """
            ).map(MatterSummary.init)
        }
    }
}

extension DutyOffice {
    /// The offices that a person belongs to on a day, in whatever part.
    static func list(
        ofMember person: String, in programme: String, on day: PartialDate, _ db: Connection
    ) throws -> [DutyOffice] {
        try list(
            """
            o.id IN (SELECT b.office_id FROM office_member b WHERE b.person_id = \(person)
                AND b.starts_on <= \(day.text) AND (b.ends_on IS NULL OR b.ends_on >= \(day.text)))
            """, in: programme, db)
    }

    static func list(
        ofMinistries ministries: [String], in programme: String, _ db: Connection
    ) throws -> [DutyOffice] {
        guard !ministries.isEmpty else { return [] }
        return try list("o.ministry_id IN \(list: ministries)", in: programme, db)
    }

    private static func list(_ condition: SQL, in programme: String, _ db: Connection) throws -> [DutyOffice] {
        try db.rows(
            """
            SELECT o.id, om.key, o.name, o.sort_key, COALESCE(r.name, g.name) AS body
            FROM office o JOIN matter om ON om.id = o.id
            LEFT JOIN ministry r ON r.id = o.ministry_id LEFT JOIN organisation g ON g.id = o.organisation_id
            WHERE o.programme_id = \(programme) AND \(condition) ORDER BY o.sort_key, o.id
            """
        ).map { row in
            DutyOffice(
                id: try row.get("id"), key: try row.get("key"), name: try row.get("name"), body: try row.get("body"))
        }
    }
}
