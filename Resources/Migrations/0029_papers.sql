-- SPDX-License-Identifier: EUPL-1.2
-- Decision papers at work: what they say, who signs which edition, through which sittings they go, what was decided.
-- All of it hangs on the paper, which nobody outside can read before the decisions are published.

-- In which order boards deal with a paper; the last of them decides. Boards without a rank deal with none.
ALTER TABLE board ADD COLUMN rank BIGINT CHECK (rank > 0);
ALTER TABLE sitting ADD COLUMN minutes TEXT;

CREATE TABLE paper_handling (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO paper_handling (key, position) VALUES ('oral', 1), ('silent', 2), ('circulation', 3);

ALTER TABLE paper ADD COLUMN office_id TEXT REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE paper ADD COLUMN handling TEXT REFERENCES paper_handling (key);
ALTER TABLE paper ADD COLUMN urgency TEXT;
ALTER TABLE paper ADD COLUMN edition BIGINT CHECK (edition > 0);
ALTER TABLE paper ADD COLUMN sign_until TEXT CHECK (length(sign_until) = 10);
ALTER TABLE paper ADD COLUMN decided_in_id TEXT REFERENCES sitting (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE paper ADD COLUMN publish_at TEXT CHECK (length(publish_at) = 24);
ALTER TABLE paper ADD COLUMN recorded_by TEXT REFERENCES journal_actor (id);
ALTER TABLE paper ADD COLUMN confirmed_by TEXT REFERENCES journal_actor (id);

ALTER TABLE decision_item ADD COLUMN text TEXT;
ALTER TABLE decision_item ADD COLUMN field_id TEXT REFERENCES field (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE decision_item ADD COLUMN exception_by TEXT;
ALTER TABLE decision_item ADD COLUMN exception_reason TEXT;
ALTER TABLE decision_item ADD COLUMN corrects_id TEXT REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED;

-- A signature holds for the words of one edition: the digest tells which.
ALTER TABLE co_signature ADD COLUMN edition BIGINT CHECK (edition > 0);
ALTER TABLE co_signature ADD COLUMN digest TEXT CHECK (length(digest) = 64);
ALTER TABLE co_signature ADD COLUMN reply TEXT;

CREATE TABLE paper_part (
    paper_id TEXT NOT NULL REFERENCES paper (id),
    position BIGINT NOT NULL,
    part TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (paper_id, position)
);

CREATE TABLE station_result (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO station_result (key, position) VALUES ('recommended', 1), ('referred_back', 2), ('taken_off', 3);

-- The sittings that deal with a paper. They stand here and not in the agenda, which may be public.
CREATE TABLE paper_station (
    paper_id TEXT NOT NULL REFERENCES paper (id),
    position BIGINT NOT NULL,
    sitting_id TEXT NOT NULL REFERENCES sitting (id) DEFERRABLE INITIALLY DEFERRED,
    label TEXT NOT NULL,
    result TEXT REFERENCES station_result (key),
    note TEXT,
    PRIMARY KEY (paper_id, position)
);

-- What was decided on each item, until it is published as decisions.
CREATE TABLE paper_result (
    id TEXT PRIMARY KEY,
    paper_id TEXT NOT NULL REFERENCES paper (id),
    position BIGINT NOT NULL,
    label TEXT NOT NULL,
    outcome TEXT NOT NULL REFERENCES state (key),
    text TEXT NOT NULL,
    reason TEXT,
    deferred_until TEXT CHECK (length(deferred_until) = 10),
    UNIQUE (paper_id, position)
);

CREATE TABLE paper_condition (
    paper_result_id TEXT NOT NULL REFERENCES paper_result (id),
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    office_id TEXT NOT NULL REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    due_on TEXT NOT NULL CHECK (length(due_on) = 10),
    PRIMARY KEY (paper_result_id, position)
);

ALTER TABLE decision ADD COLUMN corrects_id TEXT REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE decision ADD COLUMN exception_by TEXT;
ALTER TABLE decision ADD COLUMN exception_reason TEXT;

-- What a project brings along from its proposal.
CREATE TABLE project_fact (
    project_id TEXT NOT NULL REFERENCES project (id),
    position BIGINT NOT NULL,
    aspect TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (project_id, position)
);

CREATE INDEX paper_by_programme ON paper (programme_id, state);
CREATE INDEX decision_item_by_proposal ON decision_item (proposal_id);
CREATE INDEX decision_by_corrected ON decision (corrects_id);
CREATE INDEX paper_station_by_sitting ON paper_station (sitting_id);
