-- SPDX-License-Identifier: EUPL-1.2
-- Applications of partners while they are worked on: drafts with their cost plan, requests for more, reviews. Nothing of
-- this is a matter: what the public may read is a row of the table application, written when an application is handed in.

CREATE TABLE application_case (
    id TEXT PRIMARY KEY CHECK (length(id) = 32),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    call_id TEXT NOT NULL REFERENCES call (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    application_id TEXT REFERENCES application (id),
    state TEXT NOT NULL REFERENCES state (key),
    revision BIGINT NOT NULL CHECK (revision > 0),
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    plan TEXT NOT NULL,
    field_key TEXT,
    own_cents BIGINT NOT NULL CHECK (own_cents >= 0),
    others_cents BIGINT NOT NULL CHECK (others_cents >= 0),
    grant_cents BIGINT NOT NULL CHECK (grant_cents >= 0),
    secured TEXT NOT NULL,
    is_public BIGINT NOT NULL CHECK (is_public IN (0, 1)),
    request TEXT,
    request_due_on TEXT CHECK (length(request_due_on) = 10),
    proposed_outcome TEXT REFERENCES state (key),
    proposed_reason TEXT,
    outcome TEXT REFERENCES state (key),
    reason TEXT,
    submitted_at TEXT CHECK (length(submitted_at) = 24),
    saved_at TEXT NOT NULL CHECK (length(saved_at) = 24),
    saved_by TEXT REFERENCES person (id)
);

CREATE INDEX application_case_by_programme ON application_case (programme_id, state);
CREATE INDEX application_case_by_organisation ON application_case (organisation_id);
CREATE INDEX application_case_by_application ON application_case (application_id);
CREATE INDEX application_case_by_saver ON application_case (saved_by);

CREATE TABLE application_cost (
    application_case_id TEXT NOT NULL REFERENCES application_case (id),
    position BIGINT NOT NULL,
    label TEXT NOT NULL,
    amount_cents BIGINT NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (application_case_id, position)
);

CREATE TABLE application_review_state (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO application_review_state (key, position)
VALUES ('invited', 1), ('accepted', 2), ('conflict', 3), ('submitted', 4);

CREATE TABLE application_review (
    id TEXT PRIMARY KEY CHECK (length(id) = 32),
    application_case_id TEXT NOT NULL REFERENCES application_case (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    state TEXT NOT NULL REFERENCES application_review_state (key),
    due_on TEXT NOT NULL CHECK (length(due_on) = 10),
    conflict TEXT,
    summary TEXT,
    submitted_at TEXT CHECK (length(submitted_at) = 24),
    UNIQUE (application_case_id, person_id)
);

CREATE INDEX application_review_by_person ON application_review (person_id);

CREATE TABLE application_score (
    application_review_id TEXT NOT NULL REFERENCES application_review (id),
    position BIGINT NOT NULL,
    points BIGINT NOT NULL CHECK (points BETWEEN 0 AND 5),
    reason TEXT NOT NULL,
    PRIMARY KEY (application_review_id, position)
);
