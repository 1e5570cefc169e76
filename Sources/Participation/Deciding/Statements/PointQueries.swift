// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Point {
    /// The points of a statement in its order. A withdrawn statement has none for the public.
    public static func list(of statement: String, in programme: String, _ db: Connection) throws -> [Point] {
        try db.rows(
            """
            SELECT \(columns) FROM \(joined)
            WHERE m.programme_id = \(programme) AND p.statement_id = \(statement) ORDER BY p.position
            """
        ).map(Point.init)
    }

    /// The points on a proposal, whatever statement they stand in.
    public static func list(on proposal: String, in programme: String, _ db: Connection) throws -> [Point] {
        try db.rows(
            """
            SELECT \(columns) FROM \(joined)
            WHERE m.programme_id = \(programme) AND p.proposal_id = \(proposal) ORDER BY sm.number, p.position
            """
        ).map(Point.init)
    }

    /// The synopsis: all points by proposal, paragraph, sender. Points on no proposal stand last.
    public static func list(
        _ filter: Filter, _ page: ListPage, in programme: String, _ db: Connection
    ) throws -> Listed<Point> {
        let conditions = conditions(filter, in: programme)
        let total: Int64? = try db.value("SELECT COUNT(*) FROM \(joined) WHERE \(conditions)")
        let rows = try db.rows(
            """
            SELECT \(columns) FROM \(joined) WHERE \(conditions)
            ORDER BY CASE WHEN vm.number IS NULL THEN 1 ELSE 0 END, vm.number,
                CASE WHEN p.paragraph IS NULL THEN 0 ELSE 1 END, p.paragraph, sm.number, p.position
            LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(Point.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    /// What stands behind the answer of a point is null unless the point has been published.
    private static let columns: SQL = """
        p.id, p.statement_id, sm.number AS statement_number, COALESCE(o.name, k.name, s.author_label) AS sender,
        p.label, p.kind, COALESCE(p.public_text, p.text) AS text, p.is_quotation, vm.id AS proposal_id, p.version,
        p.paragraph, cf.name AS heard_field,
        CASE WHEN p.state = 'point.published' THEN 1 ELSE 0 END AS is_published,
        CASE WHEN p.state = 'point.published' THEN p.outcome END AS outcome,
        CASE WHEN p.state = 'point.published' THEN p.assessment END AS assessment,
        CASE WHEN p.state = 'point.published' THEN p.change_old END AS change_old,
        CASE WHEN p.state = 'point.published' THEN p.change_new END AS change_new,
        CASE WHEN p.state = 'point.published' THEN f.name END AS office,
        CASE WHEN p.state = 'point.published' THEN p.published_on END AS published_on
        """
    private static let joined: SQL = """
        point p JOIN public_matter m ON m.id = p.id
        JOIN statement s ON s.id = p.statement_id AND s.state <> 'statement.withdrawn'
        JOIN public_matter sm ON sm.id = s.id JOIN public_matter cm ON cm.id = s.consultation_id
        LEFT JOIN public_matter vm ON vm.id = p.proposal_id
        LEFT JOIN consultation_field cf ON cf.consultation_id = s.consultation_id AND cf.lineage = p.field_draft
        LEFT JOIN organisation o ON o.id = s.organisation_id LEFT JOIN municipality k ON k.id = s.municipality_id
        LEFT JOIN public_matter fm ON fm.id = p.office_id LEFT JOIN office f ON f.id = fm.id
        """

    private static func conditions(_ filter: Filter, in programme: String) -> SQL {
        var all: [SQL] = ["m.programme_id = \(programme)"]
        if let number = filter.consultation { all.append("cm.number = \(number)") }
        if let number = filter.proposal { all.append("vm.number = \(number)") }
        if let kind = filter.kind { all.append("p.kind = \(kind)") }
        switch filter.outcome {
        case .published(let outcome): all.append("p.state = 'point.published' AND p.outcome = \(outcome)")
        case .open: all.append("p.state <> 'point.published'")
        case nil: break
        }
        return all.joined(separator: " AND ")
    }

    private init(row: Row) throws {
        id = try row.get("id")
        statementID = try row.get("statement_id")
        statementNumber = try row.get("statement_number")
        sender = try row.get("sender")
        label = try row.get("label")
        kind = try row.get("kind")
        text = try row.get("text")
        isQuotation = try row.get("is_quotation")
        proposalID = try row.get("proposal_id")
        version = try row.get("version")
        paragraph = try row.get("paragraph")
        heardField = try row.get("heard_field")
        let isPublished: Bool = try row.get("is_published")
        answer = isPublished ? try Answer(row: row) : nil
    }
}

extension Point.Answer {
    fileprivate init(row: Row) throws {
        outcome = try row.get("outcome")
        assessment = try row.get("assessment")
        changeOld = try row.get("change_old")
        changeNew = try row.get("change_new")
        office = try row.get("office")
        publishedOn = try PartialDate?(row: row, column: "published_on")
    }
}
