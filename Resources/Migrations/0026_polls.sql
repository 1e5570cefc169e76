-- SPDX-License-Identifier: EUPL-1.2
-- Polls on priorities: choosing n of m topics. Who chose what is secret, before the end and after it.

INSERT INTO state (key, matter_kind, aspect, position) VALUES
    ('activity.planned', 'activity', 'state', 1), ('activity.open', 'activity', 'state', 2),
    ('activity.closed', 'activity', 'state', 3);

INSERT INTO notice_kind (key, position) VALUES ('poll_opened', 25), ('poll_moved', 26), ('poll_counted', 27);

CREATE TABLE result_rule (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO result_rule (key, position) VALUES ('at_end', 1), ('always', 2);

-- Null for every offer that is no poll here.
ALTER TABLE activity ADD COLUMN choices BIGINT CHECK (choices > 0);
ALTER TABLE activity ADD COLUMN result_rule TEXT REFERENCES result_rule (key);
ALTER TABLE activity ADD COLUMN state TEXT REFERENCES state (key);

CREATE TABLE poll_topic (
    activity_id TEXT NOT NULL REFERENCES activity (id),
    position BIGINT NOT NULL,
    title TEXT NOT NULL,
    forum_id TEXT REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED,
    field_id TEXT REFERENCES field (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (activity_id, position)
);

-- Each change of the period, with what it was before and why.
CREATE TABLE poll_change (
    activity_id TEXT NOT NULL REFERENCES activity (id),
    position BIGINT NOT NULL,
    changed_on TEXT NOT NULL CHECK (length(changed_on) = 10),
    earlier_start TEXT CHECK (length(earlier_start) = 10),
    earlier_end TEXT CHECK (length(earlier_end) = 10),
    reason TEXT NOT NULL,
    PRIMARY KEY (activity_id, position)
);

ALTER TABLE priority_result ADD COLUMN ballots BIGINT CHECK (ballots >= 0);
ALTER TABLE priority_rank ADD COLUMN votes BIGINT CHECK (votes >= 0);

-- How many ballots came from where. A number that might point at somebody is never written down.
CREATE TABLE priority_turnout (
    priority_result_id TEXT NOT NULL REFERENCES priority_result (id),
    position BIGINT NOT NULL,
    municipality_id TEXT REFERENCES municipality (id) DEFERRABLE INITIALLY DEFERRED,
    ballots BIGINT NOT NULL CHECK (ballots >= 5),
    PRIMARY KEY (priority_result_id, position)
);

-- What a poll's key must be, so that another one never lets people vote twice. The key itself is in the secrets file.
CREATE TABLE poll_key (
    activity_id TEXT PRIMARY KEY REFERENCES activity (id),
    digest TEXT NOT NULL CHECK (length(digest) = 64)
);

-- While a poll is open. The voter is a code that nobody can make without the poll's key; no row says when, only the day.
CREATE TABLE ballot (
    activity_id TEXT NOT NULL REFERENCES activity (id),
    voter TEXT NOT NULL CHECK (length(voter) = 64),
    municipality_id TEXT REFERENCES municipality (id),
    cast_on TEXT NOT NULL CHECK (length(cast_on) = 10),
    PRIMARY KEY (activity_id, voter)
);

CREATE TABLE ballot_choice (
    activity_id TEXT NOT NULL,
    voter TEXT NOT NULL,
    topic BIGINT NOT NULL,
    PRIMARY KEY (activity_id, voter, topic),
    FOREIGN KEY (activity_id, voter) REFERENCES ballot (activity_id, voter),
    FOREIGN KEY (activity_id, topic) REFERENCES poll_topic (activity_id, position) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ballot_by_municipality ON ballot (activity_id, municipality_id);
CREATE INDEX ballot_municipality ON ballot (municipality_id);
CREATE INDEX ballot_choice_by_topic ON ballot_choice (activity_id, topic);

-- A guest's way to the ballot, mailed to an address that is not kept here.
CREATE TABLE ballot_access (
    token_digest TEXT PRIMARY KEY CHECK (length(token_digest) = 64),
    activity_id TEXT NOT NULL REFERENCES activity (id),
    voter TEXT NOT NULL CHECK (length(voter) = 64),
    made_on TEXT NOT NULL CHECK (length(made_on) = 10)
);

CREATE INDEX ballot_access_by_voter ON ballot_access (activity_id, voter);

-- What remains after the end, to count once more: which topics stood on one paper. In the order of codes that mean
-- nothing any more, without place and day.
CREATE TABLE counted_paper (
    activity_id TEXT NOT NULL REFERENCES activity (id),
    paper BIGINT NOT NULL,
    topic BIGINT NOT NULL,
    PRIMARY KEY (activity_id, paper, topic)
);

CREATE INDEX activity_by_state ON activity (state);
