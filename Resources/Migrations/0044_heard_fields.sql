-- SPDX-License-Identifier: EUPL-1.2
-- Fields of action in the making on which people are heard: the words that stood on the board when the consultation was
-- planned, whatever becomes of the board meanwhile.

CREATE TABLE consultation_field (
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    position BIGINT NOT NULL,
    lineage TEXT NOT NULL CHECK (length(lineage) BETWEEN 1 AND 64),
    name TEXT NOT NULL,
    aim TEXT NOT NULL,
    goals TEXT,
    proposals TEXT,
    PRIMARY KEY (consultation_id, position)
);

-- What a point speaks of, where it speaks of such a field and not of a proposal.
ALTER TABLE point ADD COLUMN field_draft TEXT CHECK (length(field_draft) BETWEEN 1 AND 64);
ALTER TABLE statement_draft_point ADD COLUMN field_draft TEXT CHECK (length(field_draft) BETWEEN 1 AND 64);
