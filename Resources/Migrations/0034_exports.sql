-- SPDX-License-Identifier: EUPL-1.2
-- Documents that take too long for one answer: who ordered which, how far it is, and for a day the finished file. Nothing
-- of this is journalled.

CREATE TABLE export_state (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO export_state (key, position) VALUES ('waiting', 1), ('running', 2), ('done', 3), ('failed', 4);

-- The subject is what its kind needs to know, as the query of an address. Whoever makes it holds it until lease_ends_at.
CREATE TABLE export_job (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    format TEXT NOT NULL CHECK (format IN ('docx', 'pdf')),
    language TEXT NOT NULL REFERENCES language (key),
    title TEXT NOT NULL,
    file_name TEXT NOT NULL,
    state TEXT NOT NULL REFERENCES export_state (key),
    fault TEXT,
    attempts BIGINT NOT NULL,
    rows_done BIGINT NOT NULL,
    rows_all BIGINT,
    byte_count BIGINT,
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    started_at TEXT CHECK (length(started_at) = 24),
    ended_at TEXT CHECK (length(ended_at) = 24),
    lease_ends_at TEXT CHECK (length(lease_ends_at) = 24),
    expires_at TEXT NOT NULL CHECK (length(expires_at) = 24)
);

CREATE INDEX export_job_by_state ON export_job (state, created_at, id);
CREATE INDEX export_job_by_person ON export_job (person_id, programme_id, created_at);
CREATE INDEX export_job_by_programme ON export_job (programme_id);

CREATE TABLE export_part (
    export_job_id TEXT NOT NULL REFERENCES export_job (id),
    position BIGINT NOT NULL,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    bytes BYTEA NOT NULL,
    PRIMARY KEY (export_job_id, position)
);

CREATE INDEX export_part_by_programme ON export_part (programme_id);
