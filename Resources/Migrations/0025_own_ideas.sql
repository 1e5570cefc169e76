-- SPDX-License-Identifier: EUPL-1.2
-- What those who handed an idea in may do with it afterwards: change it, so that everybody can see what it said before,
-- and take it back.

ALTER TABLE idea ADD COLUMN withdrawn_on TEXT CHECK (length(withdrawn_on) = 10);

CREATE TABLE idea_version (
    idea_id TEXT NOT NULL REFERENCES idea (id),
    position BIGINT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    replaced_on TEXT NOT NULL CHECK (length(replaced_on) = 10),
    PRIMARY KEY (idea_id, position)
);
