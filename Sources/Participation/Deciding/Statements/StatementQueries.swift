// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Statement {
    public static func list(
        _ filter: Filter, _ order: Order, _ page: ListPage, in programme: String, _ db: Connection
    ) throws -> Listed<Statement> {
        let conditions = conditions(filter, in: programme)
        let total = try db.counted("statements of \(filter)", in: programme) { () -> Int64 in
            try db.value("SELECT COUNT(*) FROM \(joined) WHERE \(conditions)") ?? 0
        }
        // Texts are read and points are counted for the rows of this page alone.
        let rows = try db.rows(
            """
            SELECT \(columns) FROM \(joined) WHERE s.id IN (
                SELECT s.id FROM \(joined) WHERE \(conditions)
                ORDER BY \(clause(order)) LIMIT \(page.size) OFFSET \(page.offset))
            ORDER BY \(clause(order))
            """
        ).map(Statement.init)
        return Listed(rows: rows, total: total)
    }

    /// All public statements of a consultation, by number.
    public static func list(of consultation: String, in programme: String, _ db: Connection) throws -> [Statement] {
        try db.rows(
            """
            SELECT \(columns) FROM \(joined)
            WHERE m.programme_id = \(programme) AND s.consultation_id = \(consultation) ORDER BY m.number
            """
        ).map(Statement.init)
    }

    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> Statement? {
        try db.row(
            "SELECT \(columns) FROM \(joined) WHERE m.programme_id = \(programme) AND m.number = \(number)"
        ).map(Statement.init)
    }

    /// The kinds of body that public statements came from, in the order of the house.
    public static func senderKinds(in programme: String, _ db: Connection) throws -> [String] {
        try db.counted("kinds of those who sent statements", in: programme) {
            try db.rows(
                """
                SELECT k.key FROM organisation_kind k WHERE k.key IN (
                    SELECT CASE WHEN s.municipality_id IS NOT NULL THEN 'municipal' ELSE o.kind END
                    FROM \(joined) WHERE m.programme_id = \(programme))
                ORDER BY k.position
                """
            ).map { try $0.get("key") }
        }
    }

    private static let pointCount: SQL =
        "(SELECT COUNT(*) FROM point p JOIN public_matter pm ON pm.id = p.id WHERE p.statement_id = s.id)"
    private static let columns: SQL = """
        s.id, m.number, s.consultation_id, s.kind, s.organisation_id, s.municipality_id, s.state, s.submitted_on,
        COALESCE(o.name, k.name, s.author_label) AS sender, s.file_number, s.note,
        CASE WHEN s.state = 'statement.withdrawn' THEN NULL ELSE COALESCE(s.public_text, s.text) END AS text,
        CASE WHEN s.public_text IS NOT NULL OR EXISTS (SELECT 1 FROM point p WHERE p.statement_id = s.id
            AND p.public_text IS NOT NULL) THEN 1 ELSE 0 END AS is_blackened,
        \(pointCount) AS points,
        (SELECT COUNT(*) FROM point p JOIN public_matter pm ON pm.id = p.id
            WHERE p.statement_id = s.id AND p.state = 'point.published') AS answered
        """
    private static let joined: SQL = """
        statement s JOIN public_matter m ON m.id = s.id JOIN public_matter cm ON cm.id = s.consultation_id
        LEFT JOIN organisation o ON o.id = s.organisation_id LEFT JOIN municipality k ON k.id = s.municipality_id
        """

    private static func conditions(_ filter: Filter, in programme: String) -> SQL {
        var all: [SQL] = ["m.programme_id = \(programme)"]
        if let number = filter.consultation { all.append("cm.number = \(number)") }
        if let kind = filter.senderKind {
            all.append("CASE WHEN s.municipality_id IS NOT NULL THEN 'municipal' ELSE o.kind END = \(kind)")
        }
        if let audience = filter.audience {
            all.append(
                """
                s.consultation_id IN (SELECT b.id FROM consultation b JOIN consultation_kind h ON h.key = b.kind
                    WHERE b.programme_id = \(programme) AND h.audience = \(audience))
                """)
        }
        return (all + courses(filter, in: programme)).joined(separator: " AND ")
    }

    private static func courses(_ filter: Filter, in programme: String) -> [SQL] {
        let spoken = filter.proposals.statements(in: programme)
        let onProposal: SQL = "s.id IN (SELECT c.statement_id FROM \(spoken) c)"
        let considered: SQL = "(SELECT c.statement_id FROM \(spoken) c WHERE c.is_considered = 1)"
        let course: SQL? =
            switch filter.course {
            case .onProposal: onProposal
            case .considered: "s.id IN \(considered)"
            case .notConsidered: "s.id NOT IN \(considered)"
            case nil: nil
            }
        return [course, filter.proposals.isWhole ? nil : onProposal].compactMap { $0 }
    }

    private static func clause(_ order: Order) -> SQL {
        switch order {
        case .newest: "CASE WHEN s.submitted_on IS NULL THEN 1 ELSE 0 END, s.submitted_on DESC, m.number DESC"
        case .oldest: "CASE WHEN s.submitted_on IS NULL THEN 1 ELSE 0 END, s.submitted_on, m.number"
        case .sender:
            """
            CASE WHEN COALESCE(o.sort_key, k.sort_key) IS NULL THEN 1 ELSE 0 END, COALESCE(o.sort_key, k.sort_key),
            m.number
            """
        case .points: "\(pointCount) DESC, m.number"
        }
    }

    private init(row: Row) throws {
        id = try row.get("id")
        number = try row.get("number")
        consultationID = try row.get("consultation_id")
        kind = try row.get("kind")
        organisationID = try row.get("organisation_id")
        municipalityID = try row.get("municipality_id")
        sender = try row.get("sender")
        state = try row.get("state")
        submittedOn = try PartialDate?(row: row, column: "submitted_on")
        fileNumber = try row.get("file_number")
        text = try row.get("text")
        isBlackened = try row.get("is_blackened")
        note = try row.get("note")
        points = try row.get("points")
        answered = try row.get("answered")
    }
}
