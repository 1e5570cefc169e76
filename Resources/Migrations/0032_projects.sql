-- SPDX-License-Identifier: EUPL-1.2
-- Projects at work: who leads one, which office reports and how often, when its money ends, how milestones moved, and
-- reports before they are released.

INSERT INTO role (key, position) VALUES ('project_lead', 11);
INSERT INTO duty_kind (key, position) VALUES ('funding_end', 6);

ALTER TABLE project ADD COLUMN office_id TEXT REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE project ADD COLUMN contact TEXT;
ALTER TABLE project ADD COLUMN report_months BIGINT CHECK (report_months BETWEEN 1 AND 24);
ALTER TABLE project ADD COLUMN funding_ends_on TEXT CHECK (length(funding_ends_on) = 10);

CREATE TABLE project_partner_role (
    project_id TEXT NOT NULL REFERENCES project (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (project_id, position)
);

ALTER TABLE milestone ADD COLUMN forecast_on TEXT CHECK (length(forecast_on) IN (4, 7, 10));
ALTER TABLE milestone ADD COLUMN done_on TEXT CHECK (length(done_on) IN (4, 7, 10));

-- Each time the day of a milestone was moved, or what became of it.
CREATE TABLE milestone_change (
    milestone_id TEXT NOT NULL REFERENCES milestone (id),
    position BIGINT NOT NULL,
    changed_on TEXT NOT NULL CHECK (length(changed_on) = 10),
    state TEXT REFERENCES state (key),
    expected_before TEXT CHECK (length(expected_before) IN (4, 7, 10)),
    expected_after TEXT CHECK (length(expected_after) IN (4, 7, 10)),
    reason TEXT,
    PRIMARY KEY (milestone_id, position)
);

ALTER TABLE report ADD COLUMN light_reason TEXT;
ALTER TABLE report ADD COLUMN forecast TEXT;

-- A report that is being written. It is no matter yet, so no page, search, feed, count or package can show it.
CREATE TABLE report_draft_state (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO report_draft_state (key, position) VALUES ('draft', 1), ('submitted', 2), ('released', 3);

CREATE TABLE report_draft (
    id TEXT PRIMARY KEY CHECK (length(id) = 32),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    project_id TEXT NOT NULL REFERENCES project (id),
    state TEXT NOT NULL REFERENCES report_draft_state (key),
    revision BIGINT NOT NULL CHECK (revision > 0),
    as_of TEXT NOT NULL,
    done TEXT NOT NULL,
    next TEXT NOT NULL,
    blocked TEXT NOT NULL,
    light TEXT NOT NULL,
    light_reason TEXT NOT NULL,
    forecast TEXT NOT NULL,
    note TEXT,
    report_id TEXT REFERENCES report (id),
    saved_at TEXT NOT NULL CHECK (length(saved_at) = 24),
    saved_by TEXT REFERENCES person (id),
    CHECK ((state = 'released') = (report_id IS NOT NULL))
);

CREATE INDEX report_draft_by_project ON report_draft (project_id, state);
CREATE INDEX report_draft_by_programme ON report_draft (programme_id, state);
CREATE INDEX report_draft_by_person ON report_draft (saved_by);
CREATE INDEX project_by_office ON project (office_id);
CREATE INDEX project_by_funding_end ON project (programme_id, funding_ends_on);
