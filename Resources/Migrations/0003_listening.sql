-- SPDX-License-Identifier: EUPL-1.2
-- Forums, events, activities, ideas and remarks.

INSERT INTO state (key, matter_kind, aspect, position) VALUES
    ('event.planned', 'event', 'state', 1), ('event.open', 'event', 'state', 2), ('event.held', 'event', 'state', 3),
    ('event.minuted', 'event', 'state', 4), ('event.cancelled', 'event', 'state', 5),
    ('idea.unconfirmed', 'idea', 'state', 1), ('idea.received', 'idea', 'state', 2),
    ('idea.in_review', 'idea', 'state', 3), ('idea.answered', 'idea', 'state', 4),
    ('idea.taken_up', 'idea', 'outcome', 1), ('idea.in_part', 'idea', 'outcome', 2),
    ('idea.merged', 'idea', 'outcome', 3), ('idea.passed_on', 'idea', 'outcome', 4),
    ('idea.declined', 'idea', 'outcome', 5), ('idea.unknown', 'idea', 'outcome', 6);

CREATE TABLE forum (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    number_confidence TEXT REFERENCES confidence (key),
    title TEXT,
    topic TEXT,
    ministry_id TEXT REFERENCES ministry (id) DEFERRABLE INITIALLY DEFERRED,
    moderator_role TEXT,
    co_moderator_role TEXT,
    guiding_question TEXT,
    events_known BIGINT CHECK (events_known >= 0),
    proposals_submitted BIGINT CHECK (proposals_submitted >= 0),
    confidence TEXT REFERENCES confidence (key),
    note TEXT
);

CREATE TABLE forum_member (
    forum_id TEXT NOT NULL REFERENCES forum (id),
    position BIGINT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    function TEXT,
    PRIMARY KEY (forum_id, position)
);

CREATE TABLE activity_kind (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO activity_kind (key, position) VALUES
    ('online_poll', 1), ('idea_submission', 2), ('comment_rating', 3), ('map_survey', 4),
    ('call_for_contributions', 5), ('expert_events', 6), ('publication', 7), ('position_paper', 8);

CREATE TABLE activity (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL REFERENCES activity_kind (key),
    title TEXT NOT NULL,
    stage TEXT NOT NULL,
    starts_on TEXT CHECK (length(starts_on) IN (4, 7, 10)),
    ends_on TEXT CHECK (length(ends_on) IN (4, 7, 10)),
    forum_id TEXT REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED,
    audience TEXT NOT NULL,
    channel TEXT NOT NULL,
    use_of_input TEXT,
    feedback_to_participants TEXT,
    confidence TEXT REFERENCES confidence (key),
    note TEXT
);

-- What people could do in an activity or a consultation, in order.
CREATE TABLE participation_offer (
    matter_id TEXT NOT NULL REFERENCES matter (id),
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (matter_id, position)
);

-- A cited figure: an official number with its date and source. It is never added to counted ones.
CREATE TABLE cited_figure (
    matter_id TEXT NOT NULL REFERENCES matter (id),
    position BIGINT NOT NULL,
    label TEXT NOT NULL,
    value BIGINT NOT NULL,
    unit TEXT NOT NULL,
    as_of TEXT CHECK (length(as_of) IN (4, 7, 10)),
    qualifier TEXT,
    source_url TEXT,
    figure TEXT,
    PRIMARY KEY (matter_id, position)
);

CREATE TABLE priority_result (
    id TEXT PRIMARY KEY,
    matter_id TEXT NOT NULL REFERENCES matter (id),
    position BIGINT NOT NULL,
    as_of TEXT CHECK (length(as_of) IN (4, 7, 10)),
    source_url TEXT,
    UNIQUE (matter_id, position)
);

CREATE TABLE priority_rank (
    priority_result_id TEXT NOT NULL REFERENCES priority_result (id),
    position BIGINT NOT NULL,
    topic TEXT NOT NULL,
    forum_id TEXT REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED,
    percent BIGINT NOT NULL CHECK (percent BETWEEN 0 AND 100),
    PRIMARY KEY (priority_result_id, position)
);

CREATE TABLE event_kind (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO event_kind (key, position) VALUES
    ('event', 1), ('online', 2), ('conference', 3), ('townhall', 4), ('workshop', 5);

-- One dated gathering of a forum or a consultation.
CREATE TABLE event (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    parent_id TEXT NOT NULL REFERENCES matter (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    held_on TEXT CHECK (length(held_on) IN (4, 7, 10)),
    kind TEXT NOT NULL REFERENCES event_kind (key),
    title TEXT NOT NULL,
    place TEXT,
    participants BIGINT CHECK (participants >= 0),
    state TEXT NOT NULL REFERENCES state (key),
    minutes TEXT
);

CREATE TABLE idea_channel (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO idea_channel (key, position) VALUES
    ('online_citizen', 1), ('forum_online_dialog', 2), ('municipality_position_paper', 3), ('organisation', 4),
    ('paper', 5), ('hall', 6), ('letter', 7), ('telephone', 8);

CREATE TABLE idea (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    forum_id TEXT REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED,
    municipality_id TEXT REFERENCES municipality (id) DEFERRABLE INITIALLY DEFERRED,
    submitted_via TEXT NOT NULL REFERENCES idea_channel (key),
    submitted_on TEXT CHECK (length(submitted_on) IN (4, 7, 10)),
    author_label TEXT,
    state TEXT NOT NULL REFERENCES state (key),
    outcome TEXT REFERENCES state (key),
    merged_into_id TEXT REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
    project_id TEXT REFERENCES matter (id) DEFERRABLE INITIALLY DEFERRED,
    supports BIGINT CHECK (supports >= 0),
    confidence TEXT REFERENCES confidence (key),
    note TEXT,
    sort_key TEXT NOT NULL
);

CREATE TABLE official_reply (
    idea_id TEXT NOT NULL REFERENCES idea (id),
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    office_id TEXT REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    replied_on TEXT CHECK (length(replied_on) IN (4, 7, 10)),
    PRIMARY KEY (idea_id, position)
);

CREATE TABLE remark (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    matter_id TEXT NOT NULL REFERENCES matter (id) DEFERRABLE INITIALLY DEFERRED,
    author_label TEXT,
    text TEXT NOT NULL,
    written_on TEXT CHECK (length(written_on) IN (4, 7, 10)),
    is_hidden BIGINT NOT NULL CHECK (is_hidden IN (0, 1)),
    hidden_reason TEXT
);

CREATE INDEX event_by_parent ON event (parent_id, position);
CREATE INDEX idea_by_forum ON idea (forum_id);
CREATE INDEX idea_by_project ON idea (project_id);
CREATE INDEX idea_by_sort ON idea (programme_id, sort_key, id);
CREATE INDEX remark_by_matter ON remark (matter_id);
CREATE INDEX activity_by_forum ON activity (forum_id);
