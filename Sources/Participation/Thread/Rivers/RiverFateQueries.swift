// SPDX-License-Identifier: EUPL-1.2

import Storage

extension RiverFate {
    /// The fate of the idea `i`.
    static func idea(in programme: String) -> SQL {
        """
        CASE WHEN i.outcome IN ('idea.declined', 'idea.passed_on', 'idea.merged') THEN i.outcome
            WHEN i.outcome IN ('idea.taken_up', 'idea.in_part')
                OR (COALESCE(i.outcome, 'idea.unknown') = 'idea.unknown' AND i.project_id IN (
                    SELECT id FROM public_matter WHERE programme_id = \(programme) AND kind = 'project'))
                OR i.id IN (SELECT l.from_id FROM thread_link l JOIN public_matter lm ON lm.id = l.id
                    JOIN public_matter r ON r.id = l.to_id
                    WHERE l.programme_id = \(programme) AND l.kind = 'taken_up_in') THEN \(wentOn)
            ELSE COALESCE(i.outcome, i.state) END
        """
    }

    /// Whether the idea `i` led to a project or proposal of a field of action.
    static func idea(ledTo field: String, in programme: String) -> SQL {
        """
        (i.project_id IN (SELECT x.id FROM project x WHERE x.field_id IN \(fields(field, in: programme)))
        OR i.id IN (SELECT l.from_id FROM thread_link l JOIN public_matter lm ON lm.id = l.id
            JOIN proposal r ON r.id = l.to_id WHERE r.field_id IN \(fields(field, in: programme))))
        """
    }

    /// The fate of the proposal in the table that bears this name.
    static func proposal(_ name: SQL) -> SQL {
        """
        CASE WHEN \(name).state = 'proposal.withdrawn' THEN \(name).state
            WHEN \(name).outcome IN ('proposal.adopted', 'proposal.conditional') THEN \(wentOn)
            ELSE COALESCE(\(name).outcome, \(openProposal)) END
        """
    }

    /// The fate of the application in the table that bears this name.
    static func application(_ name: SQL) -> SQL {
        """
        CASE WHEN \(name).state = 'application.withdrawn' THEN \(name).state
            WHEN \(name).outcome = 'application.accepted' THEN \(wentOn)
            ELSE COALESCE(\(name).outcome, \(openApplication)) END
        """
    }

    /// The public field of action with this package key.
    static func fields(_ key: String, in programme: String) -> SQL {
        "(SELECT id FROM public_matter WHERE programme_id = \(programme) AND kind = 'field' AND key = \(key))"
    }
}

extension RiverSelection {
    /// The condition on a proposal or project `x` with its public forum `f`.
    func condition(in programme: String) -> SQL {
        var conditions: [SQL] = ["1 = 1"]
        if let forum { conditions.append("f.number = \(forum)") }
        if let field { conditions.append("x.field_id IN \(RiverFate.fields(field, in: programme))") }
        return conditions.joined(separator: " AND ")
    }

    /// The statements with a public point on a public proposal of the selection, and whether a public decision was
    /// taken on one: `statement_id`, `is_considered`.
    func statements(in programme: String) -> SQL {
        """
        (SELECT t.statement_id, MAX(p.is_decided) AS is_considered
            FROM point t JOIN public_matter tm ON tm.id = t.id
            JOIN (SELECT x.id, MAX(CASE WHEN dm.id IS NULL THEN 0 ELSE 1 END) AS is_decided
                FROM proposal x JOIN public_matter xm ON xm.id = x.id
                LEFT JOIN public_matter f ON f.id = x.forum_id
                LEFT JOIN thread_link l ON l.from_id = x.id AND l.kind = 'decided_by'
                LEFT JOIN public_matter lm ON lm.id = l.id
                LEFT JOIN public_matter dm ON dm.id = l.to_id AND lm.id IS NOT NULL
                WHERE x.programme_id = \(programme) AND \(condition(in: programme)) GROUP BY x.id
                ) p ON p.id = t.proposal_id
            WHERE t.programme_id = \(programme) GROUP BY t.statement_id)
        """
    }
}

extension ProjectBeginning {
    /// The condition on the id of a project.
    func condition(on id: SQL, in programme: String) -> SQL {
        """
        \(id) IN (SELECT x.id FROM project x \(RiverCounts.Origin.joins(in: programme))
            WHERE x.programme_id = \(programme) AND \(RiverCounts.Origin.expression)
                IN \(list: origins.map(\.rawValue)))
        """
    }
}

extension RiverCounts.Origin {
    /// What brought the project `x` about, as `expression` reads it.
    static func joins(in programme: String) -> SQL {
        """
        LEFT JOIN (SELECT l.to_id AS project_id FROM thread_link l JOIN public_matter lm ON lm.id = l.id
            JOIN public_matter am ON am.id = l.from_id
            WHERE l.programme_id = \(programme) AND l.kind = 'accepted_as' GROUP BY l.to_id) a ON a.project_id = x.id
        LEFT JOIN (SELECT l.to_id AS project_id,
                MAX(CASE WHEN q.decision_id IS NULL THEN 0 ELSE 1 END) AS is_on_proposal
            FROM thread_link l JOIN public_matter lm ON lm.id = l.id JOIN public_matter dm ON dm.id = l.from_id
            LEFT JOIN (SELECT o.to_id AS decision_id FROM thread_link o JOIN public_matter om ON om.id = o.id
                JOIN public_matter pm ON pm.id = o.from_id
                WHERE o.programme_id = \(programme) AND o.kind = 'decided_by' GROUP BY o.to_id
                ) q ON q.decision_id = l.from_id
            WHERE l.programme_id = \(programme) AND l.kind = 'led_to' AND dm.kind = 'decision'
            GROUP BY l.to_id) d ON d.project_id = x.id
        """
    }

    static let expression: SQL = """
        CASE WHEN a.project_id IS NOT NULL THEN 'application' WHEN d.is_on_proposal = 1 THEN 'proposal'
            WHEN d.is_on_proposal = 0 THEN 'decision' ELSE 'none' END
        """
}
