// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Poll {
    /// A public poll that is voted on here.
    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> Poll? {
        try db.row("\(selection) AND m.programme_id = \(programme) AND m.number = \(number)").map {
            try Poll(row: $0, db)
        }
    }

    static func find(id: String, _ db: Connection) throws -> Poll? {
        try db.row("\(selection) AND a.id = \(id)").map { try Poll(row: $0, db) }
    }

    /// All polls of a programme, the newest first.
    public static func list(in programme: String, _ page: ListPage, _ db: Connection) throws -> Listed<Poll> {
        let total: Int64? = try db.value(
            """
            SELECT COUNT(*) FROM activity a JOIN public_matter m ON m.id = a.id
            WHERE a.choices IS NOT NULL AND m.programme_id = \(programme)
            """)
        let rows = try db.rows(
            """
            \(selection) AND m.programme_id = \(programme)
            ORDER BY m.number DESC LIMIT \(page.size) OFFSET \(page.offset)
            """)
        return Listed(rows: try rows.map { try Poll(row: $0, db) }, total: total ?? 0)
    }

    /// The polls whose beginning or end may have come, of all programmes.
    static func awaitingDates(_ db: Connection) throws -> [Poll] {
        try db.rows("\(selection) AND a.state IN ('activity.planned', 'activity.open') ORDER BY a.id").map {
            try Poll(row: $0, db)
        }
    }

    /// The polls whose key nobody needs any more.
    public static func closed(_ db: Connection) throws -> [String] {
        try db.rows("SELECT id FROM activity WHERE state = 'activity.closed' ORDER BY id").map { try $0.get("id") }
    }

    /// All polls of a programme.
    public static func identifiers(in programme: String, _ db: Connection) throws -> [String] {
        try db.rows(
            "SELECT id FROM activity WHERE programme_id = \(programme) AND choices IS NOT NULL ORDER BY id"
        ).map { try $0.get("id") }
    }

    /// The polls in which ballots may lie, of all programmes.
    static func withKey(_ db: Connection) throws -> [String] {
        try db.rows("SELECT activity_id FROM poll_key ORDER BY activity_id").map { try $0.get("activity_id") }
    }

    func keep(_ key: PollKey, _ db: Connection) throws {
        try db.execute("INSERT INTO poll_key (activity_id, digest) VALUES (\(id), \(key.digest))")
    }

    /// The day of the result that is written down.
    func resultDate(_ db: Connection) throws -> PartialDate? {
        let text: String? = try db.value("SELECT MAX(as_of) FROM priority_result WHERE matter_id = \(id)")
        return text.flatMap { PartialDate($0) }
    }

    private static let selection: SQL = """
        SELECT a.id, a.programme_id, m.number, a.title, a.choices, a.result_rule, a.state, a.starts_on, a.ends_on,
            k.digest
        FROM activity a JOIN public_matter m ON m.id = a.id LEFT JOIN poll_key k ON k.activity_id = a.id
        WHERE a.choices IS NOT NULL
        """

    private init(row: Row, _ db: Connection) throws {
        let id: String = try row.get("id")
        self.id = id
        programme = try row.get("programme_id")
        number = try row.get("number")
        title = try row.get("title")
        choices = try row.get("choices")
        resultRule = try row.get("result_rule")
        state = try row.get("state")
        startsOn = try PartialDate(row: row, column: "starts_on")
        endsOn = try PartialDate(row: row, column: "ends_on")
        keyDigest = try row.get("digest")
        topics = try db.rows(
            """
            SELECT position, title, forum_id, field_id FROM poll_topic WHERE activity_id = \(id) ORDER BY position
            """
        ).map {
            Topic(
                position: try $0.get("position"), title: try $0.get("title"), forumID: try $0.get("forum_id"),
                fieldID: try $0.get("field_id"))
        }
        changes = try db.rows(
            """
            SELECT changed_on, earlier_start, earlier_end, reason FROM poll_change
            WHERE activity_id = \(id) ORDER BY position
            """
        ).map {
            Change(
                changedOn: try PartialDate(row: $0, column: "changed_on"), earlierStart: try $0.date("earlier_start"),
                earlierEnd: try $0.date("earlier_end"), reason: try $0.get("reason"))
        }
    }
}

extension PollForm {
    /// A poll that has not begun, as it would have been typed.
    public static func find(_ poll: Poll, _ db: Connection) throws -> PollForm {
        var form = PollForm()
        let row = try db.row("SELECT audience, use_of_input FROM activity WHERE id = \(poll.id)")
        form.title = poll.title
        form.choices = String(poll.choices)
        form.resultRule = poll.resultRule.rawValue
        form.startsOn = poll.startsOn.text
        form.endsOn = poll.endsOn.text
        form.audience = try row?.get("audience")
        form.use = try row?.get("use_of_input")
        form.forums = try numbers(of: poll.topics.compactMap(\.forumID), db)
        form.fields = try numbers(of: poll.topics.compactMap(\.fieldID), db)
        form.others = poll.topics.filter { $0.forumID == nil && $0.fieldID == nil }.map(\.title)
            .joined(separator: "\n")
        return form
    }

    private static func numbers(of matters: [String], _ db: Connection) throws -> [String] {
        guard !matters.isEmpty else { return [] }
        return try db.rows("SELECT number FROM matter WHERE id IN \(list: matters) ORDER BY number").map {
            String(try $0.get("number", as: Int64.self))
        }
    }
}

extension PollChoices {
    /// The forums and fields that a programme can ask about.
    public static func load(in programme: String, _ db: Connection) throws -> PollChoices {
        let forums = try db.rows(
            """
            SELECT m.key, m.number, COALESCE(x.topic, x.title) AS title FROM forum x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) AND COALESCE(x.topic, x.title) IS NOT NULL ORDER BY m.number
            """)
        let fields = try db.rows(
            """
            SELECT m.key, m.number, x.name AS title FROM field x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) ORDER BY m.number
            """)
        return PollChoices(forums: try forums.map(Subject.init), fields: try fields.map(Subject.init))
    }
}

extension PollChoices.Subject {
    fileprivate init(row: Row) throws {
        self.init(key: try row.get("key"), number: try row.get("number"), title: try row.get("title"))
    }
}
