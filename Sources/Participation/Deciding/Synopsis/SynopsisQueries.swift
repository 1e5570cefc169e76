// SPDX-License-Identifier: EUPL-1.2

import Storage

extension SynopsisPoint {
    /// One page of all points that were handed in: by proposal, paragraph and running number.
    public static func list(
        of consultation: String, _ filter: SynopsisFilter, on today: PartialDate, _ page: ListPage, _ db: Connection
    ) throws -> Listed<SynopsisPoint> {
        let conditions = conditions(consultation, filter, today)
        let total = try count(of: consultation, filter, on: today, db)
        let rows = try db.rows(
            """
            SELECT \(columns) FROM \(joined) WHERE \(conditions)
            ORDER BY CASE WHEN vm.number IS NULL THEN 1 ELSE 0 END, vm.number,
                CASE WHEN a.position IS NULL THEN 0 ELSE 1 END, a.position, COALESCE(cf.position, 0),
                sm.number, p.position
            LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(SynopsisPoint.init)
        return Listed(rows: rows, total: total)
    }

    public static func count(
        of consultation: String, _ filter: SynopsisFilter, on today: PartialDate, _ db: Connection
    ) throws -> Int64 {
        try db.value("SELECT COUNT(*) FROM \(counted) WHERE \(conditions(consultation, filter, today))") ?? 0
    }

    public static func find(
        _ place: SynopsisPlace, of consultation: String, _ db: Connection
    ) throws -> SynopsisPoint? {
        try db.row(
            """
            SELECT \(columns) FROM \(joined)
            WHERE s.consultation_id = \(consultation) AND sm.number = \(place.statement)
                AND p.position = \(place.position) AND s.state <> 'statement.draft' AND s.state <> 'statement.internal'
            """
        ).map(SynopsisPoint.init)
    }

    /// The next point that is not final, by running number.
    public static func nextOpen(
        after place: SynopsisPlace, of consultation: String, _ db: Connection
    ) throws -> SynopsisPlace? {
        try db.row(
            """
            SELECT sm.number AS statement, p.position FROM \(counted)
            WHERE s.consultation_id = \(consultation) AND s.state IN ('statement.submitted', 'statement.amended')
                AND p.state NOT IN ('point.released', 'point.published')
                AND (sm.number > \(place.statement)
                    OR (sm.number = \(place.statement) AND p.position > \(place.position)))
            ORDER BY sm.number, p.position LIMIT 1
            """
        ).map { SynopsisPlace(statement: try $0.get("statement"), position: try $0.get("position")) }
    }

    /// Answers that were given to other points on the same proposal, the most recent states first, to build on.
    public static func earlierAnswers(to point: SynopsisPoint, of consultation: String, _ db: Connection) throws
        -> [SynopsisPoint]
    {
        try db.rows(
            """
            SELECT \(columns) FROM \(joined)
            WHERE s.consultation_id = \(consultation) AND p.assessment IS NOT NULL AND p.id <> \(point.id)
                AND p.answered_with_id IS NULL AND COALESCE(vm.number, 0) = \(point.reference?.number ?? 0)
            ORDER BY CASE WHEN p.kind = \(point.kind) THEN 0 ELSE 1 END, sm.number, p.position LIMIT 8
            """
        ).map(SynopsisPoint.init)
    }

    private static let columns: SQL = """
        p.id, sm.number AS statement, p.position, COALESCE(o.name, k.name, s.author_label) AS sender,
        CASE WHEN s.municipality_id IS NOT NULL THEN 'municipal' ELSE o.kind END AS sender_kind, s.submitted_on,
        s.file_number, p.kind, p.text, p.wording, p.is_quotation, vm.number AS proposal, v.title AS proposal_title,
        p.version, a.label AS paragraph, a.text AS paragraph_text, p.state, p.outcome, p.assessment, p.change_old,
        p.change_new, cf.name AS heard_field, fm.key AS office_key, f.name AS office_name, f.ministry_id, p.due_on,
        xs.number AS split_statement, x.position AS split_position, ys.number AS answer_statement,
        y.position AS answer_position,
        (SELECT COUNT(*) FROM point z WHERE z.answered_with_id = p.id) AS alike,
        (SELECT COUNT(*) FROM point_signature g WHERE g.point_id = p.id AND (g.state = 'signature.open'
            OR (g.state = 'signature.refused' AND g.reply IS NULL))) AS open_signatures
        """
    private static let counted: SQL = """
        statement s JOIN matter sm ON sm.id = s.id JOIN point p ON p.statement_id = s.id
        LEFT JOIN matter vm ON vm.id = p.proposal_id LEFT JOIN matter fm ON fm.id = p.office_id
        """
    private static let joined: SQL = """
        \(counted) LEFT JOIN proposal v ON v.id = p.proposal_id LEFT JOIN office f ON f.id = p.office_id
        LEFT JOIN organisation o ON o.id = s.organisation_id LEFT JOIN municipality k ON k.id = s.municipality_id
        LEFT JOIN proposal_version n ON n.proposal_id = p.proposal_id AND n.number = p.version
        LEFT JOIN paragraph a ON a.proposal_version_id = n.id AND a.lineage = p.paragraph
        LEFT JOIN consultation_field cf ON cf.consultation_id = s.consultation_id AND cf.lineage = p.field_draft
        LEFT JOIN point x ON x.id = p.split_from_id LEFT JOIN matter xs ON xs.id = x.statement_id
        LEFT JOIN point y ON y.id = p.answered_with_id LEFT JOIN matter ys ON ys.id = y.statement_id
        """

    /// Drafts belong to their writers, and what was withdrawn is not dealt with.
    private static func conditions(_ consultation: String, _ filter: SynopsisFilter, _ today: PartialDate) -> SQL {
        var all: [SQL] = [
            "s.consultation_id = \(consultation)", "s.state IN ('statement.submitted', 'statement.amended')",
        ]
        if let number = filter.proposal { all.append("vm.number = \(number)") }
        if let lineage = filter.heardField { all.append("p.field_draft = \(lineage)") }
        if let state = filter.state { all.append("p.state = \(state)") }
        if let outcome = filter.outcome { all.append("p.outcome = \(outcome)") }
        if let kind = filter.kind { all.append("p.kind = \(kind)") }
        if let office = filter.office { all.append("fm.key = \(office)") }
        if let number = filter.statement { all.append("sm.number = \(number)") }
        switch filter.urgency {
        case .overdue:
            all.append("p.due_on < \(today.text) AND p.state NOT IN ('point.released', 'point.published')")
        case .withoutOffice: all.append("p.office_id IS NULL")
        case .unsigned:
            all.append(
                """
                EXISTS (SELECT 1 FROM point_signature g WHERE g.point_id = p.id AND (g.state = 'signature.open'
                    OR (g.state = 'signature.refused' AND g.reply IS NULL)))
                """)
        case nil: break
        }
        return all.joined(separator: " AND ")
    }

    private init(row: Row) throws {
        id = try row.get("id")
        place = SynopsisPlace(statement: try row.get("statement"), position: try row.get("position"))
        sender = try row.get("sender")
        senderKind = try row.get("sender_kind")
        submittedOn = try row.date("submitted_on")
        fileNumber = try row.get("file_number")
        kind = try row.get("kind")
        text = try row.get("text")
        wording = try row.get("wording")
        isQuotation = try row.get("is_quotation")
        reference = try Reference(row: row)
        heardField = try row.get("heard_field")
        state = try row.get("state")
        outcome = try row.get("outcome")
        assessment = try row.get("assessment")
        changeOld = try row.get("change_old")
        changeNew = try row.get("change_new")
        let office: String? = try row.get("office_key")
        self.office = try office.map {
            Office(key: $0, name: try row.get("office_name"), ministryID: try row.get("ministry_id"))
        }
        dueOn = try row.date("due_on")
        splitFrom = try SynopsisPlace(row: row, "split")
        answeredWith = try SynopsisPlace(row: row, "answer")
        alike = try row.get("alike")
        openSignatures = try row.get("open_signatures")
    }
}

extension SynopsisPoint.Reference {
    fileprivate init?(row: Row) throws {
        guard let number: Int64 = try row.get("proposal") else { return nil }
        self.init(
            number: number, title: try row.get("proposal_title"), version: try row.get("version"),
            paragraph: try row.get("paragraph"), paragraphText: try row.get("paragraph_text"))
    }
}

extension SynopsisPlace {
    fileprivate init?(row: Row, _ prefix: String) throws {
        guard let statement: Int64 = try row.get("\(prefix)_statement"),
            let position: Int64 = try row.get("\(prefix)_position")
        else { return nil }
        self.init(statement: statement, position: position)
    }

    /// The ids of a point and of its statement.
    static func ids(
        of place: SynopsisPlace, in consultation: String, _ db: Connection
    ) throws -> (point: String, statement: String)? {
        try db.row(
            """
            SELECT p.id, p.statement_id FROM point p JOIN statement s ON s.id = p.statement_id
            JOIN matter m ON m.id = s.id
            WHERE s.consultation_id = \(consultation) AND m.number = \(place.statement)
                AND p.position = \(place.position) AND s.state IN ('statement.submitted', 'statement.amended')
            """
        ).map { (try $0.get("id"), try $0.get("statement_id")) }
    }

    /// The points that have the answer of another one.
    static func alike(_ point: String, _ db: Connection) throws -> [SynopsisPlace] {
        try db.rows(
            """
            SELECT m.number AS statement, p.position FROM point p JOIN matter m ON m.id = p.statement_id
            WHERE p.answered_with_id = \(point) ORDER BY m.number, p.position
            """
        ).map { SynopsisPlace(statement: try $0.get("statement"), position: try $0.get("position")) }
    }
}

/// An office or ministry as the forms of the synopsis offer it.
public struct SynopsisChoices: Equatable, Sendable {
    public let offices: [SynopsisPoint.Office]
    /// Ministries by their abbreviation.
    public let ministries: [Ministry]

    public struct Ministry: Equatable, Sendable {
        public let id: String
        public let key: String
        public let name: String
    }

    public static func load(in programme: String, _ db: Connection) throws -> SynopsisChoices {
        let offices = try db.rows(
            """
            SELECT m.key, o.name, o.ministry_id FROM office o JOIN matter m ON m.id = o.id
            WHERE o.programme_id = \(programme) ORDER BY o.sort_key, o.id
            """)
        let ministries = try db.rows(
            """
            SELECT r.id, m.key, r.name FROM ministry r JOIN matter m ON m.id = r.id
            WHERE r.programme_id = \(programme) ORDER BY m.position, m.key
            """)
        return SynopsisChoices(
            offices: try offices.map { row in
                SynopsisPoint.Office(
                    key: try row.get("key"), name: try row.get("name"), ministryID: try row.get("ministry_id"))
            },
            ministries: try ministries.map { row in
                Ministry(id: try row.get("id"), key: try row.get("key"), name: try row.get("name"))
            })
    }
}

/// Who has given statements to a consultation, for the two lists before the table.
public struct SynopsisTurnout: Equatable, Sendable {
    /// Names of the invitation list that have not answered.
    public let silent: [String]
    /// Who has nothing to remark: nil returns, and statements of approval alone.
    public let agreeing: [String]

    public static func load(_ rules: ConsultationRules, _ db: Connection) throws -> SynopsisTurnout {
        let rows = try db.rows(
            """
            SELECT COALESCE(o.name, k.name, s.author_label) AS sender, s.kind, s.municipality_id,
                (SELECT COUNT(*) FROM point p WHERE p.statement_id = s.id) AS points,
                (SELECT COUNT(*) FROM point p WHERE p.statement_id = s.id AND p.kind = 'approval') AS approving
            FROM statement s JOIN matter m ON m.id = s.id
            LEFT JOIN organisation o ON o.id = s.organisation_id LEFT JOIN municipality k ON k.id = s.municipality_id
            WHERE s.consultation_id = \(rules.id) AND s.state IN ('statement.submitted', 'statement.amended')
            ORDER BY m.number
            """)
        let senders = try rows.map { row in
            let municipality: String? = try row.get("municipality_id")
            return StatementParty(
                municipality == nil ? .organisation : .municipality, id: "", name: try row.get("sender"))
        }
        let agreeing = try rows.filter { row in
            let points: Int64 = try row.get("points")
            let approving: Int64 = try row.get("approving")
            return try row.get("kind", as: StatementKind.self) == .nilReturn || (points > 0 && points == approving)
        }
        return SynopsisTurnout(
            silent: rules.invited.filter { name in !senders.contains { $0.isMeant(by: name) } },
            agreeing: try agreeing.map { try $0.get("sender") })
    }
}
