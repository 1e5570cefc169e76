-- SPDX-License-Identifier: EUPL-1.2
-- Ideas that were merged: what was before, and who came along, so that it can be undone as if it had not happened.

CREATE TABLE idea_merge (
    id TEXT PRIMARY KEY,
    idea_id TEXT NOT NULL REFERENCES idea (id),
    target_id TEXT NOT NULL REFERENCES idea (id),
    state_before TEXT NOT NULL REFERENCES state (key),
    outcome_before TEXT REFERENCES state (key),
    target_state_before TEXT NOT NULL REFERENCES state (key),
    duty_id TEXT REFERENCES duty (id),
    duty_reason_before TEXT,
    target_duty_id TEXT REFERENCES duty (id),
    target_due_before TEXT CHECK (length(target_due_before) = 10),
    done_by TEXT NOT NULL REFERENCES person (id),
    done_at TEXT NOT NULL CHECK (length(done_at) = 24),
    undone_at TEXT CHECK (length(undone_at) = 24)
);

CREATE INDEX idea_merge_by_idea ON idea_merge (idea_id, done_at);
CREATE INDEX idea_merge_by_target ON idea_merge (target_id);
CREATE INDEX idea_merge_by_person ON idea_merge (done_by);

-- Who follows or has handed in the other idea only because of the merging.
CREATE TABLE idea_merge_follower (
    idea_merge_id TEXT NOT NULL REFERENCES idea_merge (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    is_author BIGINT NOT NULL CHECK (is_author IN (0, 1)),
    PRIMARY KEY (idea_merge_id, person_id, is_author)
);

CREATE INDEX idea_merge_follower_by_person ON idea_merge_follower (person_id);
