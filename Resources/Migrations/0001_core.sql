-- SPDX-License-Identifier: EUPL-1.2
-- Programmes, matters, states and the journal. Sets that may grow are small tables.

CREATE TABLE matter_kind (
    key TEXT PRIMARY KEY,
    wing TEXT NOT NULL,
    is_numbered BIGINT NOT NULL CHECK (is_numbered IN (0, 1)),
    position BIGINT NOT NULL
);

CREATE TABLE confidence (key TEXT PRIMARY KEY);

CREATE TABLE state (
    key TEXT PRIMARY KEY,
    matter_kind TEXT NOT NULL REFERENCES matter_kind (key),
    aspect TEXT NOT NULL,
    position BIGINT NOT NULL
);

CREATE TABLE matter (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL,
    kind TEXT NOT NULL REFERENCES matter_kind (key),
    key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    number BIGINT CHECK (number > 0),
    position BIGINT NOT NULL,
    visible_from TEXT CHECK (length(visible_from) = 24),
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 24),
    imported_digest TEXT CHECK (length(imported_digest) = 64),
    UNIQUE (programme_id, kind, key),
    UNIQUE (programme_id, kind, number)
);

CREATE TABLE programme (
    id TEXT PRIMARY KEY REFERENCES matter (id) DEFERRABLE INITIALLY DEFERRED,
    programme_id TEXT NOT NULL CHECK (programme_id = id),
    slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 60),
    title TEXT NOT NULL,
    subtitle TEXT,
    summary TEXT NOT NULL,
    region_name TEXT NOT NULL,
    responsible TEXT,
    attribution TEXT,
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1)),
    starts_on TEXT CHECK (length(starts_on) IN (4, 7, 10)),
    ends_on TEXT CHECK (length(ends_on) IN (4, 7, 10)),
    package_version TEXT,
    note TEXT
);

CREATE TABLE main_programme (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    programme_id TEXT NOT NULL REFERENCES programme (id)
);

CREATE VIEW public_matter AS
    SELECT id, programme_id, kind, key, number, position, visible_from, recorded_at
    FROM matter WHERE visible_from IS NOT NULL;

CREATE INDEX matter_by_recorded ON matter (programme_id, recorded_at);

CREATE TABLE source (
    matter_id TEXT NOT NULL REFERENCES matter (id),
    position BIGINT NOT NULL,
    url TEXT NOT NULL,
    PRIMARY KEY (matter_id, position)
);

CREATE TABLE state_change (
    matter_id TEXT NOT NULL REFERENCES matter (id),
    position BIGINT NOT NULL,
    state TEXT NOT NULL REFERENCES state (key),
    effective_on TEXT CHECK (length(effective_on) IN (4, 7, 10)),
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 24),
    reason TEXT,
    PRIMARY KEY (matter_id, position)
);

CREATE TABLE language (key TEXT PRIMARY KEY);

CREATE TABLE text_version (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    matter_id TEXT NOT NULL REFERENCES matter (id) DEFERRABLE INITIALLY DEFERRED,
    field TEXT NOT NULL,
    language TEXT NOT NULL REFERENCES language (key),
    text TEXT NOT NULL,
    UNIQUE (matter_id, field, language)
);

CREATE TABLE journal_actor (
    id TEXT PRIMARY KEY,
    label TEXT
);

CREATE TABLE journal_entry (
    number BIGINT PRIMARY KEY CHECK (number > 0),
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 24),
    effective_on TEXT NOT NULL CHECK (length(effective_on) IN (4, 7, 10)),
    actor_id TEXT NOT NULL REFERENCES journal_actor (id),
    verb TEXT NOT NULL,
    subject TEXT NOT NULL,
    form TEXT NOT NULL,
    content_digest TEXT NOT NULL CHECK (length(content_digest) = 64),
    previous_digest TEXT NOT NULL CHECK (length(previous_digest) = 64),
    digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
    matter_id TEXT REFERENCES matter (id) ON DELETE SET NULL
);

CREATE INDEX journal_entry_by_subject ON journal_entry (subject, number);
CREATE INDEX journal_entry_by_matter ON journal_entry (matter_id, number);

CREATE TABLE journal_content (
    number BIGINT PRIMARY KEY REFERENCES journal_entry (number),
    salt TEXT NOT NULL CHECK (length(salt) = 32),
    content TEXT NOT NULL
);

INSERT INTO confidence (key) VALUES ('high'), ('medium'), ('low');
INSERT INTO language (key) VALUES ('de'), ('en'), ('de-simple'), ('dgs');
INSERT INTO journal_actor (id, label) VALUES ('system', 'Dreiklang');

INSERT INTO matter_kind (key, wing, is_numbered, position) VALUES
    ('programme', 'frame', 0, 1), ('phase', 'frame', 0, 2), ('pillar', 'frame', 0, 3),
    ('field', 'frame', 1, 4), ('goal', 'frame', 1, 5), ('indicator', 'frame', 0, 6),
    ('district', 'frame', 0, 7), ('municipality', 'frame', 0, 8), ('ministry', 'frame', 0, 9),
    ('organisation', 'frame', 1, 10), ('office', 'frame', 0, 11), ('board', 'frame', 0, 12),
    ('document', 'frame', 1, 13), ('text_version', 'frame', 0, 14),
    ('forum', 'listening', 1, 20), ('activity', 'listening', 1, 21), ('event', 'listening', 1, 22),
    ('idea', 'listening', 1, 23), ('remark', 'listening', 1, 24),
    ('consultation', 'deciding', 1, 30), ('proposal', 'deciding', 1, 31), ('statement', 'deciding', 1, 32),
    ('point', 'deciding', 0, 33), ('sitting', 'deciding', 1, 34), ('paper', 'deciding', 1, 35),
    ('decision', 'deciding', 1, 36),
    ('project', 'acting', 1, 40), ('milestone', 'acting', 0, 41), ('report', 'acting', 1, 42),
    ('funding', 'acting', 0, 43), ('call', 'acting', 1, 44), ('application', 'acting', 1, 45),
    ('timeline_entry', 'thread', 0, 50), ('status_report', 'thread', 0, 51), ('lesson', 'thread', 0, 52),
    ('duty', 'thread', 1, 53), ('link', 'thread', 0, 54);
