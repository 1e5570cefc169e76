// SPDX-License-Identifier: EUPL-1.2

import Storage

extension IdeaInbox {
    /// One page: what is owed by its day, so that what is overdue comes first; the rest by number, the newest first.
    public func list(
        _ selection: InboxSelection, on today: PartialDate, _ page: ListPage, _ db: Connection
    ) throws -> Listed<InboxLine> {
        let condition = condition(selection, on: today)
        let tables = Self.tables(selection.standing)
        let total: Int64? = try db.value("SELECT COUNT(*) FROM \(tables) WHERE \(condition)")
        let order: SQL = Self.isOwed(selection.standing) ? "d.due_on, m.number" : "m.number DESC"
        let rows = try db.rows(
            """
            SELECT i.id, m.number, i.title, i.state, i.outcome, i.submitted_on, fm.id AS forum_id,
                fm.number AS forum_number, COALESCE(f.topic, f.title) AS forum_topic, f.ministry_id,
                \(Self.isOwed(selection.standing) ? Self.owed : Self.notOwed),
                CASE WHEN w.idea_id IS NULL THEN 0 ELSE 1 END AS has_draft
            FROM \(selection.standing == .answered ? Self.byNumber : tables)
            LEFT JOIN public_matter fm ON fm.id = i.forum_id LEFT JOIN forum f ON f.id = fm.id
            LEFT JOIN reply_draft w ON w.idea_id = i.id \(Self.isOwed(selection.standing) ? Self.office : .empty)
            WHERE \(condition) ORDER BY \(order) LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(InboxLine.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    /// How much is owed in all, whatever the list is narrowed to.
    public func tally(on today: PartialDate, _ db: Connection) throws -> Tally {
        let row = try db.row(
            """
            SELECT COUNT(*) AS open_now,
                CAST(SUM(CASE WHEN d.due_on < \(today.text) THEN 1 ELSE 0 END) AS BIGINT) AS overdue
            FROM \(Self.tables(.open)) WHERE \(condition(InboxSelection(), on: today))
            """)
        return Tally(
            open: try row?.get("open_now") ?? 0, overdue: try row?.get("overdue", as: Int64?.self) ?? 0)
    }

    private static func isOwed(_ standing: InboxStanding) -> Bool {
        switch standing {
        case .open, .overdue, .received, .inReview: true
        case .toRelease, .unowed, .answered: false
        }
    }

    /// What is owed is looked up by its day; the rest by the state of the idea.
    private static func tables(_ standing: InboxStanding) -> SQL {
        if isOwed(standing) { return "duty d JOIN idea i ON i.id = d.matter_id JOIN public_matter m ON m.id = i.id" }
        if standing == .toRelease {
            return "reply_draft r JOIN idea i ON i.id = r.idea_id JOIN public_matter m ON m.id = i.id"
        }
        return "idea i JOIN public_matter m ON m.id = i.id"
    }

    /// Most ideas are answered in the end: the newest are read by number, and no more of them than a page shows.
    private static let byNumber: SQL = "public_matter m CROSS JOIN idea i"

    private static let owed: SQL = "d.id AS duty_id, d.office_id, d.due_on, d.reason, o.name AS office_name"
    private static let office: SQL = " JOIN office o ON o.id = d.office_id"
    private static let notOwed: SQL = """
        CAST(NULL AS TEXT) AS duty_id, CAST(NULL AS TEXT) AS office_id, CAST(NULL AS TEXT) AS due_on,
        CAST(NULL AS TEXT) AS reason, CAST(NULL AS TEXT) AS office_name
        """

    private func condition(_ selection: InboxSelection, on today: PartialDate) -> SQL {
        var all: [SQL] = ["m.programme_id = \(programme)"]
        switch selection.standing {
        case .open: break
        case .overdue: all.append("d.due_on < \(today.text)")
        case .received: all.append("i.state = 'idea.received'")
        case .inReview: all.append("i.state = 'idea.in_review'")
        case .toRelease: break
        case .unowed: all.append("i.programme_id = \(programme) AND \(Self.unowed)")
        case .answered:
            all.append("m.kind = 'idea' AND i.id = m.id")
            all.append("i.programme_id = \(programme) AND i.state = 'idea.answered'")
        }
        if Self.isOwed(selection.standing) {
            all.append("d.programme_id = \(programme) AND d.kind = 'reply' AND d.state = 'duty.open'")
        }
        if let forums { all.append("i.forum_id IN \(list: forums.map(\.id))") }
        if let forum = selection.forum { all.append("i.forum_id = \(forum)") }
        return all.joined(separator: " AND ")
    }

    private static let unowed: SQL = """
        i.state IN ('idea.received', 'idea.in_review') AND NOT EXISTS (SELECT 1 FROM duty x
            WHERE x.matter_id = i.id AND x.kind = 'reply' AND x.state = 'duty.open')
        """
}

extension InboxLine {
    fileprivate init(row: Row) throws {
        id = try row.get("id")
        number = try row.get("number")
        title = try row.get("title")
        forum = try IdeaForum(row: row)
        state = try row.get("state")
        outcome = try row.get("outcome")
        submittedOn = try row.date("submitted_on")
        duty = try ReplyDuty(row: row)
        hasDraft = try row.get("has_draft")
    }
}
