-- SPDX-License-Identifier: EUPL-1.2
-- Tables of ideas that were gathered elsewhere: as they were read, what each column means, and what came of each row.

CREATE TABLE idea_import (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    file_name TEXT NOT NULL,
    columns TEXT NOT NULL,
    mapping TEXT NOT NULL,
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    done_at TEXT CHECK (length(done_at) = 24),
    undone_at TEXT CHECK (length(undone_at) = 24)
);

CREATE INDEX idea_import_by_programme ON idea_import (programme_id, created_at);
CREATE INDEX idea_import_by_person ON idea_import (person_id);

CREATE TABLE idea_import_row (
    idea_import_id TEXT NOT NULL REFERENCES idea_import (id),
    position BIGINT NOT NULL,
    row_number BIGINT NOT NULL,
    cells TEXT NOT NULL,
    idea_id TEXT REFERENCES idea (id),
    PRIMARY KEY (idea_import_id, position)
);

CREATE INDEX idea_import_row_by_idea ON idea_import_row (idea_id);
