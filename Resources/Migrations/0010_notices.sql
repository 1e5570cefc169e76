-- SPDX-License-Identifier: EUPL-1.2
-- Notices: who handed something in, who follows what, what each of them is told, and how mails leave. Nothing of this is
-- journalled, and what names a person can be erased.

-- Never public: what is shown of an author is a text of the contribution itself.
CREATE TABLE contribution_author (
    matter_id TEXT NOT NULL REFERENCES matter (id),
    person_id TEXT REFERENCES person (id),
    organisation_id TEXT REFERENCES organisation (id),
    since TEXT NOT NULL CHECK (length(since) = 24),
    UNIQUE (matter_id, person_id)
);

CREATE INDEX contribution_author_by_person ON contribution_author (person_id, since);
CREATE INDEX contribution_author_by_organisation ON contribution_author (organisation_id);

CREATE TABLE follow (
    person_id TEXT NOT NULL REFERENCES person (id),
    matter_id TEXT NOT NULL REFERENCES matter (id),
    since TEXT NOT NULL CHECK (length(since) = 24),
    PRIMARY KEY (person_id, matter_id)
);

CREATE INDEX follow_by_matter ON follow (matter_id, person_id);

CREATE TABLE notice_kind (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO notice_kind (key, position) VALUES
    ('idea_received', 1), ('idea_in_review', 2), ('idea_answered', 3), ('idea_passed_on', 4), ('idea_merged', 5),
    ('idea_split', 6), ('idea_taken_up', 7), ('reply_extended', 8), ('remark_received', 9), ('remark_answered', 10),
    ('proposal_published', 11), ('proposal_revised', 12), ('consultation_opened', 13), ('consultation_ended', 14),
    ('statement_considered', 15), ('decided', 16), ('project_started', 17), ('milestone_reached', 18),
    ('report_published', 19), ('project_ended', 20), ('event_changed', 21), ('minutes_published', 22),
    ('hidden_by_moderation', 23), ('shown_again', 24);

-- Something that happened at a matter; each person who is told of it has a row in notice.
CREATE TABLE notice_event (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    matter_id TEXT NOT NULL REFERENCES matter (id),
    kind TEXT NOT NULL REFERENCES notice_kind (key),
    occurred_at TEXT NOT NULL CHECK (length(occurred_at) = 24)
);

CREATE INDEX notice_event_by_matter ON notice_event (matter_id);
CREATE INDEX notice_event_by_programme ON notice_event (programme_id);
CREATE INDEX notice_event_by_time ON notice_event (occurred_at);

-- Told because of the matter that the person follows: the one at which it happened, or one that led to it.
CREATE TABLE notice (
    event_id TEXT NOT NULL REFERENCES notice_event (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    followed_id TEXT NOT NULL REFERENCES matter (id),
    occurred_at TEXT NOT NULL CHECK (length(occurred_at) = 24),
    read_at TEXT CHECK (length(read_at) = 24),
    awaits_mail BIGINT NOT NULL CHECK (awaits_mail IN (0, 1)),
    PRIMARY KEY (event_id, person_id)
);

CREATE INDEX notice_by_person ON notice (person_id, programme_id, occurred_at, event_id);
CREATE INDEX notice_by_followed ON notice (followed_id);
CREATE INDEX notice_awaiting_mail ON notice (person_id, programme_id, occurred_at) WHERE awaits_mail = 1;
CREATE INDEX notice_unread ON notice (person_id, programme_id) WHERE read_at IS NULL;

CREATE TABLE notice_delivery (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO notice_delivery (key, position) VALUES ('at_once', 1), ('daily', 2), ('weekly', 3), ('none', 4);

-- Whoever has no row is told at once.
CREATE TABLE notice_setting (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    delivery TEXT NOT NULL REFERENCES notice_delivery (key),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 24)
);

-- What an office has been reminded of: before, at and after the day on which a duty is due. A new day begins anew.
CREATE TABLE duty_reminder (
    duty_id TEXT NOT NULL REFERENCES duty (id),
    due_on TEXT NOT NULL CHECK (length(due_on) = 10),
    stage TEXT NOT NULL CHECK (stage IN ('before', 'at', 'after')),
    reminded_at TEXT NOT NULL CHECK (length(reminded_at) = 24),
    PRIMARY KEY (duty_id, due_on, stage)
);

CREATE TABLE office_summary (
    office_id TEXT NOT NULL REFERENCES office (id),
    week_begins_on TEXT NOT NULL CHECK (length(week_begins_on) = 10),
    written_at TEXT NOT NULL CHECK (length(written_at) = 24),
    PRIMARY KEY (office_id, week_begins_on)
);

-- A mail is taken for sending before it is sent, so that none goes out twice. When nobody can say whether the other
-- server has it, it is uncertain: shown, and not sent again by itself.
INSERT INTO mail_state (key, position) VALUES ('sending', 4), ('uncertain', 5);

CREATE INDEX mail_by_state_and_creation ON mail (state, created_at, id);
CREATE INDEX mail_by_programme_and_creation ON mail (programme_id, created_at, id);
CREATE INDEX duty_open_by_due ON duty (state, due_on, id);
