-- SPDX-License-Identifier: EUPL-1.2
-- What a moderator decides with one click is a round. It can be taken back for some minutes, and its letters wait as long.

ALTER TABLE moderation_decision ADD COLUMN round TEXT CHECK (length(round) = 32);
ALTER TABLE moderation_decision ADD COLUMN undone_at TEXT CHECK (length(undone_at) = 24);

CREATE INDEX moderation_decision_by_round ON moderation_decision (round);

-- Which letters tell of a decision.
CREATE TABLE moderation_letter (
    mail_id TEXT PRIMARY KEY REFERENCES mail (id) ON DELETE CASCADE,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    decision_id TEXT NOT NULL REFERENCES moderation_decision (id)
);

CREATE INDEX moderation_letter_by_decision ON moderation_letter (decision_id);
