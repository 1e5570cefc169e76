-- SPDX-License-Identifier: EUPL-1.2
-- The search index: which words stand where in everything public. It follows from the other tables and can be made anew
-- at any time. Its lists are packed by the program, so that both engines find the same.

-- The identity is drawn anew whenever the index is; together with the number of changes it tells a program whether what
-- it remembers of the index still holds.
CREATE TABLE search_index (
    number BIGINT PRIMARY KEY CHECK (number > 0),
    programme_id TEXT NOT NULL UNIQUE REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    identity TEXT NOT NULL,
    form TEXT NOT NULL,
    changes BIGINT NOT NULL CHECK (changes >= 0),
    next_document BIGINT NOT NULL CHECK (next_document > 0),
    documents BIGINT NOT NULL CHECK (documents >= 0),
    words BIGINT NOT NULL CHECK (words >= 0)
);

-- One public matter. The owner is the matter on whose page it stands when it has no page of its own;
-- the digest tells whether what it says has changed.
CREATE TABLE search_document (
    index_number BIGINT NOT NULL REFERENCES search_index (number),
    number BIGINT NOT NULL CHECK (number > 0),
    matter_id TEXT NOT NULL UNIQUE REFERENCES matter (id) DEFERRABLE INITIALLY DEFERRED,
    owner_id TEXT REFERENCES matter (id) DEFERRABLE INITIALLY DEFERRED,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    PRIMARY KEY (index_number, number)
);

-- The public texts of a matter, a row for each paragraph; the position is that of its first word.
CREATE TABLE search_passage (
    index_number BIGINT NOT NULL,
    document BIGINT NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    language TEXT REFERENCES language (key),
    text TEXT NOT NULL,
    PRIMARY KEY (index_number, document, position),
    FOREIGN KEY (index_number, document) REFERENCES search_document (index_number, number)
);

-- Where a word stands: packed places in 4,096 consecutive documents at a time.
CREATE TABLE search_posting (
    index_number BIGINT NOT NULL REFERENCES search_index (number),
    word TEXT NOT NULL,
    block BIGINT NOT NULL CHECK (block >= 0),
    stem TEXT NOT NULL,
    written TEXT NOT NULL,
    documents BIGINT NOT NULL CHECK (documents > 0),
    places BYTEA NOT NULL,
    PRIMARY KEY (index_number, word, block)
);

-- What the filters ask for, packed in the same blocks.
CREATE TABLE search_block (
    index_number BIGINT NOT NULL REFERENCES search_index (number),
    number BIGINT NOT NULL CHECK (number >= 0),
    attributes BYTEA NOT NULL,
    PRIMARY KEY (index_number, number)
);

CREATE INDEX search_posting_by_stem ON search_posting (index_number, stem);
