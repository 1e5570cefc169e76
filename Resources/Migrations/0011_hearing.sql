-- SPDX-License-Identifier: EUPL-1.2
-- Consultations that are held here: fixed versions, longer time for some, statements in the making, the work on points.

ALTER TABLE consultation ADD COLUMN publish_on TEXT CHECK (length(publish_on) = 10);

-- A name is one of the invitation list; without one the time is longer for all.
CREATE TABLE consultation_extension (
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    position BIGINT NOT NULL,
    name TEXT,
    ends_on TEXT NOT NULL CHECK (length(ends_on) = 10),
    reason TEXT NOT NULL,
    PRIMARY KEY (consultation_id, position)
);

CREATE TABLE consultation_version (
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    position BIGINT NOT NULL,
    proposal_id TEXT NOT NULL REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED,
    version BIGINT NOT NULL CHECK (version > 0),
    PRIMARY KEY (consultation_id, position)
);

CREATE TABLE statement_channel (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO statement_channel (key, position) VALUES ('portal', 1), ('letter', 2), ('mail', 3), ('spoken', 4);

ALTER TABLE statement ADD COLUMN may_publish BIGINT CHECK (may_publish IN (0, 1));
ALTER TABLE statement ADD COLUMN submitted_at TEXT CHECK (length(submitted_at) = 24);
ALTER TABLE statement ADD COLUMN channel TEXT REFERENCES statement_channel (key);

ALTER TABLE point ADD COLUMN wording TEXT;
ALTER TABLE point ADD COLUMN due_on TEXT CHECK (length(due_on) = 10);
ALTER TABLE point ADD COLUMN split_from_id TEXT REFERENCES point (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE point ADD COLUMN answered_with_id TEXT REFERENCES point (id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE point_signature (
    point_id TEXT NOT NULL REFERENCES point (id),
    position BIGINT NOT NULL,
    ministry_id TEXT NOT NULL REFERENCES ministry (id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL REFERENCES state (key),
    note TEXT,
    reply TEXT,
    signed_on TEXT CHECK (length(signed_on) = 10),
    PRIMARY KEY (point_id, position)
);

-- A way in that was mailed to somebody of an invited body; only the digest of the key is kept. The actor is what the
-- journal names when somebody without an account acts.
CREATE TABLE statement_access (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    organisation_id TEXT REFERENCES organisation (id),
    municipality_id TEXT REFERENCES municipality (id),
    email TEXT NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
    language TEXT NOT NULL REFERENCES language (key),
    token_digest TEXT NOT NULL UNIQUE CHECK (length(token_digest) = 64),
    actor_id TEXT NOT NULL REFERENCES journal_actor (id),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    expires_at TEXT NOT NULL CHECK (length(expires_at) = 24),
    ended_at TEXT CHECK (length(ended_at) = 24),
    CHECK ((organisation_id IS NULL) <> (municipality_id IS NULL))
);

-- What is being written belongs to its writers alone: it is no matter, not journalled, and never public.
CREATE TABLE statement_draft (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    organisation_id TEXT REFERENCES organisation (id),
    municipality_id TEXT REFERENCES municipality (id),
    person_id TEXT REFERENCES person (id),
    kind TEXT NOT NULL REFERENCES statement_kind (key),
    text TEXT,
    may_publish BIGINT NOT NULL CHECK (may_publish IN (0, 1)),
    state TEXT NOT NULL REFERENCES state (key),
    revision BIGINT NOT NULL CHECK (revision > 0),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 24),
    changed_by TEXT REFERENCES person (id),
    statement_id TEXT UNIQUE REFERENCES statement (id),
    recipient TEXT CHECK (length(recipient) BETWEEN 3 AND 254),
    recipient_language TEXT REFERENCES language (key),
    UNIQUE (consultation_id, organisation_id),
    UNIQUE (consultation_id, municipality_id),
    UNIQUE (consultation_id, person_id)
);

CREATE TABLE statement_draft_point (
    draft_id TEXT NOT NULL REFERENCES statement_draft (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL REFERENCES point_kind (key),
    proposal_id TEXT REFERENCES proposal (id),
    version BIGINT,
    paragraph TEXT,
    text TEXT NOT NULL,
    wording TEXT,
    PRIMARY KEY (draft_id, position)
);

CREATE INDEX consultation_extension_by_consultation ON consultation_extension (consultation_id);
CREATE INDEX consultation_version_by_proposal ON consultation_version (proposal_id);
CREATE INDEX statement_access_by_consultation ON statement_access (consultation_id);
CREATE INDEX statement_access_by_email ON statement_access (email);
CREATE INDEX statement_draft_by_person ON statement_draft (person_id);
CREATE INDEX statement_draft_by_changer ON statement_draft (changed_by);
CREATE INDEX point_by_answer ON point (answered_with_id);
CREATE INDEX point_by_split ON point (split_from_id);
CREATE INDEX point_by_office ON point (office_id);
CREATE INDEX point_by_standing ON point (programme_id, state, due_on);
