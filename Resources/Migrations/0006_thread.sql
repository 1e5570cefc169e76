-- SPDX-License-Identifier: EUPL-1.2
-- The red thread: links, duties, the chronicle, official totals and lessons.

INSERT INTO state (key, matter_kind, aspect, position) VALUES
    ('duty.open', 'duty', 'state', 1), ('duty.met', 'duty', 'state', 2), ('duty.passed_on', 'duty', 'state', 3),
    ('duty.lapsed', 'duty', 'state', 4), ('duty.resting', 'duty', 'state', 5);

-- Stored kinds are rows of thread_link; the others follow from belonging and appear in thread_edge alone.
CREATE TABLE link_kind (
    key TEXT PRIMARY KEY,
    is_stored BIGINT NOT NULL CHECK (is_stored IN (0, 1)),
    position BIGINT NOT NULL
);

INSERT INTO link_kind (key, is_stored, position) VALUES
    ('raised_at', 1, 1), ('handled_by', 0, 2), ('merged_into', 0, 3), ('taken_up_in', 1, 4), ('became', 0, 5),
    ('inspired', 1, 6), ('fed', 0, 7), ('worked_out', 0, 8), ('heard_in', 0, 9), ('received', 0, 10),
    ('commented_by', 0, 11), ('considered_in', 0, 12), ('decided_by', 1, 13), ('led_to', 1, 14),
    ('applied_to', 0, 15), ('accepted_as', 1, 16), ('has_part', 0, 17), ('continued_by', 1, 18),
    ('reached', 0, 19), ('reported', 0, 20), ('related', 1, 21);

