// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A statement whose sender is to be told what became of it.
struct SubmittedStatement {
    let id: String
    let number: Int64
    let fileNumber: String?
    /// Only an explicit yes counts.
    let mayPublish: Bool
    /// Nil for what came as a letter.
    let recipient: EmailAddress?
    let language: String
    let hasAccount: Bool

    static func list(of consultation: String, _ db: Connection) throws -> [SubmittedStatement] {
        try db.rows(
            """
            SELECT s.id, m.number, s.file_number, s.may_publish, d.recipient, d.recipient_language, d.changed_by
            FROM statement s JOIN matter m ON m.id = s.id LEFT JOIN statement_draft d ON d.statement_id = s.id
            WHERE s.consultation_id = \(consultation) AND s.state IN ('statement.submitted', 'statement.amended')
            ORDER BY m.number
            """
        ).map { row in
            let consent: Bool? = try row.get("may_publish")
            let language: String? = try row.get("recipient_language")
            let person: String? = try row.get("changed_by")
            return SubmittedStatement(
                id: try row.get("id"), number: try row.get("number"), fileNumber: try row.get("file_number"),
                mayPublish: consent ?? false, recipient: try row.get("recipient"), language: language ?? "de",
                hasAccount: person != nil)
        }
    }

    /// How many points have no answer that is final inside the house.
    static func openPoints(of consultation: String, _ db: Connection) throws -> Int64 {
        try db.value(
            """
            SELECT COUNT(*) FROM statement s JOIN point p ON p.statement_id = s.id
            WHERE s.consultation_id = \(consultation) AND s.state IN ('statement.submitted', 'statement.amended')
                AND p.state NOT IN ('point.released', 'point.published')
            """) ?? 0
    }
}
