-- SPDX-License-Identifier: EUPL-1.2
-- What those who handed an idea in may do with it afterwards: change it, so that everybody can see what it said before,
-- and take it back; and ideas that were taken out of another one.

ALTER TABLE idea ADD COLUMN withdrawn_on TEXT CHECK (length(withdrawn_on) = 10);

-- The idea that this one was taken out of.
ALTER TABLE idea ADD COLUMN split_from_id TEXT REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX idea_by_split ON idea (split_from_id);

CREATE TABLE idea_version (
    idea_id TEXT NOT NULL REFERENCES idea (id),
    position BIGINT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    replaced_on TEXT NOT NULL CHECK (length(replaced_on) = 10),
    PRIMARY KEY (idea_id, position)
);
