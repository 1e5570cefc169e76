// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Idea {
    public static func list(
        _ filter: Filter, _ arrangement: Arrangement, _ page: ListPage, in programme: String, _ db: Connection
    ) throws -> Listed<Idea> {
        let all = try total(Filter(), in: programme, db)
        let total = filter == Filter() ? all : try total(filter, in: programme, db)
        let walk = Walk(filter, arrangement, page, finds: total, among: all)
        // What is skipped to reach a late page is only looked up, not read: the rows are those of the page alone.
        let rows = try db.rows(
            """
            SELECT \(columns) FROM \(source)\(arrangement.tables) WHERE i.id IN (
                SELECT m.id FROM \(tables(walk, filter, arrangement)) WHERE \(conditions(filter, in: programme))
                ORDER BY \(arrangement.clause) LIMIT \(page.size) OFFSET \(page.offset))
            ORDER BY \(arrangement.clause)
            """
        ).map(Idea.init)
        return Listed(rows: rows, total: total)
    }

    private static func total(_ filter: Filter, in programme: String, _ db: Connection) throws -> Int64 {
        let tables = filter == Filter() ? "public_matter m" : joined(filter)
        return try db.counted("ideas of \(filter)", in: programme) {
            try db.value("SELECT COUNT(*) FROM \(tables) WHERE \(conditions(filter, in: programme))") ?? 0
        }
    }

    /// How the ideas of a page are found: by what the filter says, and then sorted, or in the order of their numbers
    /// until the page is full. The second reads less where the filter lets many through.
    private enum Walk {
        case byFilter, byNumber, byNumberAlone

        init(_ filter: Filter, _ arrangement: Arrangement, _ page: ListPage, finds found: Int64, among all: Int64) {
            guard arrangement.order == .number, filter.municipality == nil else {
                self = .byFilter
                return
            }
            // Of `all` numbers every `all / found`-th is wanted.
            let read = Double(page.offset + page.size) * Double(all) / Double(max(found, 1))
            self = filter == Filter() ? .byNumberAlone : read < Double(found) ? .byNumber : .byFilter
        }
    }

    private static func tables(_ walk: Walk, _ filter: Filter, _ arrangement: Arrangement) -> SQL {
        switch walk {
        case .byFilter: joined(filter, arrangement)
        case .byNumber: "public_matter m CROSS JOIN idea i"
        case .byNumberAlone: "public_matter m"
        }
    }

    /// The ids of all ideas of a list, in its order.
    public static func ids(
        _ filter: Filter, _ arrangement: Arrangement, in programme: String, _ db: Connection
    ) throws -> [String] {
        try db.rows(
            """
            SELECT i.id FROM \(joined(filter, arrangement)) WHERE \(conditions(filter, in: programme))
            ORDER BY \(arrangement.clause)
            """
        ).map { try $0.get("id") }
    }

    /// The public ones among these ideas, in the order of the ids.
    public static func list(inOrderOf ids: [String], in programme: String, _ db: Connection) throws -> [Idea] {
        let found = Dictionary(uniqueKeysWithValues: try list(ids: ids, in: programme, db).map { ($0.id, $0) })
        return ids.compactMap { found[$0] }
    }

    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> Idea? {
        try db.row(
            """
            SELECT \(columns) FROM \(source)
            WHERE m.programme_id = \(programme) AND m.kind = 'idea' AND m.number = \(number)
            """
        ).map(Idea.init)
    }

    /// The public ones among these ideas, in the order of their numbers.
    static func list(ids: [String], in programme: String, _ db: Connection) throws -> [Idea] {
        guard !ids.isEmpty else { return [] }
        return try db.rows(
            """
            SELECT \(columns) FROM \(source) WHERE m.programme_id = \(programme) AND i.id IN \(list: ids)
            ORDER BY m.number
            """
        ).map(Idea.init)
    }

    /// The official answers to an idea, oldest first.
    public static func replies(to idea: String, _ db: Connection) throws -> [Reply] {
        try db.rows(
            """
            SELECT r.text, r.replied_on, o.name FROM official_reply r
            LEFT JOIN public_matter om ON om.id = r.office_id LEFT JOIN office o ON o.id = om.id
            WHERE r.idea_id = \(idea) ORDER BY r.position
            """
        ).map { row in
            Reply(
                text: try row.get("text"), office: try row.get("name"),
                repliedOn: try PartialDate?(row: row, column: "replied_on"))
        }
    }

    /// The ids of public ideas that were merged into this one.
    public static func merged(into idea: String, _ db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT i.id FROM idea i JOIN public_matter m ON m.id = i.id
            WHERE i.merged_into_id = \(idea) ORDER BY m.number
            """
        ).map { try $0.get("id") }
    }

    /// The municipalities that public ideas came from, by name.
    public static func municipalities(
        in programme: String, _ db: Connection
    ) throws -> [(ags: String, name: String)] {
        try db.rows(
            """
            SELECT k.ags, k.name, k.sort_key FROM municipality k WHERE k.programme_id = \(programme)
                AND EXISTS (SELECT 1 FROM idea i JOIN public_matter m ON m.id = i.id WHERE i.municipality_id = k.id)
            ORDER BY k.sort_key, k.id
            """
        ).map { (ags: try $0.get("ags"), name: try $0.get("name")) }
    }

    private static let columns: SQL = """
        i.id, m.number, i.title, i.summary, i.forum_id, i.municipality_id, i.submitted_via, i.submitted_on,
        i.author_label, i.state, i.outcome, i.merged_into_id, i.project_id, i.confidence, i.note,
        CASE WHEN c.own IS NULL THEN i.supports ELSE COALESCE(i.supports, 0) + c.own END AS supports
        """
    private static let source: SQL = "idea i JOIN public_matter m ON m.id = i.id" + counted
    /// The supports given here; those of a package stand in the idea itself.
    private static let counted: SQL = " LEFT JOIN support_count c ON c.idea_id = i.id"

    private static func joined(_ filter: Filter) -> SQL {
        var tables: SQL = "idea i JOIN public_matter m ON m.id = i.id"
        if filter.municipality != nil { tables += " JOIN municipality k ON k.id = i.municipality_id" }
        return tables
    }

    private static func joined(_ filter: Filter, _ arrangement: Arrangement) -> SQL {
        joined(filter) + (arrangement.order == .supports ? counted : "") + arrangement.tables
    }

    private static func conditions(_ filter: Filter, in programme: String) -> SQL {
        var all: [SQL] = ["m.programme_id = \(programme) AND m.kind = 'idea'"]
        if filter != Filter() { all.append("i.id = m.id") }
        if let forum = filter.forum {
            all.append(
                """
                i.forum_id = (SELECT id FROM public_matter
                    WHERE programme_id = \(programme) AND kind = 'forum' AND number = \(forum))
                """)
        }
        if filter.isWithoutForum {
            all.append(
                """
                (i.forum_id IS NULL OR i.forum_id NOT IN (
                    SELECT id FROM public_matter WHERE programme_id = \(programme) AND kind = 'forum'))
                """)
        }
        if let field = filter.field { all.append(RiverFate.idea(ledTo: field, in: programme)) }
        if let fate = filter.fate { all.append("\(RiverFate.idea(in: programme)) = \(fate)") }
        if filter.isUnanswered { all.append("i.state <> 'idea.answered'") }
        if let state = filter.state { all.append("i.state = \(state)") }
        if let outcome = filter.outcome { all.append("i.outcome = \(outcome)") }
        if let channel = filter.channel { all.append("i.submitted_via = \(channel)") }
        if let municipality = filter.municipality { all.append("k.ags = \(municipality)") }
        return all.joined(separator: " AND ")
    }

    private init(row: Row) throws {
        id = try row.get("id")
        number = try row.get("number")
        title = try row.get("title")
        summary = try row.get("summary")
        forumID = try row.get("forum_id")
        municipalityID = try row.get("municipality_id")
        channel = try row.get("submitted_via")
        submittedOn = try PartialDate?(row: row, column: "submitted_on")
        authorLabel = try row.get("author_label")
        state = try row.get("state")
        outcome = try row.get("outcome")
        mergedIntoID = try row.get("merged_into_id")
        projectID = try row.get("project_id")
        supports = try row.get("supports")
        confidence = try row.get("confidence")
        note = try row.get("note")
    }
}
