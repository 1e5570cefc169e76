// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Proposal {
    public static func list(
        _ filter: Filter, _ order: Order, _ page: ListPage, in programme: String, _ db: Connection
    ) throws -> Listed<Proposal> {
        let conditions = conditions(filter, in: programme)
        let total: Int64? = try db.value("SELECT COUNT(*) FROM \(joined) WHERE \(conditions)")
        let rows = try db.rows(
            """
            SELECT \(columns) FROM \(joined) WHERE \(conditions)
            ORDER BY \(order == .title ? "v.sort_key, v.id" : "m.number") LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(Proposal.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> Proposal? {
        try db.row(
            "SELECT \(columns) FROM \(joined) WHERE m.programme_id = \(programme) AND m.number = \(number)"
        ).map(Proposal.init)
    }

    /// All versions of a public proposal with their paragraphs, oldest first.
    public static func versions(of proposal: String, _ db: Connection) throws -> [Version] {
        var versions: [Version] = []
        let rows = try db.rows(
            """
            SELECT n.id, n.number, n.published_on, n.change_note, a.lineage, a.label, a.text
            FROM proposal_version n JOIN public_matter m ON m.id = n.proposal_id
            LEFT JOIN paragraph a ON a.proposal_version_id = n.id
            WHERE n.proposal_id = \(proposal) ORDER BY n.number, a.position
            """)
        for row in rows {
            let id: String = try row.get("id")
            let earlier = versions.last?.id == id ? versions.removeLast().paragraphs : []
            versions.append(try Version(row: row, id: id, earlier: earlier))
        }
        return versions
    }

    /// The ids of the public proposals of a forum, by number.
    public static func list(ofForum forum: String, in programme: String, _ db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT v.id FROM proposal v JOIN public_matter m ON m.id = v.id
            WHERE m.programme_id = \(programme) AND v.forum_id = \(forum) ORDER BY m.number
            """
        ).map { try $0.get("id") }
    }

    public static func choices(in programme: String, _ db: Connection) throws -> Choices {
        let rows = try db.rows(
            """
            SELECT v.field_id, v.ministry_id, fm.position AS field_position, rm.position AS ministry_position
            FROM \(joined) WHERE m.programme_id = \(programme)
            GROUP BY v.field_id, v.ministry_id, fm.position, rm.position
            ORDER BY fm.position, v.field_id, rm.position, v.ministry_id
            """)
        var (fields, ministries): ([String], [(position: Int64, id: String)]) = ([], [])
        for row in rows {
            if let field: String = try row.get("field_id"), !fields.contains(field) { fields.append(field) }
            if let id: String = try row.get("ministry_id"), !ministries.contains(where: { $0.id == id }) {
                ministries.append((try row.get("ministry_position", as: Int64?.self) ?? .max, id))
            }
        }
        ministries.sort { ($0.position, $0.id) < ($1.position, $1.id) }
        return Choices(fields: fields, ministries: ministries.map(\.id))
    }

    /// The labels that the paragraphs of these public proposals bear in each version.
    public static func paragraphLabels(of proposals: [String], _ db: Connection) throws -> [ParagraphLabel] {
        try db.rows(
            """
            SELECT n.proposal_id, n.number, a.lineage, a.label FROM paragraph a
            JOIN proposal_version n ON n.id = a.proposal_version_id JOIN public_matter m ON m.id = n.proposal_id
            WHERE n.proposal_id IN \(list: proposals) ORDER BY n.proposal_id, n.number, a.position
            """
        ).map { row in
            ParagraphLabel(
                proposalID: try row.get("proposal_id"), version: try row.get("number"),
                lineage: try row.get("lineage"), label: try row.get("label"))
        }
    }

    /// The ids of the public consultations in which a proposal was heard.
    public static func consultations(on proposal: String, _ db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT d.consultation_id FROM consultation_document d JOIN public_matter m ON m.id = d.consultation_id
            WHERE d.proposal_id = \(proposal) ORDER BY m.number
            """
        ).map { try $0.get("consultation_id") }
    }

    private static let columns: SQL = """
        v.id, m.number, v.title, v.summary, v.forum_id, v.field_id, v.ministry_id, v.goal_id, v.cost_cents, v.state,
        v.outcome, v.note
        """
    private static let joined: SQL = """
        proposal v JOIN public_matter m ON m.id = v.id LEFT JOIN public_matter fm ON fm.id = v.field_id
        LEFT JOIN public_matter tm ON tm.id = v.forum_id LEFT JOIN public_matter rm ON rm.id = v.ministry_id
        """

    private static func conditions(_ filter: Filter, in programme: String) -> SQL {
        var all: [SQL] = ["m.programme_id = \(programme)"]
        if let state = filter.state { all.append("v.state = \(state)") }
        if let outcome = filter.outcome { all.append("v.outcome = \(outcome)") }
        if let field = filter.field { all.append("fm.number = \(field)") }
        if let forum = filter.forum { all.append("tm.number = \(forum)") }
        if let fate = filter.fate { all.append("\(RiverFate.proposal("v")) = \(fate)") }
        if let ministry = filter.ministry { all.append("rm.key = \(ministry)") }
        return all.joined(separator: " AND ")
    }

    private init(row: Row) throws {
        id = try row.get("id")
        number = try row.get("number")
        title = try row.get("title")
        summary = try row.get("summary")
        forumID = try row.get("forum_id")
        fieldID = try row.get("field_id")
        ministryID = try row.get("ministry_id")
        goalID = try row.get("goal_id")
        costCents = try row.get("cost_cents")
        state = try row.get("state")
        outcome = try row.get("outcome")
        note = try row.get("note")
    }
}

extension Proposal.Version {
    fileprivate init(row: Row, id: String, earlier: [Proposal.Paragraph]) throws {
        self.id = id
        number = try row.get("number")
        publishedOn = try PartialDate?(row: row, column: "published_on")
        changeNote = try row.get("change_note")
        let lineage: String? = try row.get("lineage")
        let paragraph = try lineage.map { lineage in
            Proposal.Paragraph(lineage: lineage, label: try row.get("label"), text: try row.get("text"))
        }
        paragraphs = earlier + [paragraph].compactMap { $0 }
    }
}
