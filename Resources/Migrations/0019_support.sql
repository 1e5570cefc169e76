-- SPDX-License-Identifier: EUPL-1.2
-- Who supports which idea. Secret: only the number is public, and nothing of it is journalled. No row says when.

CREATE TABLE support (
    idea_id TEXT NOT NULL REFERENCES idea (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (idea_id, person_id)
);

CREATE INDEX support_by_person ON support (person_id, idea_id);

-- How many rows an idea has in support, kept with each of them; lists are ordered by it.
CREATE TABLE support_count (
    idea_id TEXT PRIMARY KEY REFERENCES idea (id),
    own BIGINT NOT NULL CHECK (own >= 0)
);
