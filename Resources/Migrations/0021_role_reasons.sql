-- SPDX-License-Identifier: EUPL-1.2
-- Why a role was given and why it ended, and a thread that follows points only as far as they are public.

ALTER TABLE role_assignment ADD COLUMN reason TEXT;
ALTER TABLE role_assignment ADD COLUMN end_reason TEXT;
ALTER TABLE role_assignment ADD COLUMN ended_by TEXT REFERENCES person (id);

DROP VIEW thread_edge;

CREATE VIEW thread_edge AS
    SELECT from_id, to_id, kind, effective_on, confidence, note FROM thread_link
    UNION ALL
    SELECT id, forum_id, 'handled_by', NULL, NULL, NULL FROM idea WHERE forum_id IS NOT NULL
    UNION ALL
    SELECT id, merged_into_id, 'merged_into', NULL, NULL, NULL FROM idea WHERE merged_into_id IS NOT NULL
    UNION ALL
    SELECT id, project_id, 'became', NULL, confidence, note FROM idea WHERE project_id IS NOT NULL
    UNION ALL
    SELECT id, forum_id, 'fed', NULL, NULL, NULL FROM activity WHERE forum_id IS NOT NULL
    UNION ALL
    SELECT forum_id, id, 'worked_out', NULL, NULL, NULL FROM proposal WHERE forum_id IS NOT NULL
    UNION ALL
    SELECT forum_id, id, 'worked_out', NULL, NULL, NULL FROM project WHERE forum_id IS NOT NULL
    UNION ALL
    SELECT proposal_id, consultation_id, 'heard_in', NULL, NULL, NULL FROM consultation_document
    UNION ALL
    SELECT consultation_id, id, 'received', submitted_on, NULL, NULL FROM statement
    UNION ALL
    SELECT p.proposal_id, p.statement_id, 'commented_by', NULL, NULL, NULL FROM point p
        JOIN public_matter pm ON pm.id = p.id WHERE p.proposal_id IS NOT NULL GROUP BY p.proposal_id, p.statement_id
    UNION ALL
    SELECT p.statement_id, l.to_id, 'considered_in', NULL, NULL, NULL FROM point p
        JOIN public_matter pm ON pm.id = p.id
        JOIN thread_link l ON l.from_id = p.proposal_id AND l.kind = 'decided_by'
        JOIN public_matter lm ON lm.id = l.id
        GROUP BY p.statement_id, l.to_id
    UNION ALL
    SELECT call_id, id, 'applied_to', submitted_on, NULL, NULL FROM application
    UNION ALL
    SELECT part_of_id, id, 'has_part', NULL, NULL, NULL FROM project WHERE part_of_id IS NOT NULL
    UNION ALL
    SELECT project_id, id, 'reached', dated_on, NULL, NULL FROM milestone
    UNION ALL
    SELECT project_id, id, 'reported', as_of, NULL, NULL FROM report;
