-- SPDX-License-Identifier: EUPL-1.2
-- Projects, milestones, progress reports, money, calls and applications.

INSERT INTO state (key, matter_kind, aspect, position) VALUES
    ('project.planned', 'project', 'state', 1), ('project.not_started', 'project', 'state', 2),
    ('project.running', 'project', 'state', 3), ('project.suspended', 'project', 'state', 4),
    ('project.completed', 'project', 'state', 5), ('project.permanent', 'project', 'state', 6),
    ('project.handed_over', 'project', 'state', 7), ('project.discontinued', 'project', 'state', 8),
    ('project.unknown', 'project', 'state', 9),
    ('light.green', 'project', 'light', 1), ('light.amber', 'project', 'light', 2), ('light.red', 'project', 'light', 3),
    ('milestone.planned', 'milestone', 'state', 1), ('milestone.done', 'milestone', 'state', 2),
    ('milestone.dropped', 'milestone', 'state', 3),
    ('report.draft', 'report', 'state', 1), ('report.released', 'report', 'state', 2),
    ('application.draft', 'application', 'state', 1), ('application.submitted', 'application', 'state', 2),
    ('application.checked', 'application', 'state', 3), ('application.under_review', 'application', 'state', 4),
    ('application.proposed', 'application', 'state', 5), ('application.decided', 'application', 'state', 6),
    ('application.withdrawn', 'application', 'state', 7),
    ('application.accepted', 'application', 'outcome', 1), ('application.declined', 'application', 'outcome', 2);

CREATE TABLE project_kind (key TEXT PRIMARY KEY);
INSERT INTO project_kind (key) VALUES ('project'), ('sub_project');

CREATE TABLE project (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    reference TEXT NOT NULL,
    official_code TEXT,
    title TEXT NOT NULL,
    kind TEXT NOT NULL REFERENCES project_kind (key),
    part_of_id TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    field_id TEXT REFERENCES field (id) DEFERRABLE INITIALLY DEFERRED,
    field_confidence TEXT REFERENCES confidence (key),
    forum_id TEXT REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED,
    ministry_id TEXT REFERENCES ministry (id) DEFERRABLE INITIALLY DEFERRED,
    pillar_id TEXT NOT NULL REFERENCES pillar (id) DEFERRABLE INITIALLY DEFERRED,
    description TEXT NOT NULL,
    is_region_wide BIGINT NOT NULL CHECK (is_region_wide IN (0, 1)),
    state TEXT NOT NULL REFERENCES state (key),
    state_as_of TEXT CHECK (length(state_as_of) IN (4, 7, 10)),
    state_note TEXT,
    state_confidence TEXT REFERENCES confidence (key),
    starts_on TEXT CHECK (length(starts_on) IN (4, 7, 10)),
    ends_on TEXT CHECK (length(ends_on) IN (4, 7, 10)),
    cited_budget_cents BIGINT CHECK (cited_budget_cents >= 0),
    cited_budget_note TEXT,
    is_citizen_origin BIGINT CHECK (is_citizen_origin IN (0, 1)),
    membership_confidence TEXT REFERENCES confidence (key),
    light TEXT REFERENCES state (key),
    light_reason TEXT,
    end_reason TEXT,
    lessons TEXT,
    confidence TEXT REFERENCES confidence (key),
    sort_key TEXT NOT NULL
);

CREATE TABLE project_municipality (
    project_id TEXT NOT NULL REFERENCES project (id),
    position BIGINT NOT NULL,
    municipality_id TEXT NOT NULL REFERENCES municipality (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (project_id, position),
    UNIQUE (project_id, municipality_id)
);

CREATE TABLE project_district (
    project_id TEXT NOT NULL REFERENCES project (id),
    position BIGINT NOT NULL,
    district_id TEXT NOT NULL REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (project_id, position)
);

-- A partner keeps the name the source used; an organisation of that name is joined when read.
CREATE TABLE project_partner (
    project_id TEXT NOT NULL REFERENCES project (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (project_id, position)
);

CREATE TABLE project_goal (
    project_id TEXT NOT NULL REFERENCES project (id),
    position BIGINT NOT NULL,
    goal_id TEXT NOT NULL REFERENCES goal (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (project_id, position)
);

CREATE TABLE milestone (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    project_id TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    dated_on TEXT CHECK (length(dated_on) IN (4, 7, 10)),
    text TEXT NOT NULL,
    state TEXT REFERENCES state (key)
);

CREATE TABLE report (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    project_id TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    as_of TEXT NOT NULL CHECK (length(as_of) IN (4, 7, 10)),
    state TEXT NOT NULL REFERENCES state (key),
    done TEXT,
    next TEXT,
    blocked TEXT,
    light TEXT REFERENCES state (key),
    released_on TEXT CHECK (length(released_on) IN (4, 7, 10))
);

CREATE TABLE funding_kind (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO funding_kind (key, position) VALUES
    ('budgeted', 1), ('applied', 2), ('approved', 3), ('planned', 4), ('paid', 5), ('returned', 6);
CREATE TABLE funding_basis (key TEXT PRIMARY KEY);
INSERT INTO funding_basis (key) VALUES ('state_share'), ('total_volume'), ('other');
CREATE TABLE funding_source (key TEXT PRIMARY KEY);
INSERT INTO funding_source (key) VALUES ('land'), ('bund'), ('eu'), ('municipality'), ('private');

-- Append-only; a correction is a counter-entry that names what it reverses.
CREATE TABLE funding (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    project_id TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    organisation_id TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL REFERENCES funding_kind (key),
    basis TEXT NOT NULL REFERENCES funding_basis (key),
    source TEXT NOT NULL REFERENCES funding_source (key),
    budget_line TEXT,
    fiscal_year BIGINT NOT NULL CHECK (fiscal_year BETWEEN 1990 AND 2100),
    booked_on TEXT NOT NULL CHECK (length(booked_on) IN (4, 7, 10)),
    amount_cents BIGINT NOT NULL,
    reverses_id TEXT REFERENCES funding (id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT,
    CHECK (amount_cents > 0 OR reverses_id IS NOT NULL)
);

CREATE TABLE call (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    opens_on TEXT CHECK (length(opens_on) IN (4, 7, 10)),
    closes_on TEXT CHECK (length(closes_on) IN (4, 7, 10))
);

CREATE TABLE call_criterion (
    call_id TEXT NOT NULL REFERENCES call (id),
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (call_id, position)
);

CREATE TABLE application (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    call_id TEXT NOT NULL REFERENCES call (id) DEFERRABLE INITIALLY DEFERRED,
    organisation_id TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    field_id TEXT REFERENCES field (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    submitted_on TEXT CHECK (length(submitted_on) IN (4, 7, 10)),
    state TEXT NOT NULL REFERENCES state (key),
    outcome TEXT REFERENCES state (key),
    reason TEXT
);

CREATE INDEX project_by_sort ON project (programme_id, sort_key, id);
CREATE INDEX project_by_forum ON project (forum_id);
CREATE INDEX project_by_field ON project (field_id);
CREATE INDEX project_by_ministry ON project (ministry_id);
CREATE INDEX project_by_part ON project (part_of_id);
CREATE INDEX project_municipality_by_place ON project_municipality (municipality_id);
CREATE INDEX project_partner_by_name ON project_partner (name);
CREATE INDEX project_goal_by_goal ON project_goal (goal_id);
CREATE INDEX milestone_by_project ON milestone (project_id, position);
CREATE INDEX report_by_project ON report (project_id);
CREATE INDEX funding_by_project ON funding (project_id);
CREATE INDEX application_by_call ON application (call_id);