CREATE TABLE thread_link (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    from_id TEXT NOT NULL REFERENCES matter (id) DEFERRABLE INITIALLY DEFERRED,
    to_id TEXT NOT NULL REFERENCES matter (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL REFERENCES link_kind (key),
    effective_on TEXT CHECK (length(effective_on) IN (4, 7, 10)),
    confidence TEXT REFERENCES confidence (key),
    note TEXT,
    UNIQUE (from_id, to_id, kind),
    CHECK (from_id <> to_id)
);

CREATE TABLE duty_kind (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO duty_kind (key, position) VALUES
    ('reply', 1), ('assessment', 2), ('condition', 3), ('report', 4), ('review', 5);

CREATE TABLE duty (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL REFERENCES duty_kind (key),
    matter_id TEXT NOT NULL REFERENCES matter (id) DEFERRABLE INITIALLY DEFERRED,
    office_id TEXT NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    is_owed_to_public BIGINT NOT NULL CHECK (is_owed_to_public IN (0, 1)),
    due_on TEXT NOT NULL CHECK (length(due_on) = 10),
    state TEXT NOT NULL REFERENCES state (key),
    met_on TEXT CHECK (length(met_on) = 10),
    reason TEXT
);

CREATE TABLE timeline_entry (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    dated_on TEXT NOT NULL CHECK (length(dated_on) IN (4, 7, 10)),
    ends_on TEXT CHECK (length(ends_on) IN (4, 7, 10)),
    stage TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    place TEXT,
    source_note TEXT,
    confidence TEXT REFERENCES confidence (key)
);

CREATE TABLE timeline_figure (
    timeline_entry_id TEXT NOT NULL REFERENCES timeline_entry (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    number BIGINT,
    text TEXT,
    PRIMARY KEY (timeline_entry_id, position),
    CHECK ((number IS NULL) <> (text IS NULL))
);

CREATE TABLE status_report (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    as_of TEXT NOT NULL CHECK (length(as_of) IN (4, 7, 10)),
    event TEXT NOT NULL,
    total BIGINT NOT NULL CHECK (total >= 0),
    state_funds_cents BIGINT CHECK (state_funds_cents >= 0),
    confidence TEXT REFERENCES confidence (key),
    note TEXT
);

CREATE TABLE status_count (
    status_report_id TEXT NOT NULL REFERENCES status_report (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    number BIGINT,
    text TEXT,
    PRIMARY KEY (status_report_id, position),
    CHECK ((number IS NULL) <> (text IS NULL))
);

CREATE TABLE lesson (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    topic TEXT NOT NULL,
    finding TEXT NOT NULL,
    raised_by TEXT NOT NULL,
    dated_on TEXT CHECK (length(dated_on) IN (4, 7, 10)),
    software_need TEXT,
    confidence TEXT REFERENCES confidence (key)
);

-- Every step of the thread, whether it is a link or follows from belonging. The thread page reads this view alone.
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
    SELECT proposal_id, statement_id, 'commented_by', NULL, NULL, NULL FROM point
        WHERE proposal_id IS NOT NULL GROUP BY proposal_id, statement_id
    UNION ALL
    SELECT p.statement_id, l.to_id, 'considered_in', NULL, NULL, NULL FROM point p
        JOIN thread_link l ON l.from_id = p.proposal_id AND l.kind = 'decided_by'
        GROUP BY p.statement_id, l.to_id
    UNION ALL
    SELECT call_id, id, 'applied_to', submitted_on, NULL, NULL FROM application
    UNION ALL
    SELECT part_of_id, id, 'has_part', NULL, NULL, NULL FROM project WHERE part_of_id IS NOT NULL
    UNION ALL
    SELECT project_id, id, 'reached', dated_on, NULL, NULL FROM milestone
    UNION ALL
    SELECT project_id, id, 'reported', as_of, NULL, NULL FROM report;

CREATE INDEX thread_link_by_to ON thread_link (to_id);
CREATE INDEX idea_by_merged ON idea (merged_into_id);
CREATE INDEX consultation_document_by_proposal ON consultation_document (proposal_id);
CREATE INDEX duty_by_matter ON duty (matter_id);
CREATE INDEX duty_by_due ON duty (programme_id, due_on);
CREATE INDEX timeline_entry_by_date ON timeline_entry (programme_id, dated_on);

-- What each matter is called and where it stands, for lists that hold several kinds.
CREATE VIEW matter_title AS
    SELECT id, title, NULL AS state, NULL AS outcome, starts_on AS dated_on FROM programme
    UNION ALL SELECT id, name, NULL, NULL, starts_on FROM phase
    UNION ALL SELECT id, name, NULL, NULL, NULL FROM pillar
    UNION ALL SELECT id, name, NULL, NULL, ruling_date FROM field
    UNION ALL SELECT id, title, NULL, NULL, NULL FROM goal
    UNION ALL SELECT id, name, NULL, NULL, as_of FROM indicator
    UNION ALL SELECT id, name, NULL, NULL, NULL FROM district
    UNION ALL SELECT id, name, NULL, NULL, NULL FROM municipality
    UNION ALL SELECT id, name, NULL, NULL, NULL FROM ministry
    UNION ALL SELECT id, name, NULL, NULL, NULL FROM organisation
    UNION ALL SELECT id, name, NULL, NULL, NULL FROM office
    UNION ALL SELECT id, name, NULL, NULL, NULL FROM board
    UNION ALL SELECT id, title, NULL, NULL, dated_on FROM document
    UNION ALL SELECT id, COALESCE(title, topic), NULL, NULL, NULL FROM forum
    UNION ALL SELECT id, title, NULL, NULL, starts_on FROM activity
    UNION ALL SELECT id, title, state, NULL, held_on FROM event
    UNION ALL SELECT id, title, state, outcome, submitted_on FROM idea
    UNION ALL SELECT id, text, NULL, NULL, written_on FROM remark
    UNION ALL SELECT id, title, state, NULL, starts_on FROM consultation
    UNION ALL SELECT id, title, state, outcome, NULL FROM proposal
    UNION ALL SELECT s.id, COALESCE(o.name, m.name, s.author_label), s.state, NULL, s.submitted_on FROM statement s
        LEFT JOIN organisation o ON o.id = s.organisation_id LEFT JOIN municipality m ON m.id = s.municipality_id
    UNION ALL SELECT id, text, state, outcome, NULL FROM point
    UNION ALL SELECT s.id, b.name, NULL, NULL, s.held_on FROM sitting s JOIN board b ON b.id = s.board_id
    UNION ALL SELECT id, title, state, NULL, submitted_on FROM paper
    UNION ALL SELECT d.id, d.title, NULL, d.outcome, s.held_on FROM decision d JOIN sitting s ON s.id = d.sitting_id
    UNION ALL SELECT id, title, state, NULL, starts_on FROM project
    UNION ALL SELECT id, text, state, NULL, dated_on FROM milestone
    UNION ALL SELECT r.id, p.title, r.state, NULL, r.as_of FROM report r JOIN project p ON p.id = r.project_id
    UNION ALL SELECT f.id, p.title, NULL, NULL, f.booked_on FROM funding f JOIN project p ON p.id = f.project_id
    UNION ALL SELECT id, title, NULL, NULL, opens_on FROM call
    UNION ALL SELECT id, title, state, outcome, submitted_on FROM application
    UNION ALL SELECT id, title, NULL, NULL, dated_on FROM timeline_entry
    UNION ALL SELECT id, event, NULL, NULL, as_of FROM status_report
    UNION ALL SELECT id, finding, NULL, NULL, dated_on FROM lesson
    UNION ALL SELECT d.id, d.reason, d.state, NULL, d.due_on FROM duty d;
