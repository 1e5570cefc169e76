// SPDX-License-Identifier: EUPL-1.2

import Storage

extension PaperAtWork {
    /// What the paper is put together from, as it stands now.
    public func material(_ db: Connection) throws -> PaperMaterial {
        try PaperMaterial.load(entries.compactMap(\.proposal?.id), in: programme, db)
    }
}

extension PaperMaterial {
    /// - Parameter proposals: ids
    static func load(_ proposals: [String], in programme: String, _ db: Connection) throws -> PaperMaterial {
        PaperMaterial(
            proposals: try Self.proposals(proposals, db), outcomes: try outcomes(proposals, db),
            notFollowed: try notFollowed(proposals, db), dissents: try dissents(proposals, db),
            consultations: try consultations(proposals, db), municipal: try municipal(proposals, db))
    }

    private static func proposals(_ ids: [String], _ db: Connection) throws -> [Proposal] {
        try db.rows(
            """
            SELECT v.id, m.number, v.title, v.cost_cents,
                (SELECT MAX(n.number) FROM proposal_version n
                    WHERE n.proposal_id = v.id AND n.published_on IS NOT NULL) AS version,
                (SELECT f.text FROM proposal_fact f WHERE f.proposal_id = v.id AND f.aspect = 'funding'
                    ORDER BY f.position LIMIT 1) AS funding
            FROM proposal v JOIN matter m ON m.id = v.id LEFT JOIN matter fm ON fm.id = v.field_id
            WHERE v.id IN \(list: ids)
            ORDER BY CASE WHEN fm.position IS NULL THEN 1 ELSE 0 END, fm.position, m.number
            """
        ).map { row in
            Proposal(
                id: try row.get("id"), number: try row.get("number"), title: try row.get("title"),
                version: try row.get("version"), costCents: try row.get("cost_cents"),
                funding: try row.get("funding"))
        }
    }

    private static func outcomes(_ ids: [String], _ db: Connection) throws -> [Outcome] {
        try db.rows(
            """
            SELECT p.outcome, COUNT(*) AS points FROM \(handedIn(ids))
            GROUP BY p.outcome ORDER BY CASE WHEN p.outcome IS NULL THEN 1 ELSE 0 END, p.outcome
            """
        ).map { Outcome(outcome: try $0.get("outcome"), count: try $0.get("points")) }
    }

    private static func notFollowed(_ ids: [String], _ db: Connection) throws -> [Suggestion] {
        try db.rows(
            """
            SELECT sm.number AS statement, p.position, COALESCE(o.name, k.name, s.author_label) AS sender, v.title,
                p.text, p.outcome, p.assessment
            FROM \(handedIn(ids)) JOIN proposal v ON v.id = p.proposal_id
            WHERE p.outcome IN ('point.not_accepted', 'point.in_part') AND p.assessment IS NOT NULL
                AND p.kind <> 'approval'
            ORDER BY v.sort_key, v.id, sm.number, p.position
            """
        ).map { row in
            Suggestion(
                place: SynopsisPlace(statement: try row.get("statement"), position: try row.get("position")),
                sender: try row.get("sender"), proposal: try row.get("title"), text: try row.get("text"),
                outcome: try row.get("outcome"), assessment: try row.get("assessment"))
        }
    }

    private static func dissents(_ ids: [String], _ db: Connection) throws -> [Dissent] {
        try db.rows(
            """
            SELECT sm.number AS statement, p.position, r.name AS ministry, g.note, g.reply
            FROM \(handedIn(ids)) JOIN point_signature g ON g.point_id = p.id JOIN ministry r ON r.id = g.ministry_id
            WHERE g.state = 'signature.refused' AND g.note IS NOT NULL
            ORDER BY sm.number, p.position, g.position
            """
        ).map { row in
            Dissent(
                place: SynopsisPlace(statement: try row.get("statement"), position: try row.get("position")),
                ministry: try row.get("ministry"), note: try row.get("note"), reply: try row.get("reply"))
        }
    }

    private static func consultations(_ ids: [String], _ db: Connection) throws -> [Consultation] {
        try db.rows(
            """
            SELECT m.number, c.title, c.starts_on, c.ends_on, (SELECT COUNT(*) FROM statement s
                WHERE s.consultation_id = c.id AND s.state IN ('statement.submitted', 'statement.amended'))
                AS statements
            FROM consultation c JOIN matter m ON m.id = c.id
            WHERE c.state NOT IN ('consultation.planned', 'consultation.cancelled') AND c.id IN
                (SELECT d.consultation_id FROM consultation_document d WHERE d.proposal_id IN \(list: ids))
            ORDER BY c.starts_on, m.number
            """
        ).map { row in
            Consultation(
                number: try row.get("number"), title: try row.get("title"), startsOn: try row.date("starts_on"),
                endsOn: try row.date("ends_on"), statements: try row.get("statements"))
        }
    }

    private static func municipal(_ ids: [String], _ db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT COALESCE(o.name, k.name, s.author_label) AS sender, MIN(sm.number) AS first
            FROM \(handedIn(ids)) WHERE s.municipality_id IS NOT NULL OR o.kind = 'municipal'
            GROUP BY COALESCE(o.name, k.name, s.author_label) ORDER BY first
            """
        ).map { try $0.get("sender") }
    }

    /// The points on some proposals that were handed in and not taken back.
    private static func handedIn(_ ids: [String]) -> SQL {
        """
        (SELECT * FROM point WHERE proposal_id IN \(list: ids)) p
        JOIN (SELECT * FROM statement WHERE state IN ('statement.submitted', 'statement.amended')) s
            ON s.id = p.statement_id
        JOIN matter sm ON sm.id = s.id LEFT JOIN organisation o ON o.id = s.organisation_id
        LEFT JOIN municipality k ON k.id = s.municipality_id
        """
    }
}
