// SPDX-License-Identifier: EUPL-1.2

import Storage

extension PartnerCall {
    /// The public calls, the newest first; three statements.
    public static func list(in programme: String, _ db: Connection) throws -> [PartnerCall] {
        let rows = try db.rows(
            """
            SELECT c.id, m.number, c.title, c.description, c.opens_on, c.closes_on
            FROM call c JOIN public_matter m ON m.id = c.id
            WHERE m.programme_id = \(programme) ORDER BY COALESCE(c.opens_on, '') DESC, m.number DESC
            """)
        let criteria = try db.rows(
            """
            SELECT c.call_id, c.text FROM call_criterion c JOIN public_matter m ON m.id = c.call_id
            WHERE m.programme_id = \(programme) ORDER BY c.call_id, c.position
            """)
        var texts: [String: [String]] = [:]
        for row in criteria { texts[try row.get("call_id"), default: []].append(try row.get("text")) }
        let questions = try PartnerCallRules.questions("m.programme_id = \(programme)", db)
        return try rows.map { row in
            let id: String = try row.get("id")
            return PartnerCall(
                id: id, number: try row.get("number"), title: try row.get("title"),
                description: try row.get("description"), opensOn: try row.date("opens_on"),
                closesOn: try row.date("closes_on"), criteria: texts[id] ?? [],
                questions: questions[id] ?? [])
        }
    }
}

extension PartnerApplication {
    /// The public applications of all calls.
    public static func list(
        _ filter: Filter, by order: Order = .number, _ page: ListPage, in programme: String, _ db: Connection
    ) throws -> Listed<PartnerApplication> {
        let condition = condition(filter, in: programme)
        let total: Int64? = try db.value(
            "SELECT COUNT(*) FROM application a JOIN public_matter m ON m.id = a.id WHERE \(condition)")
        let rows = try db.rows(
            """
            SELECT a.id, m.number, a.call_id, a.title, a.summary, o.name AS organisation,
                om.number AS organisation_number, a.submitted_on, a.state, a.outcome, a.reason
            FROM application a JOIN public_matter m ON m.id = a.id
            JOIN organisation o ON o.id = a.organisation_id LEFT JOIN public_matter om ON om.id = o.id
            WHERE \(condition) ORDER BY \(order.columns) LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(PartnerApplication.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    /// All of them, for the page that shows each under its call.
    public static func all(in programme: String, _ db: Connection) throws -> [PartnerApplication] {
        try ListPage.all { try list(Filter(), $0, in: programme, db).rows }
    }

    private static func condition(_ filter: Filter, in programme: String) -> SQL {
        var all: [SQL] = ["m.programme_id = \(programme)"]
        if let fate = filter.fate { all.append("\(RiverFate.application("a")) = \(fate)") }
        if let field = filter.field { all.append("a.field_id IN \(RiverFate.fields(field, in: programme))") }
        return all.joined(separator: " AND ")
    }

    private init(row: Row) throws {
        self.init(
            id: try row.get("id"), number: try row.get("number"), call: try row.get("call_id"),
            title: try row.get("title"), summary: try row.get("summary"),
            organisation: try row.get("organisation"), organisationNumber: try row.get("organisation_number"),
            submittedOn: try row.date("submitted_on"), state: try row.get("state"),
            outcome: try row.get("outcome"), reason: try row.get("reason"))
    }
}

extension PartnerApplication.Order {
    fileprivate var columns: SQL {
        switch self {
        case .number: "m.number"
        case .newest: "CASE WHEN a.submitted_on IS NULL THEN 1 ELSE 0 END, a.submitted_on DESC, m.number"
        case .organisation: "o.sort_key, m.number"
        }
    }
}

extension ProgrammePillar {
    /// A pillar by its package key; nil where the programme has none of that name.
    public static func find(_ key: String, in programme: String, _ db: Connection) throws -> ProgrammePillar? {
        let criteria = try db.rows(
            """
            SELECT c.text FROM pillar_criterion c JOIN public_matter m ON m.id = c.pillar_id
            WHERE m.programme_id = \(programme) AND m.key = \(key) ORDER BY c.position
            """)
        return try db.row(
            """
            SELECT l.id, m.key, l.name, l.description, l.who_proposes, l.who_decides, l.confidence, l.note
            FROM pillar l JOIN public_matter m ON m.id = l.id
            WHERE m.programme_id = \(programme) AND m.kind = 'pillar' AND m.key = \(key)
            """
        ).map { row in
            ProgrammePillar(
                id: try row.get("id"), key: try row.get("key"), name: try row.get("name"),
                description: try row.get("description"), whoProposes: try row.get("who_proposes"),
                whoDecides: try row.get("who_decides"), criteria: try criteria.map { try $0.get("text") },
                confidence: try row.get("confidence"), note: try row.get("note"))
        }
    }
}
