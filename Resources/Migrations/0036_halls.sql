-- SPDX-License-Identifier: EUPL-1.2
-- What is said at a townhall, in the hall and online, in one list while it is held. It becomes points of the synopsis; until
-- then it is no matter and not journalled. Who asked online is never shown.

CREATE TABLE hall_channel (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO hall_channel (key, position) VALUES ('microphone', 1), ('card', 2), ('online', 3);

INSERT INTO statement_channel (key, position) VALUES ('hall', 6);

-- The position is that of its point in the statement of the hall, once it has one.
CREATE TABLE hall_entry (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    number BIGINT NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL REFERENCES point_kind (key),
    channel TEXT NOT NULL REFERENCES hall_channel (key),
    text TEXT NOT NULL,
    proposal_id TEXT REFERENCES proposal (id),
    joined_to_id TEXT REFERENCES hall_entry (id),
    answer TEXT,
    is_hidden BIGINT NOT NULL CHECK (is_hidden IN (0, 1)),
    person_id TEXT REFERENCES person (id),
    point_position BIGINT,
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    UNIQUE (consultation_id, number)
);

CREATE INDEX hall_entry_by_programme ON hall_entry (programme_id);
CREATE INDEX hall_entry_by_joined ON hall_entry (joined_to_id);
CREATE INDEX hall_entry_by_person ON hall_entry (person_id);

CREATE TABLE hall_support (
    hall_entry_id TEXT NOT NULL REFERENCES hall_entry (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    PRIMARY KEY (hall_entry_id, person_id)
);

CREATE INDEX hall_support_by_person ON hall_support (person_id);
CREATE INDEX hall_support_by_programme ON hall_support (programme_id);
