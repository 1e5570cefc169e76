-- SPDX-License-Identifier: EUPL-1.2
-- Ideas that people hand in here: the rules of a programme, and what waits to be confirmed or finished.

-- A programme without a row has the rules that ListeningRule names.
CREATE TABLE listening_rule (
    programme_id TEXT PRIMARY KEY REFERENCES programme (id),
    reply_days BIGINT NOT NULL CHECK (reply_days BETWEEN 1 AND 366)
);

-- An idea before it is one, as it was typed. A guest's waits for the click in a mail and has an address and the digest of
-- the link; a person's waits to be finished and belongs to that person. It is no matter, and goes without a trace.
CREATE TABLE idea_draft (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    person_id TEXT REFERENCES person (id),
    email TEXT CHECK (length(email) BETWEEN 3 AND 254),
    author_name TEXT,
    author_label TEXT,
    language TEXT NOT NULL REFERENCES language (key),
    title TEXT,
    text TEXT,
    forum TEXT,
    municipality TEXT,
    organisation TEXT,
    token_digest TEXT UNIQUE CHECK (length(token_digest) = 64),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 24),
    expires_at TEXT NOT NULL CHECK (length(expires_at) = 24),
    idea_number BIGINT,
    CHECK ((person_id IS NULL) <> (email IS NULL))
);

CREATE INDEX idea_draft_by_person ON idea_draft (person_id, programme_id, changed_at);
CREATE INDEX idea_draft_by_email ON idea_draft (email);
CREATE INDEX idea_draft_by_expiry ON idea_draft (expires_at);

-- The next free place and number of a kind, and which office is responsible, are asked for with each idea.
CREATE INDEX matter_by_position ON matter (programme_id, kind, position);
CREATE INDEX responsibility_by_matter ON responsibility (matter_id, office_id);
