-- SPDX-License-Identifier: EUPL-1.2
-- Remarks that are written here, and contributions that wait: for a click in a mail, or for a person who reads them.

ALTER TABLE remark ADD COLUMN parent_id TEXT REFERENCES remark (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE remark ADD COLUMN office_id TEXT REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE remark ADD COLUMN is_withdrawn BIGINT NOT NULL DEFAULT 0 CHECK (is_withdrawn IN (0, 1));
-- The public number with zeros before it: remarks are read in its order, by index.
ALTER TABLE remark ADD COLUMN sort_key TEXT NOT NULL DEFAULT '';
UPDATE remark SET sort_key = (
    SELECT substr('000000000000', 1, 12 - length(CAST(m.number AS TEXT))) || CAST(m.number AS TEXT)
    FROM matter m WHERE m.id = remark.id);

CREATE INDEX remark_by_place ON remark (matter_id, parent_id, sort_key, id);
CREATE INDEX remark_by_parent ON remark (parent_id, sort_key, id);
CREATE INDEX remark_by_standing ON remark (matter_id, is_hidden, is_withdrawn, id);
CREATE INDEX remark_by_office ON remark (office_id);

CREATE TABLE held_state (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO held_state (key, position) VALUES ('unconfirmed', 1), ('waiting', 2), ('released', 3), ('rejected', 4);

-- A contribution before it is one: no matter, without a number, not journalled. It goes without a trace when nobody
-- confirms it; what was decided about it stays with its reasons.
CREATE TABLE held_contribution (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL REFERENCES matter_kind (key),
    about_id TEXT NOT NULL REFERENCES matter (id),
    parent_id TEXT REFERENCES remark (id),
    text TEXT NOT NULL,
    author_label TEXT,
    person_id TEXT REFERENCES person (id),
    email TEXT CHECK (length(email) BETWEEN 3 AND 254),
    language TEXT NOT NULL REFERENCES language (key),
    suspicions TEXT NOT NULL,
    state TEXT NOT NULL REFERENCES held_state (key),
    token_digest TEXT UNIQUE CHECK (length(token_digest) = 64),
    matter_id TEXT REFERENCES matter (id),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    waiting_since TEXT CHECK (length(waiting_since) = 24),
    CHECK (state = 'unconfirmed' OR waiting_since IS NOT NULL)
);

CREATE INDEX held_contribution_waiting ON held_contribution (programme_id, state, waiting_since, id);
CREATE INDEX held_contribution_by_person ON held_contribution (person_id);
CREATE INDEX held_contribution_by_matter ON held_contribution (matter_id);
CREATE INDEX held_contribution_by_creation ON held_contribution (state, created_at);

-- What came in lately, by digests of the sender and of the words, to notice haste and repetition. Kept for a week.
CREATE TABLE contribution_trace (
    id TEXT PRIMARY KEY,
    sender TEXT NOT NULL CHECK (length(sender) = 64),
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 24)
);

CREATE INDEX contribution_trace_by_sender ON contribution_trace (sender, recorded_at);
CREATE INDEX contribution_trace_by_fingerprint ON contribution_trace (fingerprint);
CREATE INDEX contribution_trace_by_time ON contribution_trace (recorded_at);
