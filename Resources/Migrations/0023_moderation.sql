-- SPDX-License-Identifier: EUPL-1.2
-- What people report, and what moderators decide, each decision with its reason. The key of a reason is the rule of use
-- that it speaks of.

CREATE TABLE flag_reason (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO flag_reason (key, position) VALUES
    ('insult', 1), ('hatred', 2), ('personal_data', 3), ('advertising', 4), ('off_topic', 5), ('copyright', 6),
    ('unlawful', 7), ('danger', 8), ('other', 9);

CREATE TABLE moderation_verdict (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO moderation_verdict (key, position) VALUES ('hidden', 1), ('kept', 2), ('released', 3), ('rejected', 4);

CREATE TABLE moderation_decision (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    matter_id TEXT REFERENCES matter (id),
    held_id TEXT REFERENCES held_contribution (id),
    verdict TEXT NOT NULL REFERENCES moderation_verdict (key),
    rule TEXT REFERENCES flag_reason (key),
    reason TEXT,
    decided_by TEXT NOT NULL REFERENCES person (id),
    decided_at TEXT NOT NULL CHECK (length(decided_at) = 24),
    CHECK ((matter_id IS NULL) <> (held_id IS NULL)),
    CHECK (verdict = 'released' OR reason IS NOT NULL)
);

CREATE INDEX moderation_decision_by_time ON moderation_decision (programme_id, decided_at, id);
CREATE INDEX moderation_decision_by_matter ON moderation_decision (matter_id);
CREATE INDEX moderation_decision_by_held ON moderation_decision (held_id);
CREATE INDEX moderation_decision_by_person ON moderation_decision (decided_by);

-- Open until it has a decision.
CREATE TABLE flag (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    matter_id TEXT NOT NULL REFERENCES matter (id),
    reason TEXT NOT NULL REFERENCES flag_reason (key),
    text TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    email TEXT CHECK (length(email) BETWEEN 3 AND 254),
    language TEXT NOT NULL REFERENCES language (key),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    decision_id TEXT REFERENCES moderation_decision (id)
);

CREATE INDEX flag_open ON flag (programme_id, created_at, id) WHERE decision_id IS NULL;
CREATE INDEX flag_by_matter ON flag (matter_id);
CREATE INDEX flag_by_person ON flag (person_id);
CREATE INDEX flag_by_decision ON flag (decision_id);
CREATE INDEX flag_by_time ON flag (programme_id, created_at);
