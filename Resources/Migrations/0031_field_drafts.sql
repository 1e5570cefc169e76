-- SPDX-License-Identifier: EUPL-1.2
-- Fields of action in the making: proposals are grouped on a board until a decision fixes the fields.

CREATE TABLE field_draft (
    id TEXT PRIMARY KEY CHECK (length(id) = 32),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    aim TEXT NOT NULL,
    goals TEXT,
    revision BIGINT NOT NULL CHECK (revision > 0),
    field_id TEXT REFERENCES field (id)
);

-- Where a proposal was put, and why; the last move counts. Without a field it was taken off the board.
CREATE TABLE field_move (
    programme_id TEXT NOT NULL REFERENCES programme (id),
    position BIGINT NOT NULL,
    proposal_id TEXT NOT NULL REFERENCES proposal (id),
    field_draft_id TEXT REFERENCES field_draft (id),
    reason TEXT NOT NULL,
    moved_at TEXT NOT NULL CHECK (length(moved_at) = 24),
    PRIMARY KEY (programme_id, position)
);

CREATE INDEX field_draft_by_programme ON field_draft (programme_id, position);
CREATE INDEX field_move_by_proposal ON field_move (proposal_id, position);
CREATE INDEX field_move_by_draft ON field_move (field_draft_id);
