-- SPDX-License-Identifier: EUPL-1.2
-- Answers to ideas: who releases them, what is written before it is released, text blocks, moved days.

CREATE TABLE reply_setting (
    programme_id TEXT PRIMARY KEY REFERENCES programme (id),
    needs_release BIGINT NOT NULL CHECK (needs_release IN (0, 1))
);

CREATE TABLE reply_template (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
    text TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    UNIQUE (programme_id, title)
);

-- Written by one person, to be released by another. Not public, not journalled: the reply that comes of it is.
CREATE TABLE reply_draft (
    idea_id TEXT PRIMARY KEY REFERENCES idea (id),
    outcome TEXT NOT NULL REFERENCES state (key),
    text TEXT NOT NULL,
    office_id TEXT NOT NULL REFERENCES office (id),
    proposal_id TEXT REFERENCES proposal (id),
    written_by TEXT NOT NULL REFERENCES person (id),
    written_at TEXT NOT NULL CHECK (length(written_at) = 24)
);

CREATE INDEX reply_draft_by_person ON reply_draft (written_by);

-- Every time a day was moved: from when to when and why, so that no day moves in silence.
CREATE TABLE duty_extension (
    duty_id TEXT NOT NULL REFERENCES duty (id),
    position BIGINT NOT NULL,
    due_before TEXT NOT NULL CHECK (length(due_before) = 10),
    due_after TEXT NOT NULL CHECK (length(due_after) = 10),
    reason TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 24),
    PRIMARY KEY (duty_id, position)
);

-- The inbox goes through what is owed by its day, and asks for each idea what is owed.
CREATE INDEX duty_by_standing ON duty (programme_id, kind, state, due_on, matter_id, id);
CREATE INDEX duty_by_office ON duty (office_id, state, due_on, id);

ANALYZE duty;
