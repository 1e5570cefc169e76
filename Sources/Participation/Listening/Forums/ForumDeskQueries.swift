// SPDX-License-Identifier: EUPL-1.2

import Storage

extension WorkForum {
    public static func list(in programme: String, _ db: Connection) throws -> [WorkForum] {
        try db.rows(selection(in: programme) + " ORDER BY m.number").map(WorkForum.init)
    }

    public static func find(_ number: Int64, in programme: String, _ db: Connection) throws -> WorkForum? {
        try db.row(selection(in: programme) + " AND m.number = \(number)").map(WorkForum.init)
    }

    public static func find(id: String, in programme: String, _ db: Connection) throws -> WorkForum? {
        try db.row(selection(in: programme) + " AND f.id = \(id)").map(WorkForum.init)
    }

    private static func selection(in programme: String) -> SQL {
        """
        SELECT f.id, m.number, COALESCE(f.title, f.topic, '') AS title FROM forum f
        JOIN public_matter m ON m.id = f.id WHERE m.programme_id = \(programme)
        """
    }

    private init(row: Row) throws {
        self.init(id: try row.get("id"), number: try row.get("number"), title: try row.get("title"))
    }
}

extension DeskColumn {
    /// One column, the newest idea first. What was merged into another idea lies with that one.
    public static func load(
        _ stage: DeskStage, ofForum forum: String, page: Int64, in programme: String, _ db: Connection
    ) throws -> DeskColumn {
        let condition: SQL = """
            i.forum_id = \(forum) AND i.programme_id = \(programme) AND i.merged_into_id IS NULL
                AND COALESCE(d.stage, 'new') = \(stage)
            """
        let joined: SQL = "idea i JOIN public_matter m ON m.id = i.id LEFT JOIN idea_desk d ON d.idea_id = i.id"
        let total: Int64? = try db.value("SELECT COUNT(*) FROM \(joined) WHERE \(condition)")
        let rows = try db.rows(
            """
            SELECT \(DeskIdea.columns) FROM \(joined) WHERE \(condition)
            ORDER BY m.number DESC LIMIT \(size) OFFSET \((page - 1) * size)
            """)
        return DeskColumn(stage: stage, ideas: try rows.map(DeskIdea.init), total: total ?? 0)
    }
}

extension DeskIdea {
    /// One idea of a forum by its number.
    public static func find(
        _ number: Int64, inForum forum: String, in programme: String, _ db: Connection
    ) throws -> DeskIdea? {
        try db.row(
            """
            SELECT \(columns) FROM idea i JOIN public_matter m ON m.id = i.id
            LEFT JOIN idea_desk d ON d.idea_id = i.id
            WHERE m.programme_id = \(programme) AND m.number = \(number) AND i.forum_id = \(forum)
            """
        ).map(DeskIdea.init)
    }

    /// The ideas that a draft takes up.
    public static func list(ofDraft draft: String, in programme: String, _ db: Connection) throws -> [DeskIdea] {
        try db.rows(
            """
            SELECT \(columns) FROM proposal_draft_idea p JOIN idea i ON i.id = p.idea_id
            JOIN public_matter m ON m.id = i.id LEFT JOIN idea_desk d ON d.idea_id = i.id
            WHERE p.proposal_draft_id = \(draft) AND m.programme_id = \(programme) ORDER BY m.number
            """
        ).map(DeskIdea.init)
    }

    /// The ids of public ideas of a forum; numbers of others are left out.
    static func ids(
        of numbers: [Int64], inForum forum: String, in programme: String, _ db: Connection
    ) throws -> [String] {
        try db.rows(
            """
            SELECT i.id FROM idea i JOIN public_matter m ON m.id = i.id
            WHERE m.programme_id = \(programme) AND i.forum_id = \(forum) AND m.number IN \(list: numbers)
            ORDER BY m.number
            """
        ).map { try $0.get("id") }
    }

    static func move(_ idea: String, to stage: DeskStage, in programme: String, _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO idea_desk (idea_id, programme_id, stage) VALUES (\(idea), \(programme), \(stage))
            ON CONFLICT (idea_id) DO UPDATE SET stage = excluded.stage
            """)
    }

    static func bundle(_ idea: String, as bundle: String?, in programme: String, _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO idea_desk (idea_id, programme_id, stage, bundle)
            VALUES (\(idea), \(programme), 'new', \(bundle))
            ON CONFLICT (idea_id) DO UPDATE SET bundle = excluded.bundle
            """)
    }

    static let columns: SQL = """
        i.id, m.number, i.title, COALESCE(i.outcome, i.state) AS state, COALESCE(d.stage, 'new') AS stage, d.bundle,
        (SELECT COUNT(*) FROM work_note n WHERE n.idea_id = i.id) AS notes,
        (SELECT COUNT(*) FROM proposal_draft_idea t WHERE t.idea_id = i.id) AS drafts
        """

    init(row: Row) throws {
        self.init(
            id: try row.get("id"), number: try row.get("number"), title: try row.get("title"),
            state: try row.get("state"), stage: try row.get("stage"), bundle: try row.get("bundle"),
            notes: try row.get("notes"), drafts: try row.get("drafts"))
    }
}
