-- SPDX-License-Identifier: EUPL-1.2
-- Forums at work: what is thought about ideas before anything is said, and proposals before they are published.
-- Nothing of this is a matter, so no page, search, feed, count or package can show it.

-- What a published proposal says of itself beside its text.
CREATE TABLE proposal_fact (
    proposal_id TEXT NOT NULL REFERENCES proposal (id),
    position BIGINT NOT NULL,
    aspect TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (proposal_id, position)
);

CREATE TABLE proposal_criterion (
    proposal_id TEXT NOT NULL REFERENCES proposal (id),
    position BIGINT NOT NULL,
    criterion TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (proposal_id, position)
);

-- What every proposal of a programme has to answer.
CREATE TABLE selection_criterion (
    programme_id TEXT NOT NULL REFERENCES programme (id),
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (programme_id, position)
);

CREATE TABLE proposal_draft_state (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO proposal_draft_state (key, position) VALUES ('draft', 1), ('submitted', 2), ('published', 3);

CREATE TABLE proposal_draft (
    id TEXT PRIMARY KEY CHECK (length(id) = 32),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    forum_id TEXT NOT NULL REFERENCES forum (id),
    state TEXT NOT NULL REFERENCES proposal_draft_state (key),
    revision BIGINT NOT NULL CHECK (revision > 0),
    proposal_id TEXT REFERENCES proposal (id),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    saved_at TEXT NOT NULL CHECK (length(saved_at) = 24),
    saved_by TEXT REFERENCES person (id),
    CHECK ((state = 'published') = (proposal_id IS NOT NULL))
);

CREATE INDEX proposal_draft_by_forum ON proposal_draft (programme_id, forum_id, state);

-- Each part keeps what it was in every revision that changed it, so that two who write at once can be brought together.
CREATE TABLE proposal_draft_text (
    proposal_draft_id TEXT NOT NULL REFERENCES proposal_draft (id),
    part TEXT NOT NULL,
    revision BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (proposal_draft_id, part, revision)
);

CREATE TABLE proposal_draft_idea (
    proposal_draft_id TEXT NOT NULL REFERENCES proposal_draft (id),
    idea_id TEXT NOT NULL REFERENCES idea (id),
    PRIMARY KEY (proposal_draft_id, idea_id)
);

CREATE INDEX proposal_draft_idea_by_idea ON proposal_draft_idea (idea_id);

CREATE TABLE desk_stage (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO desk_stage (key, position) VALUES ('new', 1), ('discussing', 2), ('taking_up', 3), ('not_pursued', 4);

-- Where an idea lies on the desk of its forum, and with which others.
CREATE TABLE idea_desk (
    idea_id TEXT PRIMARY KEY REFERENCES idea (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    stage TEXT NOT NULL REFERENCES desk_stage (key),
    bundle TEXT CHECK (length(bundle) BETWEEN 1 AND 60)
);

CREATE INDEX idea_desk_by_programme ON idea_desk (programme_id, stage);

-- What those who work in a forum say to each other about an idea or a draft.
CREATE TABLE work_note (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    idea_id TEXT REFERENCES idea (id),
    proposal_draft_id TEXT REFERENCES proposal_draft (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    written_at TEXT NOT NULL CHECK (length(written_at) = 24),
    CHECK ((idea_id IS NULL) <> (proposal_draft_id IS NULL))
);

CREATE INDEX work_note_by_idea ON work_note (idea_id, written_at);
CREATE INDEX work_note_by_draft ON work_note (proposal_draft_id, written_at);
CREATE INDEX work_note_by_person ON work_note (person_id);
CREATE INDEX work_note_by_programme ON work_note (programme_id);
