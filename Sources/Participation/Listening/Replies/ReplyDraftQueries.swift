// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ReplyDraft {
    static func find(idea: String, _ db: Connection) throws -> ReplyDraft? {
        try db.row(
            """
            SELECT d.outcome, d.text, d.office_id, om.key AS office_key, o.name AS office_name, d.proposal_id,
                pm.number AS proposal_number, d.written_by, p.display_name, d.written_at
            FROM reply_draft d JOIN matter om ON om.id = d.office_id JOIN office o ON o.id = d.office_id
            JOIN person p ON p.id = d.written_by LEFT JOIN public_matter pm ON pm.id = d.proposal_id
            WHERE d.idea_id = \(idea)
            """
        ).map { row in
            ReplyDraft(
                outcome: try row.get("outcome"), text: try row.get("text"), officeID: try row.get("office_id"),
                officeKey: try row.get("office_key"), officeName: try row.get("office_name"),
                proposalID: try row.get("proposal_id"), proposalNumber: try row.get("proposal_number"),
                writer: try row.get("written_by"), writerName: try row.get("display_name"),
                writtenAt: try row.get("written_at"))
        }
    }

    static func save(_ reply: ReplyText, to idea: String, by person: String, at now: Moment, _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO reply_draft (idea_id, outcome, text, office_id, proposal_id, written_by, written_at)
            VALUES (\(idea), \(reply.outcome), \(reply.text), \(reply.officeID), \(reply.proposalID), \(person),
                \(now.text))
            ON CONFLICT (idea_id) DO UPDATE SET outcome = excluded.outcome, text = excluded.text,
                office_id = excluded.office_id, proposal_id = excluded.proposal_id,
                written_by = excluded.written_by, written_at = excluded.written_at
            """)
    }

    static func delete(idea: String, _ db: Connection) throws {
        try db.execute("DELETE FROM reply_draft WHERE idea_id = \(idea)")
    }
}
