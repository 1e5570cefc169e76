-- SPDX-License-Identifier: EUPL-1.2
-- Whoever a decision of moderation concerns may object to it; another person decides again.

INSERT INTO moderation_verdict (key, position) VALUES ('restored', 5), ('upheld', 6);

-- Made with the letter that tells of a decision: its link is the right to object. It names the side, and whom to answer.
CREATE TABLE objection (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    decision_id TEXT NOT NULL REFERENCES moderation_decision (id),
    side TEXT NOT NULL CHECK (side IN ('author', 'flagger')),
    person_id TEXT REFERENCES person (id),
    email TEXT CHECK (length(email) BETWEEN 3 AND 254),
    language TEXT NOT NULL REFERENCES language (key),
    token_digest TEXT NOT NULL UNIQUE CHECK (length(token_digest) = 64),
    told_at TEXT NOT NULL CHECK (length(told_at) = 24),
    text TEXT,
    objected_at TEXT CHECK (length(objected_at) = 24),
    answer_id TEXT REFERENCES moderation_decision (id),
    CHECK ((text IS NULL) = (objected_at IS NULL)),
    CHECK (answer_id IS NULL OR objected_at IS NOT NULL)
);

CREATE INDEX objection_by_decision ON objection (decision_id);
CREATE INDEX objection_by_answer ON objection (answer_id);
CREATE INDEX objection_by_person ON objection (person_id);
CREATE INDEX objection_waiting ON objection (programme_id, objected_at, id) WHERE answer_id IS NULL;
