-- SPDX-License-Identifier: EUPL-1.2
-- Consultations, proposals, statements, papers and decisions.

INSERT INTO state (key, matter_kind, aspect, position) VALUES
    ('consultation.planned', 'consultation', 'state', 1), ('consultation.open', 'consultation', 'state', 2),
    ('consultation.closed', 'consultation', 'state', 3), ('consultation.evaluated', 'consultation', 'state', 4),
    ('consultation.published', 'consultation', 'state', 5), ('consultation.cancelled', 'consultation', 'state', 6),
    ('proposal.draft', 'proposal', 'state', 1), ('proposal.published', 'proposal', 'state', 2),
    ('proposal.in_consultation', 'proposal', 'state', 3), ('proposal.revised', 'proposal', 'state', 4),
    ('proposal.submitted', 'proposal', 'state', 5), ('proposal.decided', 'proposal', 'state', 6),
    ('proposal.withdrawn', 'proposal', 'state', 7),
    ('proposal.adopted', 'proposal', 'outcome', 1), ('proposal.conditional', 'proposal', 'outcome', 2),
    ('proposal.deferred', 'proposal', 'outcome', 3), ('proposal.rejected', 'proposal', 'outcome', 4),
    ('statement.draft', 'statement', 'state', 1), ('statement.internal', 'statement', 'state', 2),
    ('statement.submitted', 'statement', 'state', 3), ('statement.amended', 'statement', 'state', 4),
    ('statement.withdrawn', 'statement', 'state', 5),
    ('point.received', 'point', 'state', 1), ('point.assigned', 'point', 'state', 2),
    ('point.assessed', 'point', 'state', 3), ('point.agreed', 'point', 'state', 4),
    ('point.released', 'point', 'state', 5), ('point.published', 'point', 'state', 6),
    ('point.accepted', 'point', 'outcome', 1), ('point.in_part', 'point', 'outcome', 2),
    ('point.not_accepted', 'point', 'outcome', 3), ('point.noted', 'point', 'outcome', 4),
    ('point.already_contained', 'point', 'outcome', 5), ('point.out_of_scope', 'point', 'outcome', 6),
    ('paper.draft', 'paper', 'state', 1), ('paper.co_signing', 'paper', 'state', 2),
    ('paper.submitted', 'paper', 'state', 3), ('paper.on_agenda', 'paper', 'state', 4),
    ('paper.decided', 'paper', 'state', 5), ('paper.published', 'paper', 'state', 6),
    ('paper.withdrawn', 'paper', 'state', 7),
    ('signature.open', 'paper', 'signature', 1), ('signature.signed', 'paper', 'signature', 2),
    ('signature.proviso', 'paper', 'signature', 3), ('signature.refused', 'paper', 'signature', 4),
    ('signature.lapsed', 'paper', 'signature', 5),
    ('decision.adopted', 'decision', 'outcome', 1), ('decision.conditional', 'decision', 'outcome', 2),
    ('decision.deferred', 'decision', 'outcome', 3), ('decision.rejected', 'decision', 'outcome', 4);

