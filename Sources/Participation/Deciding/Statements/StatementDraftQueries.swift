// SPDX-License-Identifier: EUPL-1.2

import Storage

extension StatementDraft {
    /// What a party has written so far.
    public static func find(
        of party: StatementParty, in rules: ConsultationRules, _ db: Connection
    ) throws -> StatementDraft? {
        let row = try db.row(
            """
            SELECT d.id, d.kind, d.text, d.may_publish, d.state, d.revision, d.changed_at, d.statement_id, d.shelf,
                s.state AS submitted_state, s.file_number, s.submitted_at
            FROM statement_draft d LEFT JOIN statement s ON s.id = d.statement_id
            WHERE d.consultation_id = \(rules.id) AND \(owner(party))
            """)
        guard let row else { return nil }
        let id: String = try row.get("id")
        return StatementDraft(
            id: id, party: party, form: try form(row, points: points(of: id, db)), state: try row.get("state"),
            changedAt: try row.moment("changed_at"), submitted: try Submitted(row: row))
    }

    /// A statement that a party has already given without ever having had a draft here.
    static func earlier(of party: StatementParty, in rules: ConsultationRules, _ db: Connection) throws -> String? {
        guard party.kind != .person else { return nil }
        let sender: SQL =
            party.kind == .organisation ? "organisation_id = \(party.id)" : "municipality_id = \(party.id)"
        return try db.value(
            """
            SELECT id FROM statement WHERE consultation_id = \(rules.id) AND \(sender)
                AND (channel IS NULL OR channel <> 'conference')
                AND state IN ('statement.submitted', 'statement.amended', 'statement.withdrawn') ORDER BY id LIMIT 1
            """)
    }

    /// How many statements a consultation has, in whatever state.
    static func count(in consultation: String, _ db: Connection) throws -> Int64 {
        try db.value("SELECT COUNT(*) FROM statement WHERE consultation_id = \(consultation)") ?? 0
    }

    private static func owner(_ party: StatementParty) -> SQL {
        switch party.kind {
        case .organisation: "d.organisation_id = \(party.id)"
        case .municipality: "d.municipality_id = \(party.id)"
        case .person: "d.person_id = \(party.id)"
        }
    }

    private static func form(_ row: Row, points: [StatementForm.Point]) throws -> StatementForm {
        var form = StatementForm()
        form.text = try row.get("text")
        form.isNilReturn = try row.get("kind", as: StatementKind.self) == .nilReturn
        form.mayPublish = try row.get("may_publish")
        form.revision = try row.get("revision")
        form.shelf = AttachmentShelf(try row.get("shelf", as: String?.self))
        form.points = points
        return form
    }

    private static func points(of draft: String, _ db: Connection) throws -> [StatementForm.Point] {
        try db.rows(
            """
            SELECT p.kind, p.text, p.wording, p.paragraph, p.field_draft, m.number FROM statement_draft_point p
            LEFT JOIN matter m ON m.id = p.proposal_id WHERE p.draft_id = \(draft) ORDER BY p.position
            """
        ).map { row in
            let number: Int64? = try row.get("number")
            let lineage: String? = try row.get("paragraph")
            let field: String? = try row.get("field_draft")
            let place = number.map { "\($0)" + (lineage.map { "/\($0)" } ?? "") }
            return StatementForm.Point(
                kind: try row.get("kind"), place: place ?? field.map(StatementPlace.key(ofField:)),
                text: try row.get("text"), wording: try row.get("wording"))
        }
    }

