// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ConsultationRules {
    /// The rules of a consultation, public or not; whoever shows them asks for permission first.
    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> ConsultationRules? {
        try db.row("\(selection) WHERE m.programme_id = \(programme) AND m.number = \(number)").map { row in
            try ConsultationRules(row: row, db)
        }
    }

    static func find(id: String, _ db: Connection) throws -> ConsultationRules? {
        try db.row("\(selection) WHERE c.id = \(id)").map { try ConsultationRules(row: $0, db) }
    }

    /// Whether the public knows of a consultation.
    public static func isPublic(_ id: String, _ db: Connection) throws -> Bool {
        try db.value("SELECT id FROM public_matter WHERE id = \(id)", as: String.self) != nil
    }

    /// The consultations whose beginning or end may have come, of all programmes.
    static func awaitingDates(_ db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT id FROM consultation WHERE state IN ('consultation.planned', 'consultation.open') ORDER BY id
            """
        ).map { try $0.get("id") }
    }

    private static let selection: SQL = """
        SELECT c.id, c.programme_id, m.number, c.kind, c.title, c.state, c.starts_on, c.ends_on, c.file_number,
            c.publish_on, c.attendance_settled_on
        FROM consultation c JOIN matter m ON m.id = c.id
        """

    private init(row: Row, _ db: Connection) throws {
        let id: String = try row.get("id")
        self.id = id
        programme = try row.get("programme_id")
        number = try row.get("number")
        kind = try row.get("kind")
        title = try row.get("title")
        state = try row.get("state")
        startsOn = try row.date("starts_on")
        endsOn = try row.date("ends_on")
        fileNumber = try row.get("file_number")
        publishOn = try row.date("publish_on")
        invited = try db.rows(
            "SELECT name FROM consultation_invitee WHERE consultation_id = \(id) ORDER BY position"
        ).map { try $0.get("name") }
        extensions = try db.rows(
            "SELECT name, ends_on, reason FROM consultation_extension WHERE consultation_id = \(id) ORDER BY position"
        ).map {
            Extension(name: try $0.get("name"), endsOn: try $0.date("ends_on") ?? .unset, reason: try $0.get("reason"))
        }
        documents = try Self.documents(of: id, db)
        heardFields = try HeardField.list(of: id, db)
        attendanceSettledOn = try row.date("attendance_settled_on")
        attended = try db.rows(
            "SELECT name FROM consultation_attendance WHERE consultation_id = \(id) ORDER BY position"
        ).map { try $0.get("name") }
    }

    /// Where no version was fixed, as in what was imported, the latest published one holds.
    private static func documents(of id: String, _ db: Connection) throws -> [Document] {
        try db.rows(
            """
            SELECT v.id, m.number, v.title, v.ministry_id, COALESCE(f.version, (SELECT MAX(n.number)
                FROM proposal_version n WHERE n.proposal_id = v.id AND n.published_on IS NOT NULL)) AS version
            FROM consultation_document d JOIN proposal v ON v.id = d.proposal_id JOIN matter m ON m.id = v.id
            LEFT JOIN consultation_version f ON f.consultation_id = d.consultation_id AND f.proposal_id = v.id
            WHERE d.consultation_id = \(id) ORDER BY d.position
            """
        ).map { row in
            Document(
                proposalID: try row.get("id"), number: try row.get("number"), title: try row.get("title"),
                version: try row.get("version"), ministryID: try row.get("ministry_id"))
        }
    }
}

/// A consultation in the list of those who run it.
public struct ConsultationAtWork: Equatable, Sendable {
    public let number: Int64
    public let title: String
    public let kind: ConsultationKind
    public let state: ConsultationState
    public let startsOn: PartialDate?
    public let endsOn: PartialDate?
    public let invited: Int64
    /// Statements that have been handed in and not taken back.
    public let statements: Int64
    public let points: Int64
    /// Points whose answer is not final inside the house.
    public let unreleased: Int64

    /// All consultations of a programme, those that need work first.
    public static func list(
        in programme: String, _ page: ListPage, _ db: Connection
    ) throws -> Listed<ConsultationAtWork> {
        let total: Int64? = try db.value("SELECT COUNT(*) FROM consultation WHERE programme_id = \(programme)")
        let rows = try db.rows(
            """
            SELECT m.number, c.title, c.kind, c.state, c.starts_on, c.ends_on,
                (SELECT COUNT(*) FROM consultation_invitee i WHERE i.consultation_id = c.id) AS invited,
                (SELECT COUNT(*) FROM statement s WHERE s.consultation_id = c.id
                    AND s.state IN ('statement.submitted', 'statement.amended')) AS statements,
                (SELECT COUNT(*) FROM point p JOIN statement s ON s.id = p.statement_id WHERE s.consultation_id = c.id
                    AND s.state IN ('statement.submitted', 'statement.amended')) AS points,
                (SELECT COUNT(*) FROM point p JOIN statement s ON s.id = p.statement_id WHERE s.consultation_id = c.id
                    AND s.state IN ('statement.submitted', 'statement.amended')
                    AND p.state NOT IN ('point.released', 'point.published')) AS unreleased
            FROM consultation c JOIN matter m ON m.id = c.id JOIN state t ON t.key = c.state
            WHERE c.programme_id = \(programme)
            ORDER BY CASE WHEN c.state = 'consultation.open' THEN 0 WHEN c.state = 'consultation.closed' THEN 1
                WHEN c.state = 'consultation.planned' THEN 2 WHEN c.state = 'consultation.evaluated' THEN 3 ELSE 4 END,
                c.ends_on, m.number
            LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(ConsultationAtWork.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    private init(row: Row) throws {
        number = try row.get("number")
        title = try row.get("title")
        kind = try row.get("kind")
        state = try row.get("state")
        startsOn = try row.date("starts_on")
        endsOn = try row.date("ends_on")
        invited = try row.get("invited")
        statements = try row.get("statements")
        points = try row.get("points")
        unreleased = try row.get("unreleased")
    }
}

/// What can be chosen when a consultation is set up.
public struct ConsultationChoices: Equatable, Sendable {
    public let proposals: [ConsultationRules.Document]
    /// Names as they stand on an invitation.
    public let organisations: [String]
    public let municipalities: [String]

    /// Proposals that have been published and not decided, with their latest published version.
    public static func load(in programme: String, _ db: Connection) throws -> ConsultationChoices {
        let proposals = try db.rows(
            """
            SELECT v.id, m.number, v.title, v.ministry_id, (SELECT MAX(n.number) FROM proposal_version n
                WHERE n.proposal_id = v.id AND n.published_on IS NOT NULL) AS version
            FROM proposal v JOIN public_matter m ON m.id = v.id
            WHERE m.programme_id = \(programme)
                AND v.state NOT IN ('proposal.draft', 'proposal.decided', 'proposal.withdrawn')
            ORDER BY m.number
            """)
        let organisations = try db.rows(
            """
            SELECT x.name FROM organisation x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) ORDER BY x.sort_key, x.id
            """)
        return ConsultationChoices(
            proposals: try proposals.map { row in
                ConsultationRules.Document(
                    proposalID: try row.get("id"), number: try row.get("number"), title: try row.get("title"),
                    version: try row.get("version"), ministryID: try row.get("ministry_id"))
            },
            organisations: try organisations.map { try $0.get("name") },
            municipalities: try Municipality.choices(in: programme, db).map(\.name))
    }
}

extension ConsultationForm {
    /// The form as it would have been filled in for a consultation that is there.
    public static func find(_ rules: ConsultationRules, _ db: Connection) throws -> ConsultationForm {
        let row = try db.row(
            "SELECT audience, channel, use_of_input FROM consultation WHERE id = \(rules.id)")
        var form = ConsultationForm()
        form.title = rules.title
        form.kind = rules.kind.rawValue
        form.startsOn = rules.startsOn?.text
        form.endsOn = rules.endsOn?.text
        form.fileNumber = rules.fileNumber
        form.audience = try row?.get("audience")
        form.channel = try row?.get("channel")
        form.use = try row?.get("use_of_input", as: String?.self) ?? nil
        form.publishOn = rules.publishOn?.text
        form.proposals = rules.documents.map { String($0.number) }
        form.invited = rules.invited
        form.hearsFields = !rules.heardFields.isEmpty
        return form
    }
}
