// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A statement in the list of those who run its consultation.
public struct StatementAtWork: Equatable, Sendable {
    public let number: Int64
    public let sender: String
    public let kind: StatementKind
    public let state: StatementState
    public let channel: StatementChannel?
    public let submittedOn: PartialDate?
    public let fileNumber: String?
    /// Nil where nobody was asked.
    public let mayPublish: Bool?
    public let points: Int64
    public let unreleased: Int64

    /// What has been handed in to a consultation, withdrawn statements too, by number. Drafts belong to their writers.
    public static func list(
        of consultation: String, _ page: ListPage, _ db: Connection
    ) throws -> Listed<StatementAtWork> {
        let given: SQL = """
            s.consultation_id = \(consultation)
                AND s.state IN ('statement.submitted', 'statement.amended', 'statement.withdrawn')
            """
        let total: Int64? = try db.value("SELECT COUNT(*) FROM statement s WHERE \(given)")
        let rows = try db.rows(
            """
            SELECT m.number, COALESCE(o.name, k.name, s.author_label) AS sender, s.kind, s.state, s.channel,
                s.submitted_on, s.file_number, s.may_publish,
                (SELECT COUNT(*) FROM point p WHERE p.statement_id = s.id) AS points,
                (SELECT COUNT(*) FROM point p WHERE p.statement_id = s.id
                    AND p.state NOT IN ('point.released', 'point.published')) AS unreleased
            FROM statement s JOIN matter m ON m.id = s.id
            LEFT JOIN organisation o ON o.id = s.organisation_id LEFT JOIN municipality k ON k.id = s.municipality_id
            WHERE \(given) ORDER BY m.number LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(StatementAtWork.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    private init(row: Row) throws {
        number = try row.get("number")
        sender = try row.get("sender")
        kind = try row.get("kind")
        state = try row.get("state")
        channel = try row.get("channel")
        submittedOn = try row.date("submitted_on")
        fileNumber = try row.get("file_number")
        mayPublish = try row.get("may_publish")
        points = try row.get("points")
        unreleased = try row.get("unreleased")
    }
}
