-- SPDX-License-Identifier: EUPL-1.2
-- Ideas that came on paper, from a hall, by letter or telephone: by which card code whoever said them can claim them.

CREATE TABLE idea_claim (
    idea_id TEXT PRIMARY KEY REFERENCES idea (id),
    code_digest TEXT NOT NULL UNIQUE CHECK (length(code_digest) = 64),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    claimed_at TEXT CHECK (length(claimed_at) = 24)
);
