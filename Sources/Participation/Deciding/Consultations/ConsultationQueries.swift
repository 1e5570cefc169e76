// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Consultation {
    /// All consultations of a programme, by audience and then by their beginning.
    public static func list(in programme: String, _ db: Connection) throws -> [Consultation] {
        try db.counted("consultations", in: programme) {
            try db.rows(
                """
                SELECT \(columns) FROM \(joined) WHERE m.programme_id = \(programme)
                ORDER BY a.position, CASE WHEN c.starts_on IS NULL THEN 1 ELSE 0 END, c.starts_on, m.number
                """
            ).map(Consultation.init)
        }
    }

    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> Consultation? {
        try db.row(
            "SELECT \(columns) FROM \(joined) WHERE m.programme_id = \(programme) AND m.number = \(number)"
        ).map(Consultation.init)
    }

    /// The names of all who were invited, in the order of the invitation.
    public static func invitees(of consultation: String, _ db: Connection) throws -> [String] {
        try db.rows(
            "SELECT name FROM consultation_invitee WHERE consultation_id = \(consultation) ORDER BY position"
        ).map { try $0.get("name") }
    }

    /// Who has handed in a statement that is not public, without a word of what it says. Nobody is named while others
    /// can still answer.
    public func unpublishedSenders(_ db: Connection) throws -> [StatementParty] {
        switch state {
        case .planned, .open, .cancelled: return []
        case .closed, .evaluated, .published: break
        }
        return try db.rows(
            """
            SELECT s.organisation_id, s.municipality_id, COALESCE(o.name, k.name) AS name
            FROM statement s JOIN matter m ON m.id = s.id
            LEFT JOIN organisation o ON o.id = s.organisation_id LEFT JOIN municipality k ON k.id = s.municipality_id
            WHERE s.consultation_id = \(id) AND m.visible_from IS NULL
                AND s.state IN ('statement.submitted', 'statement.amended')
            ORDER BY m.number, m.id
            """
        ).compactMap { row in
            guard let name: String = try row.get("name", as: String?.self) else { return nil }
            if let place: String = try row.get("municipality_id", as: String?.self) {
                return StatementParty(.municipality, id: place, name: name)
            }
            return try StatementParty(.organisation, id: row.get("organisation_id"), name: name)
        }
    }

    /// The ids of the public proposals on which people are heard, in order.
    public static func proposals(of consultation: String, _ db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT d.proposal_id FROM consultation_document d JOIN public_matter m ON m.id = d.proposal_id
            WHERE d.consultation_id = \(consultation) ORDER BY d.position
            """
        ).map { try $0.get("proposal_id") }
    }

    private static let columns: SQL = """
        c.id, m.number, c.kind, k.audience AS audience_key, c.title, c.stage, c.starts_on, c.ends_on, c.forum_id,
        c.audience, c.channel, c.use_of_input, c.feedback_to_participants, c.state, c.file_number, c.confidence, c.note,
        (SELECT COUNT(*) FROM statement s JOIN public_matter sm ON sm.id = s.id WHERE s.consultation_id = c.id)
            AS statements
        """
    private static let joined: SQL = """
        consultation c JOIN public_matter m ON m.id = c.id JOIN consultation_kind k ON k.key = c.kind
        JOIN audience a ON a.key = k.audience
        """

    private init(row: Row) throws {
        id = try row.get("id")
        number = try row.get("number")
        kind = try row.get("kind")
        audienceKey = try row.get("audience_key")
        title = try row.get("title")
        stage = try row.get("stage")
        startsOn = try PartialDate?(row: row, column: "starts_on")
        endsOn = try PartialDate?(row: row, column: "ends_on")
        forumID = try row.get("forum_id")
        audience = try row.get("audience")
        channel = try row.get("channel")
        useOfInput = try row.get("use_of_input")
        feedback = try row.get("feedback_to_participants")
        state = try row.get("state")
        fileNumber = try row.get("file_number")
        confidence = try row.get("confidence")
        note = try row.get("note")
        statements = try row.get("statements")
    }
}
