// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Decision {
    /// Public decisions; those of one sitting stand together.
    public static func list(
        _ filter: Filter, _ order: Order, _ page: ListPage, in programme: String, _ db: Connection
    ) throws -> Listed<Decision> {
        let conditions = conditions(filter, in: programme)
        let total: Int64? = try db.value("SELECT COUNT(*) FROM \(joined) WHERE \(conditions)")
        let rows = try db.rows(
            """
            SELECT \(columns) FROM \(joined) WHERE \(conditions)
            ORDER BY \(order.columns) LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(Decision.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    /// When the first decision of the next page was taken.
    public static func date(
        after page: ListPage, _ filter: Filter, _ order: Order, in programme: String, _ db: Connection
    ) throws -> PartialDate? {
        try db.row(
            """
            SELECT s.held_on FROM \(joined) WHERE \(conditions(filter, in: programme))
            ORDER BY \(order.columns) LIMIT 1 OFFSET \(page.offset + page.size)
            """
        ).map { try PartialDate(row: $0, column: "held_on") }
    }

    private static func conditions(_ filter: Filter, in programme: String) -> SQL {
        var all: [SQL] = ["m.programme_id = \(programme)"]
        if let outcome = filter.outcome { all.append("d.outcome = \(outcome)") }
        if let board = filter.board { all.append("bm.key = \(board)") }
        return all.joined(separator: " AND ")
    }

    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> Decision? {
        try db.row(
            "SELECT \(columns) FROM \(joined) WHERE m.programme_id = \(programme) AND m.number = \(number)"
        ).map(Decision.init)
    }

    public static func conditions(of decision: String, _ db: Connection) throws -> [Condition] {
        try db.rows(
            """
            SELECT text, ministry_id, due_on FROM decision_condition
            WHERE decision_id = \(decision) ORDER BY position
            """
        ).map { row in
            Condition(
                text: try row.get("text"), ministryID: try row.get("ministry_id"),
                dueOn: try PartialDate?(row: row, column: "due_on"))
        }
    }

    /// What came of a decision, in the order of the package.
    public static func results(of decision: String, _ db: Connection) throws -> [Result] {
        try db.rows(
            """
            SELECT l.to_id, l.confidence, l.note FROM thread_link l JOIN public_matter m ON m.id = l.id
            JOIN public_matter t ON t.id = l.to_id
            WHERE l.from_id = \(decision) AND l.kind = 'led_to' ORDER BY m.position
            """
        ).map(Result.init)
    }

    /// The public decisions on a proposal, oldest first.
    public static func list(on proposal: String, in programme: String, _ db: Connection) throws -> [Decision] {
        try db.rows(
            """
            SELECT \(columns) FROM \(joined) JOIN thread_link l ON l.to_id = d.id
            JOIN public_matter lm ON lm.id = l.id
            WHERE m.programme_id = \(programme) AND l.from_id = \(proposal) AND l.kind = 'decided_by'
            ORDER BY s.held_on, m.number
            """
        ).map(Decision.init)
    }

    /// The public proposals that a decision was taken on.
    public static func proposals(of decision: String, _ db: Connection) throws -> [Result] {
        try db.rows(
            """
            SELECT l.from_id AS to_id, l.confidence, l.note FROM thread_link l JOIN public_matter m ON m.id = l.id
            JOIN public_matter v ON v.id = l.from_id
            WHERE l.to_id = \(decision) AND l.kind = 'decided_by' ORDER BY v.number
            """
        ).map(Result.init)
    }

    private static let columns: SQL = """
        d.id, m.number, d.sitting_id, s.board_id, bm.key AS board_key, b.name AS board, s.held_on, s.place,
        s.note AS sitting_note, pm.id AS paper_id, d.item, d.title, d.text, d.outcome, d.reason, d.deferred_until,
        d.projects_decided, d.confidence, d.note, d.exception_by, d.exception_reason,
        (SELECT cm.number FROM public_matter cm WHERE cm.id = d.corrects_id) AS corrects,
        (SELECT MAX(xm.number) FROM decision x JOIN public_matter xm ON xm.id = x.id WHERE x.corrects_id = d.id)
            AS corrected_by,
        (SELECT COUNT(*) FROM thread_link l JOIN public_matter lm ON lm.id = l.id
            JOIN public_matter tm ON tm.id = l.to_id
            WHERE l.from_id = d.id AND l.kind = 'led_to' AND tm.kind = 'project') AS projects_documented
        """
    private static let joined: SQL = """
        decision d JOIN public_matter m ON m.id = d.id JOIN sitting s ON s.id = d.sitting_id
        JOIN public_matter sm ON sm.id = s.id JOIN board b ON b.id = s.board_id
        JOIN public_matter bm ON bm.id = b.id LEFT JOIN public_matter pm ON pm.id = d.paper_id
        """

    private init(row: Row) throws {
        id = try row.get("id")
        number = try row.get("number")
        sitting = try Sitting(row: row, id: "sitting_id", note: "sitting_note")
        paperID = try row.get("paper_id")
        item = try row.get("item")
        title = try row.get("title")
        text = try row.get("text")
        outcome = try row.get("outcome")
        reason = try row.get("reason")
        deferredUntil = try PartialDate?(row: row, column: "deferred_until")
        projectsDecided = try row.get("projects_decided")
        projectsDocumented = try row.get("projects_documented")
        confidence = try row.get("confidence")
        note = try row.get("note")
        corrects = try row.get("corrects")
        correctedBy = try row.get("corrected_by")
        exceptionBy = try row.get("exception_by")
        exceptionReason = try row.get("exception_reason")
    }
}

extension Decision.Order {
    fileprivate var columns: SQL {
        switch self {
        case .newest: "s.held_on DESC, s.id, m.number"
        case .oldest: "s.held_on, s.id, m.number"
        }
    }
}

extension Decision.Result {
    fileprivate init(row: Row) throws {
        matterID = try row.get("to_id")
        confidence = try row.get("confidence")
        note = try row.get("note")
    }
}
