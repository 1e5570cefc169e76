-- SPDX-License-Identifier: EUPL-1.2
-- Progress reports of a whole programme: what is published stays as it was, byte for byte, under its digest.

CREATE TABLE frozen_file (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    media_type TEXT NOT NULL,
    content TEXT NOT NULL
);

CREATE TABLE stocktaking (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    number BIGINT NOT NULL CHECK (number > 0),
    effective_on TEXT NOT NULL CHECK (length(effective_on) = 10),
    known_at TEXT NOT NULL CHECK (length(known_at) = 24),
    journal_number BIGINT NOT NULL,
    digest TEXT NOT NULL REFERENCES frozen_file (digest),
    published_at TEXT NOT NULL CHECK (length(published_at) = 24),
    UNIQUE (programme_id, number)
);