    /// Keeps a draft with all its points.
    static func store(
        _ id: String, _ content: StatementContent, on shelf: AttachmentShelf?, state: StatementState, revision: Int64,
        by writer: StatementWriter, in rules: ConsultationRules, at now: Moment, _ db: Connection
    ) throws {
        let party = writer.party
        try db.execute(
            """
            INSERT INTO statement_draft (id, programme_id, consultation_id, organisation_id, municipality_id, person_id,
                kind, text, may_publish, state, revision, changed_at, changed_by, recipient, recipient_language,
                shelf)
            VALUES (\(id), \(rules.programme), \(rules.id), \(party.organisationID), \(party.municipalityID),
                \(party.personID), \(content.kind), \(content.text), \(content.mayPublish), \(state), \(revision),
                \(now.text), \(writer.person), \(writer.recipient), \(writer.language), \(shelf?.text))
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, text = excluded.text,
                may_publish = excluded.may_publish, state = excluded.state, revision = excluded.revision,
                changed_at = excluded.changed_at, changed_by = excluded.changed_by, recipient = excluded.recipient,
                recipient_language = excluded.recipient_language, shelf = excluded.shelf
            """)
        try db.execute("DELETE FROM statement_draft_point WHERE draft_id = \(id)")
        for (index, point) in content.points.enumerated() {
            try db.execute(
                """
                INSERT INTO statement_draft_point (draft_id, position, kind, proposal_id, version, paragraph, text,
                    wording, field_draft)
                VALUES (\(id), \(Int64(index + 1)), \(point.kind), \(point.place?.proposalID),
                    \(point.place?.version), \(point.place?.lineage), \(point.text), \(point.wording),
                    \(point.place?.fieldDraft))
                """)
        }
    }

    static func join(_ draft: String, to statement: String, in db: Connection) throws {
        try db.execute("UPDATE statement_draft SET statement_id = \(statement) WHERE id = \(draft)")
    }

    /// What a person has written for nobody but themselves and not handed in goes with them.
    static func erase(_ person: String, address: EmailAddress?, in db: Connection) throws {
        try db.execute(
            """
            DELETE FROM statement_draft_point WHERE draft_id IN
                (SELECT id FROM statement_draft WHERE person_id = \(person))
            """)
        try db.execute("DELETE FROM statement_draft WHERE person_id = \(person)")
        try db.execute("UPDATE statement_draft SET changed_by = NULL WHERE changed_by = \(person)")
        guard let address else { return }
        try db.execute("UPDATE statement_draft SET recipient = NULL WHERE recipient = \(address)")
    }
}

extension StatementDraft.Submitted {
    fileprivate init?(row: Row) throws {
        guard let id: String = try row.get("statement_id") else { return nil }
        let moment: String? = try row.get("submitted_at")
        self.init(
            id: id, state: try row.get("submitted_state"), fileNumber: try row.get("file_number"),
            submittedAt: moment.flatMap { Moment(text: $0) })
    }
}

extension StatementPlace {
    /// What can be spoken of in a consultation, proposal by proposal.
    public static func list(_ rules: ConsultationRules, _ db: Connection) throws -> [StatementPlace] {
        let rows = try db.rows(
            """
            SELECT n.proposal_id, n.number, a.lineage, a.label FROM proposal_version n
            JOIN paragraph a ON a.proposal_version_id = n.id
            WHERE n.proposal_id IN \(list: rules.documents.map(\.proposalID))
            ORDER BY n.proposal_id, n.number, a.position
            """)
        let fields = rules.heardFields.map { field in
            StatementPlace(
                proposalID: nil, number: nil, title: field.name, version: nil, lineage: nil, label: nil,
                fieldDraft: field.lineage)
        }
        return try rules.documents.flatMap { document -> [StatementPlace] in
            let own = try rows.filter {
                try $0.get("proposal_id") == document.proposalID && $0.get("number") == document.version
            }
            let whole = StatementPlace(document, lineage: nil, label: nil)
            return try [whole]
                + own.map { StatementPlace(document, lineage: try $0.get("lineage"), label: try $0.get("label")) }
        } + fields
    }

    private init(_ document: ConsultationRules.Document, lineage: String?, label: String?) {
        self.init(
            proposalID: document.proposalID, number: document.number, title: document.title,
            version: document.version, lineage: lineage, label: label, fieldDraft: nil)
    }
}
