// SPDX-License-Identifier: EUPL-1.2

import Storage

extension GateFacts {
    /// Four statements, however many proposals there are.
    static func load(_ proposals: [String]?, in programme: String, _ db: Connection) throws -> GateFacts {
        let candidates = try candidates(proposals, in: programme, db)
        var open: [String: [Gate.Missing]] = [:]
        for (proposal, missing) in try consultations(in: programme, db) + ideas(in: programme, db)
            + points(in: programme, db)
        {
            open[proposal, default: []].append(missing)
        }
        return GateFacts(candidates: candidates, open: open)
    }

    private static func candidates(
        _ proposals: [String]?, in programme: String, _ db: Connection
    ) throws -> [(candidate: Gate.Candidate, missing: [Gate.Missing])] {
        let all: SQL = "v.state NOT IN ('proposal.draft', 'proposal.decided', 'proposal.withdrawn')"
        let which: SQL = if let proposals { "v.id IN \(list: proposals)" } else { all }
        return try db.rows(
            """
            SELECT v.id, m.key, m.number, v.title, v.state, v.ministry_id, v.cost_cents, v.goal_id,
                (SELECT MAX(n.number) FROM proposal_version n
                    WHERE n.proposal_id = v.id AND n.published_on IS NOT NULL) AS version,
                (SELECT MAX(pm.number) FROM decision_item i JOIN paper p ON p.id = i.paper_id
                    JOIN matter pm ON pm.id = p.id WHERE i.proposal_id = v.id AND p.state IN (
                        'paper.draft', 'paper.co_signing', 'paper.submitted', 'paper.on_agenda', 'paper.decided')
                        AND pm.visible_from IS NULL) AS paper,
                (SELECT COUNT(*) FROM proposal_fact f WHERE f.proposal_id = v.id AND f.aspect = 'indicators')
                    + (SELECT COUNT(*) FROM indicator x WHERE x.goal_id = v.goal_id) AS indicators
            FROM proposal v JOIN public_matter m ON m.id = v.id
            WHERE m.programme_id = \(programme) AND \(which) ORDER BY m.number
            """
        ).map { row in
            let candidate = try Gate.Candidate(row: row)
            var missing: [Gate.Missing] = []
            if candidate.version == nil { missing.append(.version) }
            if candidate.costCents == nil { missing.append(.cost) }
            if try row.get("goal_id", as: String?.self) == nil { missing.append(.goal) }
            if try row.get("indicators", as: Int64.self) == 0 { missing.append(.indicator) }
            return (candidate, missing)
        }
    }

    private static func consultations(in programme: String, _ db: Connection) throws -> [(String, Gate.Missing)] {
        try db.rows(
            """
            SELECT d.proposal_id, m.number FROM consultation c JOIN matter m ON m.id = c.id
            JOIN consultation_document d ON d.consultation_id = c.id
            WHERE c.programme_id = \(programme) AND c.state = 'consultation.open' ORDER BY m.number
            """
        ).map { (try $0.get("proposal_id"), .consultation(try $0.get("number"))) }
    }

    private static func ideas(in programme: String, _ db: Connection) throws -> [(String, Gate.Missing)] {
        try db.rows(
            """
            SELECT l.to_id, im.number FROM thread_link l JOIN idea i ON i.id = l.from_id
            JOIN public_matter im ON im.id = i.id
            WHERE l.programme_id = \(programme) AND l.kind = 'taken_up_in' AND i.state <> 'idea.answered'
                AND EXISTS (SELECT 1 FROM duty d WHERE d.matter_id = i.id AND d.kind = 'reply'
                    AND d.state IN ('duty.open', 'duty.resting') AND d.due_on <= (
                        SELECT MAX(COALESCE((SELECT MAX(e.ends_on) FROM consultation_extension e
                            WHERE e.consultation_id = c.id), c.ends_on))
                        FROM consultation_document x JOIN consultation c ON c.id = x.consultation_id
                        WHERE x.proposal_id = l.to_id AND c.state <> 'consultation.cancelled'))
            ORDER BY im.number
            """
        ).map { (try $0.get("to_id"), .idea(try $0.get("number"))) }
    }

    private static func points(in programme: String, _ db: Connection) throws -> [(String, Gate.Missing)] {
        try db.rows(
            """
            SELECT p.proposal_id, cm.number AS consultation, sm.number AS statement, p.position
            FROM point p JOIN statement s ON s.id = p.statement_id JOIN matter sm ON sm.id = s.id
            JOIN matter cm ON cm.id = s.consultation_id
            WHERE p.programme_id = \(programme) AND p.proposal_id IS NOT NULL
                AND p.state IN ('point.received', 'point.assigned', 'point.assessed', 'point.agreed')
                AND s.state IN ('statement.submitted', 'statement.amended')
            ORDER BY cm.number, sm.number, p.position
            """
        ).map { row in
            let place = SynopsisPlace(statement: try row.get("statement"), position: try row.get("position"))
            return (try row.get("proposal_id"), .point(place, consultation: try row.get("consultation")))
        }
    }
}

extension Gate.Candidate {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row.get("id"), key: try row.get("key"), number: try row.get("number"),
            title: try row.get("title"), state: try row.get("state"), ministryID: try row.get("ministry_id"),
            costCents: try row.get("cost_cents"), version: try row.get("version"), paper: try row.get("paper"))
    }
}
