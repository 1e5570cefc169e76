-- SPDX-License-Identifier: EUPL-1.2
-- Files that were handed in. They lie in the database in pieces, under the digest of what is in them: the same file is
-- kept once, however often it is attached, and a backup of the database holds everything.

CREATE TABLE media_type (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO media_type (key, position) VALUES
    ('application/pdf', 1), ('image/png', 2), ('image/jpeg', 3), ('image/webp', 4);

CREATE TABLE stored_file (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    media_type TEXT NOT NULL REFERENCES media_type (key),
    size BIGINT NOT NULL CHECK (size > 0),
    width BIGINT CHECK (width > 0),
    height BIGINT CHECK (height > 0),
    stored_at TEXT NOT NULL CHECK (length(stored_at) = 24)
);

CREATE TABLE stored_file_piece (
    digest TEXT NOT NULL REFERENCES stored_file (digest),
    position BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (digest, position)
);

-- What a document says of its file. There is no reference to the file: a programme may be brought in without its files,
-- and a file that had to be taken away leaves the document with its digest.
ALTER TABLE document ADD COLUMN file_digest TEXT CHECK (length(file_digest) = 64);
ALTER TABLE document ADD COLUMN file_name TEXT;
ALTER TABLE document ADD COLUMN media_type TEXT REFERENCES media_type (key);
ALTER TABLE document ADD COLUMN size BIGINT CHECK (size > 0);
ALTER TABLE document ADD COLUMN width BIGINT CHECK (width > 0);
ALTER TABLE document ADD COLUMN height BIGINT CHECK (height > 0);

CREATE INDEX document_by_file ON document (file_digest);

-- Files that were chosen in a form that has not been sent for good. The form names their shelf by a text that nobody
-- guesses; they go without a trace when the form is not sent in time.
CREATE TABLE attachment_draft (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    shelf TEXT NOT NULL CHECK (length(shelf) = 64),
    position BIGINT NOT NULL,
    person_id TEXT REFERENCES person (id),
    digest TEXT NOT NULL REFERENCES stored_file (digest),
    file_name TEXT NOT NULL,
    description TEXT,
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    expires_at TEXT NOT NULL CHECK (length(expires_at) = 24)
);

CREATE INDEX attachment_draft_by_shelf ON attachment_draft (shelf, position);
CREATE INDEX attachment_draft_by_person ON attachment_draft (person_id);
CREATE INDEX attachment_draft_by_file ON attachment_draft (digest);
CREATE INDEX attachment_draft_by_expiry ON attachment_draft (expires_at);

-- An idea that waits knows the shelf of its files.
ALTER TABLE idea_draft ADD COLUMN shelf TEXT CHECK (length(shelf) = 64);
