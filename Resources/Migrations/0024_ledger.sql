-- SPDX-License-Identifier: EUPL-1.2
-- The ledger in writing: what a partner was told, years that are closed, and lists of a budget office with what became
-- of their rows.

ALTER TABLE funding ADD COLUMN told TEXT;

CREATE TABLE closed_year (
    programme_id TEXT NOT NULL REFERENCES programme (id),
    fiscal_year BIGINT NOT NULL CHECK (fiscal_year BETWEEN 1990 AND 2100),
    closed_at TEXT NOT NULL CHECK (length(closed_at) = 24),
    PRIMARY KEY (programme_id, fiscal_year)
);

CREATE TABLE funding_import (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    file_name TEXT NOT NULL,
    columns TEXT NOT NULL,
    mapping TEXT NOT NULL,
    row_count BIGINT NOT NULL CHECK (row_count > 0),
    cells TEXT NOT NULL,
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    done_at TEXT CHECK (length(done_at) = 24),
    undone_at TEXT CHECK (length(undone_at) = 24)
);

CREATE INDEX funding_import_by_programme ON funding_import (programme_id, created_at);
CREATE INDEX funding_import_by_person ON funding_import (person_id);

CREATE TABLE funding_import_entry (
    funding_id TEXT PRIMARY KEY REFERENCES funding (id),
    funding_import_id TEXT NOT NULL REFERENCES funding_import (id),
    row_number BIGINT NOT NULL
);

CREATE INDEX funding_import_entry_by_import ON funding_import_entry (funding_import_id, row_number);
CREATE INDEX funding_by_reversed ON funding (reverses_id);
