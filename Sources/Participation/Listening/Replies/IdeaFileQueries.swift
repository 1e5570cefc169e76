// SPDX-License-Identifier: EUPL-1.2

import Storage

extension IdeaFile {
    /// One statement, and one for what waits for release.
    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> IdeaFile? {
        let row = try db.row(
            """
            SELECT i.id, m.number, i.title, i.summary, i.state, i.outcome, i.merged_into_id, i.split_from_id,
                i.submitted_via, i.submitted_on, i.author_label, k.name AS municipality, fm.id AS forum_id,
                fm.number AS forum_number, COALESCE(f.topic, f.title) AS forum_topic, f.ministry_id,
                d.id AS duty_id, d.office_id, d.due_on, d.reason, o.name AS office_name,
                (SELECT MAX(e.number) FROM journal_entry e WHERE e.matter_id = i.id) AS idea_entry,
                (SELECT MAX(e.number) FROM journal_entry e WHERE e.matter_id = d.id) AS duty_entry
            FROM public_matter m JOIN idea i ON i.id = m.id
            LEFT JOIN public_matter fm ON fm.id = i.forum_id LEFT JOIN forum f ON f.id = fm.id
            LEFT JOIN municipality k ON k.id = i.municipality_id
            LEFT JOIN duty d ON d.matter_id = i.id AND d.kind = 'reply' AND d.state = 'duty.open'
            LEFT JOIN office o ON o.id = d.office_id
            WHERE m.programme_id = \(programme) AND m.kind = 'idea' AND m.number = \(number)
            ORDER BY d.due_on, d.id LIMIT 1
            """)
        guard let row else { return nil }
        return try IdeaFile(row: row, draft: ReplyDraft.find(idea: row.get("id"), db))
    }

    private init(row: Row, draft: ReplyDraft?) throws {
        id = try row.get("id")
        number = try row.get("number")
        title = try row.get("title")
        text = try row.get("summary")
        forum = try IdeaForum(row: row)
        state = try row.get("state")
        outcome = try row.get("outcome")
        mergedIntoID = try row.get("merged_into_id")
        splitFromID = try row.get("split_from_id")
        channel = try row.get("submitted_via")
        submittedOn = try row.date("submitted_on")
        authorLabel = try row.get("author_label")
        municipality = try row.get("municipality")
        duty = try ReplyDuty(row: row)
        self.draft = draft
        let entries = try ["idea_entry", "duty_entry"].map { String(try row.get($0, as: Int64?.self) ?? 0) }
        version = (entries + [draft?.writtenAt].compactMap { $0 }).joined(separator: "/")
    }
}

extension IdeaForum {
    /// The forums of a programme by number, as somebody must know them to see which are theirs.
    public static func list(in programme: String, _ db: Connection) throws -> [IdeaForum] {
        try db.rows(
            """
            SELECT m.id AS forum_id, m.number AS forum_number, COALESCE(f.topic, f.title) AS forum_topic, f.ministry_id
            FROM forum f JOIN public_matter m ON m.id = f.id
            WHERE m.programme_id = \(programme) ORDER BY m.number
            """
        ).compactMap { try IdeaForum(row: $0) }
    }

    init?(row: Row) throws {
        guard let id = try row.get("forum_id", as: String?.self) else { return nil }
        self.init(
            id: id, number: try row.get("forum_number"), topic: try row.get("forum_topic"),
            ministryID: try row.get("ministry_id"))
    }
}

extension ReplyDuty {
    init?(row: Row) throws {
        guard let id = try row.get("duty_id", as: String?.self) else { return nil }
        self.init(
            id: id, officeID: try row.get("office_id"), officeName: try row.get("office_name"),
            dueOn: try PartialDate(row: row, column: "due_on"), reason: try row.get("reason"))
    }
}