CREATE TABLE audience (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO audience (key, position) VALUES ('municipalities', 1), ('associations', 2), ('citizens', 3);

CREATE TABLE consultation_kind (key TEXT PRIMARY KEY, audience TEXT NOT NULL REFERENCES audience (key));
INSERT INTO consultation_kind (key, audience) VALUES
    ('municipal_conference', 'municipalities'), ('association_hearing', 'associations'), ('townhall', 'citizens');

CREATE TABLE consultation (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL REFERENCES consultation_kind (key),
    title TEXT NOT NULL,
    stage TEXT NOT NULL,
    starts_on TEXT CHECK (length(starts_on) IN (4, 7, 10)),
    ends_on TEXT CHECK (length(ends_on) IN (4, 7, 10)),
    forum_id TEXT REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED,
    audience TEXT NOT NULL,
    channel TEXT NOT NULL,
    use_of_input TEXT,
    feedback_to_participants TEXT,
    state TEXT NOT NULL REFERENCES state (key),
    file_number TEXT,
    confidence TEXT REFERENCES confidence (key),
    note TEXT
);

CREATE TABLE consultation_invitee (
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (consultation_id, position)
);

CREATE TABLE proposal (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    forum_id TEXT REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED,
    field_id TEXT REFERENCES field (id) DEFERRABLE INITIALLY DEFERRED,
    ministry_id TEXT REFERENCES ministry (id) DEFERRABLE INITIALLY DEFERRED,
    goal_id TEXT REFERENCES goal (id) DEFERRABLE INITIALLY DEFERRED,
    cost_cents BIGINT CHECK (cost_cents >= 0),
    state TEXT NOT NULL REFERENCES state (key),
    outcome TEXT REFERENCES state (key),
    note TEXT,
    sort_key TEXT NOT NULL
);

CREATE TABLE proposal_version (
    id TEXT PRIMARY KEY,
    proposal_id TEXT NOT NULL REFERENCES proposal (id),
    position BIGINT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    published_on TEXT CHECK (length(published_on) IN (4, 7, 10)),
    change_note TEXT,
    UNIQUE (proposal_id, number)
);

-- The lineage of a paragraph survives versions, splits and joins; its label belongs to the version.
CREATE TABLE paragraph (
    proposal_version_id TEXT NOT NULL REFERENCES proposal_version (id),
    position BIGINT NOT NULL,
    lineage TEXT NOT NULL,
    label TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (proposal_version_id, position),
    UNIQUE (proposal_version_id, lineage)
);

CREATE TABLE consultation_document (
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    position BIGINT NOT NULL,
    proposal_id TEXT NOT NULL REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (consultation_id, position)
);

-- Fehlanzeige (a nil return) is a statement; no response at all is the absence of one.
CREATE TABLE statement_kind (key TEXT PRIMARY KEY);
INSERT INTO statement_kind (key) VALUES ('statement'), ('nil_return');

CREATE TABLE statement (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    consultation_id TEXT NOT NULL REFERENCES consultation (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL REFERENCES statement_kind (key),
    organisation_id TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    municipality_id TEXT REFERENCES municipality (id) DEFERRABLE INITIALLY DEFERRED,
    author_label TEXT,
    state TEXT NOT NULL REFERENCES state (key),
    submitted_on TEXT CHECK (length(submitted_on) IN (4, 7, 10)),
    file_number TEXT,
    text TEXT,
    note TEXT
);

CREATE TABLE point_kind (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO point_kind (key, position) VALUES
    ('approval', 1), ('suggestion', 2), ('concern', 3), ('rejection', 4), ('note', 5), ('question', 6);

CREATE TABLE point (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    statement_id TEXT NOT NULL REFERENCES statement (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL REFERENCES point_kind (key),
    text TEXT NOT NULL,
    is_quotation BIGINT NOT NULL CHECK (is_quotation IN (0, 1)),
    proposal_id TEXT REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED,
    version BIGINT,
    paragraph TEXT,
    office_id TEXT REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL REFERENCES state (key),
    outcome TEXT REFERENCES state (key),
    assessment TEXT,
    change_old TEXT,
    change_new TEXT,
    released_on TEXT CHECK (length(released_on) IN (4, 7, 10)),
    published_on TEXT CHECK (length(published_on) IN (4, 7, 10)),
    CHECK (paragraph IS NULL OR version IS NOT NULL)
);

CREATE TABLE sitting (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    board_id TEXT NOT NULL REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
    held_on TEXT NOT NULL CHECK (length(held_on) IN (4, 7, 10)),
    place TEXT,
    note TEXT
);

CREATE TABLE agenda_item (
    sitting_id TEXT NOT NULL REFERENCES sitting (id),
    position BIGINT NOT NULL,
    label TEXT NOT NULL,
    title TEXT NOT NULL,
    paper_id TEXT REFERENCES matter (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (sitting_id, position)
);

CREATE TABLE paper (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    title TEXT NOT NULL,
    file_number TEXT,
    ministry_id TEXT REFERENCES ministry (id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL REFERENCES state (key),
    submitted_on TEXT CHECK (length(submitted_on) IN (4, 7, 10)),
    summary TEXT
);

CREATE TABLE decision_item (
    paper_id TEXT NOT NULL REFERENCES paper (id),
    position BIGINT NOT NULL,
    label TEXT NOT NULL,
    title TEXT NOT NULL,
    proposal_id TEXT REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED,
    version BIGINT,
    PRIMARY KEY (paper_id, position),
    UNIQUE (paper_id, label)
);

CREATE TABLE co_signature (
    paper_id TEXT NOT NULL REFERENCES paper (id),
    position BIGINT NOT NULL,
    ministry_id TEXT NOT NULL REFERENCES ministry (id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL REFERENCES state (key),
    signed_on TEXT CHECK (length(signed_on) IN (4, 7, 10)),
    note TEXT,
    PRIMARY KEY (paper_id, position)
);

CREATE TABLE decision (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    sitting_id TEXT NOT NULL REFERENCES sitting (id) DEFERRABLE INITIALLY DEFERRED,
    paper_id TEXT REFERENCES paper (id) DEFERRABLE INITIALLY DEFERRED,
    item TEXT,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    outcome TEXT NOT NULL REFERENCES state (key),
    reason TEXT,
    deferred_until TEXT CHECK (length(deferred_until) IN (4, 7, 10)),
    projects_decided BIGINT CHECK (projects_decided >= 0),
    confidence TEXT REFERENCES confidence (key),
    note TEXT
);

CREATE TABLE decision_condition (
    decision_id TEXT NOT NULL REFERENCES decision (id),
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    ministry_id TEXT REFERENCES ministry (id) DEFERRABLE INITIALLY DEFERRED,
    due_on TEXT CHECK (length(due_on) IN (4, 7, 10)),
    PRIMARY KEY (decision_id, position)
);

CREATE INDEX proposal_by_forum ON proposal (forum_id);
CREATE INDEX proposal_by_sort ON proposal (programme_id, sort_key, id);
CREATE INDEX statement_by_consultation ON statement (consultation_id);
CREATE INDEX statement_by_organisation ON statement (organisation_id);
CREATE INDEX point_by_statement ON point (statement_id, position);
CREATE INDEX point_by_proposal ON point (proposal_id);
CREATE INDEX decision_by_sitting ON decision (sitting_id);
